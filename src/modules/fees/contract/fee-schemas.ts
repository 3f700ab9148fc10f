import { type Static, Type } from 'typebox';
import { FEE_UNITS } from '../../../kernel/fee-formula.ts';
import { CHARGE_KINDS, FEE_CHANNELS } from '../domain/tariff.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' });
const IsoDate = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
const Instant = Type.String({ description: 'ISO 8601 with offset' });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Words = (max: number) => Type.String({ maxLength: max });
const NeededWords = (max: number) => Type.String({ minLength: 1, maxLength: max });

const Kind = Type.Enum([...CHARGE_KINDS]);
const Unit = Type.Enum([...FEE_UNITS]);
const Channel = Type.Enum([...FEE_CHANNELS]);
const Missing = Type.Enum(['rate', 'pages', 'event-day']);

/** What the officer says of a dossier: charges in their quantities, claimed exemptions and reductions, the day of the event. Quantities that are none are refused by the rule, with a sentence. */
const FeesAskedSchema = Type.Object(
  {
    items: Type.Array(Type.Object({ code: NeededWords(80), quantity: Type.Number(), pages: Nullable(Type.Number()) }, closed), { maxItems: 40 }),
    claims: Type.Array(Type.Object({ exemption: NeededWords(80), percent: Nullable(Type.Number()), proof: Words(300) }, closed), { maxItems: 6 }),
    eventDay: Nullable(IsoDate),
  },
  closed,
);

const Exemption = Type.Object({ code: Type.String(), label: Type.String(), percent: Type.Integer(), basis: Type.String(), proof: Nullable(Type.String()) });

/** One line of the fees, in the reader’s language; legal bases stay Vietnamese. Amounts in whole đồng. */
export const FeeLineView = Type.Object({
  code: Type.String(),
  kind: Kind,
  label: Type.String(),
  unit: Unit,
  base: Type.Integer(),
  pages: Nullable(Type.Integer()),
  quantity: Type.Integer(),
  before: Type.Integer(),
  amount: Type.Integer(),
  basis: Type.String(),
  exemption: Nullable(Exemption),
  zeroReason: Nullable(Type.String()),
});
export type FeeLineView = Static<typeof FeeLineView>;

const PendingView = Type.Object({ code: Type.String(), label: Type.String(), missing: Missing });

const AssessmentView = Type.Object({
  lines: Type.Array(FeeLineView),
  total: Type.Integer(),
  pending: Type.Array(PendingView),
  /** Names of claimed exemptions that a more favourable one outdid. */
  outdone: Type.Array(Type.String()),
});

/** What may be charged and claimed for a procedure. */
const OptionsView = Type.Object({
  charges: Type.Array(Type.Object({
    code: Type.String(), label: Type.String(), kind: Kind, unit: Unit, role: Type.Enum(['base', 'extra']), byPages: Type.Boolean(), price: Nullable(Type.Integer()), basis: Type.String(),
  })),
  exemptions: Type.Array(Type.Object({ code: Type.String(), label: Type.String(), percent: Nullable(Type.Integer()), proof: Type.String(), basis: Type.String() })),
  /** Name of the day that decides whether it was on time; null: none does. */
  event: Nullable(Type.String()),
});
export type FeeOptions = Static<typeof OptionsView>;

/** POST /api/fees/preview: the fees of a dossier before anything is written. */
export const PreviewRequest = Type.Object(
  {
    procedureCode: NeededWords(40),
    channel: Channel,
    /** The day whose rules hold; null: today. */
    day: Nullable(IsoDate),
    /** The day on which it was filed; null: today. */
    filedOn: Nullable(IsoDate),
    fees: FeesAskedSchema,
  },
  closed,
);
export type PreviewRequest = Static<typeof PreviewRequest>;
export const PreviewResponse = Type.Object({ ...AssessmentView.properties, options: OptionsView });
export type PreviewResponse = Static<typeof PreviewResponse>;

export const FeesParams = Type.Object({ id: Uuid }, closed);

/** GET /api/dossiers/:id/fees */
export const FeesResponse = Type.Object({
  /** Null: nobody has assessed them. */
  version: Nullable(Type.Integer()),
  procedureCode: Type.String(),
  channel: Channel,
  day: IsoDate,
  filedOn: IsoDate,
  ...AssessmentView.properties,
  asked: FeesAskedSchema,
  paid: Type.Integer({ description: 'What was paid and not given back, whole đồng' }),
  mayChange: Type.Boolean(),
  history: Type.Array(Type.Object({ version: Type.Integer(), at: Instant, by: Type.String(), reason: Nullable(Type.String()), totalBefore: Nullable(Type.Integer()), total: Type.Integer() })),
});
export type FeesResponse = Static<typeof FeesResponse>;

/** POST /api/dossiers/:id/fees */
export const ChangeFeesRequest = Type.Object(
  {
    commandId: Uuid,
    /** What the sender was looking at; null: nothing was assessed. */
    expectedVersion: Nullable(Type.Integer({ minimum: 1 })),
    /** Needed for every change of what was assessed. */
    reason: Words(500),
    /** That something was paid already is known to the sender. */
    paidKnown: Type.Boolean(),
    fees: FeesAskedSchema,
  },
  closed,
);
export type ChangeFeesRequest = Static<typeof ChangeFeesRequest>;
export const FeesDone = Type.Object({ version: Type.Integer(), total: Type.Integer() });
export type FeesDone = Static<typeof FeesDone>;

const RateView = Type.Object({ amount: Nullable(Type.Integer()), basis: Type.String(), validFrom: IsoDate, at: Instant, by: Type.String() });

/** GET /api/fee-rates */
export const RatesResponse = Type.Object({
  today: IsoDate,
  province: Type.String(),
  /** Charges whose amount the province or the office sets. */
  rates: Type.Array(Type.Object({
    code: Type.String(), procedureCode: Nullable(Type.String()), procedure: Nullable(Type.String()), label: Type.String(), kind: Kind, unit: Unit, basis: Type.String(),
    /** Known to the program (a tariff); false: only the published record of the procedure lacks it, or gives one that the province may change. */
    known: Type.Boolean(),
    /** What is charged today; null: nothing is known. */
    today: Nullable(Type.Integer()),
    /** Newest first; the future ones too. */
    entries: Type.Array(RateView),
  })),
  online: Type.Object({
    today: Nullable(Type.Object({ percent: Type.Integer(), kinds: Type.Array(Kind), basis: Type.String(), validFrom: IsoDate })),
    entries: Type.Array(Type.Object({ percent: Nullable(Type.Integer()), kinds: Type.Array(Kind), basis: Type.String(), validFrom: IsoDate, at: Instant, by: Type.String() })),
    /** What is known of the province; the office checks it before it enters it. */
    suggestion: Nullable(Type.Object({ percent: Type.Integer(), basis: Type.String(), validFrom: Nullable(IsoDate) })),
  }),
});
export type RatesResponse = Static<typeof RatesResponse>;

/** POST /api/fee-rates; a null amount ends what holds. */
export const EnterRateRequest = Type.Object(
  { commandId: Uuid, code: NeededWords(80), kind: Kind, unit: Unit, label: Words(200), amount: Nullable(Type.Number()), basis: Words(500), validFrom: Words(10) },
  closed,
);
export type EnterRateRequest = Static<typeof EnterRateRequest>;
/** POST /api/fee-rates/online; a null percentage ends what holds. */
export const EnterOnlineExemptionRequest = Type.Object({ commandId: Uuid, percent: Nullable(Type.Number()), kinds: Type.Array(Kind, { maxItems: 3 }), basis: Words(500), validFrom: Words(10) }, closed);
export type EnterOnlineExemptionRequest = Static<typeof EnterOnlineExemptionRequest>;
export const RateEntered = Type.Object({ id: Type.String() });
export type RateEntered = Static<typeof RateEntered>;
