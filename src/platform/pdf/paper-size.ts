/** Paper sizes upright, in points (ISO 216; one millimetre is 72 / 25.4 points). */
export const PAPER = {
  A4: { width: 595.28, height: 841.89 },
  A5: { width: 419.53, height: 595.28 },
  A6: { width: 297.64, height: 419.53 },
} as const;

export type PaperSize = keyof typeof PAPER;

/** Millimetres as points. */
export function mm(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}
