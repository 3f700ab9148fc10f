import { inCommune } from '../../../platform/db/commune-scope.ts';
import { type Database } from '../../../platform/db/database.ts';
import { listStoredSettings, type StoredSetting } from '../store/settings.ts';
import { type Setting } from './define-setting.ts';
import { valueOf } from './read-setting.ts';

/** How long another process may still work with a value that was changed here. */
const REMEMBER_MS = 5_000;

/** Settings for what happens at every request. */
export interface RememberedSettings {
  /** The value in a commune at a moment; at most one query in five seconds for each commune. */
  readonly read: <T>(communeCode: string, setting: Setting<T>, at: Date) => Promise<T>;
  /** After a change was committed. */
  readonly forget: () => void;
}

/** Keeps the values of these settings for five seconds, for every commune. */
export function rememberSettings(db: Database, settings: readonly Setting<unknown>[]): RememberedSettings {
  const keys = settings.map(({ key }) => key);
  const known = new Map<string, { readonly at: number; readonly entries: Promise<readonly StoredSetting[]> }>();
  return {
    read: async (communeCode, setting, at) => {
      const now = at.getTime();
      let remembered = known.get(communeCode);
      if (remembered === undefined || now < remembered.at || now - remembered.at >= REMEMBER_MS) {
        const entries = inCommune(communeCode, () => listStoredSettings(db, communeCode, keys));
        const reading = { at: now, entries };
        // A failure is not remembered.
        entries.catch(() => {
          if (known.get(communeCode) === reading) known.delete(communeCode);
        });
        known.set(communeCode, reading);
        remembered = reading;
      }
      return valueOf(await remembered.entries, setting, at);
    },
    forget: () => {
      known.clear();
    },
  };
}
