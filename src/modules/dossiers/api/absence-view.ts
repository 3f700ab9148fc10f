import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, type Problem, refuse, type Result } from '../../../kernel/result.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type AbsencePeopleResponse, type AbsencePlanResponse, type AbsenceResponse, type AbsencesResponse } from '../contract/absence-schemas.ts';
import { isOfList, mayHandList } from '../domain/decide-absence.ts';
import { holdsStep } from '../domain/may-act.ts';
import { type CountedAbsence, listAbsenceLines, listAbsences, listOfficerDossiers } from '../store/absences.ts';
import { seenDossier } from './change-rows.ts';
import { type DossiersDeps } from './deps.ts';
import { sayProblem } from './say-problem.ts';
import { workScopeOf } from './work-scope-of.ts';

/** How many lists the screen shows; older ones are in the history of their dossiers. */
const SHOWN = 50;

const personOf = ({ staffId, fullName }: StaffActor) => ({ id: staffId, fullName });

function summaryOf(row: CountedAbsence, actor: StaffActor): AbsencesResponse['items'][number] {
  return {
    id: row.id,
    staff: { id: row.staff_id, fullName: row.staff_name },
    to: row.to_id === null || row.to_name === null ? null : { id: row.to_id, fullName: row.to_name },
    reason: row.reason, fromDay: row.from_day, untilDay: row.until_day,
    givenAt: row.given_at.toISOString(), givenBy: row.given_by_name, endedAt: row.ended_at?.toISOString() ?? null, endedBy: row.ended_by_name,
    moved: row.moved, stayed: row.stayed, waiting: row.waiting,
    mayAct: row.ended_at === null && mayHandList(actor, row.staff_id),
  };
}

/** The newest lists that were given: leaders see everybody's, others those that they gave or were given. */
export async function absencesView(deps: DossiersDeps, actor: StaffActor): Promise<AbsencesResponse> {
  // Whoever may handle a list that is nobody's in particular may handle everybody's.
  const rows = await listAbsences(deps.db, actor.communeCode, mayHandList(actor, '') ? {} : { of: actor.staffId }, SHOWN);
  return { items: rows.map((row) => summaryOf(row, actor)) };
}

/** One list with every dossier of it. Refuses one that is not there, and a reader who neither gave it, was given it, nor leads. */
export async function absenceView(deps: DossiersDeps, id: string, actor: StaffActor, { locale }: Pick<RequestContext, 'locale'>): Promise<Result<AbsenceResponse>> {
  const [row] = await listAbsences(deps.db, actor.communeCode, { id }, 1);
  if (row === undefined) return refuse('absence.not-found');
  if (row.to_id !== actor.staffId && !mayHandList(actor, row.staff_id)) return refuse('absence.not-yours');
  const lines = await listAbsenceLines(deps.db, actor.communeCode, id);
  return ok({
    ...summaryOf(row, actor),
    dossiers: lines.map((line) => ({
      id: line.dossier_id, code: line.code, procedureName: line.procedure_name, applicantName: line.applicant_name,
      outcome: line.outcome, why: why(line.problem, locale), back: line.back, backWhy: why(line.back_problem, locale),
    })),
  });
}

const why = (problem: Problem | null, locale: Locale): string | null => (problem === null ? null : sayProblem(problem, locale).sentence);

/** Whose list the reader may give: the own one, and a leader everybody's. */
export async function absencePeople(deps: DossiersDeps, actor: StaffActor): Promise<AbsencePeopleResponse> {
  const colleagues = await deps.colleaguesOf(actor.communeCode);
  return { people: colleagues.filter(({ staffId }) => mayHandList(actor, staffId)).map((one) => ({ ...personOf(one), title: one.positions[0]?.title ?? '' })) };
}

/** How many open dossiers somebody has, and how many of them each colleague's position could have, who fits most first. */
export async function absencePlanView(deps: DossiersDeps, staffId: string, actor: StaffActor, now: Date): Promise<Result<AbsencePlanResponse>> {
  if (!mayHandList(actor, staffId)) return refuse('absence.not-yours');
  const colleagues = await deps.colleaguesOf(actor.communeCode);
  const from = colleagues.find((one) => one.staffId === staffId);
  if (from === undefined) return refuse('dossier.officer-unknown', {}, 'staffId');
  const dossiers = (await listOfficerDossiers(deps.db, workScopeOf(from, await deps.calendarOf(actor.communeCode), now))).map(seenDossier).filter((dossier) => isOfList(dossier, from, colleagues));
  const fits = (one: StaffActor): number => dossiers.filter((dossier) => holdsStep(dossier, one)).length;
  return ok({
    staff: personOf(from),
    dossiers: dossiers.length,
    colleagues: colleagues
      .filter((one) => one.staffId !== staffId)
      .map((one) => ({ ...personOf(one), title: one.positions[0]?.title ?? '', fits: fits(one) }))
      .filter((one) => one.fits > 0)
      .toSorted((a, b) => b.fits - a.fits || a.fullName.localeCompare(b.fullName, 'vi')),
  });
}
