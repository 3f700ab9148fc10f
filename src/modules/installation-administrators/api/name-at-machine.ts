import { dateAt, type LocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Database } from '../../../platform/db/database.ts';
import { decideNaming } from '../domain/decide-installation-grant.ts';
import { holdsOn, type InstallationGrant, isWaiting } from '../domain/installation-grant.ts';
import { insertGrant, lockGrants, updateGrant } from '../store/installation-grants.ts';
import { factsOf, readGround } from './standing.ts';

/** What whoever runs the machine orders. `commandId` and `id` are fresh UUIDs. */
export interface MachineOrder {
  readonly userName: string;
  /** Stands in the journal. */
  readonly reason: string;
  readonly commandId: string;
  readonly now: Date;
}

/** A naming as it is listed at the machine. */
export interface ListedNaming {
  readonly fullName: string;
  readonly userName: string;
  readonly communeName: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  readonly standing: 'holds' | 'later' | 'waits';
}

const AT_MACHINE = { staffId: null, name: null } as const;

/**
 * For whoever runs the machine: names an installation administrator at once, for the days given. It is how the first two come to be. `db` is the
 * owner's. Refuses as `decideNaming` does; answers the person's name and commune.
 */
export async function nameAtMachine(db: Database, order: MachineOrder & { readonly id: string; readonly validFrom: LocalDate; readonly validTo: LocalDate }): Promise<Result<{ readonly fullName: string; readonly communeName: string }>> {
  const { now, validFrom, validTo, id } = order;
  const today = dateAt(now.getTime());
  const person = (await readGround(db, today)).administrators.find(({ userName }) => userName === order.userName.trim().toLowerCase());
  if (person === undefined) return refuse('installation.no-administrator');
  const { communeCode, id: staffId } = person;
  const envelope = { communeCode, commandId: order.commandId, kind: 'NameInstallationAdministrator', actor: { kind: 'anonymous' }, request: { staffId, validFrom, validTo, reason: order.reason }, now, address: 'console' } as const;
  return runCommand(db, envelope, async (tx) => {
    await lockGrants(tx);
    const ground = await readGround(tx, today);
    const decided = decideNaming({ staffId, by: null, validFrom, validTo, reason: order.reason }, factsOf(ground, now), ground.grants.filter((grant) => grant.staffId === staffId && grant.state !== 'proposed'));
    if (!decided.ok) return decided;
    const { reason } = decided.value;
    await insertGrant(tx, { id, communeCode, staffId, staffName: person.fullName, communeName: person.communeName, validFrom, validTo, reason }, { ...AT_MACHINE, at: now });
    return ok({ result: { fullName: person.fullName, communeName: person.communeName }, journal: { action: 'installation-administrator.named-at-machine', object: `installation-administrator:${id}`, facts: { staff: staffId, validFrom, validTo, reason } } });
  });
}

/** For whoever runs the machine: ends everything that somebody was named for, also the last one. Answers how many namings ended and who still speaks. */
export async function endAtMachine(db: Database, order: MachineOrder): Promise<Result<{ readonly fullName: string; readonly ended: number; readonly left: number }>> {
  const { now } = order;
  const today = dateAt(now.getTime());
  const listed = (await listNamings(db, now)).find(({ userName }) => userName === order.userName.trim().toLowerCase());
  if (listed === undefined) return refuse('installation.unknown');
  const { communeCode, staffId } = listed.grant;
  const envelope = { communeCode, commandId: order.commandId, kind: 'EndInstallationAdministrator', actor: { kind: 'anonymous' }, request: { staffId, reason: order.reason }, now, address: 'console' } as const;
  return runCommand(db, envelope, async (tx) => {
    await lockGrants(tx);
    const { grants } = await readGround(tx, today);
    const open = grants.filter((grant) => grant.staffId === staffId && isOpen(grant, now, today));
    for (const grant of open) await updateGrant(tx, grant, { ended: 'command-line' }, { ...AT_MACHINE, at: now });
    const left = (await readGround(tx, today)).speaking.length;
    return ok({ result: { fullName: listed.fullName, ended: open.length, left }, journal: { action: 'installation-administrator.ended-at-machine', object: `installation-administrator:${open[0]?.id ?? staffId}`, facts: { staff: staffId, ended: open.length, reason: order.reason.trim() } } });
  });
}

function isOpen(grant: InstallationGrant, now: Date, today: LocalDate): boolean {
  return isWaiting(grant, now, today) || (grant.state === 'granted' && grant.validTo >= today);
}

/** Every naming that holds, will hold or waits, for whoever runs the machine. */
export async function listNamings(db: Database, now: Date): Promise<readonly (ListedNaming & { readonly grant: InstallationGrant })[]> {
  const today = dateAt(now.getTime());
  const { grants, administrators } = await readGround(db, today);
  return grants.filter((grant) => isOpen(grant, now, today)).map((grant) => {
    return {
      fullName: grant.staffName, userName: administrators.find(({ id }) => id === grant.staffId)?.userName ?? '–', communeName: grant.communeName, validFrom: grant.validFrom, validTo: grant.validTo,
      standing: grant.state === 'proposed' ? 'waits' : holdsOn(grant, today) ? 'holds' : 'later', grant,
    };
  });
}
