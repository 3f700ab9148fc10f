/** Whose data is gathered: the person, and the number by which tables without their id know them. */
export interface PersonSubject {
  readonly communeCode: string;
  readonly personId: string;
  readonly citizenNumber: string | null;
}

/** One kind of data that is held on a person, as rows of texts under names that people read. */
export interface PersonSection {
  readonly title: { readonly vi: string; readonly en: string };
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** More rows than a copy carries; the rest is told by the office on request. */
  readonly cut: boolean;
}

/** What one module holds. */
export type PersonData = readonly PersonSection[];

/** Most rows of one section in a copy. */
export const MOST_ROWS = 2_000;

/** A value of a row as text: days and moments as ISO, what is not there left out. */
function textOf(value: unknown): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Rows of a table as a section of a copy. `rows` holds one more than a copy carries when there are more. */
export function personSection(title: PersonSection['title'], rows: readonly object[]): PersonSection {
  return {
    title, cut: rows.length > MOST_ROWS,
    rows: rows.slice(0, MOST_ROWS).map((row) => Object.fromEntries(Object.entries(row).flatMap(([name, value]) => {
      const text = textOf(value);
      return text === undefined ? [] : [[name, text]];
    }))),
  };
}
