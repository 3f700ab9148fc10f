import { type Selectable, sql } from 'kysely';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Dong } from '../../../kernel/money.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type FeeAssessmentTable, type FeeChangeTable, type FeeLineTable } from '../../../platform/db/tables.generated.ts';
import { type AssessedLine, type FeeAssessment } from '../domain/assess-fees.ts';
import { type FeesAsked } from '../domain/fee-facts.ts';
import { type FeeChannel } from '../domain/tariff.ts';

export type AssessmentRow = Selectable<FeeAssessmentTable>;
export type FeeLineRow = Selectable<FeeLineTable>;
export type FeeChangeRow = Selectable<FeeChangeTable>;

/** The fees of a dossier as they are to be written. */
export interface FeesToWrite {
  readonly communeCode: string;
  readonly dossierId: string;
  readonly version: number;
  readonly ruleDay: LocalDate;
  readonly filedOn: LocalDate;
  readonly channel: FeeChannel;
  readonly asked: FeesAsked;
  readonly assessment: FeeAssessment;
  readonly at: Date;
  readonly by: { readonly staffId: string; readonly name: string };
  readonly synthetic: boolean;
  readonly reason: string | null;
  /** Null: the first time. */
  readonly totalBefore: Dong | null;
}

/** The fees of a dossier with their lines in order; undefined when nobody has assessed them. */
export async function findFees(db: Database | Tx, communeCode: string, dossierId: string): Promise<{ readonly assessment: AssessmentRow; readonly lines: readonly FeeLineRow[] } | undefined> {
  const assessment = await db.selectFrom('fee_assessment').selectAll().where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).executeTakeFirst();
  if (assessment === undefined) return undefined;
  const lines = await db.selectFrom('fee_line').selectAll().where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).orderBy('position').execute();
  return { assessment, lines };
}

/** The version and sum of a dossier's fees, held until the end of the transaction; undefined when there are none. */
export async function loadFeesForUpdate(tx: Tx, communeCode: string, dossierId: string): Promise<{ readonly version: number; readonly total: Dong } | undefined> {
  return tx.selectFrom('fee_assessment').select(['version', 'total']).where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).forUpdate().executeTakeFirst();
}

/** Every state of the fees of a dossier, newest first. */
export async function listFeeChanges(db: Database, communeCode: string, dossierId: string): Promise<readonly FeeChangeRow[]> {
  return db.selectFrom('fee_change').selectAll().where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).orderBy('version', 'desc').execute();
}

function lineRow({ communeCode, dossierId }: FeesToWrite, line: AssessedLine, position: number) {
  const { exemption } = line;
  return {
    commune_code: communeCode, dossier_id: dossierId, position, code: line.code, kind: line.kind, label: line.label.vi, label_en: line.label.en, unit: line.unit, base: line.base, pages: line.pages,
    quantity: line.quantity, before: line.before, amount: line.amount, basis: line.basis, exemption_code: exemption?.code ?? null, exemption_label: exemption?.label.vi ?? null, exemption_label_en: exemption?.label.en ?? null,
    exemption_percent: exemption?.percent ?? null, exemption_basis: exemption?.basis ?? null, exemption_proof: exemption?.proof ?? null, zero_reason: line.zeroReason,
  };
}

function assessmentRow({ communeCode, dossierId, version, ruleDay, filedOn, channel, asked, assessment, at, by, synthetic }: FeesToWrite) {
  return {
    commune_code: communeCode, dossier_id: dossierId, version, rule_day: ruleDay, channel, filed_on: filedOn, event_day: asked.eventDay, items: JSON.stringify(asked.items), claims: JSON.stringify(asked.claims),
    pending: JSON.stringify(assessment.pending), total: assessment.total, assessed_at: at, assessed_by: by.staffId, assessed_by_name: by.name, synthetic,
  };
}

function changeRow({ communeCode, dossierId, version, assessment, at, by, reason, totalBefore }: FeesToWrite) {
  return {
    commune_code: communeCode, dossier_id: dossierId, version, at, by_id: by.staffId, by_name: by.name, reason, total_before: totalBefore, total: assessment.total, lines: JSON.stringify(assessment.lines),
  };
}

/** Writes the first fees of dossiers with their lines and the beginning of their history, three statements for all of them. Answers false when one of them has fees already. */
export async function insertFees(tx: Tx, all: readonly FeesToWrite[]): Promise<boolean> {
  if (all.length === 0) return true;
  const written = await tx.insertInto('fee_assessment').values(all.map(assessmentRow)).onConflict((conflict) => conflict.doNothing()).returning('dossier_id').execute();
  if (written.length < all.length) return false;
  await insertLines(tx, all);
  await tx.insertInto('fee_change').values(all.map(changeRow)).execute();
  return true;
}

/** Puts new fees in the place of those of a dossier, whose row is held; what was stays in the history. */
export async function replaceFees(tx: Tx, fees: FeesToWrite): Promise<void> {
  const { commune_code: communeCode, dossier_id: dossierId, ...columns } = assessmentRow(fees);
  await tx.updateTable('fee_assessment').set(columns).where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).execute();
  await tx.deleteFrom('fee_line').where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).execute();
  await insertLines(tx, [fees]);
  await tx.insertInto('fee_change').values(changeRow(fees)).execute();
}

async function insertLines(tx: Tx, all: readonly FeesToWrite[]): Promise<void> {
  const rows = all.flatMap((fees) => fees.assessment.lines.map((line, position) => lineRow(fees, line, position)));
  if (rows.length > 0) await tx.insertInto('fee_line').values(rows).execute();
}

/** Lines of fees in their order, for papers and receipts. */
export async function listFeeLines(db: Database | Tx, communeCode: string, dossierId: string): Promise<readonly FeeLineRow[]> {
  return db.selectFrom('fee_line').selectAll().where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).orderBy('position').execute();
}

/** How many charges of dossiers at work could not be said, by their codes: what an administrator has to enter. */
export async function countPendingRates(db: Database, communeCode: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct p ->> 'code')::int as count from fee_assessment f cross join lateral jsonb_array_elements(f.pending) p
    where f.commune_code = ${communeCode} and p ->> 'missing' = 'rate'`.execute(db);
  return rows[0]?.count ?? 0;
}
