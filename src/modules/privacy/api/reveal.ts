import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type RevealPersonRequest, type RevealPersonResponse, type RevealRequest, type RevealResponse } from '../contract/reveal-schemas.ts';
import { isStillShown, type Revealed, SHOWN_FOR_MS } from '../domain/reveal-purpose.ts';
import { type MaskedParts, type PrivacyDeps } from './deps.ts';

function partOf(parts: MaskedParts, what: Revealed): string | null {
  switch (what) {
    case 'citizen-number':
      return parts.citizenNumber;
    case 'phone':
      return parts.phone;
    case 'content':
      return parts.content;
  }
}

/**
 * Shows one masked part of a dossier to whoever holds its step now. That it was shown, to whom and why, stands in the journal before it leaves; the
 * number itself is kept nowhere: neither in the journal nor with the command. Refuses everybody else, what the dossier does not have, and a repetition after its minute.
 */
export async function revealPart(deps: Pick<PrivacyDeps, 'db' | 'maskedParts' | 'personNumbers'>, id: string, request: RevealRequest, actor: StaffActor, context: RequestContext): Promise<Result<RevealResponse>> {
  const { communeCode } = actor;
  const { what, purpose } = request;
  const parts = await deps.maskedParts(deps.db, actor, id);
  if (parts === undefined) return refuse('dossier.not-found');
  if (!parts.mayReveal) return refuse('privacy.not-holder');
  const value = partOf(parts, what);
  if (value === null || value === '') return refuse('privacy.nothing-masked');
  const envelope = { communeCode, commandId: request.commandId, kind: 'reveal-part', actor, request: { id, ...request }, now: context.now, address: context.address };
  const told = await runCommand(deps.db, envelope, () => Promise.resolve(ok({
    result: { at: context.now.toISOString() }, journal: { action: 'dossier.number-shown', object: `dossier:${id}`, facts: { code: parts.code, what, purpose } },
  })));
  if (!told.ok) return told;
  return isStillShown(new Date(told.value.at), context.now) ? ok({ value, hideAfter: SHOWN_FOR_MS }) : refuse('privacy.reveal-over');
}

/** The numbers of a person who was chosen from a list at the counter, so that the form is filled; the journal says so. Refuses a person of nobody or of another commune. */
export async function revealPerson(deps: Pick<PrivacyDeps, 'db' | 'maskedParts' | 'personNumbers'>, id: string, request: RevealPersonRequest, actor: StaffActor, context: RequestContext): Promise<Result<RevealPersonResponse>> {
  const { communeCode } = actor;
  const numbers = await deps.personNumbers(deps.db, communeCode, id);
  if (numbers === undefined) return refuse('privacy.person-not-found');
  const envelope = { communeCode, commandId: request.commandId, kind: 'reveal-person', actor, request: { id, ...request }, now: context.now, address: context.address };
  const told = await runCommand(deps.db, envelope, () => Promise.resolve(ok({
    result: { at: context.now.toISOString() }, journal: { action: 'person.numbers-shown', object: `person:${id}`, facts: { purpose: 'reception' } },
  })));
  if (!told.ok) return told;
  return isStillShown(new Date(told.value.at), context.now) ? ok(numbers) : refuse('privacy.reveal-over');
}
