import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, type Problem, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type ChangePassword, type PasswordChanged } from '../contract/password.ts';
import { addressKey } from '../domain/address-key.ts';
import { checkPassword } from '../domain/password-rules.ts';
import { getCommune } from '../store/commune.ts';
import { giveBackGuess, takeGuess } from '../store/guesses.ts';
import { deleteOtherSessions } from '../store/sessions.ts';
import { findPassword, loadPasswordForUpdate, replacePassword } from '../store/staff.ts';
import { refuseGivenPassword } from './given-passwords.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { digestCookie } from './secret-token.ts';
import { SESSION_COOKIE } from './session-cookie.ts';
import { type SignInDeps } from './open-session.ts';
import { guessSubjects } from './sign-in.ts';
import { waitProblem } from './wait-problem.ts';

type Refusal = { readonly ok: false; readonly problem: Problem };

/**
 * Changes one's own password and ends one's other sessions; this one goes on, so that a lost answer can be asked for again.
 * Refuses a wrong current password (guesses at it are slowed down like sign-ins), one that was handed over too long ago, a new one that breaks the rules or is the old one.
 */
export async function changePassword(
  deps: SignInDeps,
  actor: StaffActor,
  body: ChangePassword,
  context: Pick<RequestContext, 'address' | 'cookies' | 'now'>,
): Promise<Result<PasswordChanged>> {
  const { db } = deps;
  const { communeCode, staffId } = actor;
  const { now } = context;
  const commune = await getCommune(db, communeCode);
  const checked = checkPassword(body.newPassword, [actor.userName, actor.fullName, commune.name]);
  if (!checked.ok) return { ok: false, problem: { ...checked.problem, field: 'newPassword' } };

  const subjects = guessSubjects(actor.userName, addressKey(context.address), undefined);
  const guess = await takeGuess(db, 'sign-in', subjects.all, now);
  if ('waitMs' in guess) return { ok: false, problem: waitProblem(guess.waitMs) };

  const before = await findPassword(db, communeCode, staffId);
  if (before === undefined) throw new Error('a session without a member of staff');
  const right = await verifyPassword(before.hash, body.currentPassword);
  const over = right ? await refuseGivenPassword(db, { communeCode, passwordGivenAt: before.givenAt }, now) : undefined;
  const same = right && (await verifyPassword(before.hash, checked.value));
  const after = right && !same ? await hashPassword(checked.value) : undefined;

  // Passwords stay out of the stored request: its quick digest would be easier to guess at than the hash.
  const envelope = {
    communeCode,
    commandId: body.commandId,
    kind: 'ChangePassword',
    actor,
    request: { staffId },
    now,
    address: context.address,
  };
  const ownToken = digestCookie(context.cookies[SESSION_COOKIE]) ?? '';
  const outcome = await runCommand<PasswordChanged>(db, envelope, async (tx) => {
    const stored = await loadPasswordForUpdate(tx, communeCode, staffId);
    if (over !== undefined) return { ok: false, problem: { ...over.problem, field: 'currentPassword' } };
    const refusal = refusalOf({ right, same, changed: stored !== before.hash });
    if (refusal !== undefined || after === undefined) return refusal ?? refuse('identity.wrong-password');
    await replacePassword(tx, communeCode, staffId, before.hash, after, 'own');
    const ended = await deleteOtherSessions(tx, communeCode, staffId, ownToken);
    return ok({
      result: { changed: true, endedSessions: ended.length },
      journal: { action: 'password-changed', object: `staff:${staffId}`, facts: { endedSessions: ended.length } },
    });
  });
  deps.identify.forgetStaff(staffId);
  // A repetition of the command must have asked for the same password, which by now is the stored one.
  const stored = outcome.ok ? await findPassword(db, communeCode, staffId) : undefined;
  const honoured = stored !== undefined && (await verifyPassword(stored.hash, checked.value));
  if (right || honoured) {
    await db.transaction().execute((tx) => giveBackGuess(tx, guess.taken, { cleared: subjects.own, returned: subjects.shared }));
  }
  return outcome.ok && !honoured ? refuse('command.reused-id') : outcome;
}

function refusalOf(facts: { readonly right: boolean; readonly same: boolean; readonly changed: boolean }): Refusal | undefined {
  if (facts.changed) return refuse('identity.password-changed-meanwhile');
  if (!facts.right) return refuse('identity.wrong-password', undefined, 'currentPassword');
  if (facts.same) return refuse('identity.password-same', undefined, 'newPassword');
  return undefined;
}
