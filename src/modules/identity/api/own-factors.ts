import { randomInt } from 'node:crypto';
import { type StaffActor } from '../../../kernel/actor.ts';
import { FRESH_MS, reachesLevel } from '../../../kernel/assurance.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { qrPath } from '../../../platform/qr/qr-path.ts';
import { readSetting } from '../../settings/index.ts';
import { type BegunTotp, type FactorAdded, type NewPasskey, type SecondFactors } from '../contract/second-factors.ts';
import { readFactorCode, RECOVERY_CODE_COUNT, RECOVERY_CODE_LENGTH } from '../domain/factor-code.ts';
import { groupCode, PLAIN_SIGNS, plainCode } from '../domain/plain-code.ts';
import { getCommune } from '../store/commune.ts';
import { deletePasskey, insertPasskey, listPasskeys } from '../store/passkeys.ts';
import { beginTotp, confirmTotp, countRecoveryCodes, deleteTotp, findBegunTotp, findTotp, replaceRecoveryCodes } from '../store/second-factors.ts';
import { SECOND_FACTOR } from '../settings.ts';
import { raiseSession } from '../store/sessions.ts';
import { holdsPower } from '../domain/second-factor-state.ts';
import { type FactorDeps, refuseVerdict, SEAL } from './check-code.ts';
import { envelopeOf } from './open-session.ts';
import { challengeNewPasskey, checkNewPasskey, relyingParty } from './passkeys.ts';
import { digestCookie } from './secret-token.ts';
import { SESSION_COOKIE } from './session-cookie.ts';
import { checkTotp, makeTotpSecret, totpAddress } from './totp.ts';

type OwnContext = Pick<RequestContext, 'address' | 'cookies' | 'now'>;

/** What a person has beside the password. */
export async function showOwnFactors(deps: FactorDeps, actor: StaffActor): Promise<SecondFactors> {
  const [totp, passkeys, left] = await Promise.all([findTotp(deps.db, actor), listPasskeys(deps.db, actor), countRecoveryCodes(deps.db, actor)]);
  return {
    state: actor.assurance?.secondFactor ?? 'may-enrol',
    totp: totp === undefined ? null : { confirmedAt: (totp.confirmedAt ?? totp.createdAt).toISOString(), lastUsedAt: totp.lastUsedAt?.toISOString() ?? null },
    passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt, backedUp, suspendedAt }) => ({
      id, name, createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null, backedUp, suspended: suspendedAt !== null,
    })),
    recoveryCodesLeft: left,
    passkeysPossible: relyingParty(deps.publicUrl) !== undefined,
  };
}

/** Begins codes on the phone: a fresh secret, shown until its first code is typed. Refuses a session whose person was not proved lately. */
export async function beginOwnTotp(deps: FactorDeps, actor: StaffActor, context: OwnContext): Promise<Result<BegunTotp>> {
  const stale = refuseStale(actor, context.now);
  if (stale !== undefined) return stale;
  const commune = await getCommune(deps.db, actor.communeCode);
  const secret = makeTotpSecret();
  const id = deps.newId();
  const begun = await own(deps, actor, context, 'BeginTotp', 'totp-begun', async (tx) => {
    await beginTotp(tx, actor, { id, sealedSecret: deps.sealer.seal(SEAL.totp, actor.staffId, secret) }, context.now);
    return ok(undefined);
  });
  return begun.ok ? ok({ id, secret, qr: qrPath(totpAddress(secret, `Xã Số ${commune.name}`, actor.userName)) }) : begun;
}

/** Lets begun codes count once the first one was typed right; the session is then sure to the second factor. Refuses wrong codes and a wrong clock. */
export async function confirmOwnTotp(deps: FactorDeps, actor: StaffActor, request: { readonly id: string; readonly code: string }, context: OwnContext): Promise<Result<FactorAdded>> {
  const begun = await findBegunTotp(deps.db, actor, request.id);
  if (begun === undefined) return refuse('identity.totp-not-begun');
  const code = readFactorCode(request.code);
  // No guesses are counted here: whoever is signed in was shown the secret.
  const verdict = code?.kind === 'totp' ? checkTotp(deps.sealer.open(SEAL.totp, actor.staffId, begun.sealedSecret), code.code, null, context.now) : ({ kind: 'wrong' } as const);
  if (verdict.kind !== 'right') return refuseVerdict(verdict);
  return addFactor(deps, actor, context, 'totp-confirmed', async (tx) =>
    ((await confirmTotp(tx, actor, request.id, verdict.step, context.now)) ? ok(undefined) : refuse('identity.totp-not-begun')));
}

/** What the browser needs to make a passkey. Refuses a session whose person was not proved lately. */
export async function beginOwnPasskey(deps: FactorDeps, actor: StaffActor, context: OwnContext): Promise<Result<unknown>> {
  const stale = refuseStale(actor, context.now);
  if (stale !== undefined) return stale;
  const commune = await getCommune(deps.db, actor.communeCode);
  return challengeNewPasskey(deps, actor, `Xã Số ${commune.name}`, { purpose: 'enrol', binding: ownToken(context) }, context.now);
}

/** Keeps a new passkey with its name. Refuses answers that do not verify and a passkey that is registered already. */
export async function addOwnPasskey(deps: FactorDeps, actor: StaffActor, made: NewPasskey, context: OwnContext): Promise<Result<FactorAdded>> {
  const owner = { communeCode: actor.communeCode, staffId: actor.staffId };
  const checked = await checkNewPasskey(deps, owner, made, { purpose: 'enrol', binding: ownToken(context) }, context.now);
  if (!checked.ok) return checked;
  if (checked.value.name === '') return refuse('identity.passkey-unnamed', undefined, 'name');
  return addFactor(deps, actor, context, 'passkey-added', async (tx) => ((await insertPasskey(tx, checked.value)) ? ok(undefined) : refuse('identity.passkey-known')), 'passkey');
}

/** Takes the codes of the phone (`totp`) or one passkey away. Refuses the last factor of somebody who must have one. */
export async function removeOwnFactor(deps: FactorDeps, actor: StaffActor, factor: { readonly totp: true } | { readonly passkeyId: string }, context: OwnContext): Promise<Result<{ readonly removed: true }>> {
  const stale = refuseStale(actor, context.now);
  if (stale !== undefined) return stale;
  const removed = await own(deps, actor, context, 'RemoveFactor', 'totp' in factor ? 'totp-removed' : 'passkey-removed', async (tx) => {
    if ('totp' in factor) await deleteTotp(tx, actor);
    else await deletePasskey(tx, actor, factor.passkeyId);
    const left = (await findTotp(tx, actor)) !== undefined || (await listPasskeys(tx, actor)).some(({ suspendedAt }) => suspendedAt === null);
    if (left) return ok(undefined);
    if (holdsPower(actor.positions) && (await readSetting(tx, actor.communeCode, SECOND_FACTOR, context.now)) === 'required') return refuse('identity.last-second-factor');
    await replaceRecoveryCodes(tx, actor, [], context.now);
    return ok(undefined);
  });
  return removed.ok ? ok({ removed: true }) : removed;
}

/** Ten new recovery codes, shown once; those before no longer count. Refuses somebody without a second factor to stand in for. */
export async function renewRecoveryCodes(deps: FactorDeps, actor: StaffActor, context: OwnContext): Promise<Result<{ readonly recoveryCodes: readonly string[] }>> {
  if (actor.assurance?.secondFactor !== 'enrolled') return refuse('identity.no-second-factor');
  const stale = refuseStale(actor, context.now);
  if (stale !== undefined) return stale;
  const codes = makeRecoveryCodes();
  const renewed = await own(deps, actor, context, 'RenewRecoveryCodes', 'recovery-codes-renewed', async (tx) => {
    await replaceRecoveryCodes(tx, actor, hashes(deps, actor, codes), context.now);
    return ok(undefined);
  });
  return renewed.ok ? ok({ recoveryCodes: codes.map((code) => groupCode(code, 5)) }) : renewed;
}

/** Adds a factor; the first one brings the recovery codes, and the session is as sure as the factor. */
async function addFactor(deps: FactorDeps, actor: StaffActor, context: OwnContext, action: string, add: (tx: Tx) => Promise<Result<void>>, level: 'second-factor' | 'passkey' = 'second-factor'): Promise<Result<FactorAdded>> {
  const codes = (await countRecoveryCodes(deps.db, actor)) === 0 ? makeRecoveryCodes() : undefined;
  const added = await own(deps, actor, context, 'AddFactor', action, async (tx) => {
    const done = await add(tx);
    if (!done.ok) return done;
    if (codes !== undefined) await replaceRecoveryCodes(tx, actor, hashes(deps, actor, codes), context.now);
    await raiseSession(tx, ownToken(context), level, context.now);
    return ok(undefined);
  });
  return added.ok ? ok({ recoveryCodes: codes?.map((code) => groupCode(code, 5)) ?? null }) : added;
}

/** One write to the own account. The server makes the command's id: answers carry secrets that must not be kept for a repetition. */
async function own(deps: FactorDeps, actor: StaffActor, context: OwnContext, kind: string, action: string, work: (tx: Tx) => Promise<Result<void>>): Promise<Result<void>> {
  const envelope = { ...envelopeOf(context, actor.communeCode), commandId: deps.newId(), kind, actor, request: {} };
  const done = await runCommand(deps.db, envelope, async (tx) => {
    const outcome = await work(tx);
    return outcome.ok ? ok({ result: {}, journal: { action, object: `staff:${actor.staffId}` } }) : outcome;
  });
  deps.identify.forgetStaff(actor.staffId);
  return done.ok ? ok(undefined) : done;
}

/** A session left open must not be enough to plant a factor of one's own: the person proved it within the last quarter of an hour. */
/** Refuses what needs a person who was proved lately, and with the second factor where there is one. */
export function refuseStale({ assurance }: StaffActor, now: Date): { readonly ok: false; readonly problem: { readonly code: string } } | undefined {
  const weak = assurance?.secondFactor === 'enrolled' && !reachesLevel(assurance.level, 'second-factor');
  const age = now.getTime() - (assurance?.provenAt ?? 0);
  return weak || age < 0 || age > FRESH_MS ? refuse('access.assurance-too-low') : undefined;
}

function makeRecoveryCodes(): readonly string[] {
  return Array.from({ length: RECOVERY_CODE_COUNT }, () => plainCode(() => randomInt(PLAIN_SIGNS.length), RECOVERY_CODE_LENGTH));
}

function hashes(deps: FactorDeps, { staffId }: StaffActor, codes: readonly string[]): readonly string[] {
  return codes.map((code) => deps.sealer.digest(SEAL.recovery, staffId, code));
}

function ownToken({ cookies }: Pick<OwnContext, 'cookies'>): string {
  return digestCookie(cookies[SESSION_COOKIE]) ?? '';
}
