import { handlesField, hasRole, type StaffActor } from '../../../kernel/actor.ts';
import { availableActions, type DossierPosition, holdsStep } from './may-act.ts';

/** How a dossier stands to somebody: part of the own work, outside it but within the fields and units of the own positions, or beyond them. */
export type ViewStanding = 'own' | 'reach' | 'beyond';

/**
 * How a dossier stands to somebody who wants to look at it. What is outside the own work is opened with a purpose; what is beyond every position of
 * today, as a land file is for an officer of civil status, is not opened at all.
 */
export function viewStanding(dossier: DossierPosition, handled: boolean, actor: StaffActor): ViewStanding {
  if (isOwnWork(dossier, handled, actor)) return 'own';
  return actor.positions.some((position) => handlesField(position, dossier.field)) ? 'reach' : 'beyond';
}

/**
 * Whether a dossier is part of somebody's own work, so that looking at it needs no purpose of its own: who holds it, handled it before, leads,
 * has a position for its step, its unit or by name for its field, or has something to do with it now.
 */
function isOwnWork(dossier: DossierPosition, handled: boolean, actor: StaffActor): boolean {
  if (handled || dossier.holderId === actor.staffId || hasRole(actor, 'president')) return true;
  if (actor.positions.some(({ unitId, fields }) => unitId === dossier.unitId || fields.includes(dossier.field))) return true;
  return holdsStep(dossier, actor) || availableActions(dossier, actor).length > 0;
}
