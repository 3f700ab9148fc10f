import { type Static, Type } from 'typebox';
import { ROLES } from '../../../kernel/actor.ts';
import { type Unit } from '../domain/commune.ts';
import { STAFF_ENTRY_LENGTH, type StaffMember } from '../domain/staff-member.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' });
const RoleView = Type.Enum([...ROLES]);

/** A position as it is wished for. A known id with the same content is kept; with another content it ends and a new one begins. */
const PositionEntry = Type.Object(
  {
    positionId: Uuid,
    unitId: Uuid,
    role: RoleView,
    title: Type.String({ maxLength: STAFF_ENTRY_LENGTH.title }),
    /** Empty: every field. */
    fields: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: 100, uniqueItems: true }),
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
  /** Those held today. */
  positions: Type.Array(
    Type.Object({
      positionId: Type.String(),
      unitId: Type.String(),
      unitName: Type.String(),
      role: RoleView,
      title: Type.String(),
      fields: Type.Array(Type.String()),
      /** The last day, `YYYY-MM-DD`; null while no end is known. */
      validTo: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
});
export type StaffMemberAnswer = Static<typeof StaffMemberView>;

/** GET /api/staff. */
export const StaffView = Type.Object({ staff: Type.Array(StaffMemberView) });
export type StaffAnswer = Static<typeof StaffView>;

/** GET /api/units: where a position can be, and the fields (lĩnh vực) that it can be limited to. */
export const UnitsView = Type.Object({
  units: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), shortName: Type.String(), kind: Type.String() })),
  fields: Type.Array(Type.String()),
});
export type UnitsAnswer = Static<typeof UnitsView>;

/** Shows the people of a commune as the answer that leaves the building. */
export function toStaffAnswer(staff: readonly StaffMember[]): StaffAnswer {
  return {
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
        validTo: position.validTo,
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
