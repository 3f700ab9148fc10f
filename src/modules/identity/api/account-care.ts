import { createHash } from 'node:crypto';
import { dateAt } from '../../../kernel/local-time.ts';
import { type Problem } from '../../../kernel/result.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { readSetting } from '../../settings/index.ts';
import { addressKey } from '../domain/address-key.ts';
import { SECOND_FACTOR_GUESS_RULES } from '../domain/guess-delay.ts';
import { idleSince, type OwnSession } from '../domain/session-life.ts';
import { normalizeUserName } from '../domain/user-name.ts';
import { SESSION_IDLE } from '../settings.ts';
import { clearFactors } from '../store/clear-factors.ts';
import { giveBackGuess, type GuessSubject, takeGuess } from '../store/guesses.ts';
import { deletePasskey, listPasskeys, type StoredPasskey } from '../store/passkeys.ts';
import { countRecoveryCodes, deleteTotp, type FactorOwner, findTotp, type StoredTotp } from '../store/second-factors.ts';
import { deleteOtherSessions, deleteOwnSession, type EndedSession, findSessionId, listSessions } from '../store/sessions.ts';
import { findAccount, loadPasswordForUpdate, replacePassword, type SignInAccount } from '../store/staff.ts';
import { digestCookie } from './secret-token.ts';
import { SESSION_COOKIE } from './session-cookie.ts';
import { waitProblem } from './wait-problem.ts';

/** No session has this digest: every session of the person ends. */
const KEEP_NONE = '';

/** Where a person is signed in, and what there is beside the password. */
interface AccountAccess {
  readonly sessions: readonly OwnSession[];
  readonly totp: StoredTotp | undefined;
  readonly passkeys: readonly StoredPasskey[];
  readonly recoveryCodesLeft: number;
}

/** Reads where a person is signed in at a moment and what is proved beside the password. */
export async function readAccess(db: Database, owner: FactorOwner, now: Date): Promise<AccountAccess> {
  const seenAfter = idleSince(now, await readSetting(db, owner.communeCode, SESSION_IDLE, now));
  const [sessions, totp, passkeys, recoveryCodesLeft] = await Promise.all([
    listSessions(db, owner.communeCode, owner.staffId, { now, seenAfter }), findTotp(db, owner), listPasskeys(db, owner), countRecoveryCodes(db, owner),
  ]);
  return { sessions, totp, passkeys, recoveryCodesLeft };
}

/** The id of the session that a request came with; undefined when there is none. */
export async function ownSessionId(db: Database, cookies: Readonly<Record<string, string | undefined>>): Promise<string | undefined> {
  const tokenHash = digestCookie(cookies[SESSION_COOKIE]);
  return tokenHash === undefined ? undefined : (await findSessionId(db, tokenHash))?.id;
}

/** Ends one session of a person, or all of them (null); answers those that ended now. */
export async function endSessionsOf(tx: Tx, { communeCode, staffId }: FactorOwner, sessionId: string | null): Promise<readonly EndedSession[]> {
  if (sessionId === null) return deleteOtherSessions(tx, communeCode, staffId, KEEP_NONE);
  const ended = await deleteOwnSession(tx, communeCode, staffId, sessionId);
  return ended === undefined ? [] : [ended];
}

/** How removing a factor of somebody else ended: done; there was none; it is the last one, which two administrators remove together. */
type FactorRemoval = 'removed' | 'unknown' | 'last';

/** Takes one factor of a person away, the codes of the phone (`totp`) or a passkey by its id, unless it is the last one that counts. */
export async function removeFactorOf(tx: Tx, owner: FactorOwner, factor: string): Promise<FactorRemoval> {
  // Under the lock of the person's row: two removals together would each see the other factor.
  await loadPasswordForUpdate(tx, owner.communeCode, owner.staffId);
  const [totp, passkeys] = [await findTotp(tx, owner), await listPasskeys(tx, owner)];
  const counting = [...(totp === undefined ? [] : ['totp']), ...passkeys.filter(({ suspendedAt }) => suspendedAt === null).map(({ id }) => id)];
  if (factor !== 'totp' && !passkeys.some(({ id }) => id === factor)) return 'unknown';
  if (factor === 'totp' && totp === undefined) return 'unknown';
  if (counting.length === 1 && counting[0] === factor) return 'last';
  await (factor === 'totp' ? deleteTotp(tx, owner) : deletePasskey(tx, owner, factor));
  return 'removed';
}

/** Gives an account a new password and nothing else: factors, recovery codes, begun sign-ins and sessions go. */
export async function renewAccount(tx: Tx, owner: FactorOwner, passwordHash: string): Promise<void> {
  const before = await loadPasswordForUpdate(tx, owner.communeCode, owner.staffId);
  if (before === undefined) throw new Error('a recovery of nobody');
  await replacePassword(tx, owner.communeCode, owner.staffId, before, passwordHash, 'own');
  await clearFactors(tx, owner);
}

/** The account behind what somebody typed as a user name; undefined when there is none. */
export async function findTypedAccount(db: Database, typed: string, now: Date): Promise<SignInAccount | undefined> {
  return findAccount(db, normalizeUserName(typed), dateAt(now.getTime()));
}

/** A guess at what stands in for a lost account that may be made now. */
interface RecoveryGuess {
  /** Says that it was right: the counts begin anew. */
  readonly right: (tx: Tx) => Promise<void>;
}

/** Counts a guess at the code of an account, whether there is such an account or not, by name and address and by name; for all processes together. Refuses with how long to wait. */
export async function takeRecoveryGuess(db: Database, typedName: string, address: string, now: Date): Promise<RecoveryGuess | { readonly wait: Problem }> {
  const name = normalizeUserName(typedName);
  const subject = (kind: keyof typeof SECOND_FACTOR_GUESS_RULES, text: string): GuessSubject => ({
    key: `recovery ${kind} ${createHash('sha256').update(text).digest('hex')}`,
    rule: SECOND_FACTOR_GUESS_RULES[kind],
  });
  const subjects = [subject('personAtAddress', `${name} ${addressKey(address)}`), subject('person', name)];
  const guess = await takeGuess(db, 'second-factor', subjects, now);
  if ('waitMs' in guess) return { wait: waitProblem(guess.waitMs) };
  return { right: (tx) => giveBackGuess(tx, guess.taken, { cleared: subjects.map(({ key }) => key), returned: [] }) };
}
