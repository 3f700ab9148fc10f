import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { type OutboxMessage } from '../../../platform/commands.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type Sealer } from '../../../platform/secrets/sealer.ts';
import { findStaffMember, listAdministrators, lockStaff, type PageRenderer, type SignInDeps } from '../../identity/index.ts';
import { type NoticeKind, STAFF_NOTICE, type StaffNotice } from '../../notifications/contract/notice.ts';
import { type RecoveryPeople } from '../domain/decide-recovery.ts';

/** What the safety of accounts works with. */
export interface AccountSafetyDeps extends SignInDeps {
  readonly sealer: Sealer;
  readonly renderPage: PageRenderer;
  /** True when the program's own address is HTTPS: cookies then never travel without it. */
  readonly secure: boolean;
}

/** Who asks, when and from where. */
export type ActContext = Pick<RequestContext, 'address' | 'now'>;

/** The purpose under which codes of recoveries are digested. */
export const RECOVERY_SEAL = 'account-recovery';

/** The people around a recovery as they are now, with their names; nobody's role or account changes until the transaction ends. */
export interface KnownPeople extends RecoveryPeople {
  readonly person: { readonly id: string; readonly fullName: string; readonly userName: string };
}

/** Reads the people around a recovery under the lock that changes of people wait for; undefined when the commune has nobody of that id. */
export async function loadPeople(tx: Tx, communeCode: string, staffId: string, now: Date): Promise<KnownPeople | undefined> {
  await lockStaff(tx, communeCode);
  const today = dateAt(now.getTime());
  const [person, administrators] = [await findStaffMember(tx, communeCode, staffId, today), await listAdministrators(tx, communeCode, today)];
  if (person === undefined) return undefined;
  return { person, personActive: person.active, administrators: administrators.map(({ id }) => id) };
}

/** What one member of staff, or several, is told about a recovery: once for each happening. */
export function recoveryNotice(deps: AccountSafetyDeps, recoveryId: string, kind: NoticeKind, to: readonly string[], facts: Readonly<Record<string, string>>): OutboxMessage {
  const notice: StaffNotice = { kind, key: `${kind} ${recoveryId}`, to: [...new Set(to)], dossierId: null, facts };
  return { id: deps.newId(), topic: STAFF_NOTICE, payload: { ...notice } };
}

/** What every command here has in common. */
export function envelopeOf(actor: StaffActor, context: ActContext): { readonly communeCode: string; readonly actor: StaffActor; readonly now: Date; readonly address: string } {
  return { communeCode: actor.communeCode, actor, now: context.now, address: context.address };
}
