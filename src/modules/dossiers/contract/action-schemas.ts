import { type Static, Type } from 'typebox';
import { closed, NeededWords, Nullable, State, Uuid, Version, Words } from './parts.ts';

/** Every action on a dossier names the command and the version that its sender was looking at. */
const plain = { commandId: Uuid, expectedVersion: Version };

/** POST /api/dossiers/:id/actions: one step on, or back. */
export const StepRequest = Type.Object(
  {
    ...plain,
    action: Type.Union([
      Type.Literal('transfer'),
      Type.Literal('appraise'),
      Type.Literal('approve'),
      Type.Literal('seal'),
      Type.Literal('hand-over'),
      Type.Literal('send-back'),
    ]),
    note: Nullable(Words(2000)),
    outcome: Nullable(Type.Union([Type.Literal('positive'), Type.Literal('negative')])),
    legalBasis: Nullable(Words(500)),
    resultNumber: Nullable(Words(80)),
    returnedTo: Nullable(Words(200)),
  },
  closed,
);
export type StepRequest = Static<typeof StepRequest>;

/** What every action answers. */
export const TransitionResponse = Type.Object({ id: Type.String(), state: State, version: Type.Integer() });
export type TransitionResponse = Static<typeof TransitionResponse>;

/** An action that needs no words: claim, release. */
export const PlainRequest = Type.Object(plain, closed);
export type PlainRequest = Static<typeof PlainRequest>;

/** An action that cannot be done without a reason: reject, reopen, decline a withdrawal. */
export const ReasonRequest = Type.Object({ ...plain, reason: NeededWords(2000) }, closed);
export type ReasonRequest = Static<typeof ReasonRequest>;

/** An action with an optional note: accept a withdrawal. */
export const NoteRequest = Type.Object({ ...plain, note: Nullable(Words(2000)) }, closed);
export type NoteRequest = Static<typeof NoteRequest>;

/** Stop before the decision. A withdrawal is stopped by accepting it. */
export const StopRequest = Type.Object(
  { ...plain, kind: Type.Union([Type.Literal('not-supplemented'), Type.Literal('not-paid'), Type.Literal('other')]), reason: NeededWords(2000) },
  closed,
);
export type StopRequest = Static<typeof StopRequest>;

/** The citizen asks to stop; from the counter with the version, through the secret link without. */
export const WithdrawalRequest = Type.Object({ commandId: Uuid, expectedVersion: Nullable(Version), reason: NeededWords(2000) }, closed);
export type WithdrawalRequest = Static<typeof WithdrawalRequest>;

export const AssignRequest = Type.Object({ ...plain, staffId: Uuid, note: Nullable(Words(1000)) }, closed);
export type AssignRequest = Static<typeof AssignRequest>;

export const UnitMoveRequest = Type.Object({ ...plain, unitId: Uuid, reason: NeededWords(1000) }, closed);
export type UnitMoveRequest = Static<typeof UnitMoveRequest>;
