import { type Static, Type } from 'typebox';
import { FEE_UNITS } from '../../../kernel/fee-formula.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' });
const IsoDate = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
const Instant = Type.String({ description: 'ISO 8601 with offset' });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Words = (max: number) => Type.String({ maxLength: max });
const NeededWords = (max: number) => Type.String({ minLength: 1, maxLength: max });

const DocumentSchema = Type.Object(
  { id: Uuid, name: Words(300), pages: Type.Integer({ minimum: 1, maximum: 9999 }), copies: Type.Integer({ minimum: 1, maximum: 999 }) },
  closed,
);

/** POST /api/certifications: a visit to the certification lane, from the card to the label. */
export const CertifyRequest = Type.Object(
  {
    commandId: Uuid,
    dossierId: Uuid,
    procedureCode: NeededWords(40),
    person: Type.Object(
      {
        citizenNumber: Nullable(Words(12)),
        fullName: NeededWords(100),
        birthDate: Nullable(IsoDate),
        sex: Nullable(Type.Union([Type.Literal('male'), Type.Literal('female')])),
        address: NeededWords(300),
        villageId: Nullable(Uuid),
        phone: Nullable(Words(20)),
        email: Nullable(Words(200)),
      },
      closed,
    ),
    /** Kind and number of the identity paper that was shown. */
    identityPaper: Nullable(Words(120)),
    /** Where, when it is not done at the office. */
    place: Nullable(Words(200)),
    documents: Type.Array(DocumentSchema, { maxItems: 20 }),
    /** Whether the originals were looked at for the reasons to refuse. */
    checked: Type.Boolean(),
    /** The reasons to refuse that were found. */
    found: Type.Array(Words(40), { maxItems: 20 }),
    /**
     * How the fee was taken; null: not yet, or nothing to pay. Cash is booked with the visit: `amount` is what the officer saw and took, in whole đồng, `feeReceipt` the number of
     * a receipt that was written by hand outside the program. A transfer is the payer's word: it is booked when the bank statement shows it.
     */
    payment: Nullable(Type.Object({ way: Type.Union([Type.Literal('cash'), Type.Literal('transfer')]), amount: Type.Integer({ minimum: 0 }), feeReceipt: Nullable(Words(40)) }, closed)),
  },
  closed,
);
export type CertifyRequest = Static<typeof CertifyRequest>;

/** A visit as the lane and its papers show it. */
export const CertificationResponse = Type.Object({
  dossierId: Type.String(),
  code: Type.String(),
  procedureCode: Type.String(),
  dueAt: Instant,
  /** The hour and the day on which the result is ready, in words. */
  dueWords: Type.String(),
  state: Type.String(),
  version: Type.Integer(),
  /** Who has it next when it is not ready: the role of its step. */
  waitsFor: Nullable(Type.String()),
  fee: Type.Integer({ description: 'Whole đồng' }),
  feeBasis: Type.String(),
  /** How the fee was taken; null: not yet, or nothing to pay. */
  paidWay: Nullable(Type.Union([Type.Literal('cash'), Type.Literal('transfer')])),
  /** Number of a receipt that was written outside the program. */
  feeReceipt: Nullable(Type.String()),
  /** The receipt that the program gave; null: none, or it is owed until a series is opened. */
  receipt: Nullable(Type.Object({ id: Type.String(), number: Type.String() })),
  /** What is open for it at the counter: its payment code, and where cash is booked; null when nothing is due. */
  payableId: Nullable(Type.String()),
  signedBy: Nullable(Type.String()),
  documents: Type.Array(
    Type.Object({
      name: Type.String(), pages: Type.Integer(), copies: Type.Integer(), fee: Type.Integer(),
      number: Nullable(Type.String({ description: 'Number and book in words' })),
    }),
  ),
});
export type CertificationResponse = Static<typeof CertificationResponse>;

/** GET /api/certifications/lane: what the lane does today, by which rules, and how fast. */
export const LaneResponse = Type.Object({
  procedures: Type.Array(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      book: Nullable(Type.String()),
      feeRule: Type.Object({
        unit: Type.Enum([...FEE_UNITS]),
        formula: Type.Union([
          Type.Object({ kind: Type.Literal('per-page'), firstPages: Type.Integer(), first: Type.Integer(), next: Type.Integer(), mostPerCopy: Type.Integer() }),
          Type.Object({ kind: Type.Literal('per-unit'), amount: Type.Integer() }),
        ]),
      }),
      feeBasis: Type.String(),
      refusalBasis: Nullable(Type.String()),
      refusals: Type.Array(Type.Object({ id: Type.String(), words: Type.String() })),
    }),
  ),
  /** Cash at this officer's counter: the sentence that says why none is taken now (null: it is), and whether its receipt is written by hand, as no series is in force. */
  cash: Type.Object({ hindrance: Nullable(Type.String()), byHand: Type.Boolean() }),
  /** Names of documents to choose from: what this office certifies most, then what offices are asked for. */
  documentNames: Type.Array(Type.String()),
  /** Visits measured today, from the first key to the print. */
  today: Type.Object({ count: Type.Integer(), medianMs: Nullable(Type.Integer()) }),
});
export type LaneResponse = Static<typeof LaneResponse>;

/** POST /api/certifications/:id/printed: the label was printed; the first time counts. */
export const PrintedRequest = Type.Object({ commandId: Uuid, laneMs: Type.Integer({ minimum: 1, maximum: 86_400_000 }) }, closed);
export type PrintedRequest = Static<typeof PrintedRequest>;
export const PrintedResponse = Type.Object({ laneMs: Type.Integer() });

export const CertificationParams = Type.Object({ id: Uuid }, closed);

/** GET /api/certifications/register.pdf and .xlsx: a book, whole, for a period. */
export const RegisterPeriod = Type.Object({ book: NeededWords(40), from: IsoDate, to: IsoDate }, closed);
export type RegisterPeriod = Static<typeof RegisterPeriod>;

/** POST /api/certifications/register: a part of a book, newest first; `q` is a number, a name or a document, `after` the `next` of the part before. */
export const RegisterQuery = Type.Object({ ...RegisterPeriod.properties, q: Words(100), after: Nullable(Words(20)) }, closed);
export type RegisterQuery = Static<typeof RegisterQuery>;
export const RegisterResponse = Type.Object({
  title: Type.String(),
  books: Type.Array(Type.Object({ symbol: Type.String(), title: Type.String() })),
  rows: Type.Array(
    Type.Object({
      dossierId: Type.String(),
      number: Type.String(),
      date: Type.String(),
      requester: Type.String(),
      identityPaper: Nullable(Type.String()),
      document: Type.String(),
      signer: Type.String(),
      copies: Type.Integer(),
      fee: Type.Integer(),
      feeReceipt: Nullable(Type.String()),
    }),
  ),
  /** Numbers, copies and fee of all that was asked for, not of this part alone. */
  count: Type.Integer(),
  copies: Type.Integer(),
  fee: Type.Integer(),
  /** Ask for what comes after this part; null: it was the last one. */
  next: Nullable(Type.String()),
});
export type RegisterResponse = Static<typeof RegisterResponse>;
