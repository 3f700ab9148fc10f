import { type StaffActor } from '../../../kernel/actor.ts';
import { daysBetween, type LocalDate, parseLocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { neededWords, type SeenDossier } from './check-permission.ts';
import { type DossierChange } from './dossier-change.ts';
import { stageOf } from './dossier-states.ts';
import { holdsStep, isDoer } from './may-act.ts';

/** A longer absence is a change of positions, which the administrator enters. */
const LONGEST_ABSENCE_DAYS = 366;

/** Whose list is given to whom, why and how long. `to` null: to nobody in particular. */
export interface AbsencePlan {
  readonly from: StaffActor;
  readonly to: StaffActor | null;
  readonly reason: string;
  readonly fromDay: LocalDate;
  readonly untilDay: LocalDate;
}

const isLeader = ({ positions }: StaffActor): boolean => positions.some(({ role }) => role === 'unit-head' || role === 'president');

/** Whether an actor may give somebody's list to others, or take it back: the person, and the leaders. */
export function mayHandList(actor: StaffActor, ownerId: string): boolean {
  return actor.staffId === ownerId || isLeader(actor);
}

/**
 * Whether a list may be given. Refuses a stranger to it, the person's own hands, a missing reason, days that do not exist, a period that
 * ends before it begins or before today, and one of more than a year. `today` is the local day (UTC+7).
 */
export function checkAbsence(plan: AbsencePlan, actor: StaffActor, today: LocalDate): Result<undefined> {
  const { from, to, fromDay, untilDay } = plan;
  if (!mayHandList(actor, from.staffId)) return refuse('absence.not-yours');
  if (to?.staffId === from.staffId) return refuse('absence.same-person', { name: from.fullName }, 'toStaffId');
  if (!parseLocalDate(fromDay).ok || !parseLocalDate(untilDay).ok || untilDay < fromDay || untilDay < today) return refuse('absence.period-wrong', {}, 'untilDay');
  if (daysBetween(fromDay, untilDay) >= LONGEST_ABSENCE_DAYS) return refuse('absence.period-too-long', {}, 'untilDay');
  const reason = neededWords(plan.reason, 'reason');
  return reason.ok ? ok(undefined) : reason;
}

/** Everybody but the absent person whose position holds the dossier's step. */
function others(dossier: SeenDossier, from: StaffActor, colleagues: readonly StaffActor[]): readonly StaffActor[] {
  return colleagues.filter((one) => one.staffId !== from.staffId && holdsStep(dossier, one));
}

/**
 * Whether a dossier is of somebody's list: one that the person has taken on, and one that nobody has taken on and that nobody else could.
 * What waits for several people goes on waiting for the others, and needs nobody's hand.
 */
export function isOfList(dossier: SeenDossier, from: StaffActor, colleagues: readonly StaffActor[]): boolean {
  return dossier.holderId === from.staffId || (dossier.holderId === null && others(dossier, from, colleagues).length === 0);
}

/**
 * One dossier of the list goes to a colleague, or to whoever's position holds its step. It may be anywhere, also where it waits for the
 * citizen: only whose hands it is in changes, its clock goes on. Refuses a dossier that somebody else has by now, a leader of other fields,
 * a colleague whose position does not hold the step, and giving it to nobody where nobody else holds the step.
 */
export function decideListMove(dossier: SeenDossier, plan: AbsencePlan, actor: StaffActor, colleagues: readonly StaffActor[]): Result<DossierChange> {
  const { from, to, reason } = plan;
  // What is between two units is in nobody's hands until the other one takes it over.
  if (stageOf(dossier) === 'between-units') return refuse('dossier.action-not-possible');
  if (dossier.holderId !== null && dossier.holderId !== from.staffId) return refuse('dossier.taken-by-another');
  if (actor.staffId !== from.staffId && !isDoer('leader', dossier, actor)) return refuse('dossier.not-your-step');
  if (to === null && others(dossier, from, colleagues).length === 0) return refuse('absence.nobody-else');
  if (to !== null && !holdsStep(dossier, to)) return refuse('dossier.officer-not-fitting', { name: to.fullName }, 'toStaffId');
  const facts = { from: from.fullName, fromId: from.staffId, note: reason.trim(), ...(to === null ? {} : { to: to.fullName, toId: to.staffId }) };
  return ok({ event: 'handed-to', state: dossier.state, clock: 'as-it-was', holder: to?.staffId ?? null, facts });
}

/** Where a dossier stood when it was given, and to whom. */
export interface GivenDossier {
  readonly step: string | null;
  readonly toId: string | null;
}

/**
 * One dossier comes back to whoever was away, if it is where it was given and in the hands that it was given to. Refuses one that has gone
 * on to another step, one that somebody else has, a leader of other fields, and a person whose position does not hold the step any more.
 */
export function decideTakeBack(dossier: SeenDossier, given: GivenDossier, owner: StaffActor, actor: StaffActor, holderName: string | undefined): Result<DossierChange> {
  if (dossier.currentStep !== given.step || stageOf(dossier) === 'between-units') return refuse('absence.gone-on');
  if (dossier.holderId === owner.staffId) return refuse('absence.back-already');
  if (dossier.holderId !== given.toId) return refuse('absence.with-another', { name: holderName ?? '' });
  if (actor.staffId !== owner.staffId && !isDoer('leader', dossier, actor)) return refuse('dossier.not-your-step');
  if (!holdsStep(dossier, owner)) return refuse('dossier.officer-not-fitting', { name: owner.fullName });
  return ok({ event: 'handed-to', state: dossier.state, clock: 'as-it-was', holder: owner.staffId, facts: { to: owner.fullName, toId: owner.staffId } });
}
