import { sql } from 'kysely';
import { type Instant } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { type WorkList } from '../contract/work-lists.ts';
import { WORK_COLUMNS, type WorkRow } from './work-list.ts';
import { type Condition, listCondition, type WorkScope } from './work-scope.ts';

/** What to look for; see `readSearch`. */
export interface SearchQuery {
  readonly readings: readonly (readonly string[])[];
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

/** A word of the index as tsquery text: every dossier of the commune with a word that begins like this. */
function beginning(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}':*`;
}

/** The words and ends as one tsquery; undefined when only a day was asked for. Every lexeme carries the commune. */
function queryText(communeCode: string, { readings, tails }: SearchQuery): string | undefined {
  const words = readings.map((reading) => `(${reading.map((word) => beginning(`${communeCode}.${word}`)).join(' & ')})`).join(' | ');
  const ends = tails.map((tail) => beginning(`${communeCode}~${tail.split('').reverse().join('')}`));
  const parts = [...(words === '' ? [] : [`(${words})`]), ...ends];
  return parts.length === 0 ? undefined : parts.join(' & ');
}

const pattern = (text: string): string => text.replace(/[%_\\]/g, '\\$&');

/** 0: a whole code or number; 1: whole words of the name; 2: beginnings of its words; 3: procedure or matter. */
function rankOf({ readings, tails }: SearchQuery): Condition {
  const all = (words: readonly string[], shape: (word: string) => string): Condition =>
    sql`(${sql.join(words.map((word) => sql`' ' || search_text || ' ' like ${shape(pattern(word))}`), sql` and `)})`;
  const any = (shape: (word: string) => string): Condition => sql`(${sql.join(readings.map((reading) => all(reading, shape)), sql` or `)})`;
  const whole = tails.length === 0 ? sql`false` : sql`(${sql.join(tails.map((tail) => sql`(applicant_number = ${tail} or applicant_phone = ${tail} or right(lower(regexp_replace(coalesce(code, reference), '[^A-Za-z0-9]', '', 'g')), 12) = ${tail})`), sql` or `)})`;
  const names = readings.length === 0 ? sql`1` : sql`case when ${any((word) => `% ${word} %`)} then 1 when ${any((word) => `% ${word}%`)} then 2 else 3 end`;
  return sql`case when ${whole} then 0 else ${names} end`;
}

/** What matches everything that was typed, best first and newest first among equals, within a list; keyset, never OFFSET. */
export async function searchDossiers(db: Database, scope: WorkScope, list: WorkList, query: SearchQuery, after: SearchCursor | null, limit: number): Promise<readonly FoundRow[]> {
  const text = queryText(scope.communeCode, query);
  const matches = text === undefined ? sql`true` : sql`dossier_words(commune_code, search_text, procedure_name, content, procedure_code || ' ' || coalesce(external_code, '')) @@ ${text}::tsquery`;
  const day = query.day === null ? sql`true` : sql`submitted_at >= ${new Date(query.day.from)} and submitted_at < ${new Date(query.day.to)}`;
  const cursor = after === null ? sql`true` : sql`(rank > ${after.rank} or (rank = ${after.rank} and (submitted_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)))`;
  const { rows } = await sql<FoundRow>`
    select *, submitted_at::text as sort_key from (
      select ${WORK_COLUMNS}, ${rankOf(query)} as rank from dossier
      where commune_code = ${scope.communeCode} and ${matches} and ${day} and ${listCondition(list, scope)}) found
    where ${cursor}
    order by rank, submitted_at desc, id desc
    limit ${limit}`.execute(db);
  return rows;
}
