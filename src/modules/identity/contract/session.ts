import { type Static, Type } from 'typebox';
import { ROLES, type StaffActor } from '../../../kernel/actor.ts';
import { ASSURANCE_LEVELS, SECOND_FACTOR_STATES } from '../../../kernel/assurance.ts';
import { type Commune, type Unit } from '../domain/commune.ts';
import { type OwnSession } from '../domain/session-life.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' });

/** POST /api/session. Any text may be tried, so that a refusal tells nothing about which names exist. */
export const SignInBody = Type.Object(
  { userName: Type.String({ minLength: 1, maxLength: 100 }), password: Type.String({ minLength: 1, maxLength: 400 }) },
  closed,
);
export type SignInRequest = Static<typeof SignInBody>;

const RoleView = Type.Enum([...ROLES]);

/** Who is signed in. */
export const SessionView = Type.Object({
  staffId: Type.String(),
  fullName: Type.String(),
  userName: Type.String(),
  /** ISO 8601: when the session ends in any case. */
  expiresAt: Type.String(),
  commune: Type.Object({
    code: Type.String(),
    name: Type.String(),
    kind: Type.String(),
    provinceName: Type.String(),
    centreName: Type.String(),
  }),
  positions: Type.Array(
    Type.Object({
      unitId: Type.String(),
      unitName: Type.String(),
      role: RoleView,
      title: Type.String(),
      fields: Type.Array(Type.String()),
    }),
  ),
  roles: Type.Array(RoleView),
  assurance: Type.Object({
    /** How surely it is known who asks. */
    level: Type.Enum([...ASSURANCE_LEVELS]),
    /** What there is beside the password, by the rule of the commune. */
    secondFactor: Type.Enum([...SECOND_FACTOR_STATES]),
    /** Somebody else made the password: it has to be changed before anything else. */
    mustChangePassword: Type.Boolean(),
  }),
});
export type SessionAnswer = Static<typeof SessionView>;

/** Shows a signed-in person as the answer that leaves the building. */
export function toSessionAnswer(actor: StaffActor, commune: Commune, units: readonly Unit[], expiresAt: Date): SessionAnswer {
  const unitNames = new Map(units.map((unit) => [unit.id, unit.name]));
  return {
    staffId: actor.staffId,
    fullName: actor.fullName,
    userName: actor.userName,
    expiresAt: expiresAt.toISOString(),
    commune: {
      code: commune.code,
      name: commune.name,
      kind: commune.kind,
      provinceName: commune.provinceName,
      centreName: commune.centreName,
    },
    positions: actor.positions.map((position) => ({
      unitId: position.unitId,
      unitName: unitNames.get(position.unitId) ?? '',
      role: position.role,
      title: position.title,
      fields: [...position.fields],
    })),
    roles: ROLES.filter((role) => actor.positions.some((position) => position.role === role)),
    assurance: { level: actor.assurance?.level ?? 'password', secondFactor: actor.assurance?.secondFactor ?? 'may-enrol', mustChangePassword: actor.assurance?.mustChangePassword === true },
  };
}

/** DELETE /api/session; `provider` where the session was opened by the word of one, which may still know the person. */
export const SignedOutView = Type.Object({ signedIn: Type.Literal(false), provider: Type.Union([Type.String(), Type.Null()]) });

/** One of one's own sessions. */
const OwnSessionView = Type.Object({
  id: Type.String(),
  current: Type.Boolean(),
  createdAt: Type.String(),
  lastSeenAt: Type.String(),
  expiresAt: Type.String(),
  address: Type.String(),
  userAgent: Type.String(),
});
export const OwnSessionsView = Type.Object({ sessions: Type.Array(OwnSessionView) });

/** Shows one's own sessions, marking the one that asks. */
export function toOwnSessions(sessions: readonly OwnSession[], currentId: string | undefined): Static<typeof OwnSessionsView> {
  return {
    sessions: sessions.map((session) => ({
      id: session.id,
      current: session.id === currentId,
      createdAt: session.createdAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
      address: session.address,
      userAgent: session.userAgent,
    })),
  };
}

/** DELETE /api/sessions/:id. */
export const SessionParams = Type.Object({ id: Uuid }, closed);
/** After it the session does not count, also when it had ended before: repeating it changes nothing. */
export const SessionEndedView = Type.Object({ id: Type.String(), active: Type.Literal(false) });
