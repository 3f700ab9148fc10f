import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type StatementLineEventTable, type StatementLinePaymentTable, type StatementLineTable } from '../../../platform/db/tables.generated.ts';

export type LineRow = Selectable<StatementLineTable>;
export type LinePaymentRow = Selectable<StatementLinePaymentTable>;
export type LineEventRow = Selectable<StatementLineEventTable>;

/** Which of these identities lines of earlier files have already. */
export async function findKnownIdentities(db: Database | Tx, communeCode: string, identities: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ identity: string }>`select identity from statement_line where commune_code = ${communeCode} and identity = any(${identities}::text[])`.execute(db);
  return new Set(rows.map(({ identity }) => identity));
}

/** Payables that lines name about which nobody has decided. */
export async function findWaitingPayables(db: Database | Tx, communeCode: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ payable: string }>`select distinct c ->> 'payableId' as payable from statement_line l, jsonb_array_elements(l.candidates) c
    where l.commune_code = ${communeCode} and l.state = 'waiting' and c -> 'reasons' ? 'reference'`.execute(db);
  return new Set(rows.map(({ payable }) => payable));
}

/** A line as a statement brings it. */
export interface NewLine extends Pick<LineRow, 'commune_code' | 'id' | 'statement_id' | 'line' | 'identity' | 'booked_on' | 'direction' | 'amount' | 'balance' | 'memo' | 'bank_number' | 'counterpart' | 'reversal' | 'list' | 'state'> {
  readonly reasons: readonly unknown[];
  readonly candidates: readonly unknown[];
  /** Set for those that are paid at once. */
  readonly decided_at: Date | null;
}

/** Adds the lines of a statement in one statement of SQL, whatever their number. */
export async function insertLines(tx: Tx, lines: readonly NewLine[]): Promise<void> {
  if (lines.length === 0) return;
  await sql`insert into statement_line (commune_code, id, statement_id, line, identity, booked_on, direction, amount, balance, memo, bank_number, counterpart, reversal, list, reasons, candidates, state, decided_at)
    select commune_code, id, statement_id, line, identity, booked_on, direction, amount, balance, memo, bank_number, counterpart, reversal, list, reasons, candidates, state, decided_at
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (commune_code text, id uuid, statement_id uuid, line integer, identity text, booked_on date, direction text, amount bigint, balance bigint, memo text,
      bank_number text, counterpart text, reversal boolean, list text, reasons jsonb, candidates jsonb, state text, decided_at timestamptz)`.execute(tx);
}

/** A line by its id; undefined when the commune has none. */
export function findLine(db: Database | Tx, communeCode: string, id: string): Promise<LineRow | undefined> {
  return db.selectFrom('statement_line').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).executeTakeFirst();
}

/** The same, locked until the transaction ends. */
export function loadLineForUpdate(tx: Tx, communeCode: string, id: string): Promise<LineRow | undefined> {
  return tx.selectFrom('statement_line').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Writes what was decided about a line. */
export async function updateLine(tx: Tx, { commune_code, id }: Pick<LineRow, 'commune_code' | 'id'>, changes: Updateable<StatementLineTable>): Promise<void> {
  await tx.updateTable('statement_line').set(changes).where('commune_code', '=', commune_code).where('id', '=', id).execute();
}

/** Notes which payment a line made. */
export async function insertLinePayment(tx: Tx, row: Insertable<StatementLinePaymentTable>): Promise<void> {
  await tx.insertInto('statement_line_payment').values(row).execute();
}

/** The payments of some lines, undone ones included, oldest first. */
export async function listLinePayments(db: Database | Tx, communeCode: string, lineIds: readonly string[]): Promise<readonly LinePaymentRow[]> {
  if (lineIds.length === 0) return [];
  return db.selectFrom('statement_line_payment').selectAll().where('commune_code', '=', communeCode).where('line_id', 'in', lineIds).orderBy('at').orderBy('id').execute();
}

/** Notes that a payment of a line was taken back. */
export async function markUndone(tx: Tx, { commune_code, id }: Pick<LinePaymentRow, 'commune_code' | 'id'>, undone: Pick<LinePaymentRow, 'undone_at' | 'undone_by' | 'undone_by_name' | 'undo_reason'>): Promise<void> {
  await tx.updateTable('statement_line_payment').set(undone).where('commune_code', '=', commune_code).where('id', '=', id).execute();
}

/** Adds to the history of a line, whose row the caller holds or has just made. */
export async function insertLineEvent(tx: Tx, event: Omit<Insertable<StatementLineEventTable>, 'seq'>): Promise<void> {
  await sql`insert into statement_line_event (commune_code, line_id, seq, kind, at, by_id, by_name, automatic, reason, facts)
    select ${event.commune_code}, ${event.line_id}::uuid, coalesce(max(seq), 0) + 1, ${event.kind}, ${event.at}::timestamptz, ${event.by_id}::uuid, ${event.by_name}, ${event.automatic}, ${event.reason ?? null}::text, ${event.facts}::jsonb
    from statement_line_event where commune_code = ${event.commune_code} and line_id = ${event.line_id}`.execute(tx);
}

/** What was decided about a line, oldest first. */
export function listLineEvents(db: Database, communeCode: string, lineId: string): Promise<readonly LineEventRow[]> {
  return db.selectFrom('statement_line_event').selectAll().where('commune_code', '=', communeCode).where('line_id', '=', lineId).orderBy('seq').execute();
}

/** Which of these refunds a line is already. */
export async function findRefundedLines(tx: Tx, communeCode: string, refundIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ refund: string }>`select refund_id as refund from statement_line where commune_code = ${communeCode} and refund_id = any(${[...refundIds]}::uuid[])`.execute(tx);
  return new Set(rows.map(({ refund }) => refund));
}

/** Notes which refund a line is. */
export async function markRefund(tx: Tx, communeCode: string, lineId: string, refundId: string): Promise<void> {
  await tx.updateTable('statement_line').set({ refund_id: refundId }).where('commune_code', '=', communeCode).where('id', '=', lineId).execute();
}
