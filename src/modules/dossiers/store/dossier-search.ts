import { sql } from 'kysely';
import { type Instant } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { type WorkList } from '../contract/work-lists.ts';
import { queryText, rankCondition, rankOf, rankText, type Readings, withWords, type WordRank } from './search-condition.ts';
import { WORK_COLUMNS, type WorkRow } from './work-list.ts';
import { type Condition, isOpenList, listCondition, OPEN, type WorkScope } from './work-scope.ts';

/** What to look for; see `readSearch`. */
export interface SearchQuery {
  readonly readings: Readings;
  readonly tails: readonly string[];
  /** The day it was handed in, from its beginning to before its end. */
  readonly day: { readonly from: Instant; readonly to: Instant } | null;
}

/** Where the page before ended. */
export interface SearchCursor {
  readonly rank: number;
  readonly at: string;
  readonly id: string;
}

export type FoundRow = WorkRow & { readonly rank: number; readonly sort_key: string };

/** How a search tells frequent words from rare ones, and how far it reads through the newest dossiers for frequent ones. */
export interface NewestLook {
  /** So many of the newest are asked how often the words stand in names, */
  readonly names: number;
  /** and so many of them how often they stand anywhere. */
  readonly texts: number;
  /** From this share on words are frequent: their matches are looked for among the newest dossiers, */
  readonly frequent: number;
  /** of which so many are read at most. Rarer words have so few matches that the index of words gives them all. */
  readonly most: number;
}

const LOOK: NewestLook = { names: 300, texts: 100, frequent: 0.04, most: 1500 };

/**
 * What matches everything that was typed, best first and newest first among equals, within a list; keyset, never OFFSET. Words alone in all
 * dossiers of a commune match tens of thousands: they are asked for rank by rank, and no rank reads more than a bounded number of rows
 * or the few that match.
 */
export async function searchDossiers(db: Database, scope: WorkScope, list: WorkList, query: SearchQuery, after: SearchCursor | null, limit: number, look = LOOK): Promise<readonly FoundRow[]> {
  const wordsAlone = list === 'all' && query.day === null && query.tails.length === 0 && query.readings.length > 0;
  return wordsAlone ? searchByRank(db, scope, query.readings, after, limit, look) : searchAtOnce(db, scope, list, query, after, limit);
}

/** Numbers, a day or a short list leave few rows: all of them are read and put in order. */
async function searchAtOnce(db: Database, scope: WorkScope, list: WorkList, { readings, tails, day }: SearchQuery, after: SearchCursor | null, limit: number): Promise<readonly FoundRow[]> {
  const text = queryText(scope.communeCode, readings, tails);
  const within = day === null ? sql`true` : sql`submitted_at >= ${new Date(day.from)} and submitted_at < ${new Date(day.to)}`;
  const cursor = after === null ? sql`true` : sql`(rank > ${after.rank} or (rank = ${after.rank} and (submitted_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)))`;
  const { rows } = await sql<FoundRow>`
    select *, submitted_at::text as sort_key from (
      select ${WORK_COLUMNS}, ${rankOf(readings, tails)} as rank from ${text === undefined ? sql`dossier` : withWords(scope.communeCode, text, { open: isOpenList(list), day })}
      where commune_code = ${scope.communeCode} and ${within} and ${listCondition(list, scope)} and ${isOpenList(list) ? OPEN : sql`true`}) found
    where ${cursor}
    order by rank, submitted_at desc, id desc
    limit ${limit}`.execute(db);
  return rows;
}

/** Where to go on within a rank. */
type Place = Pick<SearchCursor, 'at' | 'id'> | null;

const RANKS = [1, 2, 3] as const satisfies readonly WordRank[];

async function searchByRank(db: Database, scope: WorkScope, readings: Readings, after: SearchCursor | null, limit: number, look: NewestLook): Promise<readonly FoundRow[]> {
  const { communeCode } = scope;
  const reached = listCondition('all', scope);
  // A word with digits may be the beginning of a number, which the index does not take for a word.
  const readable = !readings.some((words) => words.some((word) => /\d/u.test(word)));
  const inNames = readable ? await frequentInNames(db, communeCode, readings, look) : new Set<WordRank>();
  let inTexts: boolean | undefined;
  const isFrequent = async (rank: WordRank): Promise<boolean> => (rank === 3 ? (inTexts ??= readable && (await isFrequentInTexts(db, communeCode, readings, look))) : inNames.has(rank));
  const found: FoundRow[] = [];
  let place = after;
  for (const rank of RANKS) {
    if (rank < (after?.rank ?? 1)) continue;
    const wanted = limit - found.length;
    if (wanted === 0) break;
    // Whole words of the name are the cheapest question to the index, and often the whole answer; the rest is one question if it is rare.
    if (rank > 1 && !(rank === 2 && inNames.has(2)) && !(await isFrequent(3))) {
      found.push(...(await restByIndex(db, communeCode, reached, readings, { rank, place, without: RANKS.filter((other) => other < rank && inNames.has(other)) }, wanted)));
      break;
    }
    const among = (await isFrequent(rank)) ? await amongNewest(db, communeCode, reached, readings, rank, place, wanted, look.most) : [];
    found.push(...(among.length === wanted ? among : await rankByIndex(db, communeCode, reached, readings, rank, place, wanted)));
    place = null;
  }
  return found;
}

const older = (place: Place): Condition => (place === null ? sql`true` : sql`(submitted_at, id) < (${place.at}::timestamptz, ${place.id}::uuid)`);
const NAME: Condition = sql`name_words`;
const TEXT: Condition = sql`text_words`;

/** The newest dossiers of a commune with their words; each row's words are made once. */
function newest(communeCode: string, place: Place, most: number): Condition {
  return sql`(select * from dossier where commune_code = ${communeCode} and ${older(place)} order by submitted_at desc, id desc limit ${most}) newest
    cross join lateral (select dossier_name(search_text) as name_words offset 0) named`;
}

const TEXTS: Condition = sql`cross join lateral (select dossier_text(search_text, procedure_name, content) as text_words offset 0) worded`;

const share = (condition: Condition, of: number): Condition => sql`count(*) filter (where ${condition})::float / ${sql.lit(of)}`;

/** The ranks of names at which so many of the newest dossiers stand that a page of them is soon full. */
async function frequentInNames(db: Database, communeCode: string, readings: Readings, { names, frequent }: NewestLook): Promise<ReadonlySet<WordRank>> {
  const { rows: [shares] } = await sql<{ r1: number; r2: number }>`
    select ${share(rankCondition(readings, 1, NAME, TEXT), names)} as r1, ${share(rankCondition(readings, 2, NAME, TEXT), names)} as r2
    from ${newest(communeCode, null, names)}`.execute(db);
  return new Set<WordRank>([...((shares?.r1 ?? 0) >= frequent ? [1 as const] : []), ...((shares?.r2 ?? 0) >= frequent ? [2 as const] : [])]);
}

/** The same of the words that stand in procedure or matter. */
async function isFrequentInTexts(db: Database, communeCode: string, readings: Readings, { texts, frequent }: NewestLook): Promise<boolean> {
  const { rows: [shares] } = await sql<{ r3: number }>`select ${share(rankCondition(readings, 3, NAME, TEXT), texts)} as r3 from ${newest(communeCode, null, texts)} ${TEXTS}`.execute(db);
  return (shares?.r3 ?? 0) >= frequent;
}

/** The matches of one rank among the newest dossiers from a place on, as many as are wanted. */
async function amongNewest(db: Database, communeCode: string, reached: Condition, readings: Readings, rank: WordRank, place: Place, wanted: number, most: number): Promise<readonly FoundRow[]> {
  const { rows } = await sql<FoundRow>`
    select ${WORK_COLUMNS}, ${sql.lit(rank)} as rank, submitted_at::text as sort_key from ${newest(communeCode, place, most)} ${rank === 3 ? TEXTS : sql``}
    where ${rankCondition(readings, rank, NAME, TEXT)} and ${reached}
    order by submitted_at desc, id desc
    limit ${wanted}`.execute(db);
  return rows;
}

/** The matches of one rank by the index of words. */
async function rankByIndex(db: Database, communeCode: string, reached: Condition, readings: Readings, rank: WordRank, place: Place, wanted: number): Promise<readonly FoundRow[]> {
  const better = rank === 1 ? '' : ` & !(${rankText(communeCode, readings, rank === 2 ? 1 : 2)})`;
  const { rows } = await sql<FoundRow>`
    select ${WORK_COLUMNS}, ${sql.lit(rank)} as rank, submitted_at::text as sort_key from ${withWords(communeCode, `(${rankText(communeCode, readings, rank)})${better}`)}
    where ${older(place)} and ${reached}
    order by submitted_at desc, id desc
    limit ${wanted}`.execute(db);
  return rows;
}

/** From which rank and place on; `without`: better ranks at which so many dossiers stand that they are left out in the index already. */
interface Rest {
  readonly rank: WordRank;
  readonly place: Place;
  readonly without: readonly WordRank[];
}

/** The matches of all ranks from one on by the index of words; they are few. */
async function restByIndex(db: Database, communeCode: string, reached: Condition, readings: Readings, { rank, place, without }: Rest, wanted: number): Promise<readonly FoundRow[]> {
  const text = [`(${rankText(communeCode, readings, 3)})`, ...without.map((better) => `!(${rankText(communeCode, readings, better)})`)].join(' & ');
  const { rows } = await sql<FoundRow>`
    select *, submitted_at::text as sort_key from (
      select ${WORK_COLUMNS}, ${rankOf(readings, [])} as rank from ${withWords(communeCode, text)} where ${reached}) found
    where rank > ${rank} or (rank = ${rank} and ${older(place)})
    order by rank, submitted_at desc, id desc
    limit ${wanted}`.execute(db);
  return rows;
}
