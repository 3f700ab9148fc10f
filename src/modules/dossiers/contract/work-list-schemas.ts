import { type Static, Type } from 'typebox';
import { WORK_FILTER } from './work-filter-schemas.ts';
import { TIME_CHIPS, type TimeChip, WORK_LISTS, type WorkList } from './work-lists.ts';
import { ChannelSchema, closed, Instant, NeededWords, Nullable, State, StepKeySchema, TimeState, Words } from './parts.ts';

const WorkListName = Type.Unsafe<WorkList>(Type.Union(WORK_LISTS.map((list) => Type.Literal(list))));

/** GET /api/dossiers */
export const WorkListQuery = Type.Object({ list: WorkListName, after: Type.Optional(Words(200)), ...WORK_FILTER }, closed);
export type WorkListQuery = Static<typeof WorkListQuery>;

/** POST /api/dossiers/search: in the body and not in the address, because people search for citizen numbers and phones. */
export const SearchRequest = Type.Object({ list: WorkListName, q: NeededWords(200), after: Nullable(Words(200)) }, closed);
export type SearchRequest = Static<typeof SearchRequest>;

export const WorkItem = Type.Object({
  id: Type.String(),
  /** What a bulk action must have looked at. */
  version: Type.Integer(),
  code: Type.String({ description: 'The official code, or the reference of a declaration' }),
  procedureName: Type.String(),
  applicantName: Type.String(),
  place: Type.String(),
  channel: ChannelSchema,
  assisted: Type.Boolean(),
  state: State,
  step: Nullable(StepKeySchema),
  holderName: Nullable(Type.String()),
  heldSince: Nullable(Instant),
  submittedAt: Instant,
  dueAt: Nullable(Instant),
  /** How many requests for supplements reached the citizen; more than one shows in red. */
  supplements: Type.Integer(),
  /** The citizen has answered and nobody has looked yet. */
  answered: Type.Boolean(),
  /** A leader is asked about a further request. */
  leaderAsked: Type.Boolean(),
  /** It waits to be taken over: from another unit by that of the reader, or by another unit; with the other unit's name where it is known. */
  handing: Nullable(Type.Object({ way: Type.Union([Type.Literal('incoming'), Type.Literal('outgoing')]), unit: Nullable(Type.String()) })),
  timeState: TimeState,
  /** Words for the time left, in the reader's language, such as “Còn 2 ngày làm việc”. */
  timeWords: Type.String(),
  /** Used part of the time, 0 to 1. */
  used: Type.Number(),
});
export type WorkItem = Static<typeof WorkItem>;

/** How many dossiers stand in each list. Open ones are counted; of the lists that only grow it says at most `COUNTED_UP_TO` + 1. */
const WorkCounts = Type.Object(Object.fromEntries(WORK_LISTS.map((list) => [list, Type.Integer()])) as Record<WorkList, ReturnType<typeof Type.Integer>>);
export type WorkCounts = Static<typeof WorkCounts>;

export const WorkListResponse = Type.Object({
  items: Type.Array(WorkItem),
  next: Nullable(Type.String()),
  counts: WorkCounts,
  /** How many dossiers the filter lets through; null without a filter. */
  found: Nullable(Type.Integer()),
  /** How many dossiers each chip of the list lets through, under the rest of the filter. */
  chips: Type.Array(Type.Object({ chip: Type.Unsafe<TimeChip>(Type.Union(TIME_CHIPS.map((chip) => Type.Literal(chip)))), count: Type.Integer() })),
  /** When the longest waiting declaration was sent in; null when none waits. */
  waitingSince: Nullable(Instant),
  /** How many declarations have waited since an earlier day. */
  waitingLong: Type.Integer(),
});
export type WorkListResponse = Static<typeof WorkListResponse>;

/** What was found, best first: a whole code or number, then whole words of the name, then beginnings of words, then procedure and matter. */
export const SearchResponse = Type.Object({ items: Type.Array(WorkItem), next: Nullable(Type.String()) });
export type SearchResponse = Static<typeof SearchResponse>;
