import { sql } from 'kysely';
import { type Database } from '../../../platform/db/database.ts';
import { type AgreedWay, type FiledKind } from '../domain/assisted.ts';

/** The local day of an instant. */
const DAY = sql`(f.sent_at at time zone 'Asia/Ho_Chi_Minh')::date`;
/** Stands for a helper in an address: no name and no phone. */
const HELPER_ID = sql`left(encode(sha256(convert_to(f.helper_key, 'UTF8')), 'hex'), 16)`;
/** How the person agreed as it was told, else the way of the newest consent, which is the one that counted. */
const WAY = sql`coalesce(f.told_consent, (select c.way from assisted_consent c where c.commune_code = f.commune_code and c.dossier_id = f.id order by c.given_at desc, c.id desc limit 1))`;

/** A span of local days, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Declarations with help by month and kind. */
export async function countByMonth(db: Database, communeCode: string, { from, to }: Days): Promise<readonly { readonly month: string; readonly kind: FiledKind; readonly filings: number }[]> {
  const { rows } = await sql<{ month: string; kind: FiledKind; filings: number }>`
    select to_char(${DAY}, 'YYYY-MM') as month, f.helper_kind as kind, count(*)::int as filings from assisted_filing f
    where f.commune_code = ${communeCode} and f.sent_at is not null and ${DAY} between ${from}::date and ${to}::date group by 1, 2 order by 1`.execute(db);
  return rows;
}

/** Declarations with help by the way of agreeing. */
export async function countByWay(db: Database, communeCode: string, { from, to }: Days): Promise<readonly { readonly way: AgreedWay; readonly filings: number }[]> {
  const { rows } = await sql<{ way: AgreedWay; filings: number }>`
    select way, count(*)::int as filings from (select ${WAY} as way from assisted_filing f where f.commune_code = ${communeCode} and f.sent_at is not null and ${DAY} between ${from}::date and ${to}::date) w
    where way is not null group by way order by way`.execute(db);
  return rows;
}

/** A helper with how many they filed in a span, and the most on one day. */
export interface HelperCount {
  readonly id: string;
  readonly kind: FiledKind;
  readonly name: string;
  readonly team: string | null;
  readonly filings: number;
  readonly mostADay: number;
}

/** Helpers by how many declarations they filled in, the busiest first. */
export async function countByHelper(db: Database, communeCode: string, { from, to }: Days, most: number): Promise<readonly HelperCount[]> {
  const { rows } = await sql<HelperCount>`
    with days as (
      select f.helper_key, ${HELPER_ID} as id, ${DAY} as day, count(*)::int as filings, (array_agg(f.helper_kind order by f.sent_at desc))[1] as kind, (array_agg(f.helper_name order by f.sent_at desc))[1] as name, (array_agg(f.helper_team order by f.sent_at desc))[1] as team
      from assisted_filing f where f.commune_code = ${communeCode} and f.sent_at is not null and ${DAY} between ${from}::date and ${to}::date group by 1, 2, 3)
    select id, (array_agg(kind order by day desc))[1] as kind, (array_agg(name order by day desc))[1] as name, (array_agg(team order by day desc))[1] as team, sum(filings)::int as filings, max(filings)::int as "mostADay"
    from days group by id order by filings desc, id limit ${most}`.execute(db);
  return rows;
}

/** A declaration behind a figure. */
export interface FilingLine {
  readonly dossierId: string;
  readonly procedureCode: string;
  readonly helper: string;
  readonly kind: FiledKind;
  readonly way: AgreedWay | null;
  readonly sentAt: Date;
}

/** The declarations of a span, the newest first, from behind a place on. */
export async function listFilings(db: Database, communeCode: string, { from, to }: Days, of: { readonly kind: FiledKind | null; readonly helper: string | null; readonly after: { readonly at: Date; readonly id: string } | null }, most: number): Promise<readonly FilingLine[]> {
  const beyond = of.after === null ? sql`true` : sql`(f.sent_at, f.id) < (${of.after.at}, ${of.after.id}::uuid)`;
  const { rows } = await sql<FilingLine>`
    select f.id as "dossierId", f.procedure_code as "procedureCode", f.helper_name as helper, f.helper_kind as kind, ${WAY} as way, f.sent_at as "sentAt" from assisted_filing f
    where f.commune_code = ${communeCode} and f.sent_at is not null and ${DAY} between ${from}::date and ${to}::date and (${of.kind}::text is null or f.helper_kind = ${of.kind}) and (${of.helper}::text is null or ${HELPER_ID} = ${of.helper})
      and ${beyond} order by f.sent_at desc, f.id desc limit ${most}`.execute(db);
  return rows;
}

/** How many a helper filed on each day of a span. */
export interface HelperDay {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly day: string;
  readonly filings: number;
}

/** Every helper's days in a span. */
export async function listHelperDays(db: Database, communeCode: string, { from, to }: Days): Promise<readonly HelperDay[]> {
  const { rows } = await sql<HelperDay>`
    select f.helper_key as key, ${HELPER_ID} as id, (array_agg(f.helper_name order by f.sent_at desc))[1] as name, to_char(${DAY}, 'YYYY-MM-DD') as day, count(*)::int as filings from assisted_filing f
    where f.commune_code = ${communeCode} and f.sent_at is not null and ${DAY} between ${from}::date and ${to}::date group by f.helper_key, ${DAY} order by 1, 4`.execute(db);
  return rows;
}
