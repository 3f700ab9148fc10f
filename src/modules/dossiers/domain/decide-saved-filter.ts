import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';

/** So many filters somebody keeps, and so many a unit: a longer list beside the lists is not read any more. */
export const MOST_SAVED_FILTERS = 20;
const LONGEST_NAME = 60;
const CONTROL = /[\p{C}\u2028\u2029]/u;

/** A name as it is kept: spaces tidied. Refuses an empty one, one of signs alone, unprintable signs, and more than 60 letters. */
export function readFilterName(text: string): Result<string> {
  const name = text.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (!/[\p{L}\p{N}]/u.test(name) || CONTROL.test(name) || name.length > LONGEST_NAME) return refuse('filter.name-bad', { most: LONGEST_NAME }, 'name');
  return ok(name);
}

/** The units that an actor shares filters with: those in which the actor leads. */
export function unitsToShareWith({ positions }: StaffActor): readonly string[] {
  return [...new Set(positions.filter(({ role }) => role === 'unit-head' || role === 'president').map(({ unitId }) => unitId))];
}

/** Whose a saved filter is. */
export interface FilterOwner {
  readonly ownerId: string;
  readonly unitId: string | null;
}

/** Whether an actor sees a saved filter: the own ones, and those of the actor's units. */
export function seesFilter({ ownerId, unitId }: FilterOwner, { staffId, positions }: StaffActor): boolean {
  return unitId === null ? ownerId === staffId : positions.some((position) => position.unitId === unitId) || ownerId === staffId;
}

/** Whether an actor renames or removes a saved filter: the owner, and of a shared one whoever leads the unit. Refuses what is not seen as not there. */
export function mayChangeFilter(filter: FilterOwner, actor: StaffActor): Result<undefined> {
  if (!seesFilter(filter, actor)) return refuse('filter.not-found');
  const leads = filter.unitId !== null && unitsToShareWith(actor).includes(filter.unitId);
  return filter.ownerId === actor.staffId || leads ? ok(undefined) : refuse('filter.not-yours');
}

/**
 * Whether one more filter may be saved. Refuses sharing by somebody who does not lead the unit, a filter that narrows nothing, and more than
 * `MOST_SAVED_FILTERS` of one owner or unit. `kept`: how many there are.
 */
export function checkSavedFilter(wanted: { readonly unitId: string | null; readonly parts: number; readonly kept: number }, actor: StaffActor): Result<undefined> {
  if (wanted.unitId !== null && !unitsToShareWith(actor).includes(wanted.unitId)) return refuse('filter.not-your-unit', {}, 'unitId');
  if (wanted.parts === 0) return refuse('filter.empty', {}, 'filter');
  return wanted.kept >= MOST_SAVED_FILTERS ? refuse('filter.too-many', { most: MOST_SAVED_FILTERS }) : ok(undefined);
}
