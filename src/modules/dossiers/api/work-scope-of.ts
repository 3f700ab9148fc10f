import { type Position, type StaffActor } from '../../../kernel/actor.ts';
import { nextWorkingDay, workingTimeAgo } from '../../../kernel/legal-clock/working-time.ts';
import { dayAt, instantOn, MS_PER_HOUR } from '../../../kernel/local-time.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { type StepRole } from '../domain/dossier-states.ts';
import { rolesOfStep } from '../domain/may-act.ts';
import { type WorkScope } from '../store/work-scope.ts';

/** A declaration that nobody has looked at for so long has waited too long, in milliseconds of work: a working day. */
const LONG_WAIT = 8 * MS_PER_HOUR;
const STEP_ROLES: readonly StepRole[] = ['reception', 'specialist', 'leader', 'clerk'];

function fieldsOf(positions: readonly Position[]): readonly string[] {
  return positions.some((position) => position.fields.length === 0) ? [] : [...new Set(positions.flatMap((position) => position.fields))];
}

/** What the lists of an actor show at an instant: the steps and fields of the positions held today. */
export function workScopeOf(actor: StaffActor, calendar: WorkingCalendar, now: Date): WorkScope {
  const today = dayAt(now.getTime());
  const fields = fieldsOf(actor.positions);
  const longSince = workingTimeAgo(calendar, now.getTime(), LONG_WAIT);
  return {
    communeCode: actor.communeCode,
    staffId: actor.staffId,
    steps: STEP_ROLES.flatMap((role) => {
      const positions = actor.positions.filter((position) => rolesOfStep(role).includes(position.role));
      return positions.length === 0 ? [] : [{ role, fields: fieldsOf(positions), units: positions.map(({ unitId }) => unitId) }];
    }),
    fields: fields.length === 0 ? null : fields,
    units: actor.positions.map(({ unitId }) => unitId),
    // The end of the next working day: what is due before it is near.
    now,
    nearUntil: new Date(instantOn((nextWorkingDay(calendar, today) ?? today) + 1, 0)),
    today: new Date(instantOn(today, 0)),
    tomorrow: new Date(instantOn(today + 1, 0)),
    longSince: longSince === undefined ? null : new Date(longSince),
  };
}
