import { sql } from 'kysely';
import { type Database } from '../../../platform/db/database.ts';
import { type TransferRow } from './linked-cases.ts';

/** How long a sender may take; a process that died meanwhile holds nothing up for longer. */
const BUSY_MINUTES = 2;

/**
 * Takes messages whose time has come, one statement for all: two senders never take the same one. Of all communes when none is named.
 * They are the taker's for two minutes.
 */
export async function takeDueTransfers(db: Database, communeCode: string | null, now: Date, most: number): Promise<readonly TransferRow[]> {
  const { rows } = await sql<TransferRow>`
    update agency_transfer t set busy_until = ${new Date(now.getTime() + BUSY_MINUTES * 60_000)}
    from (select commune_code, id from agency_transfer
      where state = 'waiting' and next_try_at <= ${now} and (busy_until is null or busy_until <= ${now})
        and (${communeCode}::text is null or commune_code = ${communeCode})
      order by next_try_at limit ${most} for update skip locked) due
    where t.commune_code = due.commune_code and t.id = due.id
    returning t.*`.execute(db);
  return rows;
}

/** A message that an agency may still answer. */
export interface AwaitedTransfer {
  readonly communeCode: string;
  readonly id: string;
  readonly caseId: string;
  readonly childKey: string;
  readonly kind: TransferRow['kind'];
  readonly agency: 'police' | 'social-insurance' | 'province';
  readonly sentAt: Date;
}

/** Messages about children that are still open, sent or acknowledged, oldest first. */
export async function listAwaitedTransfers(db: Database, communeCode: string | null, most: number): Promise<readonly AwaitedTransfer[]> {
  const rows = await db
    .selectFrom('agency_transfer')
    .innerJoin('linked_child', (join) =>
      join.onRef('linked_child.commune_code', '=', 'agency_transfer.commune_code').onRef('linked_child.case_id', '=', 'agency_transfer.case_id').onRef('linked_child.key', '=', 'agency_transfer.child_key'),
    )
    .select(['agency_transfer.commune_code', 'agency_transfer.id', 'agency_transfer.case_id', 'agency_transfer.child_key', 'agency_transfer.kind', 'linked_child.agency', 'agency_transfer.sent_at'])
    .where('agency_transfer.state', 'in', ['sent', 'acknowledged'])
    .where('linked_child.ended_at', 'is', null)
    .$if(communeCode !== null, (query) => query.where('agency_transfer.commune_code', '=', communeCode ?? ''))
    .orderBy('agency_transfer.sent_at')
    .limit(most)
    .execute();
  return rows.flatMap((row) =>
    row.agency === 'commune' || row.sent_at === null ? [] : [{ communeCode: row.commune_code, id: row.id, caseId: row.case_id, childKey: row.child_key, kind: row.kind, agency: row.agency, sentAt: row.sent_at }],
  );
}

/** Messages whose agency should have acknowledged by now and about which nobody was alerted since they were sent; oldest first, of all communes. */
export async function listUnacknowledged(db: Database, now: Date, most: number): Promise<readonly { readonly communeCode: string; readonly caseId: string; readonly id: string }[]> {
  const { rows } = await sql<{ communeCode: string; caseId: string; id: string }>`
    select t.commune_code as "communeCode", t.case_id as "caseId", t.id
    from agency_transfer t join linked_child l on l.commune_code = t.commune_code and l.case_id = t.case_id and l.key = t.child_key
    where t.state = 'sent' and t.acknowledge_by < ${now} and (l.ended_at is null or t.kind = 'withdrawal')
      and not exists (select from linked_event e where e.commune_code = t.commune_code and e.case_id = t.case_id and e.child_key = t.child_key
        and e.event = 'transfer-unacknowledged' and e.at > t.sent_at)
    order by t.acknowledge_by limit ${most}`.execute(db);
  return rows;
}
