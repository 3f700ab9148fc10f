import { fieldOfHeading } from './known-headings.ts';
import { type DateOrder } from './read-moment.ts';
import { EXCHANGE_FIELDS, type ExchangeField, NEEDED_FIELDS } from './stated-dossier.ts';

/** Where a field comes from: the column with this heading, or one value for the whole file. */
export type FieldOrigin = { readonly heading: string } | { readonly fixed: string };

/** How the files of a source are read; kept with the source, so that the next file needs no work. */
export interface Mapping {
  readonly fields: Readonly<Partial<Record<ExchangeField, FieldOrigin>>>;
  readonly dateOrder: DateOrder;
  /** What the file writes → national code, beyond the names that everybody uses. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly channels: Readonly<Record<string, number>>;
  /** What the file writes → code of a procedure. */
  readonly procedures: Readonly<Record<string, string>>;
}

/** A guess for a file that nobody has mapped before: known headings, days before months, filed on line unless a column says otherwise. */
export function guessMapping(headings: readonly string[]): Mapping {
  const fields: Partial<Record<ExchangeField, FieldOrigin>> = {};
  for (const heading of headings) {
    const field = fieldOfHeading(heading);
    if (field !== undefined) fields[field] ??= { heading };
  }
  fields.channel ??= { fixed: '2' };
  return { fields, dateOrder: 'day-first', statuses: {}, channels: {}, procedures: {} };
}

/** The saved mapping of a source for a file with these headings: what the file does not have is guessed again. */
export function fitMapping(saved: Mapping, headings: readonly string[]): Mapping {
  const guess = guessMapping(headings);
  const fields: Partial<Record<ExchangeField, FieldOrigin>> = {};
  for (const field of EXCHANGE_FIELDS) {
    const known = saved.fields[field];
    const origin = known !== undefined && ('fixed' in known || headings.includes(known.heading)) ? known : guess.fields[field];
    if (origin !== undefined) fields[field] = origin;
  }
  return { ...saved, fields };
}

/** The needed fields that a mapping leaves without an origin, or whose heading the file does not have. */
export function missingFields(mapping: Mapping, headings: readonly string[]): readonly ExchangeField[] {
  return NEEDED_FIELDS.filter((field) => {
    const origin = mapping.fields[field];
    return origin === undefined || ('fixed' in origin ? origin.fixed.trim() === '' : !headings.includes(origin.heading));
  });
}
