import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { derivedUuid } from '../../../platform/derived-uuid.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type ExchangeDeps } from './deps.ts';

/** One line of the journal covers a screen that is read again while it stands open, in milliseconds. */
const ONE_LOOK_MS = 10 * 60_000;

/** Says in the journal that somebody was shown a dossier with its whole numbers to copy it into another system. */
export async function tellCopied(deps: Pick<ExchangeDeps, 'db'>, dossier: { readonly id: string; readonly code: string }, actor: StaffActor, context: RequestContext): Promise<Result<null>> {
  const look = Math.floor(context.now.getTime() / ONE_LOOK_MS);
  const envelope = {
    communeCode: actor.communeCode, commandId: derivedUuid('copy-sheet', `${actor.staffId} ${dossier.id} ${String(look)}`), kind: 'copy-dossier', actor,
    request: { id: dossier.id, look }, now: context.now, address: context.address,
  };
  return runCommand(deps.db, envelope, () => Promise.resolve(ok({
    result: null, journal: { action: 'exchange.copy-shown', object: `dossier:${dossier.id}`, facts: { code: dossier.code } },
  })));
}
