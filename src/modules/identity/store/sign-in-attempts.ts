import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type FactorOwner } from './second-factors.ts';
import { type ProviderIdentity } from './sessions.ts';

/** What was proved in the first step. */
export type FirstProof = 'password' | 'single-sign-on';

/** A sign-in that waits for its second step. */
export interface SignInAttempt extends FactorOwner {
  readonly tokenHash: string;
  readonly firstProof: FirstProof;
  readonly address: string;
  readonly expiresAt: Date;
  /** The identity that was the first step. */
  readonly identity?: ProviderIdentity | undefined;
}

/** Writes down that a first step was right. */
export async function insertAttempt(tx: Tx, attempt: SignInAttempt, now: Date): Promise<void> {
  await tx
    .insertInto('sign_in_attempt')
    .values({
      token_hash: attempt.tokenHash, commune_code: attempt.communeCode, staff_id: attempt.staffId, first_proof: attempt.firstProof,
      address: attempt.address, created_at: now, expires_at: attempt.expiresAt,
      provider: attempt.identity?.provider ?? null, subject: attempt.identity?.subject ?? null, provider_session: attempt.identity?.providerSession ?? null,
    })
    .execute();
}

/** The sign-in that waits under a token's digest; undefined when there is none, or no longer. */
export async function findAttempt(db: Database | Tx, tokenHash: string, now: Date): Promise<SignInAttempt | undefined> {
  const found = await db
    .selectFrom('sign_in_attempt')
    .select(['token_hash as tokenHash', 'commune_code as communeCode', 'staff_id as staffId', 'first_proof as firstProof', 'address', 'expires_at as expiresAt', 'provider', 'subject', 'provider_session as providerSession'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .$narrowType<{ firstProof: FirstProof }>()
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const { provider, subject, providerSession, ...attempt } = found;
  return { ...attempt, identity: provider === null || subject === null ? undefined : { provider, subject, providerSession } };
}

/** Ends a waiting sign-in; false when it had been used: one first step opens one session. */
export async function takeAttempt(tx: Tx, tokenHash: string): Promise<boolean> {
  const gone = await tx.deleteFrom('sign_in_attempt').where('token_hash', '=', tokenHash).executeTakeFirst();
  return gone.numDeletedRows === 1n;
}

/** What a passkey's challenge is for. */
export type ChallengePurpose = 'sign-in' | 'second-step' | 'enrol' | 'step-up';

/** Gives a challenge out; `binding` is the digest of the secret of whoever asked for it. */
export async function insertChallenge(db: Database, challenge: { readonly challenge: string; readonly purpose: ChallengePurpose; readonly binding: string; readonly expiresAt: Date }): Promise<void> {
  const { expiresAt, ...rest } = challenge;
  await db.insertInto('passkey_challenge').values({ ...rest, expires_at: expiresAt }).execute();
}

/** Takes a challenge out, so that it is answered once; whether it was given for this purpose to this asker and still counts. */
export async function takeChallenge(db: Database, answer: { readonly challenge: string; readonly purpose: ChallengePurpose; readonly binding: string }, now: Date): Promise<boolean> {
  const taken = await db.deleteFrom('passkey_challenge').where('challenge', '=', answer.challenge).returning(['purpose', 'binding', 'expires_at as expiresAt']).executeTakeFirst();
  return taken !== undefined && taken.purpose === answer.purpose && taken.binding === answer.binding && taken.expiresAt > now;
}

/** Removes what ended: waiting sign-ins and unanswered challenges past their time, and codes that were begun before a moment and never confirmed. Answers how many rows went. */
export async function purgeAttempts(db: Database, now: Date, begunBefore: Date): Promise<number> {
  const gone = await Promise.all([
    db.deleteFrom('sign_in_attempt').where('expires_at', '<=', now).executeTakeFirst(),
    db.deleteFrom('passkey_challenge').where('expires_at', '<=', now).executeTakeFirst(),
    db.deleteFrom('totp_factor').where('confirmed_at', 'is', null).where('created_at', '<', begunBefore).executeTakeFirst(),
  ]);
  return gone.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
}
