import { type Database } from '../../../platform/db/database.ts';

/** The key of the setting that says how a commune is connected with other agencies. */
const KEY = 'linked-cases-line';

/** Whether a commune only rehearses the exchange with other agencies, as a demonstration does. */
export async function isRehearsing(db: Database, communeCode: string): Promise<boolean> {
  const row = await db.selectFrom('setting').select('value').where('commune_code', '=', communeCode).where('key', '=', KEY).executeTakeFirst();
  return row?.value === 'rehearsal';
}
