import { type CitizenActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { digestCookie, digestToken, makeSecretToken } from '../../identity/index.ts';
import { citizenSessionExpiry } from '../domain/citizen-session-life.ts';
import { readCitizen } from '../domain/read-citizen.ts';
import { deleteCitizenSessionByToken, insertCitizenSession } from '../store/citizen-sessions.ts';
import { type SingleSignOnDeps } from './deps.ts';
import { type Provider, type ProviderAnswer } from './provider.ts';
import { CITIZEN_COOKIE } from './sign-on-cookies.ts';

type SessionContext = Pick<RequestContext, 'address' | 'cookies' | 'now' | 'userAgent'>;

/** A stand-in for a citizen's number in the journal: the same person has the same one, and without this installation's key nobody finds the number. */
export function citizenMark(deps: Pick<SingleSignOnDeps, 'links'>, citizenNumber: string): string {
  return deps.links.token('citizen', citizenNumber);
}

/**
 * Opens a new session for a citizen whom a provider vouches for, and ends the one that this browser had before. Answers the secret for the
 * cookie. Refuses without a number, a name or a level that is known, and before the office was set up.
 */
export async function openCitizenSession(deps: SingleSignOnDeps, provider: Provider, answer: ProviderAnswer, context: SessionContext): Promise<Result<string>> {
  const read = readCitizen(answer.claims, provider.map);
  if (!read.ok) return read;
  const commune = await deps.homeCommune();
  if (commune === undefined) return refuse('sign-on.not-set-up');
  const { now, address, userAgent } = context;
  const actor: CitizenActor = { kind: 'citizen', communeCode: commune.code, sessionId: deps.newId(), ...read.value };
  const token = makeSecretToken();
  const former = digestCookie(context.cookies[CITIZEN_COOKIE]);
  const envelope = { communeCode: commune.code, commandId: deps.newId(), kind: 'CitizenSignIn', actor, request: { sessionId: actor.sessionId }, now, address };
  const opened = await runCommand(deps.db, envelope, async (tx) => {
    if (former !== undefined) await deleteCitizenSessionByToken(tx, former);
    await insertCitizenSession(tx, {
      tokenHash: digestToken(token), citizen: actor, provider: provider.settings.key, subject: answer.subject, providerSession: answer.providerSession, openedAt: now, expiresAt: citizenSessionExpiry(now), address, userAgent,
    });
    return ok({
      result: {},
      journal: {
        action: 'citizen.signed-in', object: `citizen-session:${actor.sessionId}`,
        facts: { provider: provider.settings.key, assurance: actor.assurance, citizen: citizenMark(deps, actor.citizenNumber) },
      },
    });
  });
  if (!opened.ok) return opened;
  if (former !== undefined) deps.identify.forget(former);
  return ok(token);
}

/** Ends the session that the browser carries; answers by which provider it was opened, or undefined when there was none. */
export async function endCitizenSession(deps: SingleSignOnDeps, context: Pick<RequestContext, 'actor' | 'address' | 'cookies' | 'now'>): Promise<string | undefined> {
  const tokenHash = digestCookie(context.cookies[CITIZEN_COOKIE]);
  const { actor, now, address } = context;
  if (tokenHash === undefined || actor.kind !== 'citizen') return undefined;
  const envelope = { communeCode: actor.communeCode, commandId: deps.newId(), kind: 'CitizenSignOut', actor, request: {}, now, address };
  const ended = await runCommand<{ readonly provider: string | null }>(deps.db, envelope, async (tx) => {
    const session = await deleteCitizenSessionByToken(tx, tokenHash);
    return ok({ result: { provider: session?.provider ?? null }, journal: { action: 'citizen.signed-out', object: `citizen-session:${actor.sessionId}`, facts: { citizen: citizenMark(deps, actor.citizenNumber) } } });
  });
  deps.identify.forget(tokenHash);
  return ended.ok ? (ended.value.provider ?? undefined) : undefined;
}
