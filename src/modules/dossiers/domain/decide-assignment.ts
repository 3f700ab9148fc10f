import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { checkPermission, type SeenDossier } from './check-permission.ts';
import { type DossierChange } from './dossier-change.ts';
import { holdsStep } from './may-act.ts';

/** Takes the step on for oneself, also from a colleague, which the history shows. Nobody else writes to it until it is released. */
export function decideClaim(dossier: SeenDossier, command: { readonly expectedVersion: number }, actor: StaffActor): Result<DossierChange> {
  const allowed = checkPermission(dossier, 'claim', actor, command.expectedVersion);
  if (!allowed.ok) return allowed;
  const from = dossier.holderId === null ? {} : { fromId: dossier.holderId };
  return ok({ event: 'claimed', state: dossier.state, clock: 'as-it-was', holder: actor.staffId, facts: from });
}

/** Gives the step back to whoever's position holds it. A leader may do it for somebody who is away. */
export function decideRelease(dossier: SeenDossier, command: { readonly expectedVersion: number }, actor: StaffActor): Result<DossierChange> {
  const allowed = checkPermission(dossier, 'release', actor, command.expectedVersion);
  if (!allowed.ok) return allowed;
  return ok({ event: 'released', state: dossier.state, clock: 'as-it-was', holder: null, facts: {} });
}

/** A leader gives the step to one officer. Refuses an officer whose position does not hold it. */
export function decideAssignment(
  dossier: SeenDossier,
  command: { readonly expectedVersion: number; readonly note: string | null },
  to: StaffActor,
  actor: StaffActor,
): Result<DossierChange> {
  const allowed = checkPermission(dossier, 'assign', actor, command.expectedVersion);
  if (!allowed.ok) return allowed;
  if (!holdsStep(dossier, to)) return refuse('dossier.officer-not-fitting', { name: to.fullName }, 'staffId');
  const note = command.note?.trim() ?? '';
  return ok({ event: 'assigned', state: dossier.state, clock: 'as-it-was', holder: to.staffId, facts: { to: to.fullName, toId: to.staffId, ...(note === '' ? {} : { note }) } });
}
