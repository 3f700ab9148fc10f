import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' });
const OrNull = <T extends ReturnType<typeof Type.String> | ReturnType<typeof Type.Number>>(schema: T) => Type.Union([schema, Type.Null()]);

/** The code of a procedure in a path; whether there is such a procedure is decided by the catalogue. */
export const ProcedureParams = Type.Object({ code: Type.String({ minLength: 1, maxLength: 60 }) }, closed);

/** GET /api/procedures/suggest */
export const SuggestQuery = Type.Object({ q: Type.String({ maxLength: 200 }) }, closed);

const OnlineLevel = Type.Union([Type.Literal('full'), Type.Literal('partial'), Type.Literal('none'), Type.Null()]);

/** The procedures that a few letters at the counter may mean, best first. */
export const SuggestAnswer = Type.Object({
  items: Type.Array(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      officialName: Type.String(),
      field: Type.String(),
      /** Time limit in words; says so when it is not determined. */
      timeWords: Type.String(),
      /** False while its time limit is not determined. */
      receivable: Type.Boolean(),
      onlineLevel: OnlineLevel,
    }),
  ),
});
export type SuggestedProcedures = Static<typeof SuggestAnswer>;

const StepKey = Type.Enum(['receive', 'appraise', 'approve', 'seal', 'hand-over']);
const StepRole = Type.Enum(['reception', 'specialist', 'leader', 'clerk']);
const Handling = Type.Enum(['submit-original', 'submit-copy', 'submit-certified-copy', 'show', 'form']);

/** One procedure for staff, with words in the reader's language; official texts stay Vietnamese. */
export const ProcedureAnswer = Type.Object({
  code: Type.String(),
  version: Type.Number(),
  name: Type.String(),
  officialName: Type.String(),
  field: Type.String(),
  timeLimitWords: Type.String(),
  feeWords: Type.String(),
  papers: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      help: OrNull(Type.String()),
      handling: Handling,
      copies: Type.Number(),
      onlyWhen: Type.Union([Type.Object({ question: Type.String(), label: Type.String() }), Type.Null()]),
      anyOf: OrNull(Type.String()),
    }),
  ),
  lookedUp: Type.Array(Type.Object({ name: Type.String(), source: Type.String() })),
  steps: Type.Array(Type.Object({ key: StepKey, role: StepRole, hours: Type.Number(), label: Type.String() })),
  results: Type.Array(Type.String()),
  receivable: Type.Boolean(),
  /** Why it cannot be received; null when it can. */
  reason: OrNull(Type.String()),
});
export type ProcedureForStaff = Static<typeof ProcedureAnswer>;

const LimitUnit = Type.Enum(['same-day', 'working-day', 'working-hour', 'day', 'clock-hour']);

/** GET /api/procedures */
export const ProcedureListQuery = Type.Object({ state: Type.Union([Type.Literal('undetermined'), Type.Literal('completed')]) }, closed);

/** The procedures whose published record has no time limit: those that still wait for the commune, or those that it has completed. */
export const ProcedureListAnswer = Type.Object({
  items: Type.Array(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      officialName: Type.String(),
      field: Type.String(),
      /** The number that the record gives without a unit. */
      value: OrNull(Type.Number()),
      note: OrNull(Type.String()),
      /** What the commune filled in; null while it waits. */
      completed: Type.Union([
        Type.Object({ unit: LimitUnit, value: OrNull(Type.Number()), words: Type.String(), basis: Type.String(), completedAt: Type.String() }),
        Type.Null(),
      ]),
    }),
  ),
});
export type ListedProcedures = Static<typeof ProcedureListAnswer>;

/** PUT /api/procedures/:code/time-limit */
export const CompleteTimeLimitBody = Type.Object(
  {
    commandId: Uuid,
    unit: LimitUnit,
    /** Whole number; null for the same day. */
    value: OrNull(Type.Number()),
    /** The decision or document that the commune relies on. */
    basis: Type.String({ maxLength: 500 }),
  },
  closed,
);
export type CompleteTimeLimitRequest = Static<typeof CompleteTimeLimitBody>;

/** What was written. */
export const CompleteTimeLimitAnswer = Type.Object({ code: Type.String(), timeLimitWords: Type.String() });

const HiddenReason = Type.Enum(['internal', 'decision-title', 'district-level', 'not-commune']);

/** GET /api/procedures/report: what the folder of packs is made of, and what is wrong with it. */
export const CatalogueReportAnswer = Type.Object({
  date: Type.String(),
  counts: Type.Object({
    files: Type.Number(),
    citizen: Type.Number(),
    hidden: Type.Number(),
    undetermined: Type.Number(),
    notInForce: Type.Number(),
    faults: Type.Number(),
  }),
  /** In the reader's language. */
  faults: Type.Array(Type.Object({ file: Type.String(), field: Type.String(), code: Type.String(), words: Type.String() })),
  hidden: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), reason: HiddenReason, detail: Type.String() })),
  undetermined: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), value: OrNull(Type.Number()), completed: Type.Boolean() })),
  duplicates: Type.Array(Type.Object({ name: Type.String(), codes: Type.Array(Type.String()), files: Type.Array(Type.String()) })),
  notInForce: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
});
export type CatalogueReportView = Static<typeof CatalogueReportAnswer>;
