import { type LocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { entryInForce, type SettingEntry, type SettingLevel } from './resolve-setting.ts';
import { type SettingControl } from './setting-control.ts';

/** What an administrator wants of one setting on one level. */
export interface SettingWish {
  readonly level: SettingLevel;
  /** `inherit`: from this day on no value of its own; `withdraw`: what was planned for this day is taken back. */
  readonly act: 'set' | 'inherit' | 'withdraw';
  readonly value: unknown;
  readonly fixed: boolean;
  readonly validFrom: LocalDate;
  readonly reason: string;
}

/** What the decision needs to know. */
export interface SettingFacts {
  readonly today: LocalDate;
  readonly override: SettingLevel;
  readonly needsReason: boolean;
  readonly control: SettingControl;
  readonly fits: (value: unknown) => boolean;
  /** The rule of law behind the bounds, where there is one. */
  readonly law: string | null;
  readonly entries: readonly SettingEntry[];
  /** Whether the asker speaks for the whole installation. */
  readonly mayChangeInstallation: boolean;
}

/** How far ahead a value can be planned. */
const FARTHEST_YEARS = 2;

/** The last day for which a value can be planned today. */
function farthestDay(today: LocalDate): LocalDate {
  return `${String(Number(today.slice(0, 4)) + FARTHEST_YEARS)}-12-31`;
}

/** Two stored values are the same when they read the same, whatever the order of their texts. */
function same(a: unknown, b: unknown): boolean {
  return inOrder(a) === inOrder(b);
}

function inOrder(value: unknown): string {
  return JSON.stringify(typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)) : value);
}

/**
 * Decides a change and answers the entry to be written. Refuses a level that is not the asker's, a value outside its bounds, a missing
 * reason, a day in the past or too far ahead, a value that the installation has fixed, and what changes nothing.
 */
export function decideSettingChange(wish: SettingWish, facts: SettingFacts): Result<SettingEntry & { readonly reason: string | null }> {
  const { level, act, validFrom } = wish;
  const { today, entries } = facts;
  const reason = wish.reason.trim();
  if (level === 'installation' && !facts.mayChangeInstallation) return refuse('settings.installation-not-yours', {}, 'level');
  if (level === 'commune' && facts.override === 'installation') return refuse('settings.not-for-communes', {}, 'level');
  if (facts.needsReason && reason === '') return refuse('settings.reason-missing', {}, 'reason');
  const written = { level, validFrom, reason: reason === '' ? null : reason };
  const there = entries.find((entry) => entry.level === level && entry.validFrom === validFrom && !entry.withdrawn);
  if (act === 'withdraw') {
    if (there === undefined || validFrom <= today) return refuse('settings.nothing-planned', {}, 'validFrom');
    return ok({ ...written, value: there.value, fixed: there.fixed, withdrawn: true });
  }
  if (validFrom < today) return refuse('settings.day-past', {}, 'validFrom');
  if (validFrom > farthestDay(today)) return refuse('settings.day-too-far', { last: farthestDay(today) }, 'validFrom');
  const standing = entryInForce(entries, level, validFrom);
  if (act === 'inherit') {
    if (standing === undefined) return refuse('settings.nothing-changes', {}, 'value');
    return ok({ ...written, value: null, fixed: false, withdrawn: false });
  }
  if (!facts.fits(wish.value)) return refuseValue(facts);
  if (level === 'commune' && entryInForce(entries, 'installation', validFrom)?.fixed === true) return refuse('settings.fixed-above', {}, 'value');
  const fixed = level === 'installation' && wish.fixed;
  if (standing !== undefined && same(standing.value, wish.value) && standing.fixed === fixed) return refuse('settings.nothing-changes', {}, 'value');
  return ok({ ...written, value: wish.value, fixed, withdrawn: false });
}

function refuseValue({ control, law }: SettingFacts): ReturnType<typeof refuse> {
  if (control.kind === 'number') {
    const bounds = { least: control.least, most: control.most };
    return law === null ? refuse('settings.value-out-of-bounds', bounds, 'value') : refuse('settings.value-against-law', { ...bounds, law }, 'value');
  }
  return control.kind === 'texts' ? refuse('settings.texts-unfit', {}, 'value') : refuse('settings.value-unfit', {}, 'value');
}
