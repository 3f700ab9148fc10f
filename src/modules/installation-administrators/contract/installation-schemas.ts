import { type Static, Type } from 'typebox';
import { GRANT_ACTS, type GrantAct } from '../domain/installation-grant.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const IsoDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Moment = Type.String({ format: 'date-time' });
const Text = Type.Union([Type.String(), Type.Null()]);
const When = Type.Union([Moment, Type.Null()]);
const Act = Type.Unsafe<GrantAct>(Type.Union(GRANT_ACTS.map((act) => Type.Literal(act))));

/** How a naming stands for whoever reads the page. */
const Standing = Type.Unsafe<'holds' | 'later' | 'waits' | 'over'>(Type.String());

const Naming = Type.Object({
  id: Uuid,
  fullName: Type.String(),
  communeName: Type.String(),
  validFrom: IsoDate,
  validTo: IsoDate,
  standing: Standing,
  /** Only for installation administrators; null for everybody else, and null where it was done at the machine. */
  reason: Text,
  proposedByName: Text,
  proposedAt: When,
  decidedByName: Text,
  endProposedByName: Text,
  endReason: Text,
  endedByName: Text,
  endedAt: When,
  /** `declined`, `expired` (nobody agreed in time), `run-out` (the last day is over), or how it was ended. */
  overBy: Type.Unsafe<'declined' | 'expired' | 'run-out' | 'agreed' | 'command-line' | 'account-closed' | null>(Type.Union([Type.String(), Type.Null()])),
  /** What whoever asks may do to it. */
  acts: Type.Array(Act),
});
export type NamingView = Static<typeof Naming>;

/** GET /api/installation-administrators */
export const InstallationView = Type.Object({
  today: IsoDate,
  /** How many communes the installation serves. */
  communes: Type.Integer(),
  speaks: Type.Boolean(),
  /** Whether somebody else could agree to what this person proposes. */
  others: Type.Boolean(),
  namings: Type.Array(Naming),
  /** Who may be proposed; empty for those who may not propose. */
  candidates: Type.Array(Type.Object({ staffId: Uuid, fullName: Type.String(), communeName: Type.String() })),
});
export type InstallationView = Static<typeof InstallationView>;

/** POST /api/installation-administrators: a proposal, which another installation administrator agrees to. */
export const ProposeBody = Type.Object({ commandId: Uuid, id: Uuid, staffId: Uuid, validFrom: IsoDate, validTo: IsoDate, reason: Type.String({ maxLength: 300 }) }, closed);
export type ProposeBody = Static<typeof ProposeBody>;

/** POST /api/installation-administrators/:id/acts; `reason` counts where an end is proposed. */
export const ActBody = Type.Object({ commandId: Uuid, act: Act, reason: Type.String({ maxLength: 300 }) }, closed);
export type ActBody = Static<typeof ActBody>;

export const NamingParams = Type.Object({ id: Uuid });
export const NamingDone = Type.Object({ id: Uuid });
export type NamingDone = Static<typeof NamingDone>;
