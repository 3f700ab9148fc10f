import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
const Words = Type.String({ maxLength: 500 });
const Amount = Type.Integer();
const NullableText = Type.Union([Type.String(), Type.Null()]);
const NullableAmount = Type.Union([Amount, Type.Null()]);
const Notes = Type.Record(Type.String({ maxLength: 8 }), Type.Integer());

/** GET /api/cashier-days: days of a period; left out: this month. */
export const DaysQuery = Type.Object({ from: Type.Optional(Day), to: Type.Optional(Day) }, closed);

const DayItem = Type.Object({
  id: Type.String(), cashierId: Type.String(), cashier: Type.String(), day: Type.String(), state: Type.Union([Type.Literal('open'), Type.Literal('closed'), Type.Literal('handed-over'), Type.Literal('received')]),
  openedAt: Type.String(), byItself: Type.Boolean(), float: Amount, taken: Amount, takings: Type.Integer(),
  /** What must be in the drawer. */
  expected: Amount, counted: NullableAmount, difference: NullableAmount, explanation: NullableText, closedAt: NullableText,
  kept: NullableAmount, handed: NullableAmount, handedTo: NullableText, handedToId: NullableText, receivedBy: NullableText, receivedAt: NullableText, backWords: NullableText, remitted: Type.Boolean(),
  mine: Type.Boolean(),
});
export type DayItem = Static<typeof DayItem>;

export const DaysResponse = Type.Object({
  from: Type.String(), to: Type.String(), today: Type.String(),
  /** Whether a day must be opened before cash is taken. */
  opening: Type.Union([Type.Literal('by-itself'), Type.Literal('required')]),
  notes: Type.Array(Type.Integer()),
  mayOpen: Type.Boolean(), mayRemit: Type.Boolean(),
  own: Type.Union([DayItem, Type.Null()]),
  /** Days that were handed to the reader and wait. */
  waiting: Type.Array(DayItem),
  items: Type.Array(DayItem),
  receivers: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), title: Type.String() })),
});
export type DaysResponse = Static<typeof DaysResponse>;

/** GET /api/cashier-days/:id */
export const DayResponse = Type.Object({
  day: DayItem,
  floatNotes: Notes, countedNotes: Type.Union([Notes, Type.Null()]),
  takings: Type.Array(Type.Object({ kind: Type.Union([Type.Literal('taken'), Type.Literal('given-back')]), amount: Amount, at: Type.String(), receiptId: NullableText, receipt: NullableText, payerName: NullableText })),
});
export type DayResponse = Static<typeof DayResponse>;

/** POST /api/cashier-days */
export const OpenDayRequest = Type.Object({ commandId: Uuid, notes: Notes }, closed);
export type OpenDayRequest = Static<typeof OpenDayRequest>;

/** POST /api/cashier-days/:id/close */
export const CloseDayRequest = Type.Object({ commandId: Uuid, notes: Notes, explanation: Words }, closed);
export type CloseDayRequest = Static<typeof CloseDayRequest>;

/** POST /api/cashier-days/:id/hand-over */
export const HandOverDayRequest = Type.Object({ commandId: Uuid, to: Uuid, kept: Amount }, closed);
export type HandOverDayRequest = Static<typeof HandOverDayRequest>;

/** POST /api/cashier-days/:id/receive */
export const ReceiveDayRequest = Type.Object({ commandId: Uuid, agree: Type.Boolean(), words: Words }, closed);
export type ReceiveDayRequest = Static<typeof ReceiveDayRequest>;

export const DayDone = Type.Object({ id: Type.String(), state: Type.String() });
export type DayDone = Static<typeof DayDone>;

/** GET /api/remittances */
export const RemittancesResponse = Type.Object({
  today: Type.String(), mayRemit: Type.Boolean(),
  /** Money that is still here, month by month, with the day by which it goes. */
  months: Type.Array(Type.Object({ month: Type.String(), due: Type.String(), standing: Type.Union([Type.Literal('waiting'), Type.Literal('near'), Type.Literal('late')]), amount: Amount, basis: Type.String(), ready: Type.Integer(), unready: Type.Integer() })),
  days: Type.Array(Type.Object({ id: Type.String(), day: Type.String(), cashier: Type.String(), state: Type.String(), amount: Amount })),
  account: NullableText,
  items: Type.Array(Type.Object({ id: Type.String(), destination: Type.Union([Type.Literal('treasury'), Type.Literal('bank')]), account: Type.String(), amount: Amount, documentNumber: Type.String(), remittedOn: Type.String(), fromDay: Type.String(), toDay: Type.String(), by: Type.String() })),
});
export type RemittancesResponse = Static<typeof RemittancesResponse>;

/** POST /api/remittances */
export const RemittanceRequest = Type.Object({
  commandId: Uuid, days: Type.Array(Uuid, { maxItems: 400 }), destination: Type.Union([Type.Literal('treasury'), Type.Literal('bank')]), account: Type.String({ maxLength: 120 }), amount: Amount, documentNumber: Type.String({ maxLength: 60 }), remittedOn: Day,
}, closed);
export type RemittanceRequest = Static<typeof RemittanceRequest>;

export const RemittanceDone = Type.Object({ id: Type.String(), amount: Amount });
export type RemittanceDone = Static<typeof RemittanceDone>;

/** GET /api/cashier-days/sheet.pdf: Bảng kê thu of a period, of one cashier where that is asked for. */
export const SheetQuery = Type.Object({ from: Type.Optional(Day), to: Type.Optional(Day), cashier: Type.Optional(Uuid) }, closed);
