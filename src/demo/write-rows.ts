import { sql } from 'kysely';
import { type Tx } from '../platform/db/database.ts';
import { type Tables } from '../platform/db/tables.generated.ts';
import { type DemoPicture } from './demo-pictures.ts';
import { type LinkedRows } from './office/link-cases.ts';
import { type DossierRows, type PaperFileRow } from './office/dossier-rows.ts';

/** One statement carries so many rows: more gains nothing and makes long texts. */
const ROWS_AT_ONCE = 2000;

/** Writes many rows of one table in few statements; columns that the rows do not name take their defaults. */
async function insertRows(tx: Tx, table: keyof Tables, rows: readonly object[]): Promise<void> {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const json = JSON.stringify(rows.slice(from, from + ROWS_AT_ONCE));
    await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${json}::jsonb)`.execute(tx);
  }
}

/** Writes the residents and dossiers of the demonstration, and the counters that live receptions go on from. */
export async function writeDossierRows(tx: Tx, { bookNumbers, lastNumbers, persons, stories }: DossierRows, book: { readonly communeCode: string; readonly agencyCode: string }): Promise<void> {
  await insertRows(tx, 'person', persons);
  await insertRows(tx, 'dossier', stories.map(({ dossier }) => dossier));
  await insertRows(tx, 'dossier_step', stories.flatMap(({ steps }) => steps));
  await insertRows(tx, 'dossier_paper', stories.flatMap(({ papers }) => papers));
  await insertRows(tx, 'dossier_delivery', stories.flatMap(({ deliveries }) => deliveries));
  await insertRows(tx, 'supplement_request', stories.flatMap(({ supplements }) => supplements));
  await insertRows(tx, 'supplement_item', stories.flatMap(({ faults }) => faults));
  await insertRows(tx, 'dossier_extension', stories.flatMap(({ extensions }) => extensions));
  const payments = stories.flatMap((story) => story.payments);
  await insertRows(tx, 'payment_request', payments);
  const open = payments.filter(({ status }) => status === 'open');
  await insertRows(tx, 'payable', open.map(({ commune_code, dossier_id, id, amount, reference, asked_at }) => ({ commune_code, id, dossier_id, purpose: 'during-work', amount, paid: 0, refunded: 0, state: 'open', reference, opened_at: asked_at })));
  await insertRows(tx, 'payable_event', open.map(({ commune_code, id, amount, asked_at, asked_by, asked_by_name }) => ({ commune_code, payable_id: id, seq: 1, at: asked_at, kind: 'opened', amount, state: 'open', actor_id: asked_by, actor_name: asked_by_name })));
  await insertRows(tx, 'certification', stories.flatMap(({ certifications }) => certifications));
  await insertRows(tx, 'certified_document', stories.flatMap(({ certified }) => certified));
  await insertRows(tx, 'dossier_history', stories.flatMap(({ history }) => history));
  const counters = [
    ...[...lastNumbers].map(([period, last]) => ({ commune_code: book.communeCode, book: `dossier:${book.agencyCode}`, period, last })),
    ...[...bookNumbers].map(([name, last]) => {
      const [symbol = '', year = ''] = name.split(' ');
      return { commune_code: book.communeCode, book: `certification:${symbol}`, period: year, last };
    }),
  ];
  if (counters.length === 0) return;
  await tx
    .insertInto('number_counter')
    .values(counters)
    .onConflict((conflict) => conflict.columns(['commune_code', 'book', 'period']).doUpdateSet((eb) => ({ last: eb.ref('excluded.last') })))
    .execute();
}

/** Writes the cases of interlinked procedures; their dossiers must be written before. */
export async function writeLinkedRows(tx: Tx, { cases, children, events, transfers }: LinkedRows): Promise<void> {
  if (cases.length === 0) return;
  await insertRows(tx, 'linked_case', cases);
  await insertRows(tx, 'linked_child', children);
  await insertRows(tx, 'agency_transfer', transfers);
  await insertRows(tx, 'linked_event', events);
}

/** Writes which papers have which pictures; the pictures themselves lie in the file store already. */
export async function writePictureRows(tx: Tx, communeCode: string, pictures: readonly DemoPicture[], files: readonly PaperFileRow[], now: Date): Promise<void> {
  if (files.length === 0) return;
  await tx
    .insertInto('stored_file')
    .values(pictures.map(({ byteCount, sha256 }) => ({ commune_code: communeCode, sha256, byte_count: byteCount, media_type: 'image/jpeg', stored_at: now })))
    .onConflict((conflict) => conflict.columns(['commune_code', 'sha256']).doNothing())
    .execute();
  await insertRows(tx, 'paper_file', files);
}

/** The last dossier number of every day in a book; numbers that were given out are never given out again. */
export async function loadLastNumbers(tx: Tx, book: { readonly communeCode: string; readonly agencyCode: string }): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('number_counter')
    .select(['period', 'last'])
    .where('commune_code', '=', book.communeCode)
    .where('book', '=', `dossier:${book.agencyCode}`)
    .execute();
  return new Map(rows.map(({ period, last }) => [period, last]));
}
