import { type LocalDate } from '../../../kernel/local-time.ts';

/** Where a value can be set: for the whole installation, which is the province's, or for one commune. */
export type SettingLevel = 'installation' | 'commune';

/** What stands in place of a commune's code for the whole installation. */
export const INSTALLATION = '*';

/** One stored value of one setting. */
export interface SettingEntry {
  readonly level: SettingLevel;
  readonly validFrom: LocalDate;
  /** Null: from this day on the level has no value of its own. */
  readonly value: unknown;
  /** Only of the installation: communes cannot have another value. */
  readonly fixed: boolean;
  /** Taken back before its day came. */
  readonly withdrawn: boolean;
}

/** What a setting allows, as far as its resolution needs to know. */
export interface SettingRule {
  readonly fallback: unknown;
  /** Whether a commune may have a value of its own at all. */
  readonly override: SettingLevel;
  /** Whether a stored value still fits; what an older program wrote may not. */
  readonly accepts: (value: unknown) => boolean;
}

/** The value that holds and where it comes from. */
export interface ResolvedSetting {
  readonly value: unknown;
  readonly from: SettingLevel | 'default';
  /** The first day of the value; null for the default. */
  readonly since: LocalDate | null;
  /** The installation does not let communes change it. */
  readonly fixed: boolean;
}

/** The entry of a level that holds on a day: the latest that has begun. Undefined when the level says nothing, or says that it inherits. */
export function entryInForce(entries: readonly SettingEntry[], level: SettingLevel, on: LocalDate): SettingEntry | undefined {
  const begun = entries.filter((entry) => entry.level === level && !entry.withdrawn && entry.validFrom <= on);
  const latest = begun.reduce<SettingEntry | undefined>((best, entry) => (best === undefined || entry.validFrom > best.validFrom ? entry : best), undefined);
  return latest === undefined || latest.value === null ? undefined : latest;
}

/**
 * The value of a setting on a day: the commune's own where it may have one and the installation has not fixed it, else the installation's,
 * else the default. A stored value that no longer fits is passed over, as if it had not been entered.
 */
export function resolveSetting(entries: readonly SettingEntry[], { fallback, override, accepts }: SettingRule, on: LocalDate): ResolvedSetting {
  const fitting = entries.filter(({ value }) => value === null || accepts(value));
  const above = entryInForce(fitting, 'installation', on);
  const fixed = above?.fixed ?? false;
  const own = fixed || override === 'installation' ? undefined : entryInForce(fitting, 'commune', on);
  const chosen = own ?? above;
  return chosen === undefined ? { value: fallback, from: 'default', since: null, fixed: false } : { value: chosen.value, from: chosen.level, since: chosen.validFrom, fixed };
}

/** The days from which on something else holds, after a day, in order: what is planned. */
export function plannedEntries(entries: readonly SettingEntry[], after: LocalDate): readonly SettingEntry[] {
  return entries.filter(({ validFrom, withdrawn }) => !withdrawn && validFrom > after).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
}
