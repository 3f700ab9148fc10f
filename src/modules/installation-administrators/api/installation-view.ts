import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { inWholeInstallation } from '../../../platform/db/commune-scope.ts';
import { type InstallationView, type NamingView } from '../contract/installation-schemas.ts';
import { decideGrantAct, type GrantFacts } from '../domain/decide-installation-grant.ts';
import { holdsOn, type InstallationGrant, isWaiting, NEXT } from '../domain/installation-grant.ts';
import { type InstallationDeps } from './deps.ts';
import { factsOf, findInstallationStanding, readGround } from './standing.ts';

function overBy(grant: InstallationGrant): NamingView['overBy'] {
  if (grant.state === 'ended') return grant.endedHow;
  if (grant.state === 'declined') return grant.decidedByName === null ? 'expired' : 'declined';
  return grant.state === 'proposed' ? 'expired' : 'run-out';
}

function standingOf(grant: InstallationGrant, { now, today }: GrantFacts): NamingView['standing'] {
  if (isWaiting(grant, now, today)) return 'waits';
  if (holdsOn(grant, today)) return 'holds';
  return grant.state === 'granted' && grant.validFrom > today ? 'later' : 'over';
}

/**
 * Who speaks for the installation. Whoever does sees everything that was decided about it and what he or she may do; other administrators see who
 * decides, until when, and nothing else.
 */
export async function installationView(deps: InstallationDeps, actor: StaffActor, now: Date): Promise<InstallationView> {
  const today = dateAt(now.getTime());
  const { communes, speaks } = await findInstallationStanding(deps.db, actor, now);
  if (communes === 1) return { today, communes, speaks, others: false, namings: [], candidates: [] };
  return inWholeInstallation(async () => {
    const ground = await readGround(deps.db, today);
    const facts = factsOf(ground, now);
    const namings = ground.grants.flatMap((grant): NamingView[] => {
      const standing = standingOf(grant, facts);
      if (!speaks && (standing !== 'holds' || !facts.speakers.includes(grant.staffId))) return [];
      const open = { id: grant.id, fullName: grant.staffName, communeName: grant.communeName, validFrom: grant.validFrom, validTo: grant.validTo, standing };
      if (!speaks) return [{ ...open, reason: null, proposedByName: null, proposedAt: null, decidedByName: null, endProposedByName: null, endReason: null, endedByName: null, endedAt: null, overBy: null, acts: [] }];
      return [{
        ...open, reason: grant.reason, proposedByName: grant.proposedByName, proposedAt: grant.proposedAt.toISOString(), decidedByName: grant.decidedByName, endProposedByName: grant.endProposedByName, endReason: grant.endReason,
        endedByName: grant.endedByName, endedAt: grant.endedAt?.toISOString() ?? null, overBy: standing === 'over' ? overBy(grant) : null,
        // A reason is typed later: whether the act is open to the person is asked as if there were one.
        acts: NEXT[grant.state].filter((act) => decideGrantAct(grant, act, actor.staffId, '–', facts).ok),
      }];
    });
    return {
      today, communes, speaks, namings,
      others: facts.speakers.some((id) => id !== actor.staffId),
      candidates: speaks ? ground.administrators.filter(({ id }) => !facts.speakers.includes(id)).map(({ id, fullName, communeName }) => ({ staffId: id, fullName, communeName })) : [],
    };
  });
}
