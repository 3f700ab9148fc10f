import { type Static, type TSchema, Type } from 'typebox';
import { type ExchangeField } from '../domain/stated-dossier.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' });
const Moment = Type.String({ description: 'ISO 8601 with offset' });
const Words = (max: number) => Type.String({ maxLength: max });
const OrNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

const Origin = Type.Union([Type.Object({ heading: Words(300) }, closed), Type.Object({ fixed: Words(200) }, closed)]);
const Fields = Type.Object(
  {
    externalCode: Type.Optional(Origin), procedure: Type.Optional(Origin), status: Type.Optional(Origin), channel: Type.Optional(Origin), submittedAt: Type.Optional(Origin),
    receivedAt: Type.Optional(Origin), dueAt: Type.Optional(Origin), fullName: Type.Optional(Origin), citizenNumber: Type.Optional(Origin), birthDate: Type.Optional(Origin),
    sex: Type.Optional(Origin), phone: Type.Optional(Origin), email: Type.Optional(Origin), address: Type.Optional(Origin), content: Type.Optional(Origin),
  } satisfies Readonly<Record<ExchangeField, TSchema>>,
  closed,
);

/** How the files of a source are read. */
const MappingSchema = Type.Object(
  {
    fields: Fields,
    dateOrder: Type.Union([Type.Literal('day-first'), Type.Literal('month-first'), Type.Literal('year-first')]),
    statuses: Type.Record(Words(100), Type.Integer({ minimum: 1, maximum: 10 })),
    channels: Type.Record(Words(100), Type.Integer({ minimum: 1, maximum: 3 })),
    procedures: Type.Record(Words(300), Words(40)),
  },
  closed,
);

const FindingView = Type.Object({ level: Type.Union([Type.Literal('error'), Type.Literal('notice')]), field: OrNull(Type.String()), words: Type.String() });
const Plan = Type.Union([Type.Literal('new'), Type.Literal('same'), Type.Literal('changed'), Type.Literal('skipped'), Type.Literal('wrong')]);
const Outcome = Type.Union([Type.Literal('created'), Type.Literal('updated'), Type.Literal('unchanged'), Type.Literal('skipped'), Type.Literal('refused')]);
const Counts = Type.Object({ new: Type.Integer(), same: Type.Integer(), changed: Type.Integer(), skipped: Type.Integer(), wrong: Type.Integer() });
const Outcomes = Type.Object({ created: Type.Integer(), updated: Type.Integer(), unchanged: Type.Integer(), skipped: Type.Integer(), refused: Type.Integer() });

/** GET …/imports/:id: another source's way, or other lines of headings, before they are chosen for good. */
export const ImportQuery = Type.Object(
  { source: Type.Optional(Words(40)), from: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_000_000 })), to: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_000_000 })) },
  closed,
);
export const ImportParams = Type.Object({ id: Uuid }, closed);
export const MessageParams = Type.Object({ id: Uuid }, closed);

/** One file that was read, with what is known of how to read its lines. */
export const ImportResponse = Type.Object({
  id: Type.String(),
  fileName: Type.String(),
  format: Type.String(),
  /** Such as “UTF-8 · ;” or the name of the sheet. */
  reading: Type.String(),
  sheet: OrNull(Type.String()),
  sheets: Type.Array(Type.String()),
  lineCount: Type.Integer(),
  state: Type.Union([Type.Literal('read'), Type.Literal('checked'), Type.Literal('done')]),
  source: OrNull(Type.Object({ code: Type.String(), name: Type.String() })),
  headings: Type.Array(Type.String()),
  headingLines: Type.Object({ from: Type.Integer(), to: Type.Integer() }),
  samples: Type.Array(Type.Array(Type.String())),
  mapping: MappingSchema,
  counts: OrNull(Counts),
  outcomes: OrNull(Outcomes),
  /** Words of the file that have no meaning yet; the officer gives them one and looks again. */
  unknown: Type.Object({ statuses: Type.Array(Type.String()), channels: Type.Array(Type.String()), procedures: Type.Array(Type.String()) }),
  /** Lines that are still to be written. */
  left: Type.Integer(),
  readAt: Moment,
  readBy: Type.String(),
  /** Earlier imports of exactly these bytes. */
  seenBefore: Type.Boolean(),
});
export type ImportResponse = Static<typeof ImportResponse>;

export const ImportListResponse = Type.Object({
  items: Type.Array(Type.Object({
    id: Type.String(), fileName: Type.String(), sourceName: OrNull(Type.String()), state: Type.Union([Type.Literal('read'), Type.Literal('checked'), Type.Literal('done')]), lineCount: Type.Integer(), readAt: Moment, readBy: Type.String(),
  })),
});
export type ImportListResponse = Static<typeof ImportListResponse>;

export const SourceListResponse = Type.Object({
  items: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), mapping: MappingSchema })),
  procedures: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
});
export type SourceListResponse = Static<typeof SourceListResponse>;

/** POST …/check: read the lines in this way and say what would happen. The way is kept with the source. */
export const CheckRequest = Type.Object(
  {
    commandId: Uuid,
    source: Type.Object({ code: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,39}$' }), name: Type.String({ minLength: 1, maxLength: 100 }) }, closed),
    headingLines: Type.Object({ from: Type.Integer({ minimum: 1, maximum: 2_000_000 }), to: Type.Integer({ minimum: 1, maximum: 2_000_000 }) }, closed),
    mapping: MappingSchema,
  },
  closed,
);
export type CheckRequest = Static<typeof CheckRequest>;

export const RowQuery = Type.Object({ plan: Type.Optional(Plan), outcome: Type.Optional(Outcome), after: Type.Optional(Type.Integer({ minimum: 0 })) }, closed);
export const RowsResponse = Type.Object({
  items: Type.Array(Type.Object({
    line: Type.Integer(), code: Type.String(), name: Type.String(), plan: OrNull(Plan), outcome: OrNull(Outcome), dossierId: OrNull(Type.String()), findings: Type.Array(FindingView),
  })),
  next: OrNull(Type.Integer()),
});
export type RowsResponse = Static<typeof RowsResponse>;

/** POST …/run: writes the next lines; sent again until nothing is left. */
export const RunRequest = Type.Object({ commandId: Uuid }, closed);
export const RunResponse = Type.Object({ left: Type.Integer(), outcomes: Outcomes });
export type RunResponse = Static<typeof RunResponse>;

export const OpenQuery = Type.Object({ closed: Type.Optional(Type.Literal('1')) }, closed);
const MismatchStateView = Type.Union([Type.Literal('open'), Type.Literal('agreed'), Type.Literal('theirs-accepted'), Type.Literal('ours-kept'), Type.Literal('corrected-there')]);
const Who = { dossierId: Type.String(), code: Type.String(), applicantName: Type.String(), procedureName: Type.String(), sourceName: Type.String() };

/** Differences between the other systems and us, both sides in words. */
export const MismatchListResponse = Type.Object({
  items: Type.Array(Type.Object({
    id: Type.String(), ...Who, kind: Type.Union([Type.Literal('status'), Type.Literal('due'), Type.Literal('name'), Type.Literal('number'), Type.Literal('procedure')]),
    ours: Type.String(), theirs: Type.String(), foundAt: Moment, state: MismatchStateView, closedAt: OrNull(Moment), closedBy: OrNull(Type.String()), words: OrNull(Type.String()),
  })),
});
export type MismatchListResponse = Static<typeof MismatchListResponse>;

/** POST …/decision. `words`: whom one told, needed when it was corrected there. */
export const DecisionRequest = Type.Object(
  { commandId: Uuid, decision: Type.Union([Type.Literal('theirs-accepted'), Type.Literal('ours-kept'), Type.Literal('corrected-there')]), words: Words(500) },
  closed,
);
export type DecisionRequest = Static<typeof DecisionRequest>;
export const DoneResponse = Type.Object({ id: Type.String() });

/** States that the other systems are still to be told, or were. */
export const MessageListResponse = Type.Object({
  /** Whether there is a way out at all. */
  hasAddress: Type.Boolean(),
  items: Type.Array(Type.Object({
    id: Type.String(), ...Who, status: Type.Integer(), statusWords: Type.String(), occurredAt: Moment, state: Type.Union([Type.Literal('waiting'), Type.Literal('failed'), Type.Literal('sent'), Type.Literal('by-hand')]),
    attempts: Type.Integer(), nextTryAt: OrNull(Moment), problem: OrNull(Type.String()), detail: OrNull(Type.String()), closedAt: OrNull(Moment), closedBy: OrNull(Type.String()),
  })),
});
export type MessageListResponse = Static<typeof MessageListResponse>;
export const ResendAllResponse = Type.Object({ tried: Type.Integer() });

/** A dossier in the order of other systems' screens, ready to be copied. */
export const CopySheetResponse = Type.Object({
  code: Type.String(),
  applicantName: Type.String(),
  targets: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), note: Type.String(), fields: Type.Array(Type.Object({ label: Type.String(), value: Type.String() })) })),
});
export type CopySheetResponse = Static<typeof CopySheetResponse>;

const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
/** GET /api/exchange/export: the dossiers filed from one local day to another, both included. */
export const ExportQuery = Type.Object(
  { format: Type.Union([Type.Literal('csv'), Type.Literal('json'), Type.Literal('xlsx')]), from: Day, to: Day, open: Type.Optional(Type.Literal('1')) },
  closed,
);
export type ExportQuery = Static<typeof ExportQuery>;
