import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type RevealCaseRequest, type RevealCaseResponse } from '../contract/linked-case-schemas.ts';
import { fillRequest } from '../domain/fill-request.ts';
import { groupOfCase } from '../domain/linked-group.ts';
import { findLinkedCase } from '../store/linked-cases.ts';
import { type LinkedCasesDeps } from './deps.ts';
import { caseFacts } from './exchange.ts';
import { childrenOf } from './follow-dossier.ts';

/**
 * The request to one agency with its whole numbers, for whoever hands it over by hand or types it into the agency's own system; the journal says so.
 * Refuses a case that is not there, a child that it does not have, and a case that has ended: nobody needs the numbers any more.
 */
export async function revealCase(deps: LinkedCasesDeps, id: string, request: RevealCaseRequest, actor: StaffActor, context: RequestContext): Promise<Result<RevealCaseResponse>> {
  const { communeCode } = actor;
  const found = await findLinkedCase(deps.db, communeCode, id);
  if (found === undefined) return refuse('linked-case.not-found');
  const { linkedCase } = found;
  const group = groupOfCase(deps.groups, linkedCase.group_code, linkedCase.group_valid_from);
  const member = group.members.find(({ key }) => key === request.child);
  if (linkedCase.ended_at !== null || member === undefined) return refuse('linked-case.action-not-possible');
  const envelope = { communeCode, commandId: request.commandId, kind: 'reveal-linked-request', actor, request: { id, ...request }, now: context.now, address: context.address };
  const told = await runCommand(deps.db, envelope, () => Promise.resolve(ok({
    result: null, journal: { action: 'linked-case.numbers-shown', object: `linked-case:${id}`, facts: { code: linkedCase.code, child: request.child } },
  })));
  if (!told.ok) return told;
  const results = Object.fromEntries(childrenOf(deps.groups, found).map(({ key, resultNumber }) => [key, resultNumber]));
  return ok({ request: fillRequest(group, member, caseFacts(linkedCase.facts), results).map(({ name, value }) => ({ name, value })) });
}
