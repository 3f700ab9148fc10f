import { createHash } from 'node:crypto';
import { type AssuranceLevel } from '../../../kernel/assurance.ts';
import { ok, type Problem, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type Sealer } from '../../../platform/secrets/sealer.ts';
import { addressKey } from '../domain/address-key.ts';
import { type FactorCode, readFactorCode } from '../domain/factor-code.ts';
import { SECOND_FACTOR_GUESS_RULES } from '../domain/guess-delay.ts';
import { giveBackGuess, type GuessSubject, takeGuess } from '../store/guesses.ts';
import { type FactorOwner, findTotp, isRecoveryCodeLeft, takeRecoveryCode, takeTotpStep } from '../store/second-factors.ts';
import { envelopeOf, type SignInContext, type SignInDeps } from './open-session.ts';
import { waitProblem } from './wait-problem.ts';
import { checkTotp, type TotpVerdict } from './totp.ts';

/** What second factors work with. */
export interface FactorDeps extends SignInDeps {
  readonly sealer: Sealer;
  /** The address that phones reach: passkeys belong to its host. */
  readonly publicUrl: string;
}

/** A second factor that was right; it counts once `settle` has written that it was used. */
export interface CheckedFactor {
  readonly method: 'code' | 'recovery-code' | 'passkey';
  readonly level: AssuranceLevel;
  readonly settle: (tx: Tx) => Promise<Result<void>>;
}

/** The purposes under which secrets of second factors are sealed and digested. */
export const SEAL = { totp: 'totp', recovery: 'recovery-code' } as const;

/**
 * Checks a code from the phone or a recovery code of a person. Guesses are slowed down per person and address and per person, never
 * locked. Refuses wrong and used codes, and says it when the phone's clock is wrong.
 */
export async function checkCode(deps: FactorDeps, owner: FactorOwner, typed: string, context: Pick<SignInContext, 'address' | 'now'>): Promise<Result<CheckedFactor>> {
  const { now } = context;
  const subjects = subjectsOf(owner, context.address);
  const guess = await takeGuess(deps.db, 'second-factor', subjects, now);
  if ('waitMs' in guess) return { ok: false, problem: waitProblem(guess.waitMs) };
  const code = readFactorCode(typed);
  const checked = code === undefined ? refuse('identity.code-wrong', undefined, 'code') : await judge(deps, owner, code, now);
  if (!checked.ok) {
    await journalWrong(deps, owner, checked.problem, context);
    return checked;
  }
  const { settle } = checked.value;
  return ok({
    ...checked.value,
    settle: async (tx) => {
      const settled = await settle(tx);
      if (settled.ok) await giveBackGuess(tx, guess.taken, { cleared: subjects.map(({ key }) => key), returned: [] });
      return settled;
    },
  });
}

async function judge(deps: FactorDeps, owner: FactorOwner, code: FactorCode, now: Date): Promise<Result<CheckedFactor>> {
  if (code.kind === 'recovery') {
    const hash = deps.sealer.digest(SEAL.recovery, owner.staffId, code.code);
    if (!(await isRecoveryCodeLeft(deps.db, owner, hash))) return refuse('identity.code-wrong', undefined, 'code');
    return ok({
      method: 'recovery-code', level: 'second-factor',
      settle: async (tx) => ((await takeRecoveryCode(tx, owner, hash, now)) ? ok(undefined) : refuse('identity.code-used', undefined, 'code')),
    });
  }
  const totp = await findTotp(deps.db, owner);
  if (totp === undefined) return refuse('identity.code-wrong', undefined, 'code');
  const verdict = checkTotp(deps.sealer.open(SEAL.totp, owner.staffId, totp.sealedSecret), code.code, totp.lastStep, now);
  if (verdict.kind !== 'right') return refuseVerdict(verdict);
  return ok({
    method: 'code', level: 'second-factor',
    settle: async (tx) => ((await takeTotpStep(tx, owner, totp.id, verdict.step, now)) ? ok(undefined) : refuse('identity.code-used', undefined, 'code')),
  });
}

/** The refusal of a code of the phone that was not right. */
export function refuseVerdict(verdict: Exclude<TotpVerdict, { readonly kind: 'right' }>): { readonly ok: false; readonly problem: Problem } {
  switch (verdict.kind) {
    case 'used':
      return refuse('identity.code-used', undefined, 'code');
    case 'clock':
      return refuse(verdict.ahead ? 'identity.clock-ahead' : 'identity.clock-behind', { minutes: verdict.minutes }, 'code');
    case 'wrong':
      return refuse('identity.code-wrong', undefined, 'code');
  }
}

function subjectsOf({ communeCode, staffId }: FactorOwner, address: string): readonly GuessSubject[] {
  const subject = (kind: keyof typeof SECOND_FACTOR_GUESS_RULES, text: string): GuessSubject => ({
    key: `${kind} ${createHash('sha256').update(text).digest('hex')}`,
    rule: SECOND_FACTOR_GUESS_RULES[kind],
  });
  return [subject('personAtAddress', `${communeCode} ${staffId} ${addressKey(address)}`), subject('person', `${communeCode} ${staffId}`)];
}

/** A wrong second step means that somebody may know the password: it is written down. */
async function journalWrong(deps: FactorDeps, { communeCode, staffId }: FactorOwner, problem: Problem, context: Pick<SignInContext, 'address' | 'now'>): Promise<void> {
  const envelope = { ...envelopeOf(context, communeCode), commandId: deps.newId(), kind: 'RefuseSecondFactor', actor: { kind: 'anonymous' }, request: {} } as const;
  await runCommand(deps.db, envelope, () => Promise.resolve(ok({ result: {}, journal: { action: 'second-factor-refused', object: `staff:${staffId}`, facts: { why: problem.code } } })));
}
