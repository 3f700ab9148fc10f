import { MOST_AT_ONCE } from '../../../contract/work-lists.ts';

/** Which dossiers of a list are chosen. Ids only: what is known of them is in the lines. */
export interface Selection {
  readonly chosen: ReadonlySet<string>;
  /** Where Shift and an arrow begin to choose; null: nowhere yet. */
  readonly anchor: string | null;
  /** Somebody wanted more than a bulk action takes. */
  readonly full: boolean;
}

export const NOTHING_CHOSEN: Selection = { chosen: new Set(), anchor: null, full: false };

function bounded(ids: Iterable<string>, anchor: string | null): Selection {
  const all = [...new Set(ids)];
  return { chosen: new Set(all.slice(0, MOST_AT_ONCE)), anchor, full: all.length > MOST_AT_ONCE };
}

/** Chooses a line, or lets it go; from it Shift and an arrow go on. */
export function toggle({ chosen }: Selection, id: string): Selection {
  return chosen.has(id) ? { chosen: new Set([...chosen].filter((one) => one !== id)), anchor: id, full: false } : bounded([...chosen, id], id);
}

/** Chooses every line from the anchor to this one, in the order of the list; without an anchor in the list, from `from`. */
export function extendTo({ chosen, anchor }: Selection, order: readonly string[], from: string | undefined, to: string): Selection {
  const start = anchor !== null && order.includes(anchor) ? anchor : (from ?? to);
  const [a, b] = [order.indexOf(start), order.indexOf(to)];
  if (a < 0 || b < 0) return { chosen, anchor, full: false };
  return bounded([...chosen, ...order.slice(Math.min(a, b), Math.max(a, b) + 1)], start);
}

/** Chooses every line that is shown, up to the bound; when they all are, lets them all go. */
export function toggleAll({ chosen, anchor }: Selection, order: readonly string[]): Selection {
  const wanted = order.slice(0, MOST_AT_ONCE);
  if (wanted.every((id) => chosen.has(id))) return NOTHING_CHOSEN;
  return bounded([...chosen, ...order], anchor);
}

/** Lets go of what was done. */
export function without({ chosen, anchor }: Selection, ids: readonly string[]): Selection {
  return { chosen: new Set([...chosen].filter((id) => !ids.includes(id))), anchor, full: false };
}
