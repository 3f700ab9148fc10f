import { dateAt } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { resolveSetting, type SettingRule } from '../domain/resolve-setting.ts';
import { listStoredSettings, type StoredSetting } from '../store/settings.ts';
import { fitsSetting, type Setting } from './define-setting.ts';

/** What the resolution of a setting needs to know. */
export function ruleOf(setting: Setting<unknown>): SettingRule {
  return { fallback: setting.fallback, override: setting.override, accepts: (value) => fitsSetting(setting, value) };
}

/** The value of a setting in a commune at a moment: its own, else the installation's, else the default. One query. */
export async function readSetting<T>(db: Database, communeCode: string, setting: Setting<T>, at: Date): Promise<T> {
  const entries = await listStoredSettings(db, communeCode, [setting.key]);
  return valueOf(entries, setting, at);
}

/** The value of a setting among stored entries of one commune and the installation; entries of other settings are passed over. */
export function valueOf<T>(entries: readonly StoredSetting[], setting: Setting<T>, at: Date): T {
  const { value } = resolveSetting(entries.filter(({ key }) => key === setting.key), ruleOf(setting), dateAt(at.getTime()));
  // Only what fits the schema comes out, and the schema is the type.
  return value as T;
}
