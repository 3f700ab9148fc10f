import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const Day = Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' });
const Month = Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' });
const Nullable = <T extends ReturnType<typeof Type.String> | ReturnType<typeof Type.Integer> | ReturnType<typeof Type.Object>>(type: T) => Type.Union([type, Type.Null()]);

/** GET /api/journal/purposes: what the screen offers when it asks why. */
export const PurposesResponse = Type.Object({ items: Type.Array(Type.Object({ code: Type.String(), vi: Type.String(), en: Type.String() })) });
export type PurposesResponse = Static<typeof PurposesResponse>;

/** POST /api/journal/purposes: why somebody opens a dossier outside the own work; holds for the dossier until midnight. */
export const PurposeRequest = Type.Object({ commandId: Uuid, dossierId: Uuid, purpose: Type.String({ maxLength: 60 }), words: Type.String({ maxLength: 300 }) }, closed);
export type PurposeRequest = Static<typeof PurposeRequest>;
export const PurposeResponse = Type.Object({ day: Type.String() });

/** GET /api/journal: lines of a day, a month, a person, an object, an action; `after` is the `next` of the page before. */
export const JournalQuery = Type.Object(
  { day: Type.Optional(Day), staff: Type.Optional(Uuid), object: Type.Optional(Type.String({ maxLength: 100 })), action: Type.Optional(Type.String({ maxLength: 60 })), after: Type.Optional(Type.String({ maxLength: 40 })), month: Type.Optional(Month) },
  closed,
);
export type JournalQuery = Static<typeof JournalQuery>;

/** Newest first; people, units and dossiers under the names of today. `everybody`: the reader may see all lines. */
export const JournalResponse = Type.Object({
  items: Type.Array(Type.Object({
    day: Type.String(),
    seq: Type.Integer(),
    at: Type.String({ format: 'date-time' }),
    /** Null: a citizen, or the program itself. */
    actor: Nullable(Type.Object({ id: Type.String(), name: Type.String() })),
    positions: Type.Array(Type.Object({ role: Type.String(), unit: Nullable(Type.String()) })),
    /** The holder of a slip's link and four digits. */
    byLink: Type.Boolean(),
    address: Type.String(),
    action: Type.String(),
    object: Type.String(),
    /** Of the dossier that it is about. */
    code: Nullable(Type.String()),
    part: Nullable(Type.String()),
    count: Nullable(Type.Integer()),
    purpose: Nullable(Type.Object({ code: Type.String(), words: Type.String() })),
  })),
  next: Nullable(Type.String()),
  everybody: Type.Boolean(),
  /** Months that lie in sealed files, newest first; one is opened by asking for it. */
  archived: Type.Array(Type.Object({ month: Type.String(), rows: Type.Integer() })),
  /** The sealed month that these lines were read from. */
  openedMonth: Nullable(Type.String()),
  /** The oldest month, due to be sealed and kept in the tables by a legal hold, and with it all later ones; said to those who read everything. */
  heldMonth: Nullable(Type.String()),
});
export type JournalResponse = Static<typeof JournalResponse>;

/** GET /api/journal/export-choices: whose entries an export may be narrowed down to. */
export const ExportChoicesResponse = Type.Object({
  units: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  people: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
});
export type ExportChoicesResponse = Static<typeof ExportChoicesResponse>;

/** POST /api/journal/exports: what auditors are given, and why; the answer names the file, which is made while it is downloaded. */
export const ExportRequest = Type.Object(
  {
    commandId: Uuid, format: Type.Union([Type.Literal('jsonl'), Type.Literal('csv')]), from: Type.String({ maxLength: 10 }), to: Type.String({ maxLength: 10 }),
    unitId: Nullable(Uuid), staffId: Nullable(Uuid), kind: Type.Union([Type.Literal('all'), Type.Literal('looks'), Type.Literal('changes'), Type.Literal('sign-ins')]),
    purpose: Type.String({ maxLength: 60 }), words: Type.String({ maxLength: 300 }),
  },
  closed,
);
export type ExportRequest = Static<typeof ExportRequest>;
export const ExportResponse = Type.Object({ id: Type.String(), whole: Type.Boolean() });
export type ExportResponse = Static<typeof ExportResponse>;

/** GET /api/journal/days: days that are over, newest first, before a day. */
export const DaysQuery = Type.Object({ before: Type.Optional(Day) }, closed);
export const DaysResponse = Type.Object({
  items: Type.Array(Type.Object({ day: Type.String(), count: Type.Integer(), root: Type.String(), groups: Type.Array(Type.String()) })),
  next: Nullable(Type.String()),
});
export type DaysResponse = Static<typeof DaysResponse>;
