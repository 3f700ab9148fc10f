import { type OutboxMessage } from '../../../platform/commands.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { lockUnitDossiers, writeUnitMoves } from '../store/unit-dossiers.ts';
import { type DossiersDeps } from './deps.ts';

/** A unit that has ended, and where its dossiers go. */
export interface UnitDossiers {
  readonly communeCode: string;
  readonly unitId: string;
  readonly unitName: string;
  /** Which unit takes over a dossier of a field, with the name that the history shows. */
  readonly successorOf: (field: string) => { readonly id: string; readonly name: string };
  /** The decision on the units, in words. */
  readonly words: string;
  readonly by: { readonly staffId: string | null; readonly name: string };
  readonly now: Date;
}

/**
 * Lets open dossiers of a unit that was merged or split go on in its successors, at most `limit` at a time, inside the caller's transaction:
 * who works on them and their clocks stay, hand-overs that wait go along, each has its line of history. Answers how many went and what is
 * to be told; nought when none is left.
 */
export async function moveUnitDossiers(deps: Pick<DossiersDeps, 'newId'>, tx: Tx, move: UnitDossiers, limit: number): Promise<{ readonly moved: number; readonly outbox: readonly OutboxMessage[] }> {
  const dossiers = await lockUnitDossiers(tx, move.communeCode, move.unitId, limit);
  const moves = dossiers.map(({ id, field }) => {
    const to = move.successorOf(field);
    return { id, toUnitId: to.id, toUnitName: to.name, facts: { from: move.unitName, to: to.name, note: move.words } };
  });
  await writeUnitMoves(tx, move.communeCode, move.unitId, moves, move.by, move.now);
  return { moved: moves.length, outbox: moves.map(({ id }) => ({ id: deps.newId(), topic: 'DossierChanged', payload: { dossierId: id, event: 'unit-changed' } })) };
}
