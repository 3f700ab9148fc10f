import { sql } from 'kysely';
import { type Instant } from '../../../kernel/local-time.ts';
import { type Condition } from './work-scope.ts';

/** Readings of the words that were typed; every word of one reading begins a word of the name, the procedure or the matter. */
export type Readings = readonly (readonly string[])[];

/** 0: a whole code or number; 1: whole words of the name; 2: beginnings of its words; 3: procedure or matter. */
export type SearchRank = 0 | 1 | 2 | 3;
export type WordRank = Exclude<SearchRank, 0>;

/** What narrows a search down before its words are looked at. */
interface WithinWords {
  readonly open?: boolean;
  readonly day?: { readonly from: Instant; readonly to: Instant } | null;
}

/**
 * The dossiers of a commune that the index of words finds (tsquery text), under the name `dossier`. A function of the database: row
 * security would keep the index from a condition.
 */
export function withWords(communeCode: string, text: string, { open = false, day = null }: WithinWords = {}): Condition {
  const [from, until] = day === null ? [null, null] : [new Date(day.from), new Date(day.to)];
  return sql`dossiers_with_words(${communeCode}, ${text}::tsquery, ${open}, ${from}::timestamptz, ${until}::timestamptz) dossier`;
}

const quoted = (lexeme: string): string => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** Each reading's words of a kind, as tsquery text: `!` of the name, `.` of anything; whole or as a beginning. */
function wordsText(communeCode: string, readings: Readings, kind: '!' | '.', whole: boolean): string {
  return readings.map((reading) => `(${reading.map((word) => `${quoted(`${communeCode}${kind}${word}`)}${whole ? '' : ':*'}`).join(' & ')})`).join(' | ');
}

/** The ends of codes and numbers as tsquery text. Every lexeme carries the commune. */
function endsText(communeCode: string, tails: readonly string[]): readonly string[] {
  return tails.map((tail) => `${quoted(`${communeCode}~${tail.split('').reverse().join('')}`)}:*`);
}

/** Everything that the words and ends let through, as tsquery text; undefined when only a day was asked for. */
export function queryText(communeCode: string, readings: Readings, tails: readonly string[]): string | undefined {
  const parts = [...(readings.length === 0 ? [] : [`(${wordsText(communeCode, readings, '.', false)})`]), ...endsText(communeCode, tails)];
  return parts.length === 0 ? undefined : parts.join(' & ');
}

/** What the words let through at one rank, as tsquery text; what stands at a better rank as well is among it. */
export function rankText(communeCode: string, readings: Readings, rank: WordRank): string {
  return rank === 3 ? wordsText(communeCode, readings, '.', false) : wordsText(communeCode, readings, '!', rank === 1);
}

const pattern = (text: string): string => text.replace(/[%_\\]/g, '\\$&');

function matches(text: Condition, readings: Readings, shape: (word: string) => string): Condition {
  const one = (reading: readonly string[]): Condition => sql`(${sql.join(reading.map((word) => sql`${text} like ${shape(pattern(word))}`), sql` and `)})`;
  return sql`(${sql.join(readings.map(one), sql` or `)})`;
}

const NAME: Condition = sql`dossier_name(search_text)`;
const whole = (word: string): string => `% ${word} %`;
const beginning = (word: string): string => `% ${word}%`;

/**
 * Whether a row stands at a rank, read from the row itself; `name` and `text` are its columns of words. It says the same as the index of
 * words, but for words with digits, which may begin a number: the index takes no number for a word.
 */
export function rankCondition(readings: Readings, rank: WordRank, name: Condition, text: Condition): Condition {
  switch (rank) {
    case 1:
      return matches(name, readings, whole);
    case 2:
      return sql`(${matches(name, readings, beginning)} and not ${matches(name, readings, whole)})`;
    case 3:
      return sql`(not ${matches(name, readings, beginning)} and ${matches(text, readings, beginning)})`;
  }
}

/** The rank of a row that is known to match. */
export function rankOf(readings: Readings, tails: readonly string[]): Condition {
  const number = tails.length === 0 ? sql`false` : sql`(${sql.join(tails.map((tail) => sql`(applicant_number = ${tail} or applicant_phone = ${tail} or right(lower(regexp_replace(coalesce(code, reference), '[^A-Za-z0-9]', '', 'g')), 12) = ${tail})`), sql` or `)})`;
  const words = readings.length === 0 ? sql`1` : sql`case when ${matches(NAME, readings, whole)} then 1 when ${matches(NAME, readings, beginning)} then 2 else 3 end`;
  return sql`case when ${number} then 0 else ${words} end`;
}
