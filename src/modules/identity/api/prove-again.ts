import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type PasskeyAnswer } from '../contract/second-factors.ts';
import { addressKey } from '../domain/address-key.ts';
import { giveBackGuess, takeGuess } from '../store/guesses.ts';
import { raiseSession } from '../store/sessions.ts';
import { findAccountById } from '../store/staff.ts';
import { type CheckedFactor, checkCode, type FactorDeps } from './check-code.ts';
import { refuseGivenPassword } from './given-passwords.ts';
import { envelopeOf } from './open-session.ts';
import { checkPasskey } from './passkeys.ts';
import { verifyPassword } from './password-hash.ts';
import { digestCookie } from './secret-token.ts';
import { SESSION_COOKIE } from './session-cookie.ts';
import { guessSubjects } from './sign-in.ts';
import { waitProblem } from './wait-problem.ts';

type ProofContext = Pick<RequestContext, 'address' | 'cookies' | 'now'>;

/** Proves within a session again who asks: by a code, or by the password for somebody who has no second factor. Refuses what is wrong, slowed down. */
export async function proveAgain(deps: FactorDeps, actor: StaffActor, proof: { readonly code?: string; readonly password?: string }, context: ProofContext): Promise<Result<{ readonly proven: true }>> {
  if (proof.code !== undefined) {
    const checked = await checkCode(deps, actor, proof.code, context);
    return checked.ok ? raise(deps, actor, checked.value, context) : checked;
  }
  // Where there is a second factor, the password is the weaker proof and proves nothing new.
  if (proof.password === undefined || actor.assurance?.secondFactor === 'enrolled') return refuse('identity.code-wrong', undefined, 'code');
  const subjects = guessSubjects(actor.userName, addressKey(context.address), undefined);
  const guess = await takeGuess(deps.db, 'sign-in', subjects.all, context.now);
  if ('waitMs' in guess) return { ok: false, problem: waitProblem(guess.waitMs) };
  const account = await findAccountById(deps.db, actor.communeCode, actor.staffId, dateAt(context.now.getTime()));
  if (account === undefined || !(await verifyPassword(account.passwordHash, proof.password))) return refuse('identity.wrong-password', undefined, 'password');
  const over = await refuseGivenPassword(deps.db, account, context.now);
  if (over !== undefined) return { ok: false, problem: { ...over.problem, field: 'password' } };
  const settle: CheckedFactor['settle'] = async (tx) => {
    await giveBackGuess(tx, guess.taken, { cleared: subjects.own, returned: subjects.shared });
    return ok(undefined);
  };
  return raise(deps, actor, { method: 'password', level: 'password', settle }, context);
}

/** The same by a passkey whose challenge was given to this session. */
export async function proveAgainByPasskey(deps: FactorDeps, actor: StaffActor, answer: PasskeyAnswer, context: ProofContext): Promise<Result<{ readonly proven: true }>> {
  const checked = await checkPasskey(deps, actor, answer, { purpose: 'step-up', binding: digestCookie(context.cookies[SESSION_COOKIE]) ?? '' }, context);
  return checked.ok ? raise(deps, actor, checked.value, context) : checked;
}

async function raise(deps: FactorDeps, actor: StaffActor, factor: Omit<CheckedFactor, 'method'> & { readonly method: string }, context: ProofContext): Promise<Result<{ readonly proven: true }>> {
  const token = digestCookie(context.cookies[SESSION_COOKIE]) ?? '';
  const envelope = { ...envelopeOf(context, actor.communeCode), commandId: deps.newId(), kind: 'ProveAgain', actor, request: {} };
  const raised = await runCommand(deps.db, envelope, async (tx) => {
    const settled = await factor.settle(tx);
    if (!settled.ok) return settled;
    await raiseSession(tx, token, factor.level, context.now);
    return ok({ result: {}, journal: { action: 'session-proved-again', object: `staff:${actor.staffId}`, facts: { method: factor.method } } });
  });
  deps.identify.forgetSession(token);
  return raised.ok ? ok({ proven: true }) : raised;
}
