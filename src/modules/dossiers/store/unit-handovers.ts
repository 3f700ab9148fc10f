import { type Insertable, type Selectable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type UnitHandoverTable } from '../../../platform/db/tables.generated.ts';
import { type DossierRow } from './move-dossier.ts';

export type UnitHandoverRow = Selectable<UnitHandoverTable>;

type DossierKey = Pick<DossierRow, 'commune_code' | 'id'>;
type NewHandover = Pick<Insertable<UnitHandoverTable>, 'id' | 'from_unit_id' | 'from_unit_name' | 'from_holder_id' | 'to_unit_id' | 'to_unit_name' | 'reason' | 'handed_at' | 'handed_by' | 'handed_by_name' | 'take_over_by'>;

/** Writes a hand-over that waits. One that was still waiting when the work on the dossier ended is over. */
export async function insertHandover(tx: Tx, { commune_code, id }: DossierKey, handover: NewHandover): Promise<void> {
  await tx.updateTable('unit_handover').set({ state: 'lapsed', closed_at: handover.handed_at }).where('commune_code', '=', commune_code).where('dossier_id', '=', id).where('state', '=', 'waiting').execute();
  await tx.insertInto('unit_handover').values({ commune_code, dossier_id: id, state: 'waiting', ...handover }).execute();
}

/** The hand-over that waits to be taken over; undefined when none does. */
export async function findWaitingHandover(db: Database, { commune_code, id }: DossierKey): Promise<UnitHandoverRow | undefined> {
  return db.selectFrom('unit_handover').selectAll().where('commune_code', '=', commune_code).where('dossier_id', '=', id).where('state', '=', 'waiting').executeTakeFirst();
}

/** How many hand-overs of a commune wait to be taken over. */
export async function countWaitingHandovers(db: Database, communeCode: string): Promise<number> {
  const { count } = await db.selectFrom('unit_handover').select(({ fn }) => fn.countAll<number>().as('count')).where('commune_code', '=', communeCode).where('state', '=', 'waiting').executeTakeFirstOrThrow();
  return count;
}

/** Writes what became of the hand-over that waits. */
export async function closeHandover(
  tx: Tx,
  { commune_code, id }: DossierKey,
  end: { readonly state: 'taken-over' | 'turned-back' | 'called-back'; readonly at: Date; readonly by: string; readonly byName: string; readonly words: string | null },
): Promise<void> {
  await tx
    .updateTable('unit_handover')
    .set({ state: end.state, closed_at: end.at, closed_by: end.by, closed_by_name: end.byName, answer_words: end.words })
    .where('commune_code', '=', commune_code)
    .where('dossier_id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

/** Hand-overs that nobody took over in time and about which nobody was warned, locked for this transaction, each with its dossier. */
export async function lockOverdueHandovers(tx: Tx, now: Date, limit: number): Promise<readonly { readonly handover: UnitHandoverRow; readonly dossier: DossierRow }[]> {
  const handovers = await tx.selectFrom('unit_handover').selectAll().where('state', '=', 'waiting').where('warned_at', 'is', null).where('take_over_by', '<=', now).orderBy('take_over_by').limit(limit).forUpdate().skipLocked().execute();
  if (handovers.length === 0) return [];
  const dossiers = await tx.selectFrom('dossier').selectAll().where('id', 'in', handovers.map(({ dossier_id }) => dossier_id)).execute();
  return handovers.flatMap((handover) => {
    const dossier = dossiers.find(({ commune_code, id }) => commune_code === handover.commune_code && id === handover.dossier_id);
    return dossier === undefined ? [] : [{ handover, dossier }];
  });
}

/** Notes that both sides were warned. */
export async function markWarned(tx: Tx, { commune_code, id }: Pick<UnitHandoverRow, 'commune_code' | 'id'>, at: Date): Promise<void> {
  await tx.updateTable('unit_handover').set({ warned_at: at }).where('commune_code', '=', commune_code).where('id', '=', id).execute();
}
