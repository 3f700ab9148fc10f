import { type Static, Type } from 'typebox';
import { type DayOverrideKind, type DayOverrideStatus } from '../../../kernel/working-calendar-rows.ts';
import { type DayEdit, type DayScope } from '../domain/calendar-edit.ts';
import { type HoursWish } from '../domain/decide-hours-change.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const Moment = Type.String({ format: 'date-time' });
const IsoDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Kind = Type.Unsafe<DayOverrideKind>(Type.String());
const Scope = Type.Unsafe<DayScope>(Type.String());

/** What a day can be entered as, with the scope that goes with it. */
const DAY_CHOICES = [
  { kind: 'local-closing', scope: 'commune' },
  { kind: 'make-up-work', scope: 'commune' },
  { kind: 'statutory', scope: 'national' },
  { kind: 'compensatory', scope: 'national' },
  { kind: 'swap-off', scope: 'national' },
  { kind: 'make-up-work', scope: 'national' },
] as const satisfies readonly { readonly kind: DayOverrideKind; readonly scope: DayScope }[];

const Edit = Type.Unsafe<DayEdit>(Type.Union([
  ...DAY_CHOICES.map(({ kind, scope }) =>
    Type.Object({ act: Type.Literal('set'), date: IsoDate, kind: Type.Literal(kind), scope: Type.Literal(scope), name: Type.String({ maxLength: 200 }) }, closed)),
  Type.Object({ act: Type.Literal('remove'), date: IsoDate }, closed),
]));

const Edits = Type.Array(Edit, { minItems: 1, maxItems: 40 });
const Basis = Type.String({ maxLength: 300 });

/** One named day of a year. */
const NamedDay = Type.Object({
  date: IsoDate,
  kind: Kind,
  scope: Scope,
  name: Type.String(),
  basis: Type.Union([Type.String(), Type.Null()]),
  status: Type.Unsafe<DayOverrideStatus>(Type.String()),
  /** Computed by law, written nowhere: it can be replaced, not removed. */
  computed: Type.Boolean(),
  changeable: Type.Boolean(),
  changedByName: Type.Union([Type.String(), Type.Null()]),
  changedAt: Type.Union([Moment, Type.Null()]),
});

/** GET /api/calendar */
export const CalendarQuery = Type.Object({ year: Type.Optional(Type.String({ pattern: '^(19|20)\\d{2}$' })) }, closed);
export const CalendarYear = Type.Object({
  year: Type.Integer(),
  /** Counts the changes; a change names the one it was made upon. */
  revision: Type.Integer(),
  today: IsoDate,
  firstYear: Type.Integer(),
  lastYear: Type.Integer(),
  mayChange: Type.Boolean(),
  named: Type.Array(NamedDay),
  /** Days on which nobody works because of the week alone. */
  plainOff: Type.Array(IsoDate),
  /** Days on which people are received though the legal clock stands still. */
  receptionOnly: Type.Array(IsoDate),
  /** Working days of every month. */
  workingDays: Type.Array(Type.Integer()),
});
export type CalendarYear = Static<typeof CalendarYear>;

/** POST /api/calendar/preview: what would follow; nothing is written. */
export const PreviewRequest = Type.Object({ edits: Edits, basis: Basis }, closed);
export type PreviewRequest = Static<typeof PreviewRequest>;

/** POST /api/calendar/changes; `expectedRevision` is that of the calendar that was looked at. */
export const ChangeRequest = Type.Object({ commandId: Uuid, expectedRevision: Type.Integer({ minimum: 0 }), edits: Edits, basis: Basis }, closed);
export type ChangeRequest = Static<typeof ChangeRequest>;

const Counts = Type.Object({
  moved: Type.Integer(),
  later: Type.Integer(),
  sooner: Type.Integer(),
  paused: Type.Integer(),
  becomeLate: Type.Integer(),
  noLongerLate: Type.Integer(),
});
export type MoveCounts = Static<typeof Counts>;

const Moved = Type.Object({
  dossierId: Uuid,
  code: Type.String(),
  procedureName: Type.String(),
  oldDueAt: Moment,
  newDueAt: Moment,
  paused: Type.Boolean(),
  lateBefore: Type.Boolean(),
  lateAfter: Type.Boolean(),
});
export type MovedItem = Static<typeof Moved>;

export const PreviewResponse = Type.Object({ revision: Type.Integer(), counts: Counts, items: Type.Array(Moved), left: Type.Integer() });
export type PreviewResponse = Static<typeof PreviewResponse>;

export const ChangeResponse = Type.Object({ id: Uuid, revision: Type.Integer(), counts: Counts });
export type ChangeResponse = Static<typeof ChangeResponse>;

/** A week of opening hours: whoever stands before the door reads it. */
const Week = Type.Array(Type.Object({ weekday: Type.Integer({ minimum: 1, maximum: 7 }), opens: Type.String(), closes: Type.String() }));
export type Week = Static<typeof Week>;

const TypedTime = Type.String({ maxLength: 20 });
const HoursWishBody = Type.Unsafe<HoursWish>(Type.Union([
  Type.Object({ act: Type.Literal('plan'), from: IsoDate, sessions: Type.Array(Type.Object({ weekday: Type.Integer(), opens: TypedTime, closes: TypedTime }, closed), { maxItems: 42 }), basis: Basis }, closed),
  Type.Object({ act: Type.Literal('take-back'), from: IsoDate, basis: Basis }, closed),
]));

/** GET /api/calendar/hours */
const Period = Type.Object({
  /** Null: since always. */
  from: Type.Union([IsoDate, Type.Null()]),
  until: Type.Union([IsoDate, Type.Null()]),
  state: Type.Unsafe<'past' | 'now' | 'planned'>(Type.String()),
  week: Week,
  /** Who planned them; null for hours that came with the program. */
  by: Type.Union([Type.Object({ name: Type.String(), at: Moment, basis: Type.String(), changeId: Uuid }), Type.Null()]),
});
export const HoursResponse = Type.Object({ revision: Type.Integer(), today: IsoDate, mayChange: Type.Boolean(), periods: Type.Array(Period) });
export type HoursResponse = Static<typeof HoursResponse>;

/** POST /api/calendar/hours/preview: what would follow; nothing is written. */
export const HoursPreviewRequest = Type.Object({ wish: HoursWishBody }, closed);
export type HoursPreviewRequest = Static<typeof HoursPreviewRequest>;
export const HoursPreview = Type.Object({
  revision: Type.Integer(), counts: Counts, items: Type.Array(Moved), left: Type.Integer(),
  /** The week as it was understood, and the last day it holds because other hours are planned. */
  week: Week,
  until: Type.Union([IsoDate, Type.Null()]),
  /** Weekdays by law on which nobody is received; they count all the same. */
  closedWeekdays: Type.Array(Type.Integer()),
  openWeekend: Type.Boolean(),
  /** Minutes of a week that the legal clock counts; forty hours by law. */
  countedMinutes: Type.Integer(),
});
export type HoursPreview = Static<typeof HoursPreview>;

/** POST /api/calendar/hours; `expectedRevision` is that of the calendar that was looked at. */
export const HoursRequest = Type.Object({ commandId: Uuid, expectedRevision: Type.Integer({ minimum: 0 }), wish: HoursWishBody }, closed);
export type HoursRequest = Static<typeof HoursRequest>;

const Kept = Type.Union([Type.Object({ kind: Kind, scope: Scope, name: Type.String() }), Type.Null()]);
const Change = Type.Object({
  id: Uuid,
  seq: Type.Integer(),
  at: Moment,
  byName: Type.String(),
  basis: Type.String(),
  days: Type.Array(Type.Object({ date: IsoDate, before: Kept, after: Kept })),
  hours: Type.Union([Type.Object({ from: IsoDate, before: Type.Union([Week, Type.Null()]), after: Type.Union([Week, Type.Null()]) }), Type.Null()]),
  counts: Counts,
});

/** GET /api/calendar/changes: newest first, at most a hundred. */
export const ChangesResponse = Type.Object({ items: Type.Array(Change) });
export type ChangesResponse = Static<typeof ChangesResponse>;

/** GET /api/calendar/changes/:id: one change with the dossiers that moved, those near their date first. */
export const ChangeParams = Type.Object({ id: Uuid });
export const ChangeDetail = Type.Object({ change: Change, items: Type.Array(Moved), left: Type.Integer() });
export type ChangeDetail = Static<typeof ChangeDetail>;
