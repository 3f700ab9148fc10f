import { type Insertable, type Selectable, type Updateable } from 'kysely';
import { type Tx } from '../../../platform/db/database.ts';
import { type DossierHistoryTable, type DossierStepTable, type DossierTable } from '../../../platform/db/tables.generated.ts';

export type DossierRow = Selectable<DossierTable>;
export type DossierStepRow = Selectable<DossierStepTable>;

/** Locks the dossier's row and answers it with its steps in order. */
export async function loadDossierForUpdate(
  tx: Tx,
  communeCode: string,
  id: string,
): Promise<{ readonly dossier: DossierRow; readonly steps: readonly DossierStepRow[] } | undefined> {
  const dossier = await tx
    .selectFrom('dossier')
    .selectAll()
    .where('commune_code', '=', communeCode)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (dossier === undefined) return undefined;
  const steps = await tx
    .selectFrom('dossier_step')
    .selectAll()
    .where('commune_code', '=', communeCode)
    .where('dossier_id', '=', id)
    .orderBy('position')
    .execute();
  return { dossier, steps };
}

/** What one move changes: the dossier's row, the step that ends, the step that begins, one line of history. */
export interface DossierMove {
  readonly changes: Updateable<DossierTable>;
  readonly finished: { readonly position: number; readonly at: Date; readonly holderId: string | null } | null;
  readonly started: { readonly position: number; readonly at: Date; readonly dueAt: Date | null } | null;
  /** The step that goes on and is due at another moment, because the citizen was waited for. */
  readonly postponed: { readonly position: number; readonly dueAt: Date } | null;
  readonly history: Omit<Insertable<DossierHistoryTable>, 'commune_code' | 'dossier_id' | 'seq'>;
}

/** Writes a move. The caller holds the row lock of `loadDossierForUpdate`. */
export async function writeMove(tx: Tx, communeCode: string, id: string, move: DossierMove): Promise<void> {
  await tx
    .updateTable('dossier')
    .set((eb) => ({ ...move.changes, version: eb('version', '+', 1) }))
    .where('commune_code', '=', communeCode)
    .where('id', '=', id)
    .execute();
  const step = (position: number) =>
    tx
      .updateTable('dossier_step')
      .where('commune_code', '=', communeCode)
      .where('dossier_id', '=', id)
      .where('position', '=', position);
  if (move.finished !== null) {
    await step(move.finished.position).set({ finished_at: move.finished.at, holder_id: move.finished.holderId }).execute();
  }
  if (move.started !== null) {
    await step(move.started.position)
      .set({ started_at: move.started.at, due_at: move.started.dueAt, finished_at: null, holder_id: null })
      .execute();
  }
  if (move.postponed !== null) await step(move.postponed.position).set({ due_at: move.postponed.dueAt }).execute();
  await appendHistory(tx, communeCode, id, move.history);
}

/** Writes one line behind the others of a dossier's history */
export async function appendHistory(tx: Tx, communeCode: string, id: string, line: DossierMove['history']): Promise<void> {
  await tx
    .insertInto('dossier_history')
    .columns(['commune_code', 'dossier_id', 'seq', 'at', 'event', 'actor_id', 'actor_name', 'facts'])
    .expression((eb) =>
      eb
        .selectFrom('dossier_history')
        .select((inner) => [
          inner.val(communeCode).as('commune_code'),
          inner.cast<string>(inner.val(id), 'uuid').as('dossier_id'),
          inner(inner.fn.coalesce(inner.fn.max('seq'), inner.val(0)), '+', 1).as('seq'),
          inner.cast<Date>(inner.val(line.at), 'timestamptz').as('at'),
          inner.val(line.event).as('event'),
          inner.cast<string | null>(inner.val(line.actor_id), 'uuid').as('actor_id'),
          inner.cast<string | null>(inner.val(line.actor_name), 'text').as('actor_name'),
          inner.cast<unknown>(inner.val(line.facts), 'jsonb').as('facts'),
        ])
        .where('commune_code', '=', communeCode)
        .where('dossier_id', '=', id),
    )
    .execute();
}
