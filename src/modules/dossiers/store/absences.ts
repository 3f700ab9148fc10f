import { type Insertable, type Selectable, sql } from 'kysely';
import { type Problem } from '../../../kernel/result.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type AbsenceTable } from '../../../platform/db/tables.generated.ts';
import { type DossierRow } from './move-dossier.ts';
import { officerCondition, type WorkScope } from './work-scope.ts';

export type AbsenceRow = Selectable<AbsenceTable>;

/** How many dossiers of one person are given at once; nobody has so many in hand. */
const MOST_OF_ONE = 2000;

/** The open dossiers of an officer, most urgent first: those taken on, and those at the officer's steps that nobody has taken on. */
export async function listOfficerDossiers(db: Database, scope: WorkScope): Promise<readonly DossierRow[]> {
  const { rows } = await sql<DossierRow>`
    select * from dossier where commune_code = ${scope.communeCode} and ${officerCondition(scope)}
    order by due_at, id limit ${MOST_OF_ONE}`.execute(db);
  return rows;
}

/** Writes that a list is to be given, with every dossier of it waiting for its turn. */
export async function insertAbsence(tx: Tx, absence: Insertable<AbsenceTable>, dossiers: readonly Pick<DossierRow, 'id' | 'current_step'>[]): Promise<void> {
  await tx.insertInto('absence').values(absence).execute();
  await tx
    .insertInto('absence_dossier')
    .values(dossiers.map(({ id, current_step }, position) => ({ commune_code: absence.commune_code, absence_id: absence.id, dossier_id: id, position, step: current_step, outcome: 'waiting' as const })))
    .execute();
}

/** One list that was given; undefined when there is none in the commune. */
export function findAbsence(db: Database, communeCode: string, id: string): Promise<AbsenceRow | undefined> {
  return db.selectFrom('absence').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).executeTakeFirst();
}

/** A list with the numbers of what moved, stayed and waits. */
export type CountedAbsence = AbsenceRow & { readonly moved: number; readonly stayed: number; readonly waiting: number };

/** The newest lists that were given in a commune; of one person: those that the person gave or was given. `id`: only that one. */
export async function listAbsences(db: Database, communeCode: string, wanted: { readonly of?: string; readonly id?: string }, limit: number): Promise<readonly CountedAbsence[]> {
  const own = wanted.of === undefined ? sql`true` : sql`(staff_id = ${wanted.of}::uuid or to_id = ${wanted.of}::uuid)`;
  const only = wanted.id === undefined ? sql`true` : sql`id = ${wanted.id}::uuid`;
  const { rows } = await sql<CountedAbsence>`
    select a.*, n.moved, n.stayed, n.waiting from (
      select * from absence where commune_code = ${communeCode} and ${own} and ${only} order by given_at desc, id desc limit ${limit}) a
    cross join lateral (
      select count(*) filter (where outcome = 'moved') as moved, count(*) filter (where outcome = 'stayed') as stayed, count(*) filter (where outcome = 'waiting') as waiting
      from absence_dossier d where d.commune_code = a.commune_code and d.absence_id = a.id) n
    order by a.given_at desc, a.id desc`.execute(db);
  return rows;
}

/** One dossier of a list, named as lists name dossiers. */
export interface AbsenceLine {
  readonly dossier_id: string;
  readonly code: string;
  readonly procedure_name: string;
  readonly applicant_name: string;
  readonly step: string | null;
  readonly outcome: 'waiting' | 'moved' | 'stayed';
  readonly problem: Problem | null;
  readonly back: 'moved' | 'stayed' | null;
  readonly back_problem: Problem | null;
}

/** Every dossier of a list in its order. */
export async function listAbsenceLines(db: Database, communeCode: string, absenceId: string): Promise<readonly AbsenceLine[]> {
  const { rows } = await sql<AbsenceLine>`
    select l.dossier_id, coalesce(d.code, d.reference) as code, d.procedure_name, d.applicant_name, l.step, l.outcome, l.problem, l.back, l.back_problem
    from absence_dossier l join dossier d on d.commune_code = l.commune_code and d.id = l.dossier_id
    where l.commune_code = ${communeCode} and l.absence_id = ${absenceId}::uuid
    order by l.position`.execute(db);
  return rows;
}

/** What became of a dossier when the list was given; said once. */
export async function writeGiven(db: Database, communeCode: string, absenceId: string, dossierId: string, problem: Problem | null): Promise<void> {
  await sql`update absence_dossier set outcome = ${problem === null ? 'moved' : 'stayed'}, problem = ${problem === null ? null : JSON.stringify(problem)}::jsonb
    where commune_code = ${communeCode} and absence_id = ${absenceId}::uuid and dossier_id = ${dossierId}::uuid and outcome = 'waiting'`.execute(db);
}

/** What became of a dossier when the list was taken back; said once. */
export async function writeTakenBack(db: Database, communeCode: string, absenceId: string, dossierId: string, problem: Problem | null): Promise<void> {
  await sql`update absence_dossier set back = ${problem === null ? 'moved' : 'stayed'}, back_problem = ${problem === null ? null : JSON.stringify(problem)}::jsonb
    where commune_code = ${communeCode} and absence_id = ${absenceId}::uuid and dossier_id = ${dossierId}::uuid and outcome = 'moved' and back is null`.execute(db);
}

/** Ends an absence; false when it had ended before. */
export async function endAbsence(tx: Tx, communeCode: string, id: string, by: { readonly at: Date; readonly staffId: string; readonly name: string }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('absence')
    .set({ ended_at: by.at, ended_by: by.staffId, ended_by_name: by.name })
    .where('commune_code', '=', communeCode)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
