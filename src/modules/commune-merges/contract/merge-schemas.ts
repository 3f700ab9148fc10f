import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const Code = Type.String({ pattern: '^[0-9]{5}$' });
const Moment = Type.Union([Type.String({ format: 'date-time' }), Type.Null()]);
const Words = Type.Union([Type.String(), Type.Null()]);
const Counts = Type.Record(Type.String(), Type.Integer());

/** Longest words of a merge; the form and the server keep to the same. */
export const MERGE_LENGTH = { resolution: 200, reason: 500 } as const;

const CommuneName = Type.Object({ code: Type.String(), name: Type.String() });

const Action = Type.Union([Type.Literal('agree'), Type.Literal('cancel'), Type.Literal('propose-undo'), Type.Literal('agree-undo'), Type.Literal('keep')]);

/** One merge as the administrators of both communes see it. */
export const MergeView = Type.Object({
  id: Type.String(),
  from: CommuneName,
  into: CommuneName,
  /** Which of the two the reader works for. */
  side: Type.Union([Type.Literal('from'), Type.Literal('into')]),
  resolution: Type.String(),
  resolutionOn: Type.String(),
  state: Type.Union([
    Type.Literal('proposed'), Type.Literal('agreed'), Type.Literal('merged'), Type.Literal('undo-proposed'), Type.Literal('undo-agreed'), Type.Literal('undone'), Type.Literal('cancelled'),
  ]),
  version: Type.Integer(),
  proposedAt: Type.String({ format: 'date-time' }),
  proposedByName: Type.String(),
  agreedAt: Moment,
  agreedByName: Words,
  mergedAt: Moment,
  /** How long moving took, in milliseconds. */
  mergeMs: Type.Union([Type.Integer(), Type.Null()]),
  /** Rows that went over, by table; null before. */
  moved: Type.Union([Counts, Type.Null()]),
  undoReason: Words,
  undoProposedByName: Words,
  undoneAt: Moment,
  undoMs: Type.Union([Type.Integer(), Type.Null()]),
  cancelledByName: Words,
  /** Why the last attempt changed nothing; null when there was none. */
  fault: Words,
  /** What the reader may do with it now. */
  actions: Type.Array(Action),
});
export type MergeView = Static<typeof MergeView>;

/** GET /api/commune-merges: the merges of the own commune, and the communes of this installation that might go over into it. */
export const MergesResponse = Type.Object({ own: CommuneName, others: Type.Array(CommuneName), items: Type.Array(MergeView) });
export type MergesResponse = Static<typeof MergesResponse>;

/** POST /api/commune-merges/preview */
export const MergePreviewRequest = Type.Object({ fromCode: Code }, closed);

/** What would go over, what stands in the way, what to know before. Counts only: nothing of the other commune's data is shown. */
export const MergePreview = Type.Object({
  rows: Counts,
  twins: Type.Integer(),
  sameNames: Type.Integer(),
  sameCodes: Type.Integer(),
  waitingMessages: Type.Integer(),
  differentDays: Type.Integer(),
  books: Type.Array(Type.Object({ book: Type.String(), period: Type.String(), last: Type.Integer() })),
  hindrances: Type.Array(Type.Union([Type.Literal('same-codes'), Type.Literal('messages-wait'), Type.Literal('nobody-agrees')])),
  notes: Type.Array(Type.Union([Type.Literal('twins'), Type.Literal('same-names'), Type.Literal('different-days'), Type.Literal('no-second-administrator')])),
});
export type MergePreview = Static<typeof MergePreview>;

/** POST /api/commune-merges: proposes that another commune goes over into the own one. */
export const ProposeMergeRequest = Type.Object(
  {
    commandId: Uuid,
    mergeId: Uuid,
    fromCode: Code,
    resolution: Type.String({ minLength: 1, maxLength: MERGE_LENGTH.resolution }),
    resolutionOn: Type.String({ format: 'date' }),
  },
  closed,
);
export type ProposeMergeRequest = Static<typeof ProposeMergeRequest>;

export const MergeParams = Type.Object({ id: Uuid });

/** POST /api/commune-merges/:id/actions */
export const MergeActionRequest = Type.Object(
  { commandId: Uuid, expectedVersion: Type.Integer({ minimum: 1 }), action: Action, reason: Type.Optional(Type.String({ maxLength: MERGE_LENGTH.reason })) },
  closed,
);
export type MergeActionRequest = Static<typeof MergeActionRequest>;

/** What a command on a merge answers. */
export const MergeDone = Type.Object({ id: Type.String(), state: Type.String() });
export type MergeDone = Static<typeof MergeDone>;

/** GET /api/commune-merges/:id/undo: what undoing would sever, by table and column, and what forbids it. */
export const UndoPreview = Type.Object({ severed: Counts, forbidden: Type.Array(Type.String()) });
export type UndoPreview = Static<typeof UndoPreview>;
