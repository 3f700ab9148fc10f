import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type AgencyTransferTable, type LinkedCaseTable, type LinkedChildTable } from '../../../platform/db/tables.generated.ts';
import { type CaseLine } from '../domain/decide-child.ts';
import { type LinkedChild } from '../domain/linked-case.ts';

export type CaseRow = Selectable<LinkedCaseTable>;
export type ChildRow = Selectable<LinkedChildTable>;
export type TransferRow = Selectable<AgencyTransferTable>;

/** A case with its children in order and its messages, newest first. */
export interface CaseAggregate {
  readonly linkedCase: CaseRow;
  readonly children: readonly ChildRow[];
  readonly transfers: readonly TransferRow[];
}

async function readParts(db: Database | Tx, linkedCase: CaseRow): Promise<CaseAggregate> {
  const { commune_code, id } = linkedCase;
  const children = await db.selectFrom('linked_child').selectAll().where('commune_code', '=', commune_code).where('case_id', '=', id).orderBy('position').execute();
  const transfers = await db.selectFrom('agency_transfer').selectAll().where('commune_code', '=', commune_code).where('case_id', '=', id).orderBy('created_at', 'desc').orderBy('id', 'desc').execute();
  return { linkedCase, children, transfers };
}

/** A case with all its parts; undefined when this commune has no such case. */
export async function findLinkedCase(db: Database, communeCode: string, id: string): Promise<CaseAggregate | undefined> {
  const row = await db.selectFrom('linked_case').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : readParts(db, row);
}

/** The same with the case's row locked: whatever happens to one case happens one after the other. */
export async function loadLinkedCaseForUpdate(tx: Tx, communeCode: string, id: string): Promise<CaseAggregate | undefined> {
  const row = await tx.selectFrom('linked_case').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? undefined : readParts(tx, row);
}

/** Writes a new case with its children. The dossiers must be written before. */
export async function insertLinkedCase(tx: Tx, linkedCase: Insertable<LinkedCaseTable>, children: readonly Insertable<LinkedChildTable>[]): Promise<void> {
  await tx.insertInto('linked_case').values(linkedCase).execute();
  await tx.insertInto('linked_child').values([...children]).execute();
}

/** The columns of a child that its rules know. */
export function childColumns(child: LinkedChild): Omit<Insertable<LinkedChildTable>, 'commune_code' | 'case_id' | 'position' | 'dossier_id'> {
  const at = (moment: number | null) => (moment === null ? null : new Date(moment));
  return {
    key: child.key,
    agency: child.agency,
    state: child.state,
    time_limit: child.limit,
    clock_from: at(child.clockFrom),
    started_at: at(child.startedAt),
    due_at: new Date(child.dueAt),
    ended_at: at(child.endedAt),
    pauses: JSON.stringify(child.pauses.map(({ from, to }) => [new Date(from).toISOString(), to === null ? null : new Date(to).toISOString()])),
    pause_reason: child.pauseReason,
    answer_by: at(child.answerBy),
    result_number: child.resultNumber,
    words: child.words,
  };
}

/** Writes what became of a case and its children, with the lines of its history; raises its version by one. The caller holds the case's lock. */
export async function writeCaseChange(
  tx: Tx,
  linkedCase: Pick<CaseRow, 'commune_code' | 'id'>,
  change: { readonly children: readonly LinkedChild[]; readonly dueAt: Date; readonly endedAt: Date | null },
): Promise<void> {
  const { commune_code, id } = linkedCase;
  for (const child of change.children) {
    await tx.updateTable('linked_child').set(childColumns(child)).where('commune_code', '=', commune_code).where('case_id', '=', id).where('key', '=', child.key).execute();
  }
  await tx
    .updateTable('linked_case')
    .set((eb) => ({ due_at: change.dueAt, ended_at: change.endedAt, version: eb('version', '+', 1) }))
    .where('commune_code', '=', commune_code)
    .where('id', '=', id)
    .execute();
}

/** Writes corrected facts of a case. The caller holds the case's lock and raises its version. */
export async function writeCaseFacts(tx: Tx, linkedCase: Pick<CaseRow, 'commune_code' | 'id'>, facts: Readonly<Record<string, string>>, subjectName: string): Promise<void> {
  await tx.updateTable('linked_case').set({ facts: JSON.stringify(facts), subject_name: subjectName }).where('commune_code', '=', linkedCase.commune_code).where('id', '=', linkedCase.id).execute();
}

/** Appends lines to a case's history. The caller holds the case's lock, so that no two lines get one number. */
export async function appendCaseLines(tx: Tx, linkedCase: Pick<CaseRow, 'commune_code' | 'id'>, lines: readonly CaseLine[], by: { readonly id: string; readonly name: string } | null, at: Date): Promise<void> {
  if (lines.length === 0) return;
  const { commune_code, id } = linkedCase;
  const { last } = await tx.selectFrom('linked_event').select((eb) => eb.fn.coalesce(eb.fn.max('seq'), eb.val(0)).as('last')).where('commune_code', '=', commune_code).where('case_id', '=', id).executeTakeFirstOrThrow();
  await tx
    .insertInto('linked_event')
    .values(lines.map((line, index) => ({ commune_code, case_id: id, seq: last + index + 1, at, event: line.event, child_key: line.childKey, actor_id: by?.id ?? null, actor_name: by?.name ?? null, facts: JSON.stringify(line.facts) })))
    .execute();
}

/** Puts a message into the way out. */
export async function insertTransfers(tx: Tx, rows: readonly Insertable<AgencyTransferTable>[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('agency_transfer').values([...rows]).execute();
}

/** Writes what became of a message. */
export async function updateTransfer(tx: Tx, transfer: Pick<TransferRow, 'commune_code' | 'id'>, changes: Updateable<AgencyTransferTable>): Promise<void> {
  await tx.updateTable('agency_transfer').set(changes).where('commune_code', '=', transfer.commune_code).where('id', '=', transfer.id).execute();
}

/** Messages of a child that nobody needs any more are not sent. */
export async function cancelWaitingTransfers(tx: Tx, linkedCase: Pick<CaseRow, 'commune_code' | 'id'>, childKeys: readonly string[]): Promise<void> {
  if (childKeys.length === 0) return;
  await tx
    .updateTable('agency_transfer')
    .set({ state: 'cancelled', next_try_at: null })
    .where('commune_code', '=', linkedCase.commune_code)
    .where('case_id', '=', linkedCase.id)
    .where('child_key', 'in', [...childKeys])
    .where('kind', '<>', 'withdrawal')
    .where('state', 'in', ['waiting', 'failed', 'refused'])
    .execute();
}

/** Keeps an answer of an agency under its id; false when it was kept before. */
export async function keepAnswer(tx: Tx, answer: { readonly communeCode: string; readonly transferId: string; readonly answerId: string; readonly kind: 'acknowledged' | 'refused' | 'supplement' | 'result' | 'negative'; readonly facts: object; readonly at: Date }): Promise<boolean> {
  const { rows } = await sql<{ one: number }>`insert into agency_answer (commune_code, transfer_id, answer_id, at, kind, facts)
    values (${answer.communeCode}, ${answer.transferId}, ${answer.answerId}, ${answer.at}, ${answer.kind}, ${JSON.stringify(answer.facts)}::jsonb)
    on conflict do nothing returning 1 as one`.execute(tx);
  return rows.length === 1;
}
