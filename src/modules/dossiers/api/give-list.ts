import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type OutboxMessage, runCommand } from '../../../platform/commands.ts';
import { derivedUuid } from '../../../platform/derived-uuid.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type NoticeKind, STAFF_NOTICE, type StaffNotice } from '../../notifications/contract/notice.ts';
import { type AbsenceRequest } from '../contract/absence-schemas.ts';
import { type AbsencePlan, checkAbsence, decideListMove, decideTakeBack, isOfList, mayHandList } from '../domain/decide-absence.ts';
import { type AbsenceRow, endAbsence, findAbsence, insertAbsence, listAbsenceLines, listOfficerDossiers, writeGiven, writeTakenBack } from '../store/absences.ts';
import { changeDossier, staffChange } from './change-dossier.ts';
import { seenDossier } from './change-rows.ts';
import { type DossiersDeps } from './deps.ts';
import { workScopeOf } from './work-scope-of.ts';

/** The command of one dossier of a list, always the same for the same words, so that what broke off goes on and nothing is done twice. */
function partCommandId(...words: readonly string[]): string {
  return derivedUuid('absence', ...words);
}

/** Tells somebody once about a list, in the inbox. */
function listNotice(deps: DossiersDeps, kind: NoticeKind, absence: AbsenceRow, to: readonly string[], by: string, count: number): readonly OutboxMessage[] {
  const notice: StaffNotice = {
    kind, key: `${kind} ${absence.id}`, to: [...new Set(to)], dossierId: null,
    facts: { by, name: absence.staff_name, count: String(count), words: absence.reason, until: absence.until_day },
  };
  return notice.to.length === 0 ? [] : [{ id: deps.newId(), topic: STAFF_NOTICE, payload: { ...notice } }];
}

async function scopeOf(deps: DossiersDeps, officer: StaffActor, now: Date) {
  return workScopeOf(officer, await deps.calendarOf(officer.communeCode), now);
}

/**
 * Gives the open dossiers of somebody who is away to a colleague, or to nobody in particular. First the list is written down, then each
 * dossier goes by itself; what cannot go stays, with the reason. Answers the id of the absence. Refuses what `checkAbsence` refuses, people
 * who are not of the commune, and an empty list.
 */
export async function giveList(deps: DossiersDeps, request: AbsenceRequest, actor: StaffActor, context: RequestContext): Promise<Result<string>> {
  const { communeCode } = actor;
  const colleagues = await deps.colleaguesOf(communeCode);
  const from = colleagues.find(({ staffId }) => staffId === request.staffId);
  const to = request.toStaffId === null ? null : colleagues.find(({ staffId }) => staffId === request.toStaffId);
  if (from === undefined) return refuse('dossier.officer-unknown', {}, 'staffId');
  if (to === undefined) return refuse('dossier.officer-unknown', {}, 'toStaffId');
  const plan: AbsencePlan = { from, to, reason: request.reason, fromDay: request.fromDay, untilDay: request.untilDay };
  const checked = checkAbsence(plan, actor, dateAt(context.now.getTime()));
  if (!checked.ok) return checked;
  const scope = await scopeOf(deps, from, context.now);
  const envelope = { communeCode, commandId: request.commandId, kind: 'give-list', actor, request, now: context.now, address: context.address };
  const written = await runCommand<{ readonly id: string }>(deps.db, envelope, async (tx) => {
    const dossiers = (await listOfficerDossiers(tx, scope)).filter((dossier) => isOfList(seenDossier(dossier), from, colleagues));
    if (dossiers.length === 0) return refuse('absence.nothing-held', { name: from.fullName }, 'staffId');
    const id = deps.newId();
    await insertAbsence(tx, {
      commune_code: communeCode, id, staff_id: from.staffId, staff_name: from.fullName, to_id: to?.staffId ?? null, to_name: to?.fullName ?? null, reason: request.reason.trim(),
      from_day: request.fromDay, until_day: request.untilDay, given_at: context.now, given_by: actor.staffId, given_by_name: actor.fullName,
    }, dossiers);
    return ok({ result: { id }, journal: { action: 'absence.written', object: `absence:${id}`, facts: { dossiers: dossiers.length } } });
  });
  if (!written.ok) return written;
  return carryOut(deps, written.value.id, actor, context);
}

/**
 * Gives every dossier of a written list that waits for its turn; also after it broke off. Whoever receives them is told once, when all
 * had their turn. Refuses an absence that is not there or not the actor's, and one that has ended.
 */
export async function carryOut(deps: DossiersDeps, id: string, actor: StaffActor, context: RequestContext): Promise<Result<string>> {
  const { communeCode } = actor;
  const absence = await findAbsence(deps.db, communeCode, id);
  if (absence === undefined) return refuse('absence.not-found');
  if (!mayHandList(actor, absence.staff_id)) return refuse('absence.not-yours');
  const waiting = (await listAbsenceLines(deps.db, communeCode, id)).filter(({ outcome }) => outcome === 'waiting');
  if (waiting.length > 0 && absence.ended_at !== null) return refuse('absence.ended-already');
  const colleagues = await deps.colleaguesOf(communeCode);
  const from = colleagues.find(({ staffId }) => staffId === absence.staff_id);
  const to = absence.to_id === null ? null : colleagues.find(({ staffId }) => staffId === absence.to_id);
  if (from === undefined || to === undefined) return refuse('dossier.officer-unknown');
  const plan: AbsencePlan = { from, to, reason: absence.reason, fromDay: absence.from_day, untilDay: absence.until_day };
  for (const { dossier_id: dossierId } of waiting) {
    const given = await changeDossier(deps, staffChange('give-dossier', dossierId, { commandId: partCommandId(id, dossierId) }, actor, context), ({ dossier }) => {
      const decided = decideListMove(seenDossier(dossier), plan, actor, colleagues);
      return decided.ok ? ok({ change: decided.value, write: (tx) => writeGiven(tx, communeCode, id, dossierId, null) }) : decided;
    });
    if (!given.ok) await writeGiven(deps.db, communeCode, id, dossierId, given.problem);
  }
  const moved = (await listAbsenceLines(deps.db, communeCode, id)).filter(({ outcome }) => outcome === 'moved').length;
  const told = to === null || to.staffId === actor.staffId || moved === 0 ? [] : [to.staffId];
  const about = [...told, ...(from.staffId === actor.staffId ? [] : [from.staffId])];
  // The same however often it is asked: the request carries nothing but the absence.
  const envelope = { communeCode, commandId: partCommandId(id, 'told'), kind: 'tell-list', actor, request: { id }, now: context.now, address: context.address };
  const done = await runCommand<null>(deps.db, envelope, () =>
    Promise.resolve(ok({
      result: null, journal: { action: 'absence.given', object: `absence:${id}`, facts: { moved } },
      outbox: [...listNotice(deps, 'list-given', absence, told, actor.fullName, moved), ...listNotice(deps, 'list-taken', absence, about.filter((one) => one === from.staffId), actor.fullName, moved)],
    })));
  return done.ok ? ok(id) : done;
}

/**
 * Takes a list back when its owner has returned: every dossier that is where it was given, in the hands that it was given to. What has
 * gone on stays where it is, with the reason. Refuses an absence that is not there, not the actor's, or ended already.
 */
export async function takeListBack(deps: DossiersDeps, id: string, commandId: string, actor: StaffActor, context: RequestContext): Promise<Result<string>> {
  const { communeCode } = actor;
  const absence = await findAbsence(deps.db, communeCode, id);
  if (absence === undefined) return refuse('absence.not-found');
  if (!mayHandList(actor, absence.staff_id)) return refuse('absence.not-yours');
  const colleagues = await deps.colleaguesOf(communeCode);
  const owner = colleagues.find(({ staffId }) => staffId === absence.staff_id);
  if (owner === undefined) return refuse('dossier.officer-unknown');
  const lines = absence.ended_at === null ? await listAbsenceLines(deps.db, communeCode, id) : [];
  for (const { dossier_id: dossierId, step } of lines.filter(({ outcome, back }) => outcome === 'moved' && back === null)) {
    const back = await changeDossier(deps, staffChange('take-dossier-back', dossierId, { commandId: partCommandId(id, dossierId, 'back') }, actor, context), ({ dossier }) => {
      const holderName = colleagues.find(({ staffId }) => staffId === dossier.holder_id)?.fullName;
      const decided = decideTakeBack(seenDossier(dossier), { step, toId: absence.to_id }, owner, actor, holderName);
      return decided.ok ? ok({ change: decided.value, write: (tx) => writeTakenBack(tx, communeCode, id, dossierId, null) }) : decided;
    });
    if (!back.ok) await writeTakenBack(deps.db, communeCode, id, dossierId, back.problem);
  }
  const count = (await listAbsenceLines(deps.db, communeCode, id)).filter(({ back }) => back === 'moved').length;
  const to = [absence.staff_id, ...(absence.to_id === null ? [] : [absence.to_id])].filter((one) => one !== actor.staffId);
  const envelope = { communeCode, commandId, kind: 'take-list-back', actor, request: { id, commandId }, now: context.now, address: context.address };
  const done = await runCommand<null>(deps.db, envelope, async (tx) => {
    if (!(await endAbsence(tx, communeCode, id, { at: context.now, staffId: actor.staffId, name: actor.fullName }))) return refuse('absence.ended-already');
    return ok({ result: null, journal: { action: 'absence.ended', object: `absence:${id}`, facts: { back: count } }, outbox: listNotice(deps, 'list-back', absence, to, actor.fullName, count) });
  });
  return done.ok ? ok(id) : done;
}
