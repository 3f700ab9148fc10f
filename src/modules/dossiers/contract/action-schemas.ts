import { type Static, Type } from 'typebox';
import { closed, IsoDate, NeededWords, Nullable, Sha256, State, Uuid, Version, Words } from './parts.ts';

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
      Type.Literal('send-back'),
    ]),
    note: Nullable(Words(2000)),
    outcome: Nullable(Type.Union([Type.Literal('positive'), Type.Literal('negative')])),
    legalBasis: Nullable(Words(500)),
  },
  closed,
);
export type StepRequest = Static<typeof StepRequest>;

/** An upload that the server has confirmed. */
const ConfirmedFile = Type.Object({ id: Uuid, sha256: Sha256, fileName: NeededWords(200) }, closed);

/** POST /api/dossiers/:id/seal: the result gets its number; `files` are its electronic form, kept for reuse until `validTo`. */
export const SealRequest = Type.Object(
  { ...plain, resultNumber: Words(80), note: Nullable(Words(2000)), files: Type.Array(ConfirmedFile, { maxItems: 10 }), validTo: Nullable(IsoDate) },
  closed,
);
export type SealRequest = Static<typeof SealRequest>;

const ReceiverSchema = Type.Object(
  { name: Words(200), relation: Type.Union([Type.Literal('self'), Type.Literal('authorised'), Type.Literal('family')]), paper: Nullable(Words(300)) },
  closed,
);
const ProofSchema = Type.Object({ kind: Type.Union([Type.Literal('signature'), Type.Literal('photo')]), sha256: Sha256 }, closed);

/** POST /api/dossiers/:id/hand-over: the result goes over the counter. */
export const HandOverRequest = Type.Object({ ...plain, receiver: ReceiverSchema, proof: Nullable(ProofSchema), note: Nullable(Words(2000)) }, closed);
export type HandOverRequest = Static<typeof HandOverRequest>;

/** POST /api/dossiers/:id/dispatch: the result is sent. What a way does not need is null. */
export const DispatchRequest = Type.Object(
  {
    ...plain,
    method: Type.Union([Type.Literal('post'), Type.Literal('home'), Type.Literal('electronic')]),
    address: Nullable(Words(300)),
    carrier: Nullable(Words(100)),
    trackingNumber: Nullable(Words(40)),
    carriedBy: Nullable(Words(200)),
  },
  closed,
);
export type DispatchRequest = Static<typeof DispatchRequest>;

/** POST /api/dossiers/:id/delivery: what happened to a result on its way. */
export const DeliveryReportRequest = Type.Object(
  {
    ...plain,
    event: Type.Union([Type.Literal('handed-on'), Type.Literal('arrived'), Type.Literal('not-met'), Type.Literal('came-back'), Type.Literal('delivered')]),
    toName: Nullable(Words(200)),
    words: Nullable(Words(1000)),
    receiver: Nullable(ReceiverSchema),
    proof: Nullable(ProofSchema),
  },
  closed,
);
export type DeliveryReportRequest = Static<typeof DeliveryReportRequest>;

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
