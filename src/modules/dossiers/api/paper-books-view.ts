import { type StaffActor } from '../../../kernel/actor.ts';
import { dayOf, daysBetween, instantOn, type LocalDate, parseLocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { slipNumbersOf } from '../../official-papers/index.ts';
import { type HandOverQuery, type HandOverResponse, type RegisterQuery, type RegisterResponse } from '../contract/paper-order-schemas.ts';
import { countRegisterDossiers, listHandedDossiers, listRegisterDossiers } from '../store/paper-rows.ts';
import { type DossiersDeps } from './deps.ts';
import { registerRow } from './register-row.ts';

/** A period longer than this is made in parts. */
const LONGEST_PERIOD_DAYS = 366;

/** Rows that the screen shows of a register; the paper has them all. */
const SHOWN = 100;

const startOf = (day: LocalDate, later = 0): Date => new Date(instantOn(dayOf(day) + later, 0));

/** The instants of a register's days, both included. Refuses days that do not exist, an end before the beginning, and more than a year. */
export function registerPeriod(from: string, to: string): Result<{ readonly from: Date; readonly until: Date }> {
  if (!parseLocalDate(from).ok || !parseLocalDate(to).ok || to < from) return refuse('dossier.period-wrong', {}, 'to');
  if (daysBetween(from, to) >= LONGEST_PERIOD_DAYS) return refuse('dossier.period-too-long', {}, 'to');
  return ok({ from: startOf(from), until: startOf(to, 1) });
}

/** What the register (form 07) of a period would hold: how much of each field, and its first rows. Refuses what the register refuses. */
export async function registerView(deps: DossiersDeps, query: RegisterQuery, actor: StaffActor): Promise<Result<RegisterResponse>> {
  const period = registerPeriod(query.from, query.to);
  if (!period.ok) return period;
  const { communeCode } = actor;
  const range = { ...period.value, field: query.field ?? null };
  const [commune, units, counts, dossiers] = await Promise.all([
    deps.communeOf(communeCode), deps.unitsOf(communeCode), countRegisterDossiers(deps.db, communeCode, range), listRegisterDossiers(deps.db, communeCode, range, SHOWN),
  ]);
  const counted = counts.filter(({ field }) => query.field === undefined || field === query.field);
  const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return ok({
    total: counted.reduce((sum, { count }) => sum + count, 0),
    returned: counted.reduce((sum, { returned }) => sum + returned, 0),
    fields: counts.map(({ field, count }) => ({ field, count })),
    rows: dossiers.map((dossier) => {
      const row = registerRow(dossier, units, commune.centreName);
      return {
        id: dossier.id, code: row.code, procedureName: row.procedureName, applicant: row.applicant, unit: row.unit, receivedAt: dossier.received_at.toISOString(), dueAt: dossier.receipt_due_at.toISOString(),
        returnedAt: instant(row.returnedAt), ended: row.ended,
      };
    }),
  });
}

/** What went to a unit on a day, with the slips that it is on already. Refuses a day that does not exist and a unit of another commune. */
export async function handOverView(deps: DossiersDeps, query: HandOverQuery, actor: StaffActor): Promise<Result<HandOverResponse>> {
  const { communeCode } = actor;
  if (!parseLocalDate(query.day).ok) return refuse('dossier.period-wrong', {}, 'day');
  const unit = (await deps.unitsOf(communeCode)).find(({ id }) => id === query.unit);
  if (unit === undefined) return refuse('dossier.unit-unknown', {}, 'unit');
  const dossiers = await listHandedDossiers(deps.db, communeCode, { from: startOf(query.day), until: startOf(query.day, 1), what: query.what, unit });
  const slips = await slipNumbersOf(deps.db, communeCode, dossiers.map(({ id }) => id), query.what);
  return ok({
    items: dossiers.map((dossier) => ({
      id: dossier.id, code: dossier.code ?? dossier.reference, procedureName: dossier.procedure_name, applicant: dossier.applicant_name, papers: dossier.papers, at: dossier.at.toISOString(),
      dueAt: dossier.due_at?.toISOString() ?? null, slip: slips.get(dossier.id) ?? null,
    })),
  });
}
