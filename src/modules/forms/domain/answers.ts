/** A place: what was written, and the commune of today that it lies in once that is known; `country` only for places abroad. */
export interface AddressAnswer {
  readonly text: string;
  /** Five-digit code of today's commune; null while unknown or abroad. */
  readonly commune: string | null;
  readonly country?: string;
}

/** One row of a table, by column id. */
export type AnswerRow = Readonly<Record<string, PlainAnswer>>;

/** Texts, choices, numbers; dates as `2026-11-26`, `2026-11` or `2026`; times as `14:30`. */
export type PlainAnswer = string | number | readonly string[];

/** The answer to one field: as typed before it was checked, canonical afterwards. */
export type Answer = PlainAnswer | boolean | AddressAnswer | readonly AnswerRow[];

/** All answers by field id. */
export type Answers = Readonly<Record<string, Answer>>;

/** Narrows an answer to a place; what a browser sent may be anything. */
export function isAddress(answer: Answer | undefined): answer is AddressAnswer {
  const value: unknown = answer;
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}

/** Narrows an answer to the rows of a table; what a browser sent may be anything. */
export function isRows(answer: Answer | undefined): answer is readonly AnswerRow[] {
  return Array.isArray(answer) && answer.every((row: unknown) => typeof row === 'object' && row !== null && !Array.isArray(row));
}
