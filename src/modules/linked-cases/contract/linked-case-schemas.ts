import { type Static, Type } from 'typebox';
import { type ChildAction } from '../domain/child-actions.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' });
const Words = (maxLength: number) => Type.String({ maxLength });
const NeededWords = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const Instant = Type.String({ description: 'ISO 8601 with offset' });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Agency = Type.Union([Type.Literal('commune'), Type.Literal('police'), Type.Literal('social-insurance'), Type.Literal('province')]);
const ChildStateSchema = Type.Union([
  Type.Literal('waiting'), Type.Literal('in-progress'), Type.Literal('paused'), Type.Literal('finished'), Type.Literal('refused'), Type.Literal('stopped'), Type.Literal('withdrawn'),
]);
const TransferStateSchema = Type.Union([
  Type.Literal('waiting'), Type.Literal('sent'), Type.Literal('acknowledged'), Type.Literal('refused'), Type.Literal('failed'), Type.Literal('repaired'), Type.Literal('cancelled'),
]);

const FactKind = Type.Union([Type.Literal('text'), Type.Literal('date'), Type.Literal('sex'), Type.Literal('number')]);

/** How the time of a case or a child stands, with its words and the used part of it, 0 to 1. */
const TimeStanding = {
  timeState: Type.Union([
    Type.Literal('in-time'), Type.Literal('near'), Type.Literal('due-today'), Type.Literal('overdue'), Type.Literal('paused'), Type.Literal('finished'), Type.Literal('waiting'),
  ]),
  timeWords: Type.String(),
  used: Type.Number({ minimum: 0, maximum: 1 }),
};

/** What a person must look at: messages given up or refused, messages not acknowledged in time, children that are late or whose answer did not come. */
const Alerts = { failing: Type.Integer(), unacknowledged: Type.Integer(), late: Type.Integer() };

/** The part of POST /api/linked-cases that is the case's own; the rest is the reception of the dossier that the case begins with. */
export const CaseWishes = Type.Object(
  {
    caseId: Uuid,
    groupCode: NeededWords(40),
    /** Optional members that the citizen wants. */
    wished: Type.Array(NeededWords(60), { maxItems: 20 }),
    /** Whether something must be verified, which gives the case its longer limits. */
    verification: Type.Boolean(),
    /** What the group asks once, by the keys of its facts. */
    facts: Type.Record(NeededWords(60), Words(300)),
  },
  closed,
);
export type CaseWishes = Static<typeof CaseWishes>;

export const CaseParams = Type.Object({ id: Uuid }, closed);

/** GET /api/linked-groups: the group that a procedure begins today, if there is one, due as if it were received now. `wished`: keys of optional members, with commas. */
export const GroupQuery = Type.Object({ procedure: NeededWords(40), wished: Type.Optional(Words(400)), verification: Type.Optional(Type.Literal('1')) }, closed);
export const GroupResponse = Type.Object({
  group: Nullable(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      summary: Type.String(),
      basis: Type.String(),
      /** The procedure that the commune itself does first. */
      firstProcedure: Type.String(),
      facts: Type.Array(Type.Object({ key: Type.String(), label: Type.String(), kind: FactKind, needed: Type.Boolean() })),
      members: Type.Array(Type.Object({ key: Type.String(), name: Type.String(), agencyName: Type.String(), optional: Type.Boolean(), limitWords: Type.String(), dueWords: Type.String() })),
      applicants: Type.Array(
        Type.Object({ label: Type.String(), fills: Type.Record(Type.String(), Type.Union([Type.Literal('fullName'), Type.Literal('citizenNumber'), Type.Literal('address')])) }),
      ),
      /** When the whole is due. */
      dueWords: Type.String(),
    }),
  ),
});
export type GroupResponse = Static<typeof GroupResponse>;

/** What the reception of a case answers; `dossierId`, `code` and `link` are those of the dossier that it begins with. */
export const CaseReceptionResponse = Type.Object({ id: Type.String(), dossierId: Type.String(), code: Type.String(), receivedAt: Instant, dueAt: Instant, link: Type.String() });
export type CaseReceptionResponse = Static<typeof CaseReceptionResponse>;

/** GET /api/linked-cases: `after` is the `next` of the page before. */
export const CaseListQuery = Type.Object({ list: Type.Union([Type.Literal('open'), Type.Literal('ended')]), after: Type.Optional(NeededWords(80)) }, closed);
export const CaseListResponse = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.String(), code: Type.String(), groupName: Type.String(), applicantName: Type.String(), subjectName: Type.String(),
      receivedAt: Instant, dueAt: Instant, endedAt: Nullable(Instant), children: Type.Integer(), ended: Type.Integer(), alerts: Type.Integer(),
      overdue: Type.Boolean(), ...Alerts, ...TimeStanding,
    }),
  ),
  next: Nullable(Type.String()),
  open: Type.Integer(),
  alerts: Type.Integer(),
  ...Alerts,
});
export type CaseListResponse = Static<typeof CaseListResponse>;

/** GET /api/linked-cases/count: what the menu shows. */
export const CaseCountResponse = Type.Object({ open: Type.Integer(), alerts: Type.Integer(), ...Alerts });
export type CaseCountResponse = Static<typeof CaseCountResponse>;

const TransferSchema = Type.Object({
  id: Type.String(),
  kind: Type.Union([Type.Literal('request'), Type.Literal('supplement'), Type.Literal('withdrawal')]),
  state: TransferStateSchema,
  attempts: Type.Integer(),
  nextTryAt: Nullable(Instant),
  sentAt: Nullable(Instant),
  acknowledgeBy: Nullable(Instant),
  acknowledgedAt: Nullable(Instant),
  externalCode: Nullable(Type.String()),
  /** Why it does not go out, in words. */
  faultWords: Nullable(Type.String()),
  alert: Nullable(Type.Union([Type.Literal('failed'), Type.Literal('refused'), Type.Literal('unacknowledged')])),
});

const CaseChildSchema = Type.Object({
  key: Type.String(),
  name: Type.String(),
  agency: Agency,
  agencyName: Type.String(),
  /** What the citizen gets in the end. */
  resultName: Type.String(),
  state: ChildStateSchema,
  dossierId: Nullable(Type.String()),
  /** Whom it lies with, as far as this office knows. */
  holderName: Nullable(Type.String()),
  waitsFor: Type.Array(Type.String(), { description: 'Names of the children whose results it waits for' }),
  limitWords: Type.String(),
  startedAt: Nullable(Instant),
  dueAt: Instant,
  endedAt: Nullable(Instant),
  overdue: Type.Boolean(),
  ...TimeStanding,
  pauseReason: Nullable(Type.Union([Type.Literal('supplement'), Type.Literal('consent'), Type.Literal('incident')])),
  answerBy: Nullable(Instant),
  resultNumber: Nullable(Type.String()),
  words: Nullable(Type.String()),
  request: Type.Array(Type.Object({ name: Type.String(), value: Type.String() })),
  transfer: Nullable(TransferSchema),
  actions: Type.Array(Type.Unsafe<ChildAction>(Type.String())),
});

/** GET /api/linked-cases/:id */
export const CaseResponse = Type.Object({
  id: Type.String(),
  code: Type.String(),
  version: Type.Integer(),
  groupName: Type.String(),
  groupSummary: Type.String(),
  basis: Type.String(),
  firstDossierId: Type.String(),
  applicantName: Type.String(),
  subjectName: Type.String(),
  verification: Type.Boolean(),
  /** `value` as it is kept, `words` as people read it. */
  facts: Type.Array(Type.Object({ key: Type.String(), label: Type.String(), kind: FactKind, needed: Type.Boolean(), value: Type.String(), words: Type.String() })),
  mayCorrect: Type.Boolean(),
  receivedAt: Instant,
  receiptDueAt: Instant,
  dueAt: Instant,
  dueWords: Type.String(),
  endedAt: Nullable(Instant),
  overdue: Type.Boolean(),
  ...TimeStanding,
  children: Type.Array(CaseChildSchema),
  history: Type.Array(Type.Object({ at: Instant, event: Type.String(), child: Nullable(Type.String()), actorName: Nullable(Type.String()), note: Nullable(Type.String()), number: Nullable(Type.String()) })),
});
export type CaseResponse = Static<typeof CaseResponse>;

/** POST /api/linked-cases/:id/reveal: the request to one agency with its whole numbers. */
export const RevealCaseRequest = Type.Object({ commandId: Uuid, child: NeededWords(80) }, closed);
export type RevealCaseRequest = Static<typeof RevealCaseRequest>;
export const RevealCaseResponse = Type.Object({ request: Type.Array(Type.Object({ name: Type.String(), value: Type.String() })) });
export type RevealCaseResponse = Static<typeof RevealCaseResponse>;

/** POST /api/linked-cases/:id/actions: what staff do to one child. */
export const ChildActionRequest = Type.Object(
  {
    commandId: Uuid,
    expectedVersion: Type.Integer({ minimum: 1 }),
    child: NeededWords(60),
    action: Type.Union([
      Type.Literal('retry'), Type.Literal('repair'), Type.Literal('record-result'), Type.Literal('pause'), Type.Literal('resume'), Type.Literal('stop'), Type.Literal('withdraw'),
    ]),
    /** Of the hand-over slip, or of the result. */
    number: Words(80),
    /** Who took the paper over there. */
    receivedBy: Words(200),
    words: Words(2000),
    outcome: Nullable(Type.Union([Type.Literal('positive'), Type.Literal('negative')])),
    pauseReason: Nullable(Type.Union([Type.Literal('supplement'), Type.Literal('consent'), Type.Literal('incident')])),
  },
  closed,
);
export type ChildActionRequest = Static<typeof ChildActionRequest>;

/** POST /api/linked-cases/:id/facts: what the group asks once, all of it, as it is right. */
export const CorrectFactsRequest = Type.Object({ commandId: Uuid, expectedVersion: Type.Integer({ minimum: 1 }), facts: Type.Record(NeededWords(60), Words(300)) }, closed);
export type CorrectFactsRequest = Static<typeof CorrectFactsRequest>;

export const CaseActionResponse = Type.Object({ id: Type.String(), version: Type.Integer() });
export type CaseActionResponse = Static<typeof CaseActionResponse>;

/** POST /api/linked-cases/exchange: nothing is asked but to do it now. */
export const ExchangeRequest = Type.Object({}, closed);

/** What was done with the messages whose time has come. */
export const ExchangeResponse = Type.Object({ sent: Type.Integer(), failed: Type.Integer(), answered: Type.Integer() });
export type ExchangeResponse = Static<typeof ExchangeResponse>;
