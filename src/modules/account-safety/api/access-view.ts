import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { browserWords, findStaffMember, listAdministrators, listStaffMembers, readAccess } from '../../identity/index.ts';
import { type AccessAnswer, type RecoveryAnswer } from '../contract/access.ts';
import { approximateOrigin } from '../domain/approximate-origin.ts';
import { type Recovery } from '../domain/recovery.ts';
import { findOpenRecovery } from '../store/recoveries.ts';

/** Where a person of the actor's commune is signed in, the second factors and the recovery that goes on; undefined when the commune has nobody of that id. */
export async function showAccess(db: Database, actor: StaffActor, staffId: string, ownSessionId: string | undefined, now: Date): Promise<AccessAnswer | undefined> {
  const { communeCode } = actor;
  const today = dateAt(now.getTime());
  const member = await findStaffMember(db, communeCode, staffId, today);
  if (member === undefined) return undefined;
  const [access, administrators, recovery] = await Promise.all([
    readAccess(db, { communeCode, staffId }, now), listAdministrators(db, communeCode, today), showOpenRecovery(db, communeCode, staffId, now),
  ]);
  const moment = (at: Date | null): string | null => at?.toISOString() ?? null;
  return {
    fullName: member.fullName, userName: member.userName, active: member.active,
    sessions: access.sessions.map((session) => ({
      id: session.id, device: browserWords(session.userAgent), createdAt: session.createdAt.toISOString(), lastSeenAt: session.lastSeenAt.toISOString(),
      origin: approximateOrigin(session.address), current: session.id === ownSessionId,
    })),
    totp: access.totp === undefined ? null : { confirmedAt: (access.totp.confirmedAt ?? access.totp.createdAt).toISOString(), lastUsedAt: moment(access.totp.lastUsedAt) },
    passkeys: access.passkeys.map(({ id, name, createdAt, lastUsedAt, suspendedAt }) => ({ id, name, createdAt: createdAt.toISOString(), lastUsedAt: moment(lastUsedAt), suspended: suspendedAt !== null })),
    recoveryCodesLeft: access.recoveryCodesLeft,
    recovery,
    recoveryPossible: administrators.filter(({ id }) => id !== staffId).length >= 2,
  };
}

/** The recovery of a person that goes on, with names; null when there is none. */
export async function showOpenRecovery(db: Database, communeCode: string, staffId: string, now: Date): Promise<RecoveryAnswer | null> {
  const recovery = await findOpenRecovery(db, communeCode, staffId, now);
  if (recovery === undefined) return null;
  const people = await listStaffMembers(db, communeCode, dateAt(now.getTime()));
  return toRecovery(recovery, new Map(people.map(({ id, fullName }) => [id, fullName])));
}

function toRecovery({ id, staffId, state, reason, startedBy, startedAt, approvedBy, expiresAt }: Recovery, names: ReadonlyMap<string, string>): RecoveryAnswer {
  const named = (who: string) => ({ id: who, fullName: names.get(who) ?? '' });
  return {
    id, staffId, state, reason, startedBy: named(startedBy), startedAt: startedAt.toISOString(), approvedBy: approvedBy === null ? null : named(approvedBy), expiresAt: expiresAt.toISOString(),
  };
}
