import { type Database, type Tx } from '../../../platform/db/database.ts';

/** The key of the setting that says how a commune is connected with other agencies. */
const KEY = 'linked-cases-line';

/** Whether a commune only rehearses the exchange with other agencies, as a demonstration does. */
export async function isRehearsing(db: Database | Tx, communeCode: string): Promise<boolean> {
  const row = await db.selectFrom('setting').select('value').where('commune_code', '=', communeCode).where('key', '=', KEY).executeTakeFirst();
  return row?.value === 'rehearsal';
}

/** Lets a commune rehearse the exchange with other agencies: nothing leaves the building. For demonstrations. */
export async function rehearseExchange(tx: Tx, communeCode: string, now: Date): Promise<void> {
  await tx
    .insertInto('setting')
    .values({ commune_code: communeCode, key: KEY, value: JSON.stringify('rehearsal'), changed_at: now })
    .execute();
}
