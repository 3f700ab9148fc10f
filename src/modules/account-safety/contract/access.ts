import { type Static, Type } from 'typebox';
import { RECOVERY_STATES } from '../domain/recovery.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' });
const Moment = Type.String();
const OrNull = <T extends ReturnType<typeof Type.String>>(schema: T) => Type.Union([schema, Type.Null()]);

/** The person that a route is about. */
export const PersonParams = Type.Object({ id: Uuid }, closed);
/** The recovery that a route is about. */
export const RecoveryParams = Type.Object({ id: Uuid }, closed);

/** A recovery with the names of those who took part. */
const RecoveryView = Type.Object({
  id: Type.String(),
  staffId: Type.String(),
  state: Type.Enum([...RECOVERY_STATES]),
  reason: Type.String(),
  startedBy: Type.Object({ id: Type.String(), fullName: Type.String() }),
  startedAt: Moment,
  approvedBy: Type.Union([Type.Object({ id: Type.String(), fullName: Type.String() }), Type.Null()]),
  expiresAt: Moment,
});
export type RecoveryAnswer = Static<typeof RecoveryView>;

/** GET /api/staff/:id/access: where a person is signed in, what there is beside the password, and the recovery that goes on. */
export const AccessView = Type.Object({
  fullName: Type.String(),
  userName: Type.String(),
  active: Type.Boolean(),
  sessions: Type.Array(
    Type.Object({
      id: Type.String(),
      /** Kind of browser and system, such as `Chrome, Windows`. */
      device: Type.String(),
      createdAt: Moment,
      lastSeenAt: Moment,
      /** The network, not the machine: `10.20.30.x`. */
      origin: Type.String(),
      current: Type.Boolean(),
    }),
  ),
  totp: Type.Union([Type.Object({ confirmedAt: Moment, lastUsedAt: OrNull(Moment) }), Type.Null()]),
  passkeys: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), createdAt: Moment, lastUsedAt: OrNull(Moment), suspended: Type.Boolean() })),
  recoveryCodesLeft: Type.Integer(),
  recovery: Type.Union([RecoveryView, Type.Null()]),
  /** Whether enough people administer for a recovery of this person. */
  recoveryPossible: Type.Boolean(),
});
export type AccessAnswer = Static<typeof AccessView>;

/** POST /api/staff/:id/sessions/end: one session, or all (null). */
export const EndSessionsBody = Type.Object({ commandId: Uuid, sessionId: Type.Union([Uuid, Type.Null()]) }, closed);
export const SessionsEndedView = Type.Object({ ended: Type.Integer() });

/** POST /api/staff/:id/factors/remove: `totp`, or the id of a passkey. */
export const RemoveFactorBody = Type.Object({ commandId: Uuid, factor: Type.Union([Type.Literal('totp'), Uuid]) }, closed);
export const FactorRemovedView = Type.Object({ removed: Type.Literal(true) });

/** POST /api/staff/:id/recovery. */
export const StartRecoveryBody = Type.Object({ commandId: Uuid, recoveryId: Uuid, reason: Type.String({ maxLength: 300 }) }, closed);
export const RecoveryStartedView = Type.Object({ id: Type.String(), expiresAt: Moment });

/** POST /api/recoveries/:id/approve and …/cancel, POST /api/own-recovery/cancel. */
export const RecoveryActBody = Type.Object({ commandId: Uuid }, closed);
/** The code, shown once; nobody can ask for it again. */
export const RecoveryApprovedView = Type.Object({ code: Type.String(), expiresAt: Moment });
export const RecoveryCancelledView = Type.Object({ cancelled: Type.Literal(true) });

/** GET /api/own-recovery: the recovery of one's own account that goes on. */
export const OwnRecoveryView = Type.Object({ recovery: Type.Union([RecoveryView, Type.Null()]) });
export type OwnRecoveryAnswer = Static<typeof OwnRecoveryView>;

/** POST /can-bo/khoi-phuc. Empty fields are allowed here: the page itself says what is missing. */
export const RecoverForm = Type.Object(
  { userName: Type.String({ maxLength: 100 }), code: Type.String({ maxLength: 60 }), password: Type.String({ maxLength: 400 }) },
  closed,
);
export type RecoverEntries = Static<typeof RecoverForm>;
