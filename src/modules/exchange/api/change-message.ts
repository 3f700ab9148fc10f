import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { hastenMessages, lockMessage, type MessageChange, updateMessage } from '../store/messages.ts';
import { type ExchangeDeps } from './deps.ts';
import { sendDue } from './send-due.ts';
import { refreshSync } from './sync-dossier.ts';

interface Done {
  readonly id: string;
}

async function change(deps: ExchangeDeps, kind: 'resend-message' | 'enter-message-by-hand', id: string, commandId: string, actor: StaffActor, context: RequestContext, to: MessageChange): Promise<Result<Done>> {
  const { communeCode } = actor;
  const envelope = { communeCode, commandId, kind, actor, request: { id }, now: context.now, address: context.address };
  return runCommand<Done>(deps.db, envelope, async (tx) => {
    const message = await lockMessage(tx, communeCode, id);
    if (message === undefined) return refuse('exchange.message-not-found');
    if (message.closed_at !== null) return refuse('exchange.message-closed');
    await updateMessage(tx, communeCode, id, to);
    await refreshSync(tx, communeCode, message.dossier_id);
    return ok({ result: { id }, journal: { action: `exchange.${kind}`, object: `dossier:${message.dossier_id}`, facts: { message: id } } });
  });
}

/** Tries one message again now, from the first attempt. Refuses when there is no way out, and a message that is there already. */
export async function resendMessage(deps: ExchangeDeps, id: string, commandId: string, actor: StaffActor, context: RequestContext): Promise<Result<Done>> {
  if (deps.outgoing === undefined) return refuse('exchange.no-address');
  const changed = await change(deps, 'resend-message', id, commandId, actor, context, { state: 'waiting', attempts: 0, next_try_at: context.now, claimed_until: null });
  if (changed.ok) await sendDue(deps, actor.communeCode, context.now);
  return changed;
}

/** Somebody has entered the state in the other system by hand: it is not sent any more, and the list says who did it. */
export function enterByHand(deps: ExchangeDeps, id: string, commandId: string, actor: StaffActor, context: RequestContext): Promise<Result<Done>> {
  return change(deps, 'enter-message-by-hand', id, commandId, actor, context, {
    state: 'by-hand', next_try_at: null, claimed_until: null, closed_at: context.now, closed_by: actor.staffId, closed_by_name: actor.fullName,
  });
}

/** Tries everything again that is not there yet. Answers how many messages that were. */
export async function resendAll(deps: ExchangeDeps, commandId: string, actor: StaffActor, context: RequestContext): Promise<Result<{ readonly tried: number }>> {
  if (deps.outgoing === undefined) return refuse('exchange.no-address');
  const { communeCode } = actor;
  const envelope = { communeCode, commandId, kind: 'resend-all-messages', actor, request: {}, now: context.now, address: context.address };
  const hastened = await runCommand(deps.db, envelope, async (tx) => {
    const tried = await hastenMessages(tx, communeCode, context.now);
    return ok({ result: { tried }, journal: { action: 'exchange.all-resent', object: `commune:${communeCode}`, facts: { tried } } });
  });
  if (hastened.ok) await sendDue(deps, communeCode, context.now);
  return hastened;
}
