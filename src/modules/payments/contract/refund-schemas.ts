import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const Moment = Type.String({ format: 'date-time' });
const NullableText = Type.Union([Type.String(), Type.Null()]);
const Way = Type.Union([Type.Literal('cash'), Type.Literal('transfer'), Type.Literal('online')]);
const Dong = Type.Integer();
const State = Type.Union([Type.Literal('asked'), Type.Literal('approved'), Type.Literal('sending'), Type.Literal('failed'), Type.Literal('paid'), Type.Literal('refused'), Type.Literal('withdrawn')]);

/** A refund as lists and the payable show it. */
const RefundItem = Type.Object({
  id: Type.String(), payableId: Type.String(), dossierId: NullableText, dossierCode: NullableText, payerName: NullableText, reference: Type.String(),
  amount: Dong, way: Way, payee: Type.String(), account: NullableText, reason: Type.String(), state: State,
  askedAt: Moment, askedBy: Type.String(),
  decidedAt: Type.Union([Moment, Type.Null()]), decidedBy: NullableText, decisionWords: NullableText,
  /** What its gateway said last, in words; null: nothing. */
  gatewayWords: NullableText,
  /** What really went back; differs from what was asked where a gateway paid another amount. */
  paidAmount: Type.Union([Dong, Type.Null()]),
  /** The gateway paid it though the money had gone back in another way. */
  beyond: Type.Boolean(),
  evidence: NullableText, endedAt: Type.Union([Moment, Type.Null()]), endedBy: NullableText, endReason: NullableText,
  /** What the reader may do about it now. */
  may: Type.Array(Type.Union([Type.Literal('decide'), Type.Literal('pay'), Type.Literal('retry'), Type.Literal('withdraw')])),
});
export type RefundItem = Static<typeof RefundItem>;

/** POST /api/refunds/search: those under way, the oldest first; those that are over, the newest first; or all of one payable. */
export const RefundSearch = Type.Object({ list: Type.Union([Type.Literal('under-way'), Type.Literal('over'), Type.Literal('all')]), payableId: Type.Union([Uuid, Type.Null()]) }, closed);
export type RefundSearch = Static<typeof RefundSearch>;
export const RefundSearchResponse = Type.Object({
  items: Type.Array(RefundItem), count: Type.Integer(),
  /** Whether the reader may ask for one, and in which ways a payable that is named may be paid back. */
  mayAsk: Type.Boolean(), ways: Type.Array(Way),
});
export type RefundSearchResponse = Static<typeof RefundSearchResponse>;

/** POST /api/payables/:id/refunds */
export const AskRefundRequest = Type.Object({
  commandId: Uuid, amount: Type.Number(), way: Way, payee: Type.String({ maxLength: 200 }), account: Type.String({ maxLength: 120 }), reason: Type.String({ maxLength: 500 }),
}, closed);
export type AskRefundRequest = Static<typeof AskRefundRequest>;

/** POST /api/refunds/:id/decision */
export const DecideRefundRequest = Type.Object({ commandId: Uuid, agree: Type.Boolean(), words: Type.String({ maxLength: 500 }) }, closed);
export type DecideRefundRequest = Static<typeof DecideRefundRequest>;

/** POST /api/refunds/:id/paid */
export const PayRefundRequest = Type.Object({ commandId: Uuid, evidence: Type.String({ maxLength: 200 }) }, closed);
export type PayRefundRequest = Static<typeof PayRefundRequest>;

/** POST /api/refunds/:id/retry */
export const RetryRefundRequest = Type.Object({ commandId: Uuid }, closed);
export type RetryRefundRequest = Static<typeof RetryRefundRequest>;

export const RefundParams = Type.Object({ id: Uuid }, closed);
export const RefundDone = Type.Object({ id: Type.String(), state: State });
export type RefundDone = Static<typeof RefundDone>;
