import { Type } from 'typebox';

/** No request carries a field that is not its own. */
export const closed = { additionalProperties: false } as const;

export const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' });
export const IsoDate = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
export const Instant = Type.String({ description: 'ISO 8601 with offset' });
export const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
/** A text of at most so many characters, perhaps empty. */
export const Words = (max: number) => Type.String({ maxLength: max });
/** A text of one to so many characters. */
export const NeededWords = (max: number) => Type.String({ minLength: 1, maxLength: max });
/** What the schema takes, or null. */
export const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
/** The version that the sender was looking at; it counts the changes. */
export const Version = Type.Integer({ minimum: 1 });

export const ChannelSchema = Type.Union([
  Type.Literal('counter'),
  Type.Literal('online'),
  Type.Literal('post'),
  Type.Literal('kiosk'),
  Type.Literal('home'),
]);
/** Spoken and written are told at the counter; the others are proven by what assisted filing keeps. */
export const ConsentSchema = Type.Union([Type.Literal('spoken'), Type.Literal('written'), Type.Literal('signature'), Type.Literal('code'), Type.Literal('recording')]);
export const AccountSchema = Type.Union([Type.Literal('own'), Type.Literal('representative'), Type.Literal('none'), Type.Literal('officer')]);
export const DeliveryMethodSchema = Type.Union([
  Type.Literal('counter'),
  Type.Literal('post'),
  Type.Literal('home'),
  Type.Literal('electronic'),
]);
export const PaperKind = Type.Union([
  Type.Literal('original'),
  Type.Literal('copy'),
  Type.Literal('certified-copy'),
  Type.Literal('electronic'),
  Type.Literal('data'),
  Type.Literal('form'),
]);
export const PaperSource = Type.Union([Type.Literal('submitted'), Type.Literal('shown'), Type.Literal('store'), Type.Literal('database')]);
export const State = Type.Union([
  Type.Literal('submitted'),
  Type.Literal('received'),
  Type.Literal('rejected'),
  Type.Literal('in-progress'),
  Type.Literal('supplement-requested'),
  Type.Literal('payment-requested'),
  Type.Literal('withdraw-requested'),
  Type.Literal('stopped'),
  Type.Literal('decided'),
  Type.Literal('returned'),
]);
export const StepKeySchema = Type.Union([
  Type.Literal('receive'),
  Type.Literal('appraise'),
  Type.Literal('approve'),
  Type.Literal('seal'),
  Type.Literal('hand-over'),
]);
/** What is charged and claimed, as the fees module reads it; quantities that are none are refused there, with a sentence. */
export const FeesInput = Type.Object(
  {
    items: Type.Array(Type.Object({ code: NeededWords(80), quantity: Type.Number(), pages: Nullable(Type.Number()) }, closed), { maxItems: 40 }),
    claims: Type.Array(Type.Object({ exemption: NeededWords(80), percent: Nullable(Type.Number()), proof: Words(300) }, closed), { maxItems: 6 }),
    eventDay: Nullable(IsoDate),
  },
  closed,
);
/** What becomes of the papers that were sent with the draft of a printed form: what the office was shown of them, which stay behind and why, and whether files on their way are waited for. */
const SentPapersInput = Type.Object(
  { seen: Words(64), leftOut: Type.Array(Type.Object({ paper: NeededWords(80), reason: Type.String({ maxLength: 300, pattern: '\\S' }) }, closed), { maxItems: 60 }), withoutArriving: Type.Optional(Type.Boolean()) },
  closed,
);
/** The codes of a printed form as they were scanned, what the officer put right (the typed text by field), and what becomes of the papers that were sent with its draft. */
export const PrintedFormInput = Type.Object(
  { codes: Type.Array(NeededWords(2000), { minItems: 1, maxItems: 4 }), mended: Type.Optional(Type.Record(Words(100), Words(2000), { maxProperties: 60 })), sentPapers: Type.Optional(SentPapersInput) },
  closed,
);
export const DeliveryInput = Type.Object({ method: DeliveryMethodSchema, address: Nullable(Words(300)) }, closed);
/** How the time stands, for colour, icon and word. */
export const TimeState = Type.Union([
  Type.Literal('in-time'),
  Type.Literal('near'),
  Type.Literal('due-today'),
  Type.Literal('overdue'),
  Type.Literal('paused'),
  Type.Literal('finished'),
  Type.Literal('waiting'),
]);
