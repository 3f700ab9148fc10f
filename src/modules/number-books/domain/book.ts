/** A run of numbers that nothing stands under; both ends are missing. */
export interface NumberGap {
  readonly from: number;
  readonly to: number;
}

/** A missing run with its reason; null: nobody has explained it yet. */
export interface ExplainedGap extends NumberGap {
  readonly reason: string | null;
}

/** One numbered book of a year, as far as the rules ask. */
export interface BookState {
  /** The number that was given last; 0: none yet, unless numbers were given on paper. */
  readonly last: number;
  /** Whether the counter was ever touched, by a number or by setting the first one. */
  readonly begun: boolean;
  readonly opened: boolean;
  readonly closed: boolean;
}

/**
 * Missing runs cut by what is known about them: numbers on paper, and what somebody explained. A run that is explained in part comes out as
 * several. Explanations never overlap; where they do the first holds.
 */
export function explainGaps(gaps: readonly NumberGap[], explained: readonly (NumberGap & { readonly reason: string })[]): readonly ExplainedGap[] {
  return gaps.flatMap((gap) => {
    const parts: ExplainedGap[] = [];
    let at = gap.from;
    for (const one of explained.toSorted((a, b) => a.from - b.from)) {
      const [from, to] = [Math.max(one.from, at), Math.min(one.to, gap.to)];
      if (from > to) continue;
      if (from > at) parts.push({ from: at, to: from - 1, reason: null });
      parts.push({ from, to, reason: one.reason });
      at = to + 1;
    }
    if (at <= gap.to) parts.push({ from: at, to: gap.to, reason: null });
    return parts;
  });
}

/** “5–9”, or “5” for one alone. */
export function gapWords({ from, to }: NumberGap): string {
  return from === to ? String(from) : `${String(from)}–${String(to)}`;
}

/** How many numbers some runs have together. */
export function countNumbers(gaps: readonly NumberGap[]): number {
  return gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}
