import { type Insertable, type Selectable, sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type ConsentEventTable } from '../../../platform/db/tables.generated.ts';

export type ConsentRow = Selectable<ConsentEventTable>;

interface About {
  readonly communeCode: string;
  readonly personId: string;
}

/** Writes down that consent was given or withdrawn. */
export async function insertConsent(tx: Tx, event: Insertable<ConsentEventTable>): Promise<void> {
  await tx.insertInto('consent_event').values(event).execute();
}

/** The line that holds for each purpose at a moment: the newest up to then. */
export async function listStanding(db: Database | Tx, { communeCode, personId }: About, at: Date): Promise<readonly ConsentRow[]> {
  const { rows } = await sql<ConsentRow>`
    select distinct on (purpose) * from consent_event
    where commune_code = ${communeCode} and person_id = ${personId} and at <= ${at}
    order by purpose, at desc, id desc`.execute(db);
  return rows;
}

/** The line that holds for each person and purpose of a commune at a moment. */
export async function listStandingOfAll(db: Database | Tx, communeCode: string, at: Date): Promise<readonly Pick<ConsentRow, 'person_id' | 'purpose' | 'version' | 'act'>[]> {
  const { rows } = await sql<Pick<ConsentRow, 'person_id' | 'purpose' | 'version' | 'act'>>`
    select distinct on (person_id, purpose) person_id, purpose, version, act from consent_event
    where commune_code = ${communeCode} and at <= ${at}
    order by person_id, purpose, at desc, id desc`.execute(db);
  return rows;
}

/** Withdraws whatever still stands, because the person objects; answers how many purposes. */
export async function withdrawAllConsents(tx: Tx, about: About, by: { readonly id: string; readonly name: string }, newId: () => string, now: Date): Promise<number> {
  const standing = (await listStanding(tx, about, now)).filter(({ act }) => act === 'given');
  for (const { purpose, version } of standing) {
    await insertConsent(tx, {
      commune_code: about.communeCode, id: newId(), person_id: about.personId, purpose, version, act: 'withdrawn', channel: 'counter', at: now, recorded_by: by.id, recorded_by_name: by.name,
    });
  }
  return standing.length;
}
