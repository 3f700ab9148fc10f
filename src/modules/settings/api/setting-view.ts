import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type SettingEntryView, type SettingHistory, type SettingItem, type SettingsResponse, type SettingValue } from '../contract/setting-schemas.ts';
import { entryInForce, plannedEntries, resolveSetting, type SettingLevel } from '../domain/resolve-setting.ts';
import { controlOf } from '../domain/setting-control.ts';
import { codeOfLevel, listRevisions, listSettingChanges, listStoredSettings, type SettingChange, type StoredSetting } from '../store/settings.ts';
import { fitsSetting, optionsOf, type Setting } from './define-setting.ts';
import { allSettings, type SettingsDeps } from './deps.ts';
import { ruleOf } from './read-setting.ts';

const PAGE = 50;

/** A stored value as it leaves the building: it is JSON already. */
function shown(value: unknown): SettingValue {
  return value as SettingValue;
}

function controlView(setting: Setting<unknown>, locale: Locale): SettingItem['control'] {
  const control = controlOf(setting.schema);
  const words = setting.words[locale].options ?? {};
  const longest = new Map(control.kind === 'texts' ? control.texts.map(({ key, longest: most }) => [key, most]) : []);
  const options = optionsOf(control).map((value) => ({ value, label: words[value] ?? value, longest: longest.get(value) ?? null }));
  return { kind: control.kind, least: control.kind === 'number' ? control.least : null, most: control.kind === 'number' ? control.most : control.kind === 'text' ? control.longest : null, options };
}

function entryView({ level, value, validFrom, fixed, changedByName, changedAt, reason }: StoredSetting): SettingEntryView {
  return { level, value: shown(value), validFrom, fixed, byName: changedByName, at: changedAt.toISOString(), reason };
}

function itemView(setting: Setting<unknown>, entries: readonly StoredSetting[], revisions: ReadonlyMap<string, number>, communeCode: string, today: string, locale: Locale): SettingItem {
  const own = entries.filter(({ key }) => key === setting.key);
  const { value, from, fixed } = resolveSetting(own, ruleOf(setting), today);
  const standing = (level: SettingLevel): SettingEntryView | null => {
    const found = entryInForce(own, level, today);
    const stored = own.find((entry) => entry === found);
    return stored === undefined ? null : entryView(stored);
  };
  const planned = plannedEntries(own, today);
  const { name, does, changes } = setting.words[locale];
  return {
    key: setting.key, name, does, changes, unit: setting.unit, control: controlView(setting, locale), law: setting.law?.[locale] ?? null, override: setting.override, needsReason: setting.needsReason,
    fallback: shown(setting.fallback), value: shown(value), from, fixed,
    commune: standing('commune'), installation: standing('installation'),
    planned: own.filter((entry) => planned.includes(entry)).map(entryView),
    revision: { commune: revisions.get(`${communeCode} ${setting.key}`) ?? 0, installation: revisions.get(`${codeOfLevel('installation', communeCode)} ${setting.key}`) ?? 0 },
  };
}

/** All settings of a commune in the reader's language: what holds, where it comes from, what begins later. */
export async function settingsView(deps: SettingsDeps, actor: StaffActor, now: Date, locale: Locale): Promise<SettingsResponse> {
  const { communeCode } = actor;
  const keys = allSettings(deps).map(({ key }) => key);
  const [entries, revisions, communes, standing] = await Promise.all([listStoredSettings(deps.db, communeCode, keys), listRevisions(deps.db, communeCode, keys), deps.communes(), deps.standingOf(deps.db, actor, now)]);
  const today = dateAt(now.getTime());
  return {
    today,
    mayChangeInstallation: standing.speaks,
    communes: standing.communes,
    deciders: [...standing.deciders],
    communeName: communes.find(({ code }) => code === communeCode)?.name ?? '',
    groups: deps.groups.map(({ module, name, settings }) => ({ module, name: name[locale], items: settings.map((setting) => itemView(setting, entries, revisions, communeCode, today, locale)) })),
  };
}

function actOf({ value, withdrawn }: SettingChange): 'set' | 'inherit' | 'withdraw' {
  if (withdrawn) return 'withdraw';
  return value === null ? 'inherit' : 'set';
}

/** The history of one setting or of all, newest first, from before a line on. */
export async function historyView(deps: SettingsDeps, actor: StaffActor, asked: { readonly key: string | null; readonly before: number | null; readonly now: Date }, locale: Locale): Promise<SettingHistory> {
  const { communeCode } = actor;
  const settings = new Map(allSettings(deps).map((setting) => [setting.key as string, setting]));
  const keys = [...settings.keys()].filter((key) => asked.key === null || key === asked.key);
  if (keys.length === 0) return { items: [], more: false };
  const [changes, revisions, { speaks: mayAbove }] = await Promise.all([listSettingChanges(deps.db, communeCode, keys, { before: asked.before, limit: PAGE + 1 }), listRevisions(deps.db, communeCode, keys), deps.standingOf(deps.db, actor, asked.now)]);
  const items = changes.slice(0, PAGE).flatMap((change) => {
    const setting = settings.get(change.key);
    if (setting === undefined) return [];
    const revision = revisions.get(`${codeOfLevel(change.level, communeCode)} ${change.key}`) ?? 0;
    const mayReturn = change.id !== revision && actOf(change) === 'set' && fitsSetting(setting, change.value) && (change.level === 'commune' ? setting.override === 'commune' : mayAbove);
    return [{
      id: change.id, key: change.key, name: setting.words[locale].name, unit: setting.unit, control: controlView(setting, locale), level: change.level, act: actOf(change), value: shown(change.value), fixed: change.fixed,
      validFrom: change.validFrom, at: change.at.toISOString(), byName: change.actorName, reason: change.reason, returnTo: mayReturn ? revision : null,
    }];
  });
  return { items, more: changes.length > PAGE };
}
