import { addDays, type LocalDate } from '../../../../kernel/local-time.ts';
import { type DayEdit } from '../../domain/calendar-edit.ts';

/** What can be chosen in the form: a kind of day with the people for whom it holds. */
export type DayChoice = 'closing' | 'make-up-here' | 'statutory' | 'compensatory' | 'swap-off' | 'make-up';

/** The choices in the order in which an office needs them. */
export const DAY_CHOICES: readonly DayChoice[] = ['closing', 'make-up-here', 'statutory', 'compensatory', 'swap-off', 'make-up'];

type SetEdit = Extract<DayEdit, { act: 'set' }>;

const MEANING: Readonly<Record<DayChoice, Pick<SetEdit, 'kind' | 'scope'>>> = {
  'closing': { kind: 'local-closing', scope: 'commune' },
  'make-up-here': { kind: 'make-up-work', scope: 'commune' },
  'statutory': { kind: 'statutory', scope: 'national' },
  'compensatory': { kind: 'compensatory', scope: 'national' },
  'swap-off': { kind: 'swap-off', scope: 'national' },
  'make-up': { kind: 'make-up-work', scope: 'national' },
};

/** The choice that a kind and a scope stand for. */
export function choiceOf({ kind, scope }: Pick<SetEdit, 'kind' | 'scope'>): DayChoice {
  if (kind === 'make-up-work') return scope === 'commune' ? 'make-up-here' : 'make-up';
  return kind === 'local-closing' ? 'closing' : kind;
}

/** One entry of the form; `to` empty: a single day. */
export interface DraftEntry {
  readonly choice: DayChoice;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly name: string;
}

/** As many days as one change takes. */
export const MOST_DAYS = 40;

/**
 * The days that an entry means. Of a stretch of days off, those on which nobody works anyway are left out: a notice says “from … to …”
 * over a weekend. A single day stays as it is, so that the server can say what is wrong with it.
 */
export function editsOf({ choice, from, to, name }: DraftEntry, plainOff: ReadonlySet<LocalDate>): readonly DayEdit[] {
  const { kind, scope } = MEANING[choice];
  const days: LocalDate[] = [];
  for (let date = from; date <= (to === '' ? from : to) && days.length <= MOST_DAYS; date = addDays(date, 1)) days.push(date);
  const meant = days.length > 1 && kind !== 'make-up-work' ? days.filter((date) => !plainOff.has(date)) : days;
  return meant.map((date) => ({ act: 'set', date, kind, scope, name: name.trim() }));
}

/** Adds days to what is prepared; a later word about a date replaces the earlier one. In order of date. */
export function mergeEdits(prepared: readonly DayEdit[], more: readonly DayEdit[]): readonly DayEdit[] {
  const byDate = new Map([...prepared, ...more].map((edit) => [edit.date, edit]));
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}
