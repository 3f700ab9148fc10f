import { type Static, type TSchema, Type } from 'typebox';
import { ROLES } from '../../../kernel/actor.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' });
const OrNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** The template as which kind of file. */
export const TemplateParams = Type.Object({ format: Type.Union([Type.Literal('xlsx'), Type.Literal('csv')]) }, closed);

const State = Type.Union([Type.Literal('new'), Type.Literal('changed'), Type.Literal('unchanged'), Type.Literal('error'), Type.Literal('skipped')]);
const Counts = Type.Object({ new: Type.Integer(), changed: Type.Integer(), unchanged: Type.Integer(), error: Type.Integer(), skipped: Type.Integer() });

const LineView = Type.Object({
  line: Type.Integer(),
  state: State,
  fullName: Type.String(),
  userName: Type.String(),
  unit: Type.String(),
  role: OrNull(Type.Enum([...ROLES])),
  /** What changes, in words: the column, what is, what will be. Numbers of people are masked. */
  changes: Type.Array(Type.Object({ what: Type.String(), before: Type.String(), after: Type.String() })),
  faults: Type.Array(Type.String()),
  notices: Type.Array(Type.String()),
});
export type ListLineView = Static<typeof LineView>;

/** POST /api/staff-lists/preview: what a list would do; nothing is written. */
export const PreviewResponse = Type.Object({
  fileName: Type.String(),
  /** The sheet that was read; null for CSV. */
  sheet: OrNull(Type.String()),
  /** What the preview rests on: sent back when it is written, refused when something changed since. */
  basis: Type.String(),
  lines: Type.Array(LineView),
  counts: Counts,
  /** People whose accounts are new, and known ones that change. */
  newcomers: Type.Integer(),
  changing: Type.Integer(),
  /** With an open account and not in the list; nothing happens to them unless it is chosen. `self`: whoever asks. */
  absent: Type.Array(Type.Object({ staffId: Type.String(), fullName: Type.String(), userName: Type.String(), positions: Type.String(), self: Type.Boolean() })),
  /** Positions that people of the list hold and the list does not name; they stay unless it is chosen. */
  left: Type.Array(Type.Object({ positionId: Type.String(), fullName: Type.String(), position: Type.String() })),
});
export type PreviewAnswer = Static<typeof PreviewResponse>;

/** POST /api/staff-lists: the list is written; the passwords of newcomers are answered here and kept nowhere. */
export const WrittenResponse = Type.Object({
  added: Type.Integer(),
  changed: Type.Integer(),
  closed: Type.Integer(),
  endedPositions: Type.Integer(),
  leftOut: Type.Integer(),
  /** The last day, `YYYY-MM-DD`, on which the passwords of the slips count. */
  passwordsUntil: Type.String(),
  slips: Type.Array(Type.Object({ staffId: Type.String(), fullName: Type.String(), userName: Type.String(), unit: Type.String(), password: Type.String() })),
});
export type WrittenAnswer = Static<typeof WrittenResponse>;

/** POST /api/staff-lists/slips: the slips of a list that was just written. `seed`: what its passwords were made from; it lives in the browser that wrote the list. */
export const SlipsBody = Type.Object({ listId: Uuid, seed: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) }, closed);
export type SlipsRequest = Static<typeof SlipsBody>;
