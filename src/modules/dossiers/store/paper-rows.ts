import { sql } from 'kysely';
import { type Database } from '../../../platform/db/database.ts';

/** A dossier as the register (form 07) lists it. */
export interface RegisterDossier {
  readonly id: string;
  readonly code: string;
  readonly procedure_name: string;
  readonly applicant_name: string;
  readonly applicant_address: string;
  readonly applicant_phone: string | null;
  readonly unit_id: string | null;
  readonly state: string;
  readonly received_at: Date;
  readonly receipt_due_at: Date;
  readonly returned_at: Date | null;
  readonly delivery_method: 'counter' | 'post' | 'home' | 'electronic';
  readonly returned_to: string | null;
}

/** Which dossiers a register lists: received from one instant up to another, of one field where one is given. */
export interface RegisterRange {
  readonly from: Date;
  readonly until: Date;
  readonly field: string | null;
}

const registered = (communeCode: string, { from, until, field }: RegisterRange) =>
  sql`commune_code = ${communeCode} and received_at >= ${from} and received_at < ${until} and code is not null ${field === null ? sql`` : sql`and field = ${field}`}`;

/** How many dossiers of each field were received in the range, whatever field it names, and how many of them have their result. */
export async function countRegisterDossiers(db: Database, communeCode: string, range: RegisterRange): Promise<readonly { readonly field: string; readonly count: number; readonly returned: number }[]> {
  const { rows } = await sql<{ field: string; count: number; returned: number }>`
    select field, count(*)::integer as count, count(returned_at)::integer as returned from dossier where ${registered(communeCode, { ...range, field: null })} group by field order by field`.execute(db);
  return rows;
}

/** The dossiers of a register in the order of reception; at most `limit` of them where it is given. */
export async function listRegisterDossiers(db: Database, communeCode: string, range: RegisterRange, limit: number | null = null): Promise<readonly RegisterDossier[]> {
  const { rows } = await sql<RegisterDossier>`
    select id, code, procedure_name, applicant_name, applicant_address, applicant_phone, unit_id, state, received_at, receipt_due_at, returned_at, delivery_method, returned_to
    from dossier where ${registered(communeCode, range)}
    order by received_at, code ${limit === null ? sql`` : sql`limit ${limit}`}`.execute(db);
  return rows;
}

/** A dossier as a slip or a label names it. */
export interface SlipDossier {
  readonly id: string;
  readonly code: string | null;
  readonly reference: string;
  readonly procedure_name: string;
  readonly applicant_name: string;
  readonly due_at: Date | null;
  readonly papers: number;
  readonly synthetic: boolean;
}

/** The dossiers of a commune with these ids, in the order of the ids; those of other communes and unknown ones are left out. */
export async function listSlipDossiers(db: Database, communeCode: string, ids: readonly string[]): Promise<readonly SlipDossier[]> {
  const { rows } = await sql<SlipDossier>`
    select d.id, d.code, d.reference, d.procedure_name, d.applicant_name, coalesce(d.extended_due_at, d.due_at) as due_at, d.synthetic,
      (select count(*)::integer from dossier_paper p where p.commune_code = d.commune_code and p.dossier_id = d.id and p.source = 'submitted') as papers
    from dossier d join unnest(${ids}::uuid[]) with ordinality as wanted (id, place) on wanted.id = d.id
    where d.commune_code = ${communeCode}
    order by wanted.place`.execute(db);
  return rows;
}

/** A dossier that went to another unit. */
export interface HandedDossier extends Omit<SlipDossier, 'synthetic'> {
  readonly at: Date;
}

/**
 * What went over from one instant up to another, in that order: dossiers that were transferred or moved and are the unit’s, by its fields as
 * long as none was named, or every result that was sealed.
 */
export async function listHandedDossiers(
  db: Database,
  communeCode: string,
  wanted: { readonly from: Date; readonly until: Date; readonly what: 'dossiers' | 'results'; readonly unit: { readonly id: string; readonly fields: readonly string[] } },
): Promise<readonly HandedDossier[]> {
  const { from, until, what, unit } = wanted;
  const went = what === 'dossiers' ? sql`h.event in ('transferred', 'moved-to-unit')` : sql`h.event = 'sealed'`;
  const toUnit = what === 'results' ? sql`` : sql`and (d.unit_id = ${unit.id}::uuid or (d.unit_id is null and d.field = any(${[...unit.fields]}::text[])))`;
  const { rows } = await sql<HandedDossier>`
    select d.id, d.code, d.reference, d.procedure_name, d.applicant_name, coalesce(d.extended_due_at, d.due_at) as due_at, went.at,
      (select count(*)::integer from dossier_paper p where p.commune_code = d.commune_code and p.dossier_id = d.id and p.source = 'submitted') as papers
    from (select h.dossier_id, max(h.at) as at from dossier_history h where h.commune_code = ${communeCode} and ${went} and h.at >= ${from} and h.at < ${until} group by h.dossier_id) went
    join dossier d on d.commune_code = ${communeCode} and d.id = went.dossier_id
    where true ${toUnit} order by went.at, d.code limit 1000`.execute(db);
  return rows;
}
