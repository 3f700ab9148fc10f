import { createHash } from 'node:crypto';
import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, type Problem, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Database } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { INSTALLATION, readSetting } from '../../settings/index.ts';
import { type SignInRequest } from '../contract/session.ts';
import { addressKey } from '../domain/address-key.ts';
import { SIGN_IN_GUESS_RULES } from '../domain/guess-delay.ts';
import { knownSince, sessionExpiry } from '../domain/session-life.ts';
import { normalizeUserName } from '../domain/user-name.ts';
import { KNOWN_DEVICE_DAYS, SESSION_LENGTH } from '../settings.ts';
import { giveBackGuess, type GuessSubject, takeGuess, type TakenGuess } from '../store/guesses.ts';
import { type HomeCommune } from '../store/home-commune.ts';
import { listDeviceUsers, rememberDevice } from '../store/known-devices.ts';
import { deleteSessionByToken, insertSession } from '../store/sessions.ts';
import { findAccount, replacePassword, type SignInAccount } from '../store/staff.ts';
import { type Identify } from './identify.ts';
import { hashPassword, isHashOutdated, prepareHashing, verifyNobody, verifyPassword } from './password-hash.ts';
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

/**
 * Opens a new session for a user name and a password, and ends the one that the browser had before, so that nobody can
 * plant a session on another. Refuses wrong names and passwords alike, in the same time and after growing waits; a right
 * password of a closed account or of one without a position today is told so.
 */
export async function signIn(deps: SignInDeps, request: SignInRequest, context: SignInContext): Promise<Result<SignedIn>> {
  const { db } = deps;
  const { now } = context;
  await prepareHashing();
  const userName = normalizeUserName(request.userName);
  const device = digestCookie(context.cookies[DEVICE_COOKIE]);
  const account = await findAccount(db, userName, dateAt(now.getTime()));
  const users = device === undefined ? [] : await listDeviceUsers(db, device, knownSince(now, await readSetting(db, INSTALLATION, KNOWN_DEVICE_DAYS, now)));
  const subjects = guessSubjects(userName, addressKey(context.address), users.includes(userName) ? device : undefined);
  const guess = await takeGuess(db, 'sign-in', subjects.all, now);
  if ('waitMs' in guess) return { ok: false, problem: waitProblem(guess.waitMs) };

  const right = account === undefined ? await verifyNobody(request.password) : await verifyPassword(account.passwordHash, request.password);
  if (account === undefined || !right) {
    await journalFailure(deps, account, context);
    return refuse('identity.wrong-sign-in');
  }
  const closed = !account.active ? 'identity.account-closed' : account.positions.length === 0 ? 'identity.no-position' : undefined;
  if (closed !== undefined) {
    await db.transaction().execute((tx) => giveBackGuess(tx, guess.taken, { cleared: subjects.own, returned: subjects.shared }));
    return refuse(closed);
  }
  // A secret that this browser brought along is kept only if it was given out here: nobody can plant one.
  const deviceToken = users.length > 0 ? context.cookies[DEVICE_COOKIE] : undefined;
  return openSession(deps, account, request.password, { ...context, deviceToken }, guess.taken, subjects);
}

/** The counts that one guess goes to. */
export interface Subjects {
  readonly all: readonly GuessSubject[];
  /** Forgiven by a right password. */
  readonly own: readonly string[];
  /** Shared with others: a right password gives back only its own guess. */
  readonly shared: readonly string[];
}

/** What a guess is counted under. A browser that the person has used before has a count of its own; everybody else is counted by name and address. */
export function guessSubjects(userName: string, address: string, knownDevice: string | undefined): Subjects {
  const subject = (kind: keyof typeof SIGN_IN_GUESS_RULES, text: string): GuessSubject => ({
    // What was typed may be a password in the wrong field: only a digest is stored.
    key: `${kind} ${createHash('sha256').update(text).digest('hex')}`,
    rule: SIGN_IN_GUESS_RULES[kind],
  });
  if (knownDevice !== undefined) {
    const own = subject('knownDevice', `${userName} ${knownDevice}`);
    return { all: [own], own: [own.key], shared: [] };
  }
  const own = subject('nameAtAddress', `${userName} ${address}`);
  const shared = subject('address', address);
  return { all: [own, shared], own: [own.key], shared: [shared.key] };
}

/** Says how long to wait, in seconds up to two minutes and in minutes beyond. */
export function waitProblem(waitMs: number): Problem {
  const seconds = Math.ceil(waitMs / 1000);
  return seconds <= 120
    ? { code: 'identity.too-many-guesses', facts: { seconds } }
    : { code: 'identity.too-many-guesses-long', facts: { seconds, minutes: Math.ceil(seconds / 60) } };
}

/** A failure is written down for real and for unknown names alike, so that both take the same time. */
async function journalFailure(deps: SignInDeps, account: SignInAccount | undefined, context: SignInContext): Promise<void> {
  const communeCode = account?.communeCode ?? (await deps.homeCommune.find())?.code ?? '*';
  const envelope = { ...envelopeOf(context, communeCode), commandId: deps.newId(), kind: 'RefuseSignIn', actor: { kind: 'anonymous' }, request: {} } as const;
  await runCommand(deps.db, envelope, () =>
    Promise.resolve(ok({ result: {}, journal: { action: 'sign-in-refused', object: `staff/${account?.staffId ?? 'unknown'}` } })),
  );
}

async function openSession(
  deps: SignInDeps,
  account: SignInAccount,
  password: string,
  context: SignInContext & { readonly deviceToken: string | undefined },
  taken: TakenGuess,
  subjects: Subjects,
): Promise<Result<SignedIn>> {
  const { communeCode, staffId, fullName, userName, positions } = account;
  const { now } = context;
  const actor: StaffActor = { kind: 'staff', staffId, communeCode, fullName, userName, positions };

  const token = makeSecretToken();
  const deviceToken = context.deviceToken ?? makeSecretToken();
  const expiresAt = sessionExpiry(now, await readSetting(deps.db, communeCode, SESSION_LENGTH, now));
  const id = deps.newId();
  const formerToken = digestCookie(context.cookies[SESSION_COOKIE]);
  const betterHash = isHashOutdated(account.passwordHash) ? await hashPassword(password) : undefined;
  // The server makes this command's id: the answer carries a secret that must not be kept for a repetition, and signing
  // in twice only opens a second session.
  const envelope = { ...envelopeOf(context, communeCode), commandId: deps.newId(), kind: 'SignIn', actor, request: { sessionId: id } };
  const opened = await runCommand(deps.db, envelope, async (tx) => {
    if (formerToken !== undefined) await deleteSessionByToken(tx, formerToken);
    if (betterHash !== undefined) await replacePassword(tx, communeCode, staffId, account.passwordHash, betterHash);
    await giveBackGuess(tx, taken, { cleared: subjects.own, returned: subjects.shared });
    await rememberDevice(tx, { tokenHash: digestToken(deviceToken), communeCode, staffId }, now);
    await insertSession(tx, {
      id,
      tokenHash: digestToken(token),
      communeCode,
      staffId,
      openedAt: now,
      expiresAt,
      userAgent: context.userAgent,
      address: context.address,
    });
    return ok({ result: {}, journal: { action: 'signed-in', object: `staff/${staffId}`, facts: { session: id } } });
  });
  if (!opened.ok) return opened;
  if (formerToken !== undefined) deps.identify.forgetSession(formerToken);
  return ok({ actor, token, deviceToken, expiresAt });
}

/** Ends the session that the browser carries; answers the same whether there was one or not. */
export async function signOut(deps: SignInDeps, context: Pick<RequestContext, 'actor' | 'address' | 'cookies' | 'now'>): Promise<void> {
  const tokenHash = digestCookie(context.cookies[SESSION_COOKIE]);
  const { actor } = context;
  if (tokenHash === undefined) return;
  if (actor.kind === 'staff') {
    const envelope = { ...envelopeOf(context, actor.communeCode), commandId: deps.newId(), kind: 'SignOut', actor, request: {} };
    await runCommand(deps.db, envelope, async (tx) => {
      const ended = await deleteSessionByToken(tx, tokenHash);
      return ok({ result: {}, journal: { action: 'signed-out', object: `staff/${actor.staffId}`, facts: { session: ended?.id ?? null } } });
    });
  }
  deps.identify.forgetSession(tokenHash);
}

function envelopeOf(context: Pick<SignInContext, 'address' | 'now'>, communeCode: string): { readonly communeCode: string; readonly now: Date; readonly address: string } {
  return { communeCode, now: context.now, address: context.address };
}
