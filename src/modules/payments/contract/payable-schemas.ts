import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const Moment = Type.String({ format: 'date-time' });
const NullableText = Type.Union([Type.String(), Type.Null()]);
const Purpose = Type.Union([Type.Literal('fees'), Type.Literal('during-work'), Type.Literal('certification')]);
const State = Type.Union([Type.Literal('open'), Type.Literal('paid'), Type.Literal('cancelled')]);
const Method = Type.Union([Type.Literal('cash'), Type.Literal('transfer'), Type.Literal('online')]);
/** Whole đồng. Amounts that are entered may be anything that a number can be: the rule says what is wrong with them. */
const Dong = Type.Integer();

/** The lists of the counter: what waits for money, what is owed back, what was paid lately. */
export const PAYABLE_LISTS = ['open', 'surplus', 'paid'] as const;
export type PayableList = (typeof PAYABLE_LISTS)[number];

/** POST /api/payables/search: a question in the body, since the names that people look for do not belong in an address. */
export const PayableSearch = Type.Object({ list: Type.Union([Type.Literal('open'), Type.Literal('surplus'), Type.Literal('paid')]), q: Type.String({ maxLength: 100 }) }, closed);
export type PayableSearch = Static<typeof PayableSearch>;

/** A payable in a list. */
const PayableLine = Type.Object({
  id: Type.String(),
  dossierId: NullableText,
  dossierCode: NullableText,
  procedureName: NullableText,
  payerName: NullableText,
  purpose: Purpose,
  state: State,
  reference: Type.String(),
  amount: Dong,
  paid: Dong,
  missing: Dong,
  surplus: Dong,
  openedAt: Moment,
});
export type PayableLine = Static<typeof PayableLine>;

export const PayableSearchResponse = Type.Object({
  items: Type.Array(PayableLine),
  /** How many there are altogether; the list carries the first of them. */
  count: Type.Integer(),
  /** What the found ones still lack together. */
  missing: Dong,
});
export type PayableSearchResponse = Static<typeof PayableSearchResponse>;

export const PayableParams = Type.Object({ id: Uuid }, closed);

/** Where a transfer goes, with the payment code as text; the screen draws it. */
const Transfer = Type.Object({ bankName: Type.String(), number: Type.String(), holder: Type.String(), memo: Type.String(), qr: Type.String() });
export type Transfer = Static<typeof Transfer>;

/** GET /api/payables/:id */
export const PayableResponse = Type.Object({
  ...PayableLine.properties,
  closedAt: Type.Union([Moment, Type.Null()]),
  closeReason: NullableText,
  refunded: Dong,
  inWords: Type.String(),
  /** Null while the office has given no account, or nothing is missing. */
  transfer: Type.Union([Transfer, Type.Null()]),
  hasAccount: Type.Boolean(),
  mayTake: Type.Boolean(),
  /** Receipts of cash that the reader takes are written by hand: no series is in force. */
  byHand: Type.Boolean(),
  mayCorrect: Type.Boolean(),
  payments: Type.Array(Type.Object({
    id: Type.String(), method: Method, amount: Dong, given: Type.Union([Dong, Type.Null()]), paidAt: Moment, recordedAt: Moment, source: Type.String(), takenBy: NullableText, receiptElsewhere: NullableText,
    reversed: Type.Union([Type.Object({ at: Moment, by: NullableText, reason: Type.String() }), Type.Null()]),
  })),
  events: Type.Array(Type.Object({ at: Moment, kind: Type.String(), amount: Dong, state: State, by: NullableText, reason: NullableText })),
});
export type PayableResponse = Static<typeof PayableResponse>;

/** GET /api/payables/:id/standing: asked again and again while the payment code is shown; nobody's name is in it. */
export const StandingResponse = Type.Object({
  state: State, amount: Dong, missing: Dong, surplus: Dong,
  reference: Type.String(),
  transfer: Type.Union([Transfer, Type.Null()]),
  /** The newest payment that was not reversed. */
  last: Type.Union([Type.Object({ method: Method, amount: Dong, at: Moment }), Type.Null()]),
});
export type StandingResponse = Static<typeof StandingResponse>;

/** POST /api/payables/:id/cash */
export const CashRequest = Type.Object({
  commandId: Uuid, amount: Type.Number(), given: Type.Number(),
  /** The number of a receipt that was written by hand outside the program; left out or empty: the program gives it. */
  receiptElsewhere: Type.Optional(Type.String({ maxLength: 40 })),
}, closed);
export type CashRequest = Static<typeof CashRequest>;
export const CashDone = Type.Object({ paymentId: Type.String(), amount: Dong, change: Dong, state: State });
export type CashDone = Static<typeof CashDone>;

/** POST /api/payments/:id/reverse and POST /api/payables/:id/cancel */
export const MoneyReason = Type.Object({ commandId: Uuid, reason: Type.String({ maxLength: 500 }) }, closed);
export type MoneyReason = Static<typeof MoneyReason>;

export const MoneyDone = Type.Object({ id: Type.String(), state: State, missing: Dong, surplus: Dong });
export type MoneyDone = Static<typeof MoneyDone>;
