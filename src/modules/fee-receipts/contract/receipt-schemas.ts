import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
const Words = Type.String({ maxLength: 500 });
const Amount = Type.Integer();
const Moment = Type.String({ format: 'date-time' });
const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()]);
const NullableText = orNull(Type.String());
const MethodSchema = Type.Union([Type.Literal('cash'), Type.Literal('transfer'), Type.Literal('online')]);

export const ById = Type.Object({ id: Uuid });

/** Which receipts of a period; left out: this month. */
export const ReceiptsQuery = Type.Object({
  from: Type.Optional(Day), to: Type.Optional(Day),
  method: Type.Optional(Type.Union([MethodSchema, Type.Literal('cashless')])),
  state: Type.Optional(Type.Union([Type.Literal('holds'), Type.Literal('asked'), Type.Literal('ended'), Type.Literal('refused')])),
  collector: Type.Optional(Uuid),
  before: Type.Optional(Uuid),
}, closed);
export type ReceiptsQuery = Static<typeof ReceiptsQuery>;

const Share = Type.Object({ numerator: Amount, denominator: Amount, permille: orNull(Type.Integer()) });

const ReceiptItem = Type.Object({
  id: Type.String(), templateSymbol: Type.String(), symbol: Type.String(), number: Type.String(), issuedAt: Moment, issuedOn: Type.String(), collector: Type.String(), payerName: Type.String(), dossierId: NullableText, dossierCode: NullableText,
  method: MethodSchema, amount: Amount, state: Type.Union([Type.Literal('issued'), Type.Literal('adjusted'), Type.Literal('voided'), Type.Literal('replaced')]),
  correctsHow: orNull(Type.Union([Type.Literal('replace'), Type.Literal('adjust')])),
  asked: orNull(Type.Object({ how: Type.Union([Type.Literal('void'), Type.Literal('replace'), Type.Literal('adjust')]), by: Type.String(), at: Moment, reason: Type.String(), mine: Type.Boolean() })),
  provider: orNull(Type.Object({ state: Type.Union([Type.Literal('draft'), Type.Literal('sent'), Type.Literal('issued'), Type.Literal('adjusted'), Type.Literal('cancelled'), Type.Literal('refused')]), code: NullableText, words: NullableText })),
});
export type ReceiptItem = Static<typeof ReceiptItem>;

/** GET /api/fee-receipts */
export const ReceiptsResponse = Type.Object({
  from: Type.String(), to: Type.String(), today: Type.String(),
  items: Type.Array(ReceiptItem),
  /** The id after which the next page begins; null: there is none. */
  next: NullableText,
  sums: Type.Array(Type.Object({ method: MethodSchema, collectorId: NullableText, collectorName: Type.String(), count: Type.Integer(), amount: Amount })),
  /** Cash of the period whose receipts were written by hand outside the program. */
  elsewhere: Type.Array(Type.Object({ payableId: Type.String(), number: Type.String(), amount: Amount, at: Moment, collector: NullableText })),
  /** Of receipts that hold, and of those that were written outside the program. */
  cashless: Type.Object({ byCount: Share, byAmount: Share }),
  /** Payments of the last days that have no receipt yet, as no series is in force for them. */
  owed: Type.Integer(),
  mayAsk: Type.Boolean(), mayDecide: Type.Boolean(),
});
export type ReceiptsResponse = Static<typeof ReceiptsResponse>;

/** GET /api/fee-receipts/:id */
export const ReceiptResponse = Type.Object({
  receipt: ReceiptItem,
  lines: Type.Array(Type.Object({ label: Type.String(), amount: Amount, basis: NullableText })),
  amountWords: Type.String(), payerAddress: NullableText, procedureName: NullableText,
  corrects: NullableText, correctedBy: NullableText, endReason: NullableText,
  events: Type.Array(Type.Object({ kind: Type.String(), at: Moment, by: Type.String(), words: Type.String() })),
});
export type ReceiptResponse = Static<typeof ReceiptResponse>;

/** POST /api/fee-receipts/:id/corrections */
export const AskRequest = Type.Object({
  commandId: Uuid, how: Type.Union([Type.Literal('void'), Type.Literal('replace'), Type.Literal('adjust')]), reason: Words,
  words: orNull(Type.Object({ payerName: Type.String({ maxLength: 200 }), payerAddress: orNull(Type.String({ maxLength: 300 })) }, closed)),
}, closed);
export type AskRequest = Static<typeof AskRequest>;

/** POST /api/fee-receipts/:id/decisions */
export const DecisionRequest = Type.Object({ commandId: Uuid, agree: Type.Boolean(), words: Words }, closed);
export type DecisionRequest = Static<typeof DecisionRequest>;

export const ReceiptDone = Type.Object({ id: Type.String(), state: Type.String(), newReceiptId: NullableText });
export type ReceiptDone = Static<typeof ReceiptDone>;

/** The file of a period. */
export const BookQuery = Type.Object({ from: Type.Optional(Day), to: Type.Optional(Day) }, closed);

/** GET /api/receipt-series */
export const SeriesResponse = Type.Object({
  today: Type.String(), mayChange: Type.Boolean(), bodyName: Type.String(),
  holders: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  items: Type.Array(Type.Object({
    id: Type.String(), kind: Type.Union([Type.Literal('electronic'), Type.Literal('paper')]), templateSymbol: Type.String(), symbol: Type.String(), bodyName: Type.String(), taxCode: Type.String(), digits: Type.Integer(),
    firstNumber: Type.Integer(), lastNumber: orNull(Type.Integer()), taken: orNull(Type.Integer()), next: orNull(Type.Integer()), holder: NullableText, validUntil: NullableText,
    openedOn: Type.String(), openedBy: Type.String(), closedAt: NullableText, closedBy: NullableText, closeReason: NullableText, own: Type.Boolean(),
    fates: Type.Array(Type.Object({ from: Type.Integer(), to: Type.Integer(), fate: Type.Union([Type.Literal('spoiled'), Type.Literal('lost'), Type.Literal('unused')]), reason: Type.String(), by: Type.String() })),
    /** Numbers up to the last under which there is nothing: never, unless rows were lost. */
    silent: Type.Array(Type.Integer()),
  })),
});
export type SeriesResponse = Static<typeof SeriesResponse>;
export type SeriesItem = SeriesResponse['items'][number];

/** POST /api/receipt-series */
export const OpenSeriesRequest = Type.Object({
  commandId: Uuid, kind: Type.Union([Type.Literal('electronic'), Type.Literal('paper')]), templateSymbol: Type.String({ maxLength: 40 }), symbol: Type.String({ maxLength: 40 }), bodyName: Type.String({ maxLength: 200 }), taxCode: Type.String({ maxLength: 30 }),
  firstNumber: Type.Integer(), lastNumber: orNull(Type.Integer()), openedOn: Type.String({ maxLength: 10 }), validUntil: orNull(Type.String({ maxLength: 10 })), holderId: orNull(Uuid),
}, closed);
export type OpenSeriesRequest = Static<typeof OpenSeriesRequest>;

/** POST /api/receipt-series/:id/close */
export const CloseSeriesRequest = Type.Object({ commandId: Uuid, reason: Words }, closed);
export type CloseSeriesRequest = Static<typeof CloseSeriesRequest>;

/** POST /api/receipt-series/:id/numbers: what became of the next numbers of a book. */
export const NumberFateRequest = Type.Object({ commandId: Uuid, fate: Type.Union([Type.Literal('spoiled'), Type.Literal('lost')]), to: Type.Integer(), reason: Words }, closed);
export type NumberFateRequest = Static<typeof NumberFateRequest>;

export const SeriesDone = Type.Object({ id: Type.String() });
export type SeriesDone = Static<typeof SeriesDone>;
