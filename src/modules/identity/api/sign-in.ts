import { createHash } from 'node:crypto';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { INSTALLATION, readSetting } from '../../settings/index.ts';
import { type SignInRequest } from '../contract/session.ts';
import { addressKey } from '../domain/address-key.ts';
import { SIGN_IN_GUESS_RULES } from '../domain/guess-delay.ts';
import { knownSince } from '../domain/session-life.ts';
import { normalizeUserName } from '../domain/user-name.ts';
import { KNOWN_DEVICE_DAYS } from '../settings.ts';
import { giveBackGuess, type GuessSubject, takeGuess } from '../store/guesses.ts';
import { listDeviceUsers } from '../store/known-devices.ts';
import { deleteSessionByToken } from '../store/sessions.ts';
import { findAccount, replacePassword, type SignInAccount } from '../store/staff.ts';
import { continueSignIn, type SignInOutcome } from './continue-sign-in.ts';
import { envelopeOf, refuseAccount, type SignInContext, type SignInDeps } from './open-session.ts';
import { refuseGivenPassword } from './given-passwords.ts';
import { hashPassword, isHashOutdated, prepareHashing, verifyNobody, verifyPassword } from './password-hash.ts';
import { digestCookie } from './secret-token.ts';
import { DEVICE_COOKIE, SESSION_COOKIE } from './session-cookie.ts';
import { waitProblem } from './wait-problem.ts';

/**
 * Opens a new session for a user name and a password, or waits for the second step of a person who has a second factor. Refuses wrong names and passwords alike, in the same time and after growing waits; a right
 * password of a closed account, of one without a position today, or of a slip whose days are over is told so.
 */
export async function signIn(deps: SignInDeps, request: SignInRequest, context: SignInContext): Promise<Result<SignInOutcome>> {
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
  const giveBack = (tx: Tx) => giveBackGuess(tx, guess.taken, { cleared: subjects.own, returned: subjects.shared });
  const closed = refuseAccount(account);
  if (closed !== undefined) {
    await db.transaction().execute(giveBack);
    return refuse(closed);
  }
  const over = await refuseGivenPassword(db, account, now);
  if (over !== undefined) {
    await journalFailure(deps, account, context);
    await db.transaction().execute(giveBack);
    return over;
  }
  const betterHash = isHashOutdated(account.passwordHash) ? await hashPassword(request.password) : undefined;
  const settle = async (tx: Tx): Promise<Result<void>> => {
    if (betterHash !== undefined) await replacePassword(tx, account.communeCode, account.staffId, account.passwordHash, betterHash);
    await giveBack(tx);
    return ok(undefined);
  };
  return continueSignIn(deps, account, { proof: 'password', level: 'password', settle }, context);
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

/** A failure is written down for real and for unknown names alike, so that both take the same time. */
async function journalFailure(deps: SignInDeps, account: SignInAccount | undefined, context: SignInContext): Promise<void> {
  const communeCode = account?.communeCode ?? (await deps.homeCommune.find())?.code ?? '*';
  const envelope = { ...envelopeOf(context, communeCode), commandId: deps.newId(), kind: 'RefuseSignIn', actor: { kind: 'anonymous' }, request: {} } as const;
  await runCommand(deps.db, envelope, () =>
    Promise.resolve(ok({ result: {}, journal: { action: 'sign-in-refused', object: `staff:${account?.staffId ?? 'unknown'}` } })),
  );
}

/** Ends the session that the browser carries; answers the provider whose word had opened it, or null. */
export async function signOut(deps: SignInDeps, context: Pick<RequestContext, 'actor' | 'address' | 'cookies' | 'now'>): Promise<string | null> {
  const tokenHash = digestCookie(context.cookies[SESSION_COOKIE]);
  const { actor } = context;
  if (tokenHash === undefined) return null;
  let provider: string | null = null;
  if (actor.kind === 'staff') {
    const envelope = { ...envelopeOf(context, actor.communeCode), commandId: deps.newId(), kind: 'SignOut', actor, request: {} };
    await runCommand(deps.db, envelope, async (tx) => {
      const ended = await deleteSessionByToken(tx, tokenHash);
      provider = ended?.provider ?? null;
      return ok({ result: {}, journal: { action: 'signed-out', object: `staff:${actor.staffId}`, facts: { session: ended?.id ?? null } } });
    });
  }
  deps.identify.forgetSession(tokenHash);
  return provider;
}
