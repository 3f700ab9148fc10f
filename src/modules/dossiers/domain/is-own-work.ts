import { hasRole, type StaffActor } from '../../../kernel/actor.ts';
import { availableActions, type DossierPosition, holdsStep } from './may-act.ts';

/**
 * Whether a dossier is part of somebody's own work, so that looking at it needs no purpose of its own: who holds it, handled it before, leads,
 * has a position for its step, its unit or by name for its field, or has something to do with it now.
 */
export function isOwnWork(dossier: DossierPosition, handled: boolean, actor: StaffActor): boolean {
  if (handled || dossier.holderId === actor.staffId || hasRole(actor, 'president')) return true;
  if (actor.positions.some(({ unitId, fields }) => unitId === dossier.unitId || fields.includes(dossier.field))) return true;
  return holdsStep(dossier, actor) || availableActions(dossier, actor).length > 0;
}
