import { type Position, type StaffActor } from '../../../kernel/actor.ts';
import { nextWorkingDay, workingTimeAgo } from '../../../kernel/legal-clock/working-time.ts';
import { dayAt, instantOn, MS_PER_HOUR } from '../../../kernel/local-time.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { type StepRole } from '../domain/dossier-states.ts';
import { rolesOfStep } from '../domain/may-act.ts';
import { type PositionScope, type WorkScope } from '../store/work-scope.ts';

/** A declaration that nobody has looked at for so long has waited too long, in milliseconds of work: a working day. */
const LONG_WAIT = 8 * MS_PER_HOUR;
const STEP_ROLES: readonly StepRole[] = ['reception', 'specialist', 'leader', 'clerk'];

function scopeOf({ unitId, fields, unitScope, unitFields = [] }: Position): PositionScope {
  return { unitId, fields, ownFields: unitScope === 'own' ? unitFields : null };
}

/** What the lists of an actor show at an instant: the steps and fields of the positions held today. */
export function workScopeOf(actor: StaffActor, calendar: WorkingCalendar, now: Date): WorkScope {
  const today = dayAt(now.getTime());
  const longSince = workingTimeAgo(calendar, now.getTime(), LONG_WAIT);
  return {
    communeCode: actor.communeCode,
    staffId: actor.staffId,
    steps: STEP_ROLES.flatMap((role) =>
      actor.positions.filter((position) => rolesOfStep(role).includes(position.role)).map((position) => ({ role, ...scopeOf(position), steps: position.steps ?? [] }))),
    sight: actor.positions.some(({ fields, unitScope }) => fields.length === 0 && unitScope !== 'own') ? null : actor.positions.map(scopeOf),
    // The end of the next working day: what is due before it is near.
    now,
    nearUntil: new Date(instantOn((nextWorkingDay(calendar, today) ?? today) + 1, 0)),
    today: new Date(instantOn(today, 0)),
    tomorrow: new Date(instantOn(today + 1, 0)),
    longSince: longSince === undefined ? null : new Date(longSince),
  };
}
