/** The units of a time limit, the most common one first. */
export const LIMIT_UNITS = ['working-day', 'day', 'working-hour', 'clock-hour', 'same-day'] as const;
type LimitUnit = (typeof LIMIT_UNITS)[number];

/** The longest limit that the server takes, in whatever unit. */
export const MOST = 1000;

/** What is typed into the form of one procedure. */
export interface LimitEntry {
  readonly unit: LimitUnit;
  readonly value: string;
  readonly basis: string;
}

/** What the server is asked to write. `same-day` has no value. */
export interface LimitRequest {
  readonly unit: LimitUnit;
  readonly value: number | null;
  readonly basis: string;
}

/** Reads the form: the request, or which entries are missing or not readable. */
export function readLimit(entry: LimitEntry): { readonly request: LimitRequest } | { readonly faults: readonly ('value-missing' | 'basis-missing')[] } {
  const value = Number(entry.value.trim());
  const valueFits = entry.unit === 'same-day' || (entry.value.trim() !== '' && Number.isInteger(value) && value >= 1 && value <= MOST);
  const basis = entry.basis.normalize('NFC').trim();
  const faults = [...(valueFits ? [] : ['value-missing' as const]), ...(basis.length < 3 ? ['basis-missing' as const] : [])];
  if (faults.length > 0) return { faults };
  return { request: { unit: entry.unit, value: entry.unit === 'same-day' ? null : value, basis } };
}
