import { isIP } from 'node:net';
import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type NewPasskey, type PasskeyAnswer } from '../contract/second-factors.ts';
import { SECOND_STEP_MS } from '../domain/factor-code.ts';
import { findPasskey, listPasskeys, type StoredPasskey, suspendPasskey, takePasskeyCounter } from '../store/passkeys.ts';
import { type FactorOwner } from '../store/second-factors.ts';
import { type ChallengePurpose, insertChallenge, takeChallenge } from '../store/sign-in-attempts.ts';
import { type CheckedFactor, type FactorDeps } from './check-code.ts';
import { envelopeOf, type SignInContext } from './open-session.ts';

/** For whom and for what a challenge is given out. */
export interface ChallengeAsk {
  readonly purpose: ChallengePurpose;
  /** Digest of the secret of the session or sign-in that asks. */
  readonly binding: string;
}

interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/** Whose the passkeys of this office are: the host of its public address. Undefined where there can be none: a bare IP address, or no HTTPS. */
export function relyingParty(publicUrl: string): RelyingParty | undefined {
  const { hostname, origin, protocol } = new URL(publicUrl);
  const named = isIP(hostname.replace(/^\[|\]$/gu, '')) === 0;
  return named && (protocol === 'https:' || hostname === 'localhost') ? { id: hostname, origin } : undefined;
}

/** What the browser needs to make a new passkey for somebody. Refuses an address that cannot have passkeys. */
export async function challengeNewPasskey(deps: FactorDeps, actor: StaffActor, officeName: string, ask: ChallengeAsk, now: Date): Promise<Result<unknown>> {
  const party = relyingParty(deps.publicUrl);
  if (party === undefined) return refuse('identity.passkey-impossible');
  const known = await listPasskeys(deps.db, actor);
  const options = await generateRegistrationOptions({
    rpName: officeName,
    rpID: party.id,
    userName: actor.userName,
    userDisplayName: actor.fullName,
    userID: new Uint8Array(Buffer.from(actor.staffId)),
    attestationType: 'none',
    timeout: SECOND_STEP_MS,
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await giveOut(deps, options.challenge, ask, now);
  return ok(options);
}

/** Checks what the browser made and answers the passkey to be kept. Refuses a challenge that was not given for this, and what does not verify. */
export async function checkNewPasskey(
  deps: FactorDeps, owner: FactorOwner, made: NewPasskey, ask: ChallengeAsk, now: Date,
): Promise<Result<Omit<StoredPasskey, 'lastUsedAt' | 'suspendedAt'>>> {
  const party = relyingParty(deps.publicUrl);
  if (party === undefined) return refuse('identity.passkey-impossible');
  const challenge = challengeOf(made.answer.response.clientDataJSON);
  if (challenge === undefined || !(await takeChallenge(deps.db, { ...ask, challenge }, now))) return refuse('identity.passkey-too-late');
  const verified = await tolerate(() => verifyRegistrationResponse({
    response: made.answer, expectedChallenge: challenge, expectedOrigin: party.origin, expectedRPID: party.id, requireUserVerification: true,
  }));
  if (verified?.registrationInfo === undefined) return refuse('identity.passkey-wrong');
  const { credential, credentialBackedUp } = verified.registrationInfo;
  return ok({
    ...owner, id: deps.newId(), name: made.name.trim(), credentialId: credential.id, publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter, transports: made.answer.response.transports ?? [], backedUp: credentialBackedUp, createdAt: now,
  });
}

/** What the browser needs to use a passkey: one of a person, or any that it knows for this office. Refuses an address that cannot have passkeys. */
export async function challengePasskey(deps: FactorDeps, owner: FactorOwner | undefined, ask: ChallengeAsk, now: Date): Promise<Result<unknown>> {
  const party = relyingParty(deps.publicUrl);
  if (party === undefined) return refuse('identity.passkey-impossible');
  const known = owner === undefined ? [] : (await listPasskeys(deps.db, owner)).filter(({ suspendedAt }) => suspendedAt === null);
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    userVerification: 'required',
    timeout: SECOND_STEP_MS,
    allowCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports: [...transports] })),
  });
  await giveOut(deps, options.challenge, ask, now);
  return ok(options);
}

/** A passkey whose answer was right, and whose it is. */
export interface CheckedPasskey extends CheckedFactor {
  readonly owner: FactorOwner;
}

/**
 * Checks a browser's answer to a challenge; with an owner only that person's passkeys are taken. Refuses challenges that were answered before,
 * given to somebody else, for something else or more than five minutes ago, keys that nobody has, and a copied key: its counter goes
 * backwards, and it is suspended.
 */
export async function checkPasskey(deps: FactorDeps, owner: FactorOwner | undefined, answer: PasskeyAnswer, ask: ChallengeAsk, context: Pick<SignInContext, 'address' | 'now'>): Promise<Result<CheckedPasskey>> {
  const { now } = context;
  const party = relyingParty(deps.publicUrl);
  if (party === undefined) return refuse('identity.passkey-impossible');
  const challenge = challengeOf(answer.response.clientDataJSON);
  if (challenge === undefined || !(await takeChallenge(deps.db, { ...ask, challenge }, now))) return refuse('identity.passkey-too-late');
  const passkey = await findPasskey(deps.db, answer.id);
  if (passkey === undefined) return refuse('identity.passkey-unknown');
  if (owner !== undefined && (owner.staffId !== passkey.staffId || owner.communeCode !== passkey.communeCode)) return refuse('identity.passkey-unknown');
  if (passkey.suspendedAt !== null) return refuse('identity.passkey-suspended');
  const { userHandle, ...response } = answer.response;
  const verified = await tolerate(() => verifyAuthenticationResponse({
    response: { ...answer, response: { ...response, ...(userHandle === undefined ? {} : { userHandle }) } },
    expectedChallenge: challenge, expectedOrigin: party.origin, expectedRPID: party.id, requireUserVerification: true,
    // Its own check of the counter throws; ours below suspends the key and tells.
    credential: { id: passkey.credentialId, publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')), counter: 0, transports: [...passkey.transports] },
  }));
  if (verified?.verified !== true) return refuse('identity.passkey-wrong');
  const counter = verified.authenticationInfo.newCounter;
  if ((counter > 0 || passkey.counter > 0) && counter <= passkey.counter) {
    await suspend(deps, passkey, counter, context);
    return refuse('identity.passkey-suspended');
  }
  return ok({
    method: 'passkey', level: 'passkey', owner: { communeCode: passkey.communeCode, staffId: passkey.staffId },
    settle: async (tx) => ((await takePasskeyCounter(tx, passkey.credentialId, counter, now)) ? ok(undefined) : refuse('identity.passkey-too-late')),
  });
}

/** A key that was copied is worth nothing: it is suspended and the journal says so. */
async function suspend(deps: FactorDeps, passkey: StoredPasskey, counter: number, context: Pick<SignInContext, 'address' | 'now'>): Promise<void> {
  const envelope = { ...envelopeOf(context, passkey.communeCode), commandId: deps.newId(), kind: 'SuspendPasskey', actor: { kind: 'anonymous' }, request: {} } as const;
  await runCommand(deps.db, envelope, async (tx) => {
    await suspendPasskey(tx, passkey.credentialId, context.now);
    return ok({ result: {}, journal: { action: 'passkey-suspended', object: `staff:${passkey.staffId}`, facts: { passkey: passkey.id, counter, expectedAbove: passkey.counter } } });
  });
  deps.identify.forgetStaff(passkey.staffId);
}

async function giveOut(deps: FactorDeps, challenge: string, ask: ChallengeAsk, now: Date): Promise<void> {
  await insertChallenge(deps.db, { ...ask, challenge, expiresAt: new Date(now.getTime() + SECOND_STEP_MS) });
}

/** The challenge that a browser says it answered; what it says is checked by the signature. */
function challengeOf(clientDataJSON: string): string | undefined {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'));
    const challenge = data !== null && typeof data === 'object' && 'challenge' in data ? data.challenge : undefined;
    return typeof challenge === 'string' && challenge.length <= 200 ? challenge : undefined;
  } catch {
    return undefined;
  }
}

/** The library throws at whatever a browser sends that does not verify; that is a refusal, no fault of ours. */
async function tolerate<T>(verify: () => Promise<T>): Promise<T | undefined> {
  try {
    return await verify();
  } catch {
    return undefined;
  }
}
