import { type Static, Type } from 'typebox';
import { ROLES, WORK_STEPS } from '../../../kernel/actor.ts';
import { type Unit } from '../domain/commune.ts';
import { STAFF_ENTRY_LENGTH, type StaffMember } from '../domain/staff-member.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' });
const RoleView = Type.Enum([...ROLES]);
const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });

/** A position as it is wished for. A known id with the same content is kept; with another content it ends and a new one begins. */
const PositionEntry = Type.Object(
  {
    positionId: Uuid,
    unitId: Uuid,
    role: RoleView,
    title: Type.String({ maxLength: STAFF_ENTRY_LENGTH.title }),
    /** Empty: every field. */
    fields: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: 100, uniqueItems: true }),
    /** `own`: only dossiers of its own unit. Left out: of every unit. */
    unitScope: Type.Optional(Type.Union([Type.Literal('own'), Type.Literal('all')])),
    /** Left out or empty: every step of the role. */
    steps: Type.Optional(Type.Array(Type.Enum([...WORK_STEPS]), { maxItems: 5, uniqueItems: true })),
    /** The first day, `YYYY-MM-DD`; left out: today, or as it is held. */
    validFrom: Type.Optional(Day),
    /** The last day; null: no end is known. */
    validTo: Type.Optional(Type.Union([Day, Type.Null()])),
  },
  closed,
);
export type PositionRequest = Static<typeof PositionEntry>;

const FullName = Type.String({ maxLength: STAFF_ENTRY_LENGTH.fullName });
const Password = Type.String({ minLength: 1, maxLength: 400 });

/** POST /api/staff. */
export const AddStaffBody = Type.Object(
  {
    commandId: Uuid,
    staffId: Uuid,
    userName: Type.String({ maxLength: STAFF_ENTRY_LENGTH.userName }),
    fullName: FullName,
    password: Password,
    positions: Type.Array(PositionEntry, { minItems: 1, maxItems: STAFF_ENTRY_LENGTH.positions }),
  },
  closed,
);
export type AddStaff = Static<typeof AddStaffBody>;

/** The person that a route is about. */
export const StaffParams = Type.Object({ id: Uuid }, closed);

/** PUT /api/staff/:id. `positions` are all that the person holds from today on; those left out end now. */
export const ChangeStaffBody = Type.Object(
  {
    commandId: Uuid,
    fullName: FullName,
    active: Type.Boolean(),
    positions: Type.Array(PositionEntry, { maxItems: STAFF_ENTRY_LENGTH.positions }),
  },
  closed,
);
export type ChangeStaff = Static<typeof ChangeStaffBody>;

/** POST /api/staff/:id/leave: somebody is away from a day to a day; null: nobody acts. */
export const LeaveBody = Type.Object(
  { commandId: Uuid, leaveId: Uuid, fromDay: Day, untilDay: Day, reason: Type.String({ maxLength: 200 }), actingStaffId: Type.Union([Uuid, Type.Null()]) },
  closed,
);
export type LeaveRequest = Static<typeof LeaveBody>;

/** POST /api/leaves/:id/end: the leave is taken back, or over earlier. */
export const EndLeaveBody = Type.Object({ commandId: Uuid }, closed);

/** POST /api/staff/:id/password. */
export const ResetPasswordBody = Type.Object({ commandId: Uuid, password: Password }, closed);
export type ResetPassword = Static<typeof ResetPasswordBody>;

/** What a saved person answers; `endedSessions` counts the sessions that the change ended. */
export const StaffSavedView = Type.Object({ id: Type.String(), endedSessions: Type.Integer() });
export type StaffSaved = Static<typeof StaffSavedView>;

/** One of the people who work here, as the administrator sees them. */
const StaffMemberView = Type.Object({
  id: Type.String(),
  userName: Type.String(),
  fullName: Type.String(),
  /** False when the account is closed. */
  active: Type.Boolean(),
  /** Made for demonstration. */
  synthetic: Type.Boolean(),
  /** ISO 8601; null when there was none within the last 180 days. */
  lastSignInAt: Type.Union([Type.String(), Type.Null()]),
  /** Those held today, and those that begin later. */
  positions: Type.Array(
    Type.Object({
      positionId: Type.String(),
      unitId: Type.String(),
      unitName: Type.String(),
      role: RoleView,
      title: Type.String(),
      fields: Type.Array(Type.String()),
      unitScope: Type.Union([Type.Literal('own'), Type.Literal('all')]),
      steps: Type.Array(Type.Enum([...WORK_STEPS])),
      /** The first and the last day, `YYYY-MM-DD`; null while no end is known. */
      validFrom: Type.String(),
      validTo: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
  /** Leave of today and later. */
  leaves: Type.Array(Type.Object({
    id: Type.String(), fromDay: Type.String(), untilDay: Type.String(), reason: Type.String(),
    acting: Type.Union([Type.Object({ id: Type.String(), fullName: Type.String() }), Type.Null()]),
  })),
});
export type StaffMemberAnswer = Static<typeof StaffMemberView>;

/** GET /api/staff. */
export const StaffView = Type.Object({ today: Type.String(), staff: Type.Array(StaffMemberView) });
export type StaffAnswer = Static<typeof StaffView>;

/** GET /api/units: where a position can be, and the fields (lĩnh vực) that it can be limited to. */
export const UnitsView = Type.Object({
  units: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), shortName: Type.String(), kind: Type.String() })),
  fields: Type.Array(Type.String()),
});
export type UnitsAnswer = Static<typeof UnitsView>;

/** Shows the people of a commune as the answer that leaves the building. */
export function toStaffAnswer(staff: readonly StaffMember[], today: string): StaffAnswer {
  return {
    today,
    staff: staff.map((member) => ({
      id: member.id,
      userName: member.userName,
      fullName: member.fullName,
      active: member.active,
      synthetic: member.synthetic,
      lastSignInAt: member.lastSignInAt?.toISOString() ?? null,
      positions: member.positions.map((position) => ({
        positionId: position.positionId,
        unitId: position.unitId,
        unitName: position.unitName,
        role: position.role,
        title: position.title,
        fields: [...position.fields],
        unitScope: position.unitScope ?? 'all',
        steps: [...(position.steps ?? [])],
        validFrom: position.validFrom,
        validTo: position.validTo,
      })),
      leaves: member.leaves.map(({ id, fromDay, untilDay, reason, actingStaffId, actingName }) => ({
        id, fromDay, untilDay, reason, acting: actingStaffId === null ? null : { id: actingStaffId, fullName: actingName ?? '' },
      })),
    })),
  };
}

/** Shows the units of today and the fields in their Vietnamese order. */
export function toUnitsAnswer(units: readonly Unit[], fields: readonly string[]): UnitsAnswer {
  return {
    units: units.map(({ id, name, shortName, kind }) => ({ id, name, shortName, kind })),
    fields: fields.toSorted((a, b) => a.localeCompare(b, 'vi')),
  };
}
