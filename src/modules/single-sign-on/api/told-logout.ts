import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type CommandEnvelope, type DoneCommand, recordCommands } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { deleteSessionsOfIdentity, digestToken } from '../../identity/index.ts';
import { judgeLogout } from '../domain/judge-logout.ts';
import { deleteCitizenSessionsOfIdentity } from '../store/citizen-sessions.ts';
import { markLogout } from '../store/logouts.ts';
import { type SingleSignOnDeps } from './deps.ts';
import { citizenMark } from './open-citizen-session.ts';
import { type Provider } from './provider.ts';

/**
 * A provider says that somebody signed out there (OpenID Connect Back-Channel Logout 1.0): the sessions that its word had opened here end too,
 * of citizens and of staff, each with its line in the journal. Answers how many. Refuses tokens that are not this provider's, not fresh, not
 * meant for this office, or used before; then nothing ends.
 */
export async function endByProvider(deps: SingleSignOnDeps, provider: Provider, token: string, { address, now }: Pick<RequestContext, 'address' | 'now'>): Promise<Result<number>> {
  const read = await provider.readLogout(token);
  if (!read.ok) return read;
  const told = judgeLogout(read.value.payload, read.value.type);
  if (!told.ok) return told;
  const { key } = provider.settings;
  const whose = { provider: key, subject: told.value.subject, providerSession: told.value.providerSession };
  const ended = await deps.db.transaction().execute(async (tx) => {
    if (!(await markLogout(tx, digestToken(`${key} ${told.value.id}`), key, now))) return undefined;
    const [citizens, staff] = [await deleteCitizenSessionsOfIdentity(tx, whose), await deleteSessionsOfIdentity(tx, whose)];
    const envelope = (communeCode: string): CommandEnvelope => ({ communeCode, commandId: deps.newId(), kind: 'EndSessionByProvider', actor: { kind: 'anonymous' }, request: { provider: key }, now, address });
    const commands: readonly DoneCommand[] = [
      ...citizens.map((session): DoneCommand => ({
        envelope: envelope(session.communeCode),
        done: { result: {}, journal: { action: 'citizen.session-ended', object: `citizen-session:${session.id}`, facts: { by: 'provider', provider: key, citizen: citizenMark(deps, session.citizenNumber) } } },
      })),
      ...staff.map((session): DoneCommand => ({
        envelope: envelope(session.communeCode),
        done: { result: {}, journal: { action: 'session-ended', object: `staff:${session.staffId}`, facts: { by: 'provider', provider: key, session: session.id } } },
      })),
    ];
    if (commands.length > 0) await recordCommands(tx, commands);
    return { citizens, staff };
  });
  if (ended === undefined) return refuse('sign-on.logout-used');
  for (const { tokenHash } of ended.citizens) deps.identify.forget(tokenHash);
  for (const { tokenHash } of ended.staff) deps.staff.identify.forgetSession(tokenHash);
  return ok(ended.citizens.length + ended.staff.length);
}
