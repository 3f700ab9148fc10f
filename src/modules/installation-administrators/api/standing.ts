import { hasRole, type StaffActor } from '../../../kernel/actor.ts';
import { type InstallationDecider, type InstallationStanding } from '../../../kernel/installation-standing.ts';
import { dateAt, type LocalDate } from '../../../kernel/local-time.ts';
import { inWholeInstallation } from '../../../platform/db/commune-scope.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type CommuneAdministrator, listEveryAdministrator, listWorkingCommunes } from '../../identity/index.ts';
import { type GrantFacts } from '../domain/decide-installation-grant.ts';
import { holdsOn, type InstallationGrant } from '../domain/installation-grant.ts';
import { isNamedOn, listGrants } from '../store/installation-grants.ts';

/**
 * Whether somebody speaks for the whole installation on a day: in one that serves a single commune its administrators do, in one that serves
 * several whoever was named and administers a commune. It reads nothing of another commune.
 */
export async function speaksForInstallation(db: Database | Tx, actor: StaffActor, today: LocalDate): Promise<boolean> {
  return (await standingOf(db, actor, today)).speaks;
}

async function standingOf(db: Database | Tx, actor: StaffActor, today: LocalDate): Promise<{ readonly communes: number; readonly speaks: boolean }> {
  const served = await listWorkingCommunes(db);
  if (!hasRole(actor, 'administrator')) return { communes: served.length, speaks: false };
  if (served.length === 1) return { communes: 1, speaks: served[0]?.code === actor.communeCode };
  return { communes: served.length, speaks: await isNamedOn(db, actor, today) };
}

/** How somebody stands towards what holds for the whole installation, with the names of those who decide. `db` may be the transaction that a decision is written in. */
export async function findInstallationStanding(db: Database | Tx, actor: StaffActor, now: Date): Promise<InstallationStanding> {
  const today = dateAt(now.getTime());
  const standing = await standingOf(db, actor, today);
  return { ...standing, deciders: standing.communes === 1 ? [] : await listDeciders(db, today) };
}

/** Who decides for the whole installation on a day: their names and communes are known to all who work in it. */
async function listDeciders(db: Database | Tx, today: LocalDate): Promise<readonly InstallationDecider[]> {
  // A transaction stays in the scope that it began in; only a fresh connection is asked for the names of others.
  const ground = db.isTransaction ? undefined : await inWholeInstallation(() => readGround(db, today));
  return ground === undefined ? [] : ground.speaking.map(({ fullName, communeName }) => ({ fullName, communeName }));
}

/** Everything that decisions about namings rest on. */
export interface GrantGround {
  readonly grants: readonly InstallationGrant[];
  readonly administrators: readonly CommuneAdministrator[];
  /** Those of them who speak for the installation. */
  readonly speaking: readonly CommuneAdministrator[];
}

/** Reads all namings and everybody who administers a commune; work for the whole installation. */
export async function readGround(db: Database | Tx, today: LocalDate): Promise<GrantGround> {
  const grants = await listGrants(db);
  const administrators = await listEveryAdministrator(db, today);
  const holding = new Set(grants.filter((grant) => holdsOn(grant, today)).map(({ staffId }) => staffId));
  return { grants, administrators, speaking: administrators.filter(({ id }) => holding.has(id)) };
}

/** The same for the rules. */
export function factsOf({ administrators, speaking }: GrantGround, now: Date): GrantFacts {
  return { now, today: dateAt(now.getTime()), speakers: speaking.map(({ id }) => id), administrators: new Set(administrators.map(({ id }) => id)) };
}
