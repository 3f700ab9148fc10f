import { type StaffActor } from '../../../kernel/actor.ts';
import { type AssuranceLevel } from '../../../kernel/assurance.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { INSTALLATION, readSetting } from '../../settings/index.ts';
import { secondFactorState } from '../domain/second-factor-state.ts';
import { knownSince, sessionExpiry } from '../domain/session-life.ts';
import { KNOWN_DEVICE_DAYS, SECOND_FACTOR, SESSION_LENGTH } from '../settings.ts';
import { type HomeCommune } from '../store/home-commune.ts';
import { listDeviceUsers, rememberDevice } from '../store/known-devices.ts';
import { deleteSessionByToken, insertSession, type ProviderIdentity } from '../store/sessions.ts';
import { type FirstProof } from '../store/sign-in-attempts.ts';
import { type SignInAccount } from '../store/staff.ts';
import { type Identify } from './identify.ts';
import { digestCookie, digestToken, makeSecretToken } from './secret-token.ts';
import { DEVICE_COOKIE, SESSION_COOKIE } from './session-cookie.ts';

/** What signing in and out work with. */
export interface SignInDeps {
  readonly db: Database;
  readonly identify: Identify;
  readonly homeCommune: HomeCommune;
  /** A fresh UUID in time order. */
  readonly newId: () => string;
}

/** An opened session: the two secrets go into cookies and are kept nowhere else. */
export interface SignedIn {
  readonly actor: StaffActor;
  readonly token: string;
  readonly deviceToken: string;
  readonly expiresAt: Date;
}

/** Who is behind a request, as far as sign-in needs it. */
export type SignInContext = Pick<RequestContext, 'address' | 'cookies' | 'now' | 'userAgent'>;

/** How somebody proved to be the person; the journal keeps it. */
export type SignInMethod = 'passkey' | 'account-recovery' | FirstProof | `${FirstProof}-and-${'code' | 'recovery-code' | 'passkey'}`;

/** A proof that was checked. */
export interface SignInProof {
  readonly level: AssuranceLevel;
  readonly method: SignInMethod;
  /** Who it is at the provider whose word it was. */
  readonly identity?: ProviderIdentity | undefined;
  /** What is written in the transaction that opens the session, such as a code that is now used; its refusal opens nothing. */
  readonly settle?: (tx: Tx) => Promise<Result<void>>;
}

/** Why an account opens no session whatever is proved: it is closed, or has no position today. Undefined when it may. */
export function refuseAccount(account: Pick<SignInAccount, 'active' | 'positions'>): 'identity.account-closed' | 'identity.no-position' | undefined {
  if (!account.active) return 'identity.account-closed';
  return account.positions.length === 0 ? 'identity.no-position' : undefined;
}

/**
 * Opens a session for a person who has proved to be that person, and ends the one that the browser had before, so that nobody can plant a
 * session on another. The caller has checked the proof and `refuseAccount`. Refuses what settling the proof refuses.
 */
export async function openSession(deps: SignInDeps, account: SignInAccount, proof: SignInProof, context: SignInContext): Promise<Result<SignedIn>> {
  const { communeCode, staffId, fullName, userName, positions, mustChangePassword } = account;
  const { now } = context;
  const rule = await readSetting(deps.db, communeCode, SECOND_FACTOR, now);
  const secondFactor = secondFactorState({ enrolled: account.hasTotp || account.hasPasskey || proof.level !== 'password', rule, positions });
  const actor: StaffActor = { kind: 'staff', staffId, communeCode, fullName, userName, positions, assurance: { level: proof.level, provenAt: now.getTime(), secondFactor, mustChangePassword } };

  const token = makeSecretToken();
  const deviceToken = (await knownDeviceToken(deps.db, context)) ?? makeSecretToken();
  const expiresAt = sessionExpiry(now, await readSetting(deps.db, communeCode, SESSION_LENGTH, now));
  const id = deps.newId();
  const formerToken = digestCookie(context.cookies[SESSION_COOKIE]);
  // The server makes this command's id: the answer carries a secret that must not be kept for a repetition, and signing
  // in twice only opens a second session.
  const envelope = { ...envelopeOf(context, communeCode), commandId: deps.newId(), kind: 'SignIn', actor, request: { sessionId: id } };
  const opened = await runCommand(deps.db, envelope, async (tx) => {
    const settled = await proof.settle?.(tx);
    if (settled?.ok === false) return settled;
    if (formerToken !== undefined) await deleteSessionByToken(tx, formerToken);
    await rememberDevice(tx, { tokenHash: digestToken(deviceToken), communeCode, staffId }, now);
    await insertSession(tx, {
      id, tokenHash: digestToken(token), communeCode, staffId, openedAt: now, expiresAt,
      userAgent: context.userAgent, address: context.address, level: proof.level, identity: proof.identity,
    });
    return ok({ result: {}, journal: { action: 'signed-in', object: `staff:${staffId}`, facts: { session: id, method: proof.method, ...(proof.identity === undefined ? {} : { provider: proof.identity.provider }) } } });
  });
  if (!opened.ok) return opened;
  if (formerToken !== undefined) deps.identify.forgetSession(formerToken);
  return ok({ actor, token, deviceToken, expiresAt });
}

/** A secret that this browser brought along is kept only if it was given out here: nobody can plant one. */
async function knownDeviceToken(db: Database, { cookies, now }: SignInContext): Promise<string | undefined> {
  const digest = digestCookie(cookies[DEVICE_COOKIE]);
  if (digest === undefined) return undefined;
  const users = await listDeviceUsers(db, digest, knownSince(now, await readSetting(db, INSTALLATION, KNOWN_DEVICE_DAYS, now)));
  return users.length > 0 ? cookies[DEVICE_COOKIE] : undefined;
}

/** What every command of signing in and out has in common. */
export function envelopeOf(context: Pick<SignInContext, 'address' | 'now'>, communeCode: string): { readonly communeCode: string; readonly now: Date; readonly address: string } {
  return { communeCode, now: context.now, address: context.address };
}
