import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import {
  checkPassword, findAccountById, findTypedAccount, getCommune, hashPassword, openSession, readPlainCode, refuseAccount, renewAccount, type SignInAccount, takeRecoveryGuess,
} from '../../identity/index.ts';
import { type RecoverEntries } from '../contract/access.ts';
import { decideUse } from '../domain/decide-recovery.ts';
import { RECOVERY_CODE_SIGNS, type Recovery } from '../domain/recovery.ts';
import { endRecovery, findRecoveryByCode, loadRecoveryForUpdate } from '../store/recoveries.ts';
import { type AccountSafetyDeps, loadPeople, RECOVERY_SEAL, recoveryNotice } from './deps.ts';

type Opened = Extract<Awaited<ReturnType<typeof openSession>>, { readonly ok: true }>['value'];
type UseContext = Pick<RequestContext, 'address' | 'cookies' | 'now' | 'userAgent'>;

/**
 * Lets a person in with the code that was handed over: sets the new password, takes every old factor away, ends every session, and opens one in which
 * a new factor can be registered; undefined where the person holds no position today. Everybody concerned is told. Guesses are slowed down for all
 * processes together. Refuses wrong codes and unknown names alike, passwords against the rules without using the code up, and as `decideUse` does.
 */
export async function recoverAccount(deps: AccountSafetyDeps, entries: RecoverEntries, context: UseContext): Promise<Result<Opened | undefined>> {
  const { db } = deps;
  const { now, address } = context;
  const guess = await takeRecoveryGuess(db, entries.userName, address, now);
  if ('wait' in guess) return { ok: false, problem: guess.wait };
  const account = await findTypedAccount(db, entries.userName, now);
  const recovery = account === undefined ? undefined : await findByTypedCode(deps, account, entries.code);
  if (account === undefined || recovery === undefined) {
    await journalWrong(deps, account, context);
    return refuse('recovery.code-wrong');
  }
  const { communeCode, staffId } = account;
  const commune = await getCommune(db, communeCode);
  const password = checkPassword(entries.password, [account.userName, account.fullName, commune.name]);
  if (!password.ok) {
    await db.transaction().execute(guess.right);
    return { ok: false, problem: { ...password.problem, field: 'password' } };
  }
  const passwordHash = await hashPassword(password.value);
  // The server makes the command's id: what follows is a session, whose secret is not kept for a repetition.
  const envelope = { communeCode, commandId: deps.newId(), kind: 'UseRecovery', actor: { kind: 'anonymous' }, request: { id: recovery.id }, now, address } as const;
  const done = await runCommand(db, envelope, async (tx) => {
    const current = await loadRecoveryForUpdate(tx, communeCode, recovery.id);
    const people = await loadPeople(tx, communeCode, staffId, now);
    if (current === undefined || people === undefined) return refuse('recovery.code-wrong');
    const decided = decideUse(current, people, now);
    if (!decided.ok) return decided;
    if (!(await endRecovery(tx, communeCode, current.id, { state: 'used', by: staffId, at: now }))) return refuse('recovery.used');
    await renewAccount(tx, { communeCode, staffId }, passwordHash);
    await guess.right(tx);
    const told = [current.startedBy, ...(current.approvedBy === null ? [] : [current.approvedBy]), staffId];
    return ok({
      result: {},
      journal: { action: 'recovery-used', object: `staff:${staffId}`, facts: { recovery: current.id, startedBy: current.startedBy, approvedBy: current.approvedBy } },
      outbox: [recoveryNotice(deps, current.id, 'recovery-used', told, { name: account.fullName })],
    });
  });
  deps.identify.forgetStaff(staffId);
  if (!done.ok) return done;
  const renewed = await findAccountById(db, communeCode, staffId, dateAt(now.getTime()));
  if (renewed === undefined || refuseAccount(renewed) !== undefined) return ok(undefined);
  return openSession(deps, renewed, { level: 'password', method: 'account-recovery' }, context);
}

async function findByTypedCode(deps: AccountSafetyDeps, { communeCode, staffId }: SignInAccount, typed: string): Promise<Recovery | undefined> {
  const code = readPlainCode(typed, RECOVERY_CODE_SIGNS);
  return code === undefined ? undefined : findRecoveryByCode(deps.db, communeCode, staffId, deps.sealer.digest(RECOVERY_SEAL, staffId, code));
}

/** A wrong code is written down for real and for unknown names alike. */
async function journalWrong(deps: AccountSafetyDeps, account: SignInAccount | undefined, { now, address }: UseContext): Promise<void> {
  const communeCode = account?.communeCode ?? (await deps.homeCommune.find())?.code ?? '*';
  const envelope = { communeCode, commandId: deps.newId(), kind: 'RefuseRecovery', actor: { kind: 'anonymous' }, request: {}, now, address } as const;
  await runCommand(deps.db, envelope, () => Promise.resolve(ok({ result: {}, journal: { action: 'recovery-refused', object: `staff:${account?.staffId ?? 'unknown'}` } })));
}
