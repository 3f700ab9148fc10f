import { type Position } from '../../../kernel/actor.ts';
import { type LocalDate, parseLocalDate } from '../../../kernel/local-time.ts';
import { ok, type Problem, refuse, type Result } from '../../../kernel/result.ts';
import { type HeldPosition } from './staff-member.ts';

/** A position with the id that it has or shall have, and the days for which it is wished; left out: from today on, without an end. */
export interface IdentifiedPosition extends Position {
  readonly positionId: string;
  readonly validFrom?: LocalDate | undefined;
  readonly validTo?: LocalDate | null | undefined;
}

/** A position that is to be opened, with its days. */
export interface OpenedPosition extends IdentifiedPosition {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** What a commune offers to positions on a day. */
export interface PositionChoices {
  readonly today: LocalDate;
  /** Units that are there today or later, each with its first and last day. */
  readonly units: ReadonlyMap<string, { readonly validFrom: LocalDate; readonly validTo: LocalDate | null }>;
  /** Fields (lĩnh vực) of the catalogue in force. */
  readonly fields: ReadonlySet<string>;
}

/** How the positions of a person get from what is held to what is wished for. Nothing is changed in place but a last day, so that the past stays readable. */
export interface PositionPlan {
  readonly closed: readonly string[];
  /** The same position with another last day. */
  readonly lengthened: readonly { readonly positionId: string; readonly validTo: LocalDate | null }[];
  readonly opened: readonly OpenedPosition[];
}

/**
 * Compares the positions that a person holds, or will hold, with those wished for: the same content under the same id is kept, if need be with
 * another last day; everything else held is closed; everything else wished for is opened, under a fresh id when its own belongs to a closed
 * one. Refuses an id named twice, an empty title, days in the past or the wrong way round, a unit that the commune does not have on those
 * days, and an unknown field; fields already held may be held on.
 */
export function planPositions(
  held: readonly HeldPosition[],
  wished: readonly IdentifiedPosition[],
  choices: PositionChoices,
  freshId: () => string,
): Result<PositionPlan> {
  const heldById = new Map(held.map((position) => [position.positionId, position]));
  const heldFields = new Set(held.flatMap(({ fields }) => fields));
  const named = new Set<string>();
  const kept = new Set<string>();
  const lengthened: { positionId: string; validTo: LocalDate | null }[] = [];
  const opened: OpenedPosition[] = [];
  for (const [index, wish] of wished.entries()) {
    const at = `positions.${index}`;
    if (named.has(wish.positionId)) return refuse('identity.id-used', undefined, `${at}.positionId`);
    named.add(wish.positionId);
    const title = wish.title.normalize('NFC').replace(/[\p{Cc}\p{Z}]+/gu, ' ').trim();
    const before = heldById.get(wish.positionId);
    const days = daysOf(wish, before, choices.today);
    const isKept = before !== undefined && isSame(before, { ...wish, title }) && before.validFrom === (wish.validFrom ?? before.validFrom);
    if (isKept && before.validTo === days.validTo) {
      kept.add(wish.positionId);
      continue;
    }
    const wrong = checkDays(wish.unitId, days, choices);
    if (wrong !== undefined) return { ok: false, problem: { ...wrong, field: `${at}.${wrong.field ?? ''}` } };
    if (isKept) {
      kept.add(wish.positionId);
      lengthened.push({ positionId: wish.positionId, validTo: days.validTo });
      continue;
    }
    if (title === '') return refuse('identity.title-missing', undefined, `${at}.title`);
    if (!wish.fields.every((field) => choices.fields.has(field) || heldFields.has(field))) {
      return refuse('identity.field-unknown', undefined, `${at}.fields`);
    }
    opened.push({ ...wish, ...days, title, positionId: before === undefined ? wish.positionId : freshId() });
  }
  return ok({ closed: held.map(({ positionId }) => positionId).filter((id) => !kept.has(id)), lengthened, opened });
}

/** The days of a wish. What changes in a position that has begun begins again today. */
function daysOf(wish: IdentifiedPosition, before: HeldPosition | undefined, today: LocalDate): { readonly validFrom: LocalDate; readonly validTo: LocalDate | null } {
  const wanted = wish.validFrom ?? before?.validFrom ?? today;
  const validTo = wish.validTo === undefined ? (before?.validTo ?? null) : wish.validTo;
  return { validFrom: before !== undefined && wanted < today ? today : wanted, validTo };
}

function checkDays(unitId: string, { validFrom, validTo }: { readonly validFrom: LocalDate; readonly validTo: LocalDate | null }, { today, units }: PositionChoices): Problem | undefined {
  if (!parseLocalDate(validFrom).ok || validFrom < today) return { code: 'identity.position-past', field: 'validFrom' };
  if (validTo !== null && (!parseLocalDate(validTo).ok || validTo < validFrom)) return { code: 'identity.position-period', field: 'validTo' };
  const unit = units.get(unitId);
  if (unit === undefined) return { code: 'identity.unit-unknown', field: 'unitId' };
  if (unit.validFrom > validFrom) return { code: 'identity.position-before-unit', facts: { date: unit.validFrom }, field: 'validFrom' };
  if (unit.validTo !== null && (validTo === null || validTo > unit.validTo)) return { code: 'identity.position-after-unit', facts: { date: unit.validTo }, field: 'validTo' };
  return undefined;
}

function sameSet(before: readonly string[] = [], after: readonly string[] = []): boolean {
  return before.length === after.length && before.every((one) => after.includes(one));
}

function isSame(before: Position, after: Position): boolean {
  return (
    before.unitId === after.unitId &&
    before.role === after.role &&
    before.title === after.title &&
    (before.unitScope ?? 'all') === (after.unitScope ?? 'all') &&
    sameSet(before.steps, after.steps) &&
    sameSet(before.fields, after.fields)
  );
}
