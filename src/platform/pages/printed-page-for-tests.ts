import sharp from 'sharp';

/** Numbers from 0 to 1 that are the same in every run. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A page of print: so many lines of short dark strokes on light paper, one byte of brightness a pixel. */
export function printedPage(width: number, height: number, lines: number): Uint8Array {
  const next = numbersFrom(1);
  const page = new Uint8Array(width * height).fill(235);
  const line = Math.floor(height / 44);
  const thick = Math.max(1, Math.round(line / 9));
  for (let row = 2; row < lines + 2; row += 1) {
    for (let x = Math.round(width * 0.1); x < width * 0.9; x += Math.round(line * (next() < 0.15 ? 0.9 : 0.45))) {
      for (let stroke = 0; stroke < 2; stroke += 1) {
        const upright = next() < 0.6;
        const left = Math.round(x + next() * line * 0.3);
        const top = Math.round(row * line + next() * line * 0.38);
        const [w, h] = upright ? [thick, Math.round(line * 0.55)] : [Math.round(line * 0.35), thick];
        for (let y = top; y < Math.min(height, top + h); y += 1) page.fill(40, y * width + left, y * width + Math.min(width, left + w));
      }
    }
  }
  return page;
}

export interface CameraFaults {
  /** Standard deviation of the blur, in pixels. */
  readonly blur?: number;
  readonly noise?: number;
  /** The light falls off to the left. */
  readonly shade?: boolean;
  /** Part of the light that is there. */
  readonly light?: number;
}

/** The page as a camera with these faults takes it, as JPEG. */
export async function photograph(page: Uint8Array, width: number, height: number, { blur, noise = 0, shade = false, light = 1 }: CameraFaults = {}): Promise<Buffer> {
  const next = numbersFrom(7);
  const shaded = Buffer.from(page.map((value, at) => value * light * (shade ? 0.5 + (0.5 * (at % width)) / width : 1)));
  const shape = { raw: { width, height, channels: 1 as const } };
  const focused = sharp(shaded, shape);
  const seen = await (blur === undefined ? focused : focused.blur(blur)).toColourspace('b-w').raw().toBuffer();
  const noisy = Buffer.from(seen.map((value) => Math.max(0, Math.min(255, value + (next() + next() + next() - 1.5) * 2 * noise))));
  return sharp(noisy, shape).jpeg({ quality: 82 }).toBuffer();
}
