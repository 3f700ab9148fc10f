import { type Insertable, type Selectable, type Updateable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type SupplementItemTable, type SupplementRequestTable } from '../../../platform/db/tables.generated.ts';

export type SupplementRow = Selectable<SupplementRequestTable>;
export type SupplementItemRow = Selectable<SupplementItemTable>;

/** A request with its faults in order. */
export interface WholeSupplement {
  readonly request: SupplementRow;
  readonly items: readonly SupplementItemRow[];
}

interface DossierKey {
  readonly commune_code: string;
  readonly id: string;
}

/** How many requests of a stage reached the citizen, answered and taken back ones too; the caller holds the dossier's row lock. */
export async function countSent(tx: Database | Tx, dossier: DossierKey, stage: SupplementRow['stage']): Promise<number> {
  const row = await tx
    .selectFrom('supplement_request')
    .select(({ fn }) => fn.countAll<number>().as('sent'))
    .where('commune_code', '=', dossier.commune_code)
    .where('dossier_id', '=', dossier.id)
    .where('stage', '=', stage)
    .where('opened_at', 'is not', null)
    .executeTakeFirst();
  return row?.sent ?? 0;
}

/** Writes a request with its faults; its number is the next one of the dossier. */
export async function insertSupplement(
  tx: Tx,
  dossier: DossierKey,
  request: Omit<Insertable<SupplementRequestTable>, 'commune_code' | 'dossier_id' | 'seq'>,
  items: readonly Omit<Insertable<SupplementItemTable>, 'commune_code' | 'dossier_id' | 'request_id' | 'position'>[],
): Promise<void> {
  const keys = { commune_code: dossier.commune_code, dossier_id: dossier.id };
  const last = await tx.selectFrom('supplement_request').select(({ fn }) => fn.max('seq').as('seq')).where('commune_code', '=', keys.commune_code).where('dossier_id', '=', keys.dossier_id).executeTakeFirst();
  await tx.insertInto('supplement_request').values({ ...request, ...keys, seq: (last?.seq ?? 0) + 1 }).execute();
  await tx.insertInto('supplement_item').values(items.map((item, position) => ({ ...item, ...keys, request_id: request.id, position }))).execute();
}

/** The newest request of a dossier in one of these states, with its faults; undefined when there is none. */
export async function findSupplement(tx: Database | Tx, dossier: DossierKey, statuses: readonly SupplementRow['status'][]): Promise<WholeSupplement | undefined> {
  const request = await tx
    .selectFrom('supplement_request')
    .selectAll()
    .where('commune_code', '=', dossier.commune_code)
    .where('dossier_id', '=', dossier.id)
    .where('status', 'in', [...statuses])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (request === undefined) return undefined;
  const items = await tx
    .selectFrom('supplement_item')
    .selectAll()
    .where('commune_code', '=', dossier.commune_code)
    .where('dossier_id', '=', dossier.id)
    .where('request_id', '=', request.id)
    .orderBy('position')
    .execute();
  return { request, items };
}

/** Every request of a dossier, newest first, with its faults. */
export async function listSupplements(db: Database, communeCode: string, dossierId: string): Promise<readonly WholeSupplement[]> {
  const [requests, items] = await Promise.all([
    db.selectFrom('supplement_request').selectAll().where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).orderBy('seq', 'desc').execute(),
    db.selectFrom('supplement_item').selectAll().where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).orderBy('position').execute(),
  ]);
  return requests.map((request) => ({ request, items: items.filter((item) => item.request_id === request.id) }));
}

/** Changes a request. */
export async function updateSupplement(tx: Tx, request: SupplementRow, changes: Updateable<SupplementRequestTable>): Promise<void> {
  await tx.updateTable('supplement_request').set(changes).where('commune_code', '=', request.commune_code).where('dossier_id', '=', request.dossier_id).where('id', '=', request.id).execute();
}

/** Changes a fault of a request. */
export async function updateSupplementItem(tx: Tx, item: SupplementItemRow, changes: Updateable<SupplementItemTable>): Promise<void> {
  await tx.updateTable('supplement_item').set(changes).where('commune_code', '=', item.commune_code).where('dossier_id', '=', item.dossier_id).where('id', '=', item.id).execute();
}
