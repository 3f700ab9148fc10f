import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { continueSignIn, findAccountById, refuseAccount, type SignInOutcome } from '../../identity/index.ts';
import { readSetting } from '../../settings/index.ts';
import { decideStaffLink, type FoundAccount } from '../domain/decide-staff-link.ts';
import { readStaffIdentity } from '../domain/read-staff-identity.ts';
import { STAFF_SIGN_ON } from '../settings.ts';
import { findLinksOfMarks, insertLink, listLinks } from '../store/staff-links.ts';
import { type SingleSignOnDeps } from './deps.ts';
import { type Provider, type ProviderAnswer } from './provider.ts';

type StaffContext = Pick<RequestContext, 'address' | 'cookies' | 'now' | 'userAgent'>;

/** Whether the staff of a commune may sign in by the word of a provider. */
export async function isStaffSignOnAllowed({ db }: Pick<SingleSignOnDeps, 'db'>, communeCode: string, now: Date): Promise<boolean> {
  return (await readSetting(db, communeCode, STAFF_SIGN_ON, now)) === 'allowed';
}

/**
 * Signs a member of staff in by the word of a provider: opens a session, or waits for the second step where the word is worth a password only
 * and the person has more. Never makes an account. Refuses an identity without a link, a commune that does not allow it, and a closed account.
 */
export async function signInStaff(deps: SingleSignOnDeps, provider: Provider, answer: ProviderAnswer, context: StaffContext): Promise<Result<SignInOutcome>> {
  const { key } = provider.settings;
  const read = readStaffIdentity(answer.subject, answer.claims, provider.map);
  if (!read.ok) return read;
  const found = decideStaffLink(read.value, await findLinksOfMarks(deps.db, key, read.value.marks));
  if (!found.ok) return found;
  const { communeCode, staffId } = found.value;
  if (!(await isStaffSignOnAllowed(deps, communeCode, context.now))) return refuse('sign-on.staff-off');
  const account = await findAccountById(deps.db, communeCode, staffId, dateAt(context.now.getTime()));
  if (account === undefined) return refuse('sign-on.no-account');
  const closed = refuseAccount(account);
  if (closed !== undefined) return refuse(closed);
  const tied = await tieIdentity(deps, key, read.value.subject, found.value, context);
  if (!tied.ok) return tied;
  const identity = { provider: key, subject: read.value.subject, providerSession: answer.providerSession };
  return continueSignIn(deps.staff, account, { proof: 'single-sign-on', level: read.value.level, identity }, context);
}

/** The first sign-in under a mark that an administrator made ties the identity itself: from now on the mark is not asked. */
async function tieIdentity(deps: SingleSignOnDeps, provider: string, subject: string, { communeCode, staffId, tie }: FoundAccount, { address, now }: StaffContext): Promise<Result<unknown>> {
  if (tie === undefined) return ok(undefined);
  const envelope = { communeCode, commandId: deps.newId(), kind: 'TieStaffIdentity', actor: { kind: 'anonymous' }, request: { staffId, provider }, now, address } as const;
  return runCommand(deps.db, envelope, async (tx) => {
    const written = await insertLink(tx, { id: deps.newId(), communeCode, staffId, provider, kind: 'subject', value: subject, linkedBy: tie.by }, now);
    if (!written) return refuse('sign-on.other-identity');
    return ok({ result: {}, journal: { action: 'staff.sign-on-tied', object: `staff:${staffId}`, facts: { provider } } });
  });
}

/** Links the identity that came back to the account of whoever began. Refuses one that is linked elsewhere, and an account that has one already. */
export async function linkOwnIdentity(deps: SingleSignOnDeps, provider: Provider, answer: ProviderAnswer, actor: StaffActor, { address, now }: StaffContext): Promise<Result<unknown>> {
  const { key } = provider.settings;
  const { communeCode, staffId } = actor;
  if (!(await isStaffSignOnAllowed(deps, communeCode, now))) return refuse('sign-on.staff-off');
  const envelope = { communeCode, commandId: deps.newId(), kind: 'LinkOwnIdentity', actor, request: { provider: key }, now, address };
  return runCommand(deps.db, envelope, async (tx) => {
    const own = await listLinks(tx, communeCode, staffId);
    if (own.some((link) => link.provider === key && link.kind === 'subject')) return refuse('sign-on.already-linked');
    const written = await insertLink(tx, { id: deps.newId(), communeCode, staffId, provider: key, kind: 'subject', value: answer.subject, linkedBy: staffId }, now);
    if (!written) return refuse('sign-on.identity-taken');
    return ok({ result: {}, journal: { action: 'staff.sign-on-linked', object: `staff:${staffId}`, facts: { provider: key } } });
  });
}
