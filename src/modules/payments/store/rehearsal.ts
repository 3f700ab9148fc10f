import { sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type GatewayFields } from '../domain/gateway-fields.ts';

/** A message that the rehearsal gateway still has to send. */
export interface WaitingWord {
  readonly at: string;
  readonly fields: GatewayFields;
}

/** What was chosen at the rehearsal gateway. */
export interface RehearsalTransaction {
  readonly communeCode: string;
  readonly orderNumber: string;
  readonly transactionNumber: string;
  readonly amount: number;
  readonly code: string;
  readonly decidedAt: Date;
}

/** Remembers what was chosen, and what is still to be told about it. */
export async function keepRehearsal(tx: Database | Tx, { communeCode, orderNumber, transactionNumber, amount, code, decidedAt }: RehearsalTransaction, waiting: readonly WaitingWord[]): Promise<void> {
  const [first] = waiting;
  await tx
    .insertInto('rehearsal_transaction')
    .values({ commune_code: communeCode, order_number: orderNumber, transaction_number: transactionNumber, amount, code, decided_at: decidedAt, told: JSON.stringify(waiting), next_at: first === undefined ? null : new Date(first.at) })
    .execute();
}

/** What the rehearsal gateway knows of an order, the newest first. */
export async function findRehearsal(db: Database, communeCode: string, orderNumber: string): Promise<RehearsalTransaction | undefined> {
  const row = await db.selectFrom('rehearsal_transaction').selectAll().where('commune_code', '=', communeCode).where('order_number', '=', orderNumber).orderBy('decided_at', 'desc').executeTakeFirst();
  return row === undefined ? undefined : { communeCode: row.commune_code, orderNumber: row.order_number, transactionNumber: row.transaction_number, amount: row.amount, code: row.code, decidedAt: row.decided_at };
}

/** Takes the messages whose time has come: each is handed out once. */
export async function takeDueWords(db: Database, now: Date): Promise<readonly GatewayFields[]> {
  return db.transaction().execute(async (tx) => {
    const rows = await tx.selectFrom('rehearsal_transaction').selectAll().where('next_at', '<=', now).orderBy('next_at').limit(50).forUpdate().skipLocked().execute();
    const due: GatewayFields[] = [];
    for (const row of rows) {
      const words = row.told as readonly WaitingWord[];
      const later = words.filter(({ at }) => Date.parse(at) > now.getTime());
      due.push(...words.filter(({ at }) => Date.parse(at) <= now.getTime()).map(({ fields }) => fields));
      await tx
        .updateTable('rehearsal_transaction')
        .set({ told: JSON.stringify(later), next_at: later[0] === undefined ? null : new Date(later[0].at) })
        .where('commune_code', '=', row.commune_code).where('order_number', '=', row.order_number).where('transaction_number', '=', row.transaction_number)
        .execute();
    }
    return due;
  });
}

/** Forgets what the rehearsal was about long ago. */
export async function purgeRehearsal(db: Database, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`delete from rehearsal_transaction where decided_at < ${before}`.execute(db);
  return Number(numAffectedRows ?? 0);
}
