import { type StaffActor } from '../../../kernel/actor.ts';
import { addWorkingTime, normalize } from '../../../kernel/legal-clock/working-time.ts';
import { type Instant, MS_PER_HOUR } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { checkPermission, neededWords, type SeenDossier } from './check-permission.ts';
import { type DossierChange } from './dossier-change.ts';

/** When a hand-over that begins at an instant is to be taken over, so many hours of work later; the instant itself beyond the calendar. */
export function takeOverBy(calendar: WorkingCalendar, handedAt: Instant, hours: number): Instant {
  const start = normalize(calendar, handedAt)?.at ?? handedAt;
  return addWorkingTime(calendar, start, hours * MS_PER_HOUR) ?? handedAt;
}

/** A hand-over that waits, as its answer sees it. */
export interface WaitingHandover {
  readonly fromUnitId: string | null;
  readonly fromUnitName: string;
  readonly fromHolderId: string | null;
  readonly toUnitName: string;
  readonly handedByName: string;
}

/** The unit that it goes to, and whether anybody there appraises. */
export interface ReceivingUnit {
  readonly id: string;
  readonly name: string;
  readonly staffed: boolean;
}

/**
 * Hands a dossier at the appraisal to another unit of the commune, with the reason. It is that unit's from now on, and waits to be taken
 * over; the clock goes on. Refuses the unit that has it, and one in which nobody appraises.
 */
export function decideUnitMove(dossier: SeenDossier, command: { readonly expectedVersion: number; readonly reason: string }, unit: ReceivingUnit, actor: StaffActor): Result<DossierChange & { readonly unitId: string; readonly reason: string }> {
  const allowed = checkPermission(dossier, 'move-to-unit', actor, command.expectedVersion);
  if (!allowed.ok) return allowed;
  if (dossier.unitId === unit.id) return refuse('dossier.unit-the-same', { unit: unit.name }, 'unitId');
  if (!unit.staffed) return refuse('dossier.unit-nobody', { unit: unit.name }, 'unitId');
  const reason = neededWords(command.reason, 'reason');
  if (!reason.ok) return reason;
  return ok({ event: 'moved-to-unit', state: dossier.state, clock: 'as-it-was', holder: null, unitId: unit.id, reason: reason.value, facts: { to: unit.name, note: reason.value } });
}

/** The receiving unit takes it over: from now on it works on it. */
export function decideTakeOver(dossier: SeenDossier, command: { readonly expectedVersion: number }, handover: WaitingHandover, actor: StaffActor): Result<DossierChange> {
  const allowed = checkPermission(dossier, 'take-over', actor, command.expectedVersion);
  if (!allowed.ok) return allowed;
  return ok({ event: 'taken-over', state: dossier.state, clock: 'as-it-was', holder: null, facts: { from: handover.fromUnitName, giver: handover.handedByName, to: handover.toUnitName } });
}

/** The receiving unit does not take it, with the reason: it goes back to the unit and to the person it came from. */
export function decideTurnBack(dossier: SeenDossier, command: { readonly expectedVersion: number; readonly reason: string }, handover: WaitingHandover, actor: StaffActor): Result<DossierChange & { readonly unitId: string | null }> {
  const allowed = checkPermission(dossier, 'turn-back', actor, command.expectedVersion);
  if (!allowed.ok) return allowed;
  const reason = neededWords(command.reason, 'reason');
  if (!reason.ok) return reason;
  return ok({ event: 'turned-back', state: dossier.state, clock: 'as-it-was', holder: handover.fromHolderId, unitId: handover.fromUnitId, facts: { to: handover.fromUnitName, note: reason.value } });
}

/** The sender calls it back before it was taken over. */
export function decideCallBack(dossier: SeenDossier, command: { readonly expectedVersion: number }, handover: WaitingHandover, actor: StaffActor): Result<DossierChange & { readonly unitId: string | null }> {
  const allowed = checkPermission(dossier, 'call-back', actor, command.expectedVersion);
  if (!allowed.ok) return allowed;
  return ok({ event: 'called-back', state: dossier.state, clock: 'as-it-was', holder: handover.fromHolderId, unitId: handover.fromUnitId, facts: { from: handover.toUnitName, to: handover.fromUnitName } });
}
