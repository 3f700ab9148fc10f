import { type WorkFilter } from '../../../contract/work-filter-schemas.ts';

export type FilterKey = keyof WorkFilter;

/** Everything that may narrow a list down, in the order in which it is shown. */
const FILTER_KEYS = [
  'procedure', 'field', 'state', 'unit', 'holder', 'channel', 'way', 'supplements', 'late', 'time', 'receivedFrom', 'receivedTo', 'dueFrom', 'dueTo', 'figure', 'from', 'to',
] as const satisfies readonly FilterKey[];

/** The filter in the query of an address, without what is no filter: an address that somebody typed wrongly still shows the list. */
export function readFilter(query: string): ReadonlyMap<FilterKey, string> {
  const given = new URLSearchParams(query);
  return new Map(FILTER_KEYS.flatMap((key) => {
    const value = given.get(key) ?? '';
    return value === '' ? [] : [[key, value] as const];
  }));
}

/** A filter as the query of an address; empty without one. */
export function writeFilter(filter: ReadonlyMap<FilterKey, string>): string {
  return new URLSearchParams([...filter]).toString();
}

/** The part of an address's query that is a filter. */
export function filterQuery(query: string): string {
  return writeFilter(readFilter(query));
}

/** The filter with one part set, or taken out when the value is empty. A figure of the report goes out with its period. */
export function withFilter(filter: ReadonlyMap<FilterKey, string>, key: FilterKey, value: string): ReadonlyMap<FilterKey, string> {
  const next = new Map(filter);
  if (value === '') next.delete(key);
  else next.set(key, value);
  if (!next.has('figure')) for (const part of ['from', 'to'] as const) next.delete(part);
  return next;
}

/** How much of a filter stands in the filter's own bar: the chip stands beside it, and a figure counts once with its period. */
export function countInBar(filter: ReadonlyMap<FilterKey, string>): number {
  return [...filter.keys()].filter((key) => key !== 'from' && key !== 'to' && key !== 'time').length;
}

/** A saved filter as the query of an address. */
export function queryOf(filter: WorkFilter): string {
  return filterQuery(new URLSearchParams(Object.entries(filter)).toString());
}
