import { sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Commune, type Unit, type Village } from '../domain/commune.ts';

const COMMUNE_COLUMNS = [
  'code',
  'province_code as provinceCode',
  'name',
  'kind',
  'province_name as provinceName',
  'agency_code as agencyCode',
  'centre_name as centreName',
  'address',
  'hotline',
  'email',
] as const;

/** The key under which the whole installation (`*`) remembers which commune it is at home in. */
export const HOME_COMMUNE = 'home-commune';

/** A served commune by its code, or undefined. */
export async function findCommune(db: Database, code: string): Promise<Commune | undefined> {
  return db.selectFrom('commune').select(COMMUNE_COLUMNS).where('code', '=', code).executeTakeFirst();
}

/** A served commune by its code; throws when it is not served: the caller's code came from a session or a setting. */
export async function getCommune(db: Database, code: string): Promise<Commune> {
  const commune = await findCommune(db, code);
  if (commune === undefined) throw new Error(`commune ${code} is not served here`);
  return commune;
}

/** Every served commune in the order of codes. */
export async function listCommunes(db: Database): Promise<readonly Commune[]> {
  return db.selectFrom('commune').select(COMMUNE_COLUMNS).orderBy('code').execute();
}

/** The commune that the public pages speak for: the one named in the settings, else the only one; undefined before set-up. */
export async function findHomeCommune(db: Database): Promise<Commune | undefined> {
  const setting = await db
    .selectFrom('setting')
    .select('value')
    .where('commune_code', '=', '*')
    .where('key', '=', HOME_COMMUNE)
    .executeTakeFirst();
  if (typeof setting?.value === 'string') return findCommune(db, setting.value);
  const [first, second] = await db.selectFrom('commune').select(COMMUNE_COLUMNS).orderBy('code').limit(2).execute();
  return second === undefined ? first : undefined;
}

/** Makes a commune the home of this installation; false, and nothing changed, when it has one already. */
export async function claimHomeCommune(tx: Tx, code: string, now: Date): Promise<boolean> {
  const claimed = await tx
    .insertInto('setting')
    .values({ commune_code: '*', key: HOME_COMMUNE, value: JSON.stringify(code), changed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  return claimed !== undefined;
}

/** Adds a commune to those served here. */
export async function insertCommune(tx: Tx, commune: Commune, now: Date): Promise<void> {
  await tx
    .insertInto('commune')
    .values({
      code: commune.code,
      province_code: commune.provinceCode,
      name: commune.name,
      kind: commune.kind,
      province_name: commune.provinceName,
      agency_code: commune.agencyCode,
      centre_name: commune.centreName,
      address: commune.address,
      hotline: commune.hotline,
      email: commune.email,
      created_at: now,
    })
    .execute();
}

/** Whether a row was made for demonstration. */
export interface Provenance {
  readonly synthetic: boolean;
}

/** Adds units that exist from a day on. */
export async function insertUnits(tx: Tx, communeCode: string, units: readonly Unit[], validFrom: LocalDate, { synthetic }: Provenance): Promise<void> {
  if (units.length === 0) return;
  await tx
    .insertInto('unit')
    .values(
      units.map((unit) => ({
        commune_code: communeCode,
        id: unit.id,
        name: unit.name,
        short_name: unit.shortName,
        kind: unit.kind,
        fields: [...unit.fields],
        valid_from: validFrom,
        synthetic,
      })),
    )
    .execute();
}

/** Adds villages that exist from a day on. */
export async function insertVillages(
  tx: Tx,
  communeCode: string,
  villages: readonly Village[],
  validFrom: LocalDate,
  { synthetic }: Provenance,
): Promise<void> {
  if (villages.length === 0) return;
  await tx
    .insertInto('village')
    .values(
      villages.map((village) => ({
        commune_code: communeCode,
        id: village.id,
        name: village.name,
        kind: village.kind,
        team_leader_name: village.teamLeaderName,
        team_leader_phone: village.teamLeaderPhone,
        valid_from: validFrom,
        synthetic,
      })),
    )
    .execute();
}

/** The units of a commune on a day, as they are called on it, by name. */
export async function listUnits(db: Database, communeCode: string, on: LocalDate): Promise<readonly Unit[]> {
  const { rows } = await sql<Unit>`
    select id, name, short_name as "shortName", kind, fields from units_on(${communeCode}, ${on}::date)
     where valid_from <= ${on}::date and (valid_to is null or valid_to >= ${on}::date) order by name`.execute(db);
  return rows;
}

/** The villages of a commune on a day, as they are called on it, by name. */
export async function listVillages(db: Database, communeCode: string, on: LocalDate): Promise<readonly Village[]> {
  const { rows } = await sql<Village>`
    select id, name, kind, team_leader_name as "teamLeaderName", team_leader_phone as "teamLeaderPhone" from villages_on(${communeCode}, ${on}::date)
     where valid_from <= ${on}::date and (valid_to is null or valid_to >= ${on}::date) order by name`.execute(db);
  return rows;
}
