import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type CaseActionResponse, type CorrectFactsRequest } from '../contract/linked-case-schemas.ts';
import { knownFacts } from '../domain/fill-request.ts';
import { unmaskedFacts } from '../domain/masked-facts.ts';
import { groupOfCase } from '../domain/linked-group.ts';
import { loadLinkedCaseForUpdate, writeCaseFacts } from '../store/linked-cases.ts';
import { writeChange } from './case-state.ts';
import { checkFacts } from './check-facts.ts';
import { type LinkedCasesDeps } from './deps.ts';
import { caseFacts } from './exchange.ts';
import { childrenOf } from './follow-dossier.ts';

/**
 * Corrects what a case asked once, such as a householder's name that the police did not find. Requests that have not gone out yet, or are sent
 * again, carry the corrected facts; whoever has acknowledged is told by hand. Refuses a case that has ended or changed meanwhile and facts
 * that are missing or wrong; a repeated command answers the first result.
 */
export async function correctFacts(deps: LinkedCasesDeps, id: string, request: CorrectFactsRequest, actor: StaffActor, context: RequestContext): Promise<Result<CaseActionResponse>> {
  const { communeCode } = actor;
  const { now } = context;
  const envelope = { communeCode, commandId: request.commandId, kind: 'correct-linked-facts', actor, request: { id, ...request }, now, address: context.address };
  return runCommand(deps.db, envelope, async (tx) => {
    const found = await loadLinkedCaseForUpdate(tx, communeCode, id);
    if (found === undefined) return refuse('linked-case.not-found');
    const { linkedCase } = found;
    if (linkedCase.ended_at !== null) return refuse('linked-case.action-not-possible');
    if (linkedCase.version !== request.expectedVersion) return refuse('linked-case.changed-meanwhile');
    const group = groupOfCase(deps.groups, linkedCase.group_code, linkedCase.group_valid_from);
    const before = caseFacts(linkedCase.facts);
    const sent = unmaskedFacts(group, request.facts, before);
    const checked = checkFacts(group, sent, 'facts');
    if (!checked.ok) return checked;
    const wanted = knownFacts(group, sent);
    // What the group does not ask, such as the applicant's telephone, stays.
    const others = Object.entries(before).filter(([name]) => !group.facts.some(({ key }) => key === name));
    const changed = group.facts.filter(({ key }) => (before[key] ?? '') !== (wanted[key] ?? ''));
    if (changed.length === 0) return ok({ result: { id, version: linkedCase.version }, journal: { action: 'linked-case.facts-unchanged', object: `linked-case:${id}` } });
    await writeCaseFacts(tx, linkedCase, { ...Object.fromEntries(others), ...wanted }, wanted['subjectName'] ?? linkedCase.subject_name);
    const note = changed.map(({ key, label }) => `${label.vi}: ${before[key] ?? '–'} → ${wanted[key] ?? '–'}`).join('; ');
    const line = { event: 'facts-corrected', childKey: null, facts: { note } } as const;
    await writeChange(tx, found, { children: childrenOf(deps.groups, found), transfers: [], lines: [line] }, { id: actor.staffId, name: actor.fullName }, now, deps.newId);
    return ok({
      result: { id, version: linkedCase.version + 1 },
      journal: { action: 'linked-case.facts-corrected', object: `linked-case:${id}`, facts: { code: linkedCase.code, fields: changed.map(({ key }) => key).join(' ') } },
      outbox: [{ id: deps.newId(), topic: 'LinkedCaseChanged', payload: { caseId: id, child: null, action: 'correct-facts' } }],
    });
  });
}
