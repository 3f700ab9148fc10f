import { type Static, type TSchema, Type } from 'typebox';
import { MATCH_LISTS, MATCH_REASONS } from '../domain/match-statement.ts';
import { DAY_ORDERS, STATEMENT_FIELDS } from '../domain/statement-line.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const OrNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Day = Type.String();
const Reason = Type.String({ maxLength: 500 });

/** What a screen sends as `reading` beside a file: which column (from 0) means what. `headingLine` 0: the file has no headings. */
export const ReadingWish = Type.Object({
  headingLine: Type.Integer({ minimum: 0, maximum: 40 }),
  columns: Type.Partial(Type.Record(Type.Enum([...STATEMENT_FIELDS]), Type.Integer({ minimum: 0, maximum: 59 })), closed),
  dayOrder: Type.Enum([...DAY_ORDERS]),
}, closed);
export type ReadingWish = Static<typeof ReadingWish>;

/** Views of the lines of all statements. Those up to `unknown` wait for a person. */
export const LINE_VIEWS = ['probable', 'over', 'under', 'duplicate', 'unknown', 'automatic', 'by-person', 'not-ours', 'refund', 'outgoing'] as const;
export type LineView = (typeof LINE_VIEWS)[number];
export const WAITING_VIEWS = ['probable', 'over', 'under', 'duplicate', 'unknown'] as const satisfies readonly LineView[];

const Figure = Type.Object({ count: Type.Integer(), sum: Type.Integer() });

/** A payable as a line may be for it. */
const PayableView = Type.Object({
  id: Type.String(), dossierId: OrNull(Type.String()), dossierCode: OrNull(Type.String()), payerName: OrNull(Type.String()), procedureName: OrNull(Type.String()),
  reference: Type.String(), state: Type.Union([Type.Literal('open'), Type.Literal('paid'), Type.Literal('cancelled')]),
  amount: Type.Integer(), missing: Type.Integer(),
});
export type PayableView = Static<typeof PayableView>;

const Candidate = Type.Object({ payable: PayableView, score: Type.Integer(), reasons: Type.Array(Type.Enum([...MATCH_REASONS])) });
export type CandidateView = Static<typeof Candidate>;

/** What a preview or a list says of one movement. */
const Movement = { line: Type.Integer(), date: Day, amount: Type.Integer(), memo: Type.String(), counterpart: Type.String(), bankNumber: Type.String() };

const Finding = Type.Object({
  code: Type.String(),
  weight: Type.Union([Type.Literal('stop'), Type.Literal('confirm'), Type.Literal('note')]),
  words: Type.String(),
  /** A way of reading under which the file agrees with itself, to be taken with one press. */
  suggests: OrNull(ReadingWish),
});
export type FindingView = Static<typeof Finding>;

/** POST /api/bank-statements/preview: what a file says and what would become of it; nothing is written. */
export const PreviewResponse = Type.Object({
  fileName: Type.String(),
  sheet: OrNull(Type.String()),
  /** Sent back when it is taken over; refused when anything that it rests on has changed. */
  basis: Type.String(),
  /** How it is read: by a bank's layout, a saved one, or as an officer has just chosen; null: nobody knows, choose. */
  layout: OrNull(Type.Object({ kind: Type.Union([Type.Literal('bank'), Type.Literal('saved'), Type.Literal('chosen')]), name: Type.String(), source: OrNull(Type.String()) })),
  reading: OrNull(ReadingWish),
  headingLine: Type.Integer(),
  headings: Type.Array(Type.String()),
  samples: Type.Array(Type.Array(Type.String())),
  account: OrNull(Type.Object({ number: Type.String(), bankName: Type.String() })),
  statedAccounts: Type.Array(Type.String()),
  findings: Type.Array(Finding),
  /** The first faults of single lines, in words; `faultCount` says how many there are. */
  faults: Type.Array(Type.Object({ line: Type.Integer(), words: Type.String() })),
  faultCount: Type.Integer(),
  /** When exactly this file was taken over before, and by whom. */
  sameFile: OrNull(Type.Object({ at: Type.String(), by: Type.String() })),
  firstOn: OrNull(Day),
  lastOn: OrNull(Day),
  fileLines: Type.Integer(),
  newLines: Type.Integer(),
  knownLines: Type.Integer(),
  skippedLines: Type.Integer(),
  moneyIn: Type.Integer(),
  moneyOut: Type.Integer(),
  lists: Type.Record(Type.Enum([...MATCH_LISTS]), Figure),
  /** The first lines of each list, so that every figure opens to what it counts; `lists` says how many there are. */
  lines: Type.Array(Type.Object({ ...Movement, list: Type.Enum([...MATCH_LISTS]), known: Type.Boolean(), payable: OrNull(PayableView), reasons: Type.Array(Type.Enum([...MATCH_REASONS])) })),
  /** Whether pressing “take over” would be accepted. */
  ready: Type.Boolean(),
});
export type PreviewAnswer = Static<typeof PreviewResponse>;

/** POST /api/bank-statements: the file is taken over as its preview showed it. */
export const ImportedResponse = Type.Object({ id: Type.String(), newLines: Type.Integer(), knownLines: Type.Integer(), lists: Type.Record(Type.Enum([...MATCH_LISTS]), Figure) });
export type ImportedAnswer = Static<typeof ImportedResponse>;

/** GET /api/bank-statements: the figures of every list, and the statements, newest first. */
export const OverviewResponse = Type.Object({
  account: OrNull(Type.Object({ number: Type.String(), bankName: Type.String(), holder: Type.String() })),
  mayChange: Type.Boolean(),
  views: Type.Record(Type.Enum([...LINE_VIEWS]), Figure),
  statements: Type.Array(Type.Object({
    id: Type.String(), fileName: Type.String(), layoutName: Type.String(), firstOn: Day, lastOn: Day, newLines: Type.Integer(), knownLines: Type.Integer(), waiting: Type.Integer(),
    moneyIn: Type.Integer(), moneyOut: Type.Integer(), importedAt: Type.String(), importedBy: Type.String(),
  })),
  layouts: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), savedBy: Type.String(), savedAt: Type.String() })),
});
export type OverviewAnswer = Static<typeof OverviewResponse>;

/** GET /api/bank-statements/lines */
export const LinesQuery = Type.Object({ view: Type.Enum([...LINE_VIEWS]), statement: Type.Optional(Uuid), after: Type.Optional(Type.String({ maxLength: 60 })) }, closed);

const Payment = Type.Object({ payable: PayableView, amount: Type.Integer(), automatic: Type.Boolean(), by: Type.String(), at: Type.String(), undone: OrNull(Type.Object({ by: Type.String(), at: Type.String(), reason: Type.String() })) });

const LineItem = Type.Object({
  id: Type.String(), statementId: Type.String(), ...Movement, balance: OrNull(Type.Integer()), direction: Type.Union([Type.Literal('in'), Type.Literal('out')]), reversal: Type.Boolean(),
  list: Type.Enum([...MATCH_LISTS]), state: Type.Union([Type.Literal('waiting'), Type.Literal('paid'), Type.Literal('not-ours'), Type.Literal('outgoing')]),
  reasons: Type.Array(Type.Enum([...MATCH_REASONS])), candidates: Type.Array(Candidate), payments: Type.Array(Payment),
  /** What money that went out was paid back of; null: it is no refund of ours. */
  refundOf: OrNull(PayableView),
  decidedBy: OrNull(Type.String()), decidedAt: OrNull(Type.String()), reason: OrNull(Type.String()),
});
export type LineItem = Static<typeof LineItem>;

export const LinesResponse = Type.Object({
  view: Type.Enum([...LINE_VIEWS]),
  items: Type.Array(LineItem),
  total: Figure,
  /** Where the next page begins; null: this is the last. */
  next: OrNull(Type.String()),
  mayChange: Type.Boolean(),
});
export type LinesAnswer = Static<typeof LinesResponse>;

/** GET /api/bank-statements/lines/:id: with candidates of this moment, and everything that was decided. */
export const LineParams = Type.Object({ id: Uuid }, closed);
export const LineResponse = Type.Object({
  line: LineItem,
  mayChange: Type.Boolean(),
  events: Type.Array(Type.Object({ kind: Type.Union([Type.Literal('paid'), Type.Literal('undone'), Type.Literal('set-aside'), Type.Literal('taken-back')]), at: Type.String(), by: Type.String(), automatic: Type.Boolean(), reason: OrNull(Type.String()) })),
});
export type LineAnswer = Static<typeof LineResponse>;

/** POST /api/bank-statements/payables: open payables by reference, code or name; a body, so that no name stands in an address. */
export const PayablesRequest = Type.Object({ q: Type.String({ minLength: 2, maxLength: 100 }) }, closed);
export const PayablesResponse = Type.Object({ items: Type.Array(PayableView), more: Type.Boolean() });
export type PayablesAnswer = Static<typeof PayablesResponse>;

/** POST /api/bank-statements/lines/:id/payments: an officer says what the money is for; the parts sum up to the line to the đồng. */
export const PayLineRequest = Type.Object({ commandId: Uuid, parts: Type.Array(Type.Object({ payableId: Uuid, amount: Type.Integer({ minimum: 1 }) }, closed), { minItems: 1, maxItems: 20 }) }, closed);
export type PayLineRequest = Static<typeof PayLineRequest>;

/** POST /api/bank-statements/lines/:id/set-aside, …/undo: with the reason. */
export const ReasonRequest = Type.Object({ commandId: Uuid, reason: Reason }, closed);
export type ReasonRequest = Static<typeof ReasonRequest>;

export const LineDone = Type.Object({ id: Type.String(), state: Type.String(), /** Owed back to the payers after it, in đồng. */ surplus: Type.Integer(), /** Still to be paid by them. */ missing: Type.Integer() });
export type LineDone = Static<typeof LineDone>;
