import { type StaffActor } from '../../../kernel/actor.ts';
import { parseTimeLimit } from '../../../kernel/legal-clock/time-limit.ts';
import { dueWords } from '../../../kernel/date-words.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type ReceiveDossierRequest } from '../../dossiers/contract/dossier-schemas.ts';
import { type CaseReceptionResponse, type CaseWishes } from '../contract/linked-case-schemas.ts';
import { type CaseFacts, knownFacts } from '../domain/fill-request.ts';
import { caseDueAt, type LinkedChild, planCase } from '../domain/linked-case.ts';
import { groupInForce, type LinkedGroup } from '../domain/linked-group.ts';
import { appendCaseLines, childColumns, insertLinkedCase } from '../store/linked-cases.ts';
import { checkFacts } from './check-facts.ts';
import { type LinkedCasesDeps } from './deps.ts';

/** POST /api/linked-cases: the wishes of the case, and the reception of the dossier that it begins with. */
export interface CaseReceptionRequest {
  readonly dossier: ReceiveDossierRequest;
  readonly linked: CaseWishes;
}

function checkWishes(group: LinkedGroup, wishes: CaseWishes): Result<undefined> {
  const optional = new Set(group.members.filter((member) => member.optional).map(({ key }) => key));
  if (wishes.wished.some((key) => !optional.has(key))) return refuse('linked-case.member-unknown', {}, 'wished');
  return checkFacts(group, wishes.facts, 'linked.facts');
}

/** What the receipt says of the whole, in the words of the official form: every other part with its agency and its day. */
function promisedWhole(group: LinkedGroup, children: readonly LinkedChild[]): { readonly dueAt: number; readonly parts: readonly string[] } {
  const parts = children.slice(1).map(({ key, dueAt }) => {
    const member = group.members.find((one) => one.key === key);
    return `${member?.name.vi ?? key} (${member?.agencyName.vi ?? ''}, ${dueWords(dueAt, dateAt(dueAt), 'vi')})`;
  });
  return { dueAt: caseDueAt(children), parts };
}

/**
 * Receives a whole group at once: the case, its children with their due moments and the dossier of this commune, in one transaction. The
 * children of other agencies wait for the result of the first. Refuses a group that is not in force, an unknown member, a missing fact and
 * what the reception of the dossier refuses.
 */
export async function receiveCase(deps: LinkedCasesDeps, request: CaseReceptionRequest, actor: StaffActor, context: RequestContext): Promise<Result<CaseReceptionResponse>> {
  const { now } = context;
  const { linked, dossier } = request;
  const group = groupInForce(deps.groups, linked.groupCode, dateAt(now.getTime()));
  if (group === undefined) return refuse('linked-case.group-unknown', {}, 'groupCode');
  const checked = checkWishes(group, linked);
  if (!checked.ok) return checked;
  const [first] = group.members;
  if (first?.procedureCode == null) throw new Error(`the group ${group.code} does not begin in a commune`);
  const facts: CaseFacts = { ...knownFacts(group, linked.facts), applicantName: dossier.person.fullName, applicantPhone: dossier.person.phone ?? '' };
  const children = planCase(group, linked, now.getTime(), await deps.calendarOf(actor.communeCode));
  const limit = parseTimeLimit(children[0]?.limit ?? '');
  if (!limit.ok) throw new Error(`the group ${group.code} has an unreadable limit`);
  const prepared = await deps.prepareDossier({ ...dossier, procedureCode: first.procedureCode }, { caseId: linked.caseId, limit: limit.value, promised: promisedWhole(group, children) }, actor, now);
  const envelope = { communeCode: actor.communeCode, commandId: dossier.commandId, kind: 'receive-linked-case', actor, request, now, address: context.address };
  return runCommand(deps.db, envelope, async (tx) => {
    if (!prepared.ok) return prepared;
    const received = await prepared.value.write(tx);
    if (!received.ok) return received;
    const dueAt = new Date(caseDueAt(children));
    await insertLinkedCase(
      tx,
      {
        commune_code: actor.communeCode, id: linked.caseId, group_code: group.code, group_valid_from: group.validFrom, first_dossier_id: dossier.dossierId, code: received.value.code,
        applicant_name: dossier.person.fullName, subject_name: facts['subjectName'] ?? dossier.person.fullName, facts: JSON.stringify(facts), verification: linked.verification,
        received_at: now, received_by: actor.staffId, receipt_due_at: dueAt, due_at: dueAt, ended_at: null, version: 1, synthetic: false,
      },
      children.map((child, position) => ({ commune_code: actor.communeCode, case_id: linked.caseId, position, dossier_id: position === 0 ? dossier.dossierId : null, ...childColumns(child) })),
    );
    await appendCaseLines(tx, { commune_code: actor.communeCode, id: linked.caseId }, [{ event: 'case-received', childKey: null, facts: {} }], { id: actor.staffId, name: actor.fullName }, now);
    return ok({
      result: { id: linked.caseId, dossierId: dossier.dossierId, code: received.value.code, receivedAt: now.toISOString(), dueAt: dueAt.toISOString(), link: received.value.link },
      journal: { action: 'linked-case.received', object: `linked-case:${linked.caseId}`, facts: { code: received.value.code, group: group.code } },
      outbox: [
        { id: deps.newId(), topic: 'DossierReceived', payload: { dossierId: dossier.dossierId, code: received.value.code } },
        { id: deps.newId(), topic: 'LinkedCaseReceived', payload: { caseId: linked.caseId } },
      ],
    });
  });
}
