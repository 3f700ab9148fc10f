/** The middle value and how far the runs lie apart. */
export interface Summary {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
  readonly runs: number;
}

/** Summarises the runs of one candidate. */
export function summarise(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  return { median: median ?? 0, lowest: sorted[0] ?? 0, highest: sorted.at(-1) ?? 0, runs: sorted.length };
}

/** A summary as a person reads it: median (lowest–highest, runs). */
export function words(summary: Summary, unit: string): string {
  const round = (value: number) => (value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(1));
  return `${round(summary.median)} ${unit} (${round(summary.lowest)}–${round(summary.highest)}, ${String(summary.runs)} runs)`;
}
