import { type Insertable, type Selectable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type DeliveryEventTable, type DossierDeliveryTable } from '../../../platform/db/tables.generated.ts';

export type DeliveryRow = Selectable<DossierDeliveryTable>;
export type DeliveryEventRow = Selectable<DeliveryEventTable>;

interface DossierKey {
  readonly commune_code: string;
  readonly id: string;
}

/** The delivery of a dossier that is not over yet. The caller holds the dossier's row lock. */
export async function findOpenDelivery(tx: Tx, { commune_code, id }: DossierKey): Promise<DeliveryRow | undefined> {
  return tx.selectFrom('dossier_delivery').selectAll().where('commune_code', '=', commune_code).where('dossier_id', '=', id).where('closed_at', 'is', null).executeTakeFirst();
}

/** Opens the way of a result that lies in the office from now on. */
export async function openDelivery(tx: Tx, dossier: DossierKey, delivery: { readonly id: string; readonly method: DeliveryRow['method']; readonly address: string | null; readonly at: Date }): Promise<void> {
  await tx
    .insertInto('dossier_delivery')
    .values({ commune_code: dossier.commune_code, dossier_id: dossier.id, id: delivery.id, method: delivery.method, state: 'waiting', address: delivery.address, opened_at: delivery.at })
    .execute();
}

/** Changes the open delivery of a dossier. */
export async function updateDelivery(tx: Tx, delivery: DeliveryRow, changes: Partial<Omit<DeliveryRow, 'commune_code' | 'dossier_id' | 'id' | 'opened_at'>>): Promise<void> {
  await tx.updateTable('dossier_delivery').set(changes).where('commune_code', '=', delivery.commune_code).where('dossier_id', '=', delivery.dossier_id).where('id', '=', delivery.id).execute();
}

/** Takes the way of a result back that lies in the office, because its decision was reopened. */
export async function dropWaitingDelivery(tx: Tx, { commune_code, id }: DossierKey): Promise<void> {
  await tx.deleteFrom('dossier_delivery').where('commune_code', '=', commune_code).where('dossier_id', '=', id).where('state', '=', 'waiting').execute();
}

/** Adds a line to the way of a result. */
export async function addDeliveryEvent(tx: Tx, delivery: Pick<DeliveryRow, 'commune_code' | 'dossier_id' | 'id'>, event: Omit<Insertable<DeliveryEventTable>, 'commune_code' | 'dossier_id' | 'delivery_id' | 'seq'>): Promise<void> {
  const last = await tx
    .selectFrom('delivery_event')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('commune_code', '=', delivery.commune_code)
    .where('dossier_id', '=', delivery.dossier_id)
    .where('delivery_id', '=', delivery.id)
    .executeTakeFirst();
  await tx
    .insertInto('delivery_event')
    .values({ commune_code: delivery.commune_code, dossier_id: delivery.dossier_id, delivery_id: delivery.id, seq: (last?.seq ?? 0) + 1, ...event })
    .execute();
}

/** Every way that a result of a dossier took, newest first, with its events in order. */
export async function listDeliveries(db: Database, communeCode: string, dossierId: string): Promise<readonly { readonly delivery: DeliveryRow; readonly events: readonly DeliveryEventRow[] }[]> {
  const [deliveries, events] = await Promise.all([
    db.selectFrom('dossier_delivery').selectAll().where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).orderBy('opened_at', 'desc').execute(),
    db.selectFrom('delivery_event').selectAll().where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).orderBy('seq').execute(),
  ]);
  return deliveries.map((delivery) => ({ delivery, events: events.filter((event) => event.delivery_id === delivery.id) }));
}

/** A result on its way home, as whoever carries it needs it: name and address, nothing of the matter itself. */
export interface CarriedResult {
  readonly dossierId: string;
  readonly version: number;
  readonly envelopeCode: string;
  readonly applicantName: string;
  readonly applicantPhone: string | null;
  readonly address: string;
  readonly sentAt: Date;
  readonly lastEvent: DeliveryEventRow['event'] | null;
  readonly lastTo: string | null;
}

/** The results of a commune that are on their way home, oldest first; with a code only that envelope. At most 200. */
export async function listCarriedResults(db: Database, communeCode: string, envelopeCode: string | null): Promise<readonly CarriedResult[]> {
  let query = db
    .selectFrom('dossier_delivery as v')
    .innerJoin('dossier as d', (join) => join.onRef('d.commune_code', '=', 'v.commune_code').onRef('d.id', '=', 'v.dossier_id'))
    .leftJoinLateral(
      (select) =>
        select
          .selectFrom('delivery_event as e')
          .select(['e.event', 'e.to_name'])
          .whereRef('e.commune_code', '=', 'v.commune_code')
          .whereRef('e.dossier_id', '=', 'v.dossier_id')
          .whereRef('e.delivery_id', '=', 'v.id')
          .orderBy('e.seq', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select(['v.dossier_id as dossierId', 'd.version', 'v.envelope_code', 'd.applicant_name as applicantName', 'd.applicant_phone as applicantPhone', 'v.address', 'v.opened_at as sentAt', 'last.event as lastEvent', 'last.to_name as lastTo'])
    .where('v.commune_code', '=', communeCode)
    .where('v.method', '=', 'home')
    .where('v.state', '=', 'sent')
    .orderBy('v.opened_at')
    .limit(200);
  if (envelopeCode !== null) query = query.where('v.envelope_code', '=', envelopeCode);
  const rows = await query.execute();
  return rows.map(({ envelope_code, address, ...row }) => ({ ...row, envelopeCode: envelope_code ?? '', address: address ?? '' }));
}
