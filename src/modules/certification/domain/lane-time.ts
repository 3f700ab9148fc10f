/** The middle of measured times in milliseconds; null when there are none. Of an even number the lower middle, so that it is a time that was measured. */
export function medianOf(times: readonly number[]): number | null {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
