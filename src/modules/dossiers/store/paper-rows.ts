import { sql } from 'kysely';
import { type Database } from '../../../platform/db/database.ts';

/** A dossier as the register (form 07) lists it. */
export interface RegisterDossier {
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

/** Every dossier received from one instant up to another, in the order of reception. */
export async function listRegisterDossiers(db: Database, communeCode: string, from: Date, to: Date): Promise<readonly RegisterDossier[]> {
  const { rows } = await sql<RegisterDossier>`
    select code, procedure_name, applicant_name, applicant_address, applicant_phone, unit_id, state, received_at, receipt_due_at, returned_at, delivery_method, returned_to
    from dossier where commune_code = ${communeCode} and received_at >= ${from} and received_at < ${to}
    order by received_at, code`.execute(db);
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
