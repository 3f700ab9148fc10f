import { useState } from 'react';

/** What is ticked in a list: ids that the list has no more count for nothing. */
export interface Chosen {
  readonly ids: readonly string[];
  readonly has: (id: string) => boolean;
  readonly turn: (id: string) => void;
  /** All of them, or none where all are. */
  readonly turnAll: () => void;
}

/** Ticks of a list in its order. What is ticked at first is said by `first`; a list of another key begins anew. */
export function useChosen(key: string, all: readonly string[], first: readonly string[]): Chosen {
  const [ticked, setTicked] = useState<{ readonly key: string; readonly ids: readonly string[] } | null>(null);
  const now = ticked?.key === key ? ticked.ids : first;
  const ids = all.filter((id) => now.includes(id));
  const set = (next: readonly string[]) => { setTicked({ key, ids: next }); };
  return {
    ids,
    has: (id) => ids.includes(id),
    turn: (id) => { set(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]); },
    turnAll: () => { set(ids.length === all.length ? [] : all); },
  };
}
