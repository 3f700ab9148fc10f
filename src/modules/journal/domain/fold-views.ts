/** Looks of the same person from the same place at the same thing are one entry for so long. */
export const FOLD_MS = 5 * 60_000;

/** Which looks stand in the journal already. */
export interface ViewFold {
  /** Those of the keys that no entry of the last five minutes covers. */
  readonly fresh: (keys: readonly string[], now: number) => readonly string[];
  /** Notes that an entry was written for these. */
  readonly keep: (keys: readonly string[], now: number) => void;
}

/**
 * Remembers what was written in the last five minutes. The window begins with the entry and does not move on with every look: whoever keeps a
 * file open stands in the journal every five minutes, and no look is further than that from its entry, so that “who saw it, and when” stays
 * answered. A clock that went back forgets nothing but writes again. Every process remembers by itself: two write more, never less.
 */
export function createViewFold(): ViewFold {
  // In the order of writing: what is over stands in front.
  const written = new Map<string, number>();
  const covers = (at: number | undefined, now: number): boolean => at !== undefined && at <= now && now - at < FOLD_MS;
  return {
    fresh: (keys, now) => keys.filter((key) => !covers(written.get(key), now)),
    keep: (keys, now) => {
      for (const [key, at] of written) {
        if (covers(at, now)) break;
        written.delete(key);
      }
      for (const key of keys) {
        written.delete(key);
        written.set(key, now);
      }
    },
  };
}
