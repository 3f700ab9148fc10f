import { type Position } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type HeldPosition } from './staff-member.ts';

/** A position with the id that it has or shall have. */
export interface IdentifiedPosition extends Position {
  readonly positionId: string;
}

/** What a commune offers to positions on a day. */
export interface PositionChoices {
  readonly unitIds: ReadonlySet<string>;
  /** Fields (lĩnh vực) of the catalogue in force. */
  readonly fields: ReadonlySet<string>;
}

/** How the positions of a person get from what is held to what is wished for. Nothing is changed in place, so that the past stays readable. */
export interface PositionPlan {
  readonly closed: readonly string[];
  readonly opened: readonly IdentifiedPosition[];
}

/**
 * Compares the positions that a person holds with those wished for: the same content under the same id is kept, everything
 * else held is closed, everything else wished for is opened, under a fresh id when its own belongs to a closed one. Refuses an
 * id named twice, an empty title, a unit or a field that the commune does not have; fields already held may be held on.
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
  const opened: IdentifiedPosition[] = [];
  for (const [index, wish] of wished.entries()) {
    const at = `positions.${index}`;
    if (named.has(wish.positionId)) return refuse('identity.id-used', undefined, `${at}.positionId`);
    named.add(wish.positionId);
    const title = wish.title.normalize('NFC').replace(/[\p{Cc}\p{Z}]+/gu, ' ').trim();
    const before = heldById.get(wish.positionId);
    if (before !== undefined && isSame(before, { ...wish, title })) {
      kept.add(wish.positionId);
      continue;
    }
    if (title === '') return refuse('identity.title-missing', undefined, `${at}.title`);
    if (!choices.unitIds.has(wish.unitId)) return refuse('identity.unit-unknown', undefined, `${at}.unitId`);
    if (!wish.fields.every((field) => choices.fields.has(field) || heldFields.has(field))) {
      return refuse('identity.field-unknown', undefined, `${at}.fields`);
    }
    opened.push({ ...wish, title, positionId: before === undefined ? wish.positionId : freshId() });
  }
  return ok({ closed: held.map(({ positionId }) => positionId).filter((id) => !kept.has(id)), opened });
}

function isSame(before: Position, after: Position): boolean {
  return (
    before.unitId === after.unitId &&
    before.role === after.role &&
    before.title === after.title &&
    before.fields.length === after.fields.length &&
    before.fields.every((field) => after.fields.includes(field))
  );
}
