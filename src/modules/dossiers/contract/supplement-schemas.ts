import { type Static, Type } from 'typebox';
import { closed, Instant, IsoDate, NeededWords, Nullable, Sha256, Uuid, Version, Words } from './parts.ts';
import { PictureMarksInput } from './picture-marks.ts';

const plain = { commandId: Uuid, expectedVersion: Version };

const StageSchema = Type.Union([Type.Literal('intake'), Type.Literal('examination')]);
const ChannelSchema = Type.Union([Type.Literal('online'), Type.Literal('counter'), Type.Literal('post')]);

/** One fault of one paper, or of one answer of the form. Blanks are told by the rule, with the name of the paper. */
const FaultInput = Type.Object(
  {
    id: Uuid,
    paperId: Nullable(Uuid),
    requirementId: Nullable(Words(80)),
    /** The question of the declared form whose answer is wrong. */
    answerField: Type.Optional(Nullable(Words(120))),
    paperName: Words(300),
    reasons: Type.Array(NeededWords(40), { maxItems: 12 }),
    words: Nullable(Words(1000)),
    legalBasis: Nullable(Words(500)),
    howToFix: Words(1000),
    /** Drawn on the pictures of the paper. */
    marks: PictureMarksInput,
  },
  closed,
);

/** POST /api/dossiers/:id/supplement: everything that is missing or wrong, in one request. `proposalWords` asks a leader for a further one. */
export const SupplementRequest = Type.Object(
  { ...plain, requestId: Uuid, faults: Type.Array(FaultInput, { maxItems: 60 }), words: Nullable(Words(2000)), answerDays: Type.Integer(), proposalWords: Nullable(Words(2000)) },
  closed,
);
export type SupplementRequest = Static<typeof SupplementRequest>;

/** POST /api/dossiers/:id/supplement/answer: what the citizen brought to the counter or sent by post. */
export const SupplementAnswerRequest = Type.Object(
  {
    ...plain,
    requestId: Uuid,
    channel: Type.Union([Type.Literal('counter'), Type.Literal('post')]),
    items: Type.Array(
      Type.Object({ itemId: Uuid, words: Nullable(Words(1000)), answer: Type.Optional(Nullable(Words(2000))), files: Type.Array(Type.Object({ id: Uuid, sha256: Sha256, fileName: NeededWords(200) }, closed), { maxItems: 10 }) }, closed),
      { maxItems: 60 },
    ),
    words: Nullable(Words(2000)),
  },
  closed,
);
export type SupplementAnswerRequest = Static<typeof SupplementAnswerRequest>;

/** POST /api/dossiers/:id/supplement/accept: `keepOld` names the faults whose old files stay beside the new ones. */
export const SupplementAcceptance = Type.Object({ ...plain, keepOld: Type.Array(Uuid, { maxItems: 60 }), note: Nullable(Words(2000)) }, closed);
export type SupplementAcceptance = Static<typeof SupplementAcceptance>;

const ReasonView = Type.Object({
  code: Type.String(),
  of: Type.Union([Type.Literal('missing'), Type.Literal('given'), Type.Literal('any'), Type.Literal('answer'), Type.Literal('all')]),
  label: Type.String(),
  /** In Vietnamese: it goes to the citizen. */
  howToFix: Type.String(),
});

const FileView = Type.Object({ id: Type.String(), fileName: Type.String(), mediaType: Type.String(), byteCount: Type.Integer() });

/** GET /api/dossiers/:id/supplement-plan: what the form needs. */
export const SupplementPlanResponse = Type.Object({
  stage: StageSchema,
  /** A further request in this stage: a leader decides. */
  needsLeader: Type.Boolean(),
  reasons: Type.Array(ReasonView),
  answerDays: Type.Object({ usual: Type.Integer(), least: Type.Integer(), most: Type.Integer() }),
  /** The day that each number of days leads to, from `least` on, in words. */
  answerDates: Type.Array(Type.String()),
  papers: Type.Array(
    Type.Object({
      paperId: Nullable(Type.String()),
      requirementId: Nullable(Type.String()),
      name: Type.String(),
      /** What the procedure says about the paper. */
      help: Nullable(Type.String()),
      /** Null: the officer has to give one. */
      legalBasis: Nullable(Type.String()),
      files: Type.Array(FileView),
    }),
  ),
  /** The questions of the declared form with their answers, numbers masked; none where no form was declared. */
  questions: Type.Array(Type.Object({ field: Type.String(), group: Type.String(), label: Type.String(), official: Type.String(), answer: Type.Array(Type.String()), legalBasis: Type.String() })),
});
export type SupplementPlanResponse = Static<typeof SupplementPlanResponse>;

const SupplementView = Type.Object({
  id: Type.String(),
  seq: Type.Integer(),
  stage: StageSchema,
  status: Type.Union([Type.Literal('proposed'), Type.Literal('declined'), Type.Literal('open'), Type.Literal('answered'), Type.Literal('cancelled')]),
  words: Nullable(Type.String()),
  answerDays: Type.Integer(),
  answerBy: Nullable(Instant),
  overdue: Type.Boolean(),
  askedAt: Instant,
  askedBy: Type.String(),
  proposalWords: Nullable(Type.String()),
  decidedBy: Nullable(Type.String()),
  decisionWords: Nullable(Type.String()),
  closedAt: Nullable(Instant),
  channel: Nullable(ChannelSchema),
  answerWords: Nullable(Type.String()),
  acceptedBy: Nullable(Type.String()),
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      paperName: Type.String(),
      /** The question of the declared form, where the fault is about an answer, with the answer that was declared and the one that came; numbers masked. */
      question: Nullable(Type.Object({ field: Type.String(), before: Type.Array(Type.String()), after: Nullable(Type.Array(Type.String())), columns: Nullable(Type.Array(Type.String(), { description: 'Of a table: what stands in a row' })) })),
      reasons: Type.Array(Type.String()),
      words: Nullable(Type.String()),
      legalBasis: Type.String(),
      howToFix: Type.String(),
      answerWords: Nullable(Type.String()),
      /** Whether the reasons let the old files stay beside the new ones. */
      adds: Type.Boolean(),
      keptOld: Nullable(Type.Boolean()),
      marks: PictureMarksInput,
      before: Type.Array(FileView),
      after: Type.Array(FileView),
    }),
  ),
  /** Answers that changed because they follow from one that was asked for. */
  followed: Type.Array(Type.Object({ label: Type.String(), before: Type.Array(Type.String()), after: Type.Array(Type.String()) })),
});
export type SupplementView = Static<typeof SupplementView>;

const PaymentView = Type.Object({
  id: Type.String(),
  seq: Type.Integer(),
  status: Type.Union([Type.Literal('open'), Type.Literal('paid'), Type.Literal('cancelled')]),
  amount: Type.Integer(),
  reason: Type.String(),
  legalBasis: Nullable(Type.String()),
  reference: Nullable(Type.String()),
  payBy: Instant,
  overdue: Type.Boolean(),
  askedAt: Instant,
  askedBy: Type.String(),
  closedAt: Nullable(Instant),
  closedBy: Nullable(Type.String()),
  method: Nullable(Type.Union([Type.Literal('cash'), Type.Literal('transfer'), Type.Literal('other')])),
  receiptNumber: Nullable(Type.String()),
  paidOn: Nullable(Type.String()),
  note: Nullable(Type.String()),
});
export type PaymentView = Static<typeof PaymentView>;

/** GET /api/dossiers/:id/requests: what was asked of the citizen, newest first. */
export const RequestsResponse = Type.Object({
  supplements: Type.Array(SupplementView),
  payments: Type.Array(PaymentView),
  /** What the answers say of the person who declares otherwise than the dossier: it was received for somebody known, and does not follow by itself. */
  unlike: Type.Array(Type.Union([Type.Literal('fullName'), Type.Literal('citizenNumber'), Type.Literal('birthDate'), Type.Literal('sex'), Type.Literal('address'), Type.Literal('phone'), Type.Literal('email')])),
});
export type RequestsResponse = Static<typeof RequestsResponse>;

/** POST /api/dossiers/:id/payment: the rule tells which amounts are none. */
export const PaymentRequest = Type.Object({ ...plain, amount: Type.Number(), reason: Words(1000), legalBasis: Words(500), payDays: Type.Integer() }, closed);
export type PaymentRequest = Static<typeof PaymentRequest>;

/** POST /api/dossiers/:id/payment/confirm */
export const PaymentConfirmation = Type.Object(
  { ...plain, method: Type.Union([Type.Literal('cash'), Type.Literal('transfer'), Type.Literal('other')]), receiptNumber: Words(60), paidOn: IsoDate, note: Nullable(Words(1000)) },
  closed,
);
export type PaymentConfirmation = Static<typeof PaymentConfirmation>;
