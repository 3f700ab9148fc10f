/** What decides whether a bundle may be taken. */
export interface JudgedBundle {
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  readonly takenAt: number | null;
  readonly slots: readonly JudgedSlot[];
}

interface JudgedSlot {
  readonly id: string;
  readonly required: boolean;
  /** Papers of one group are alternatives: any one of them is enough. */
  readonly anyOf: string | null;
  /** Files that are here whole. */
  readonly files: number;
  /** Files that began to arrive and are not whole yet. */
  readonly arriving: number;
}

/** `open`: papers can be added. `expired`: they can no longer. `taken`: they went into a dossier. */
export type BundlePhase = 'open' | 'expired' | 'taken';

/** How a bundle stands. */
export interface BundleVerdict {
  readonly phase: BundlePhase;
  /** Papers that are always needed and of which nothing is here; of a group only the first is named. */
  readonly missing: readonly string[];
  /** Papers of which a file is still on its way. */
  readonly arriving: readonly string[];
  /** Everything that is needed is here, whole. */
  readonly complete: boolean;
}

/** Judges a bundle at a moment, in epoch milliseconds. */
export function judgeBundle({ expiresAt, takenAt, slots }: JudgedBundle, now: number): BundleVerdict {
  const groups = new Set(slots.flatMap(({ anyOf, files }) => (anyOf !== null && files > 0 ? [anyOf] : [])));
  const missing: string[] = [];
  for (const { id, required, anyOf, files } of slots) {
    if (!required || files > 0 || (anyOf !== null && groups.has(anyOf))) continue;
    if (anyOf !== null) groups.add(anyOf);
    missing.push(id);
  }
  const arriving = slots.filter((slot) => slot.arriving > 0).map(({ id }) => id);
  return {
    phase: takenAt !== null ? 'taken' : expiresAt <= now ? 'expired' : 'open',
    missing,
    arriving,
    complete: missing.length === 0 && arriving.length === 0,
  };
}
