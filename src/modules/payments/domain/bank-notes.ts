/** The notes of the State Bank that are handed over a counter, in đồng, the smallest first. */
const NOTES = [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000] as const;
/** So many amounts are offered beside the exact one. */
const OFFERED = 4;

/**
 * What people hand over for an amount: exactly it, then what it is rounded up to by each kind of note, the smallest first. An amount that ends
 * in less than a note of a thousand is rounded up too, since nobody has smaller money.
 */
export function suggestNotes(amount: number): readonly number[] {
  const rounded = NOTES.map((note) => Math.ceil(amount / note) * note).filter((sum) => sum > amount);
  return [amount, ...[...new Set(rounded)].sort((a, b) => a - b).slice(0, OFFERED)];
}
