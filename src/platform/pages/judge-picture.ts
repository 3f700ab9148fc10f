/** What a person should look at before a picture of a paper is used. It never stops anybody. */
export type PictureWarning = 'blank' | 'blurred';

/** The longest side at which pictures are judged: letters of an A4 page are two or three pixels thick there. */
export const JUDGED_SIDE = 1000;
/** Blocks of so many pixels are looked at one by one, so that a shadow across the paper counts as nothing. */
const BLOCK = 20;
/** Below this deviation of brightness, of 255, there is nothing on a block but paper and noise. */
const INK = 9;
/** Of the blocks with ink so many parts are looked at: those with the strongest edges, which are print and not smudges. */
const STRONGEST = 0.2;
/** Mean step at an edge against the contrast of its block: print that is in focus has 0.5 to 1.5, what cannot be read any more less than 0.25. */
const SHARP = 0.3;
/** The quietest blocks show the noise of the camera, so many parts of all; print is never quiet, so the noise is bounded. */
const QUIETEST = 0.05;
const MOST_NOISE = 12;

interface Block {
  readonly deviation: number;
  readonly edge: number;
}

/** Deviation of brightness and mean Laplacian (the difference of a pixel from its four neighbours) of one block. */
function lookAtBlock(grey: Uint8Array, width: number, left: number, top: number): Block {
  let [sum, squares, edges] = [0, 0, 0];
  for (let y = top; y < top + BLOCK; y += 1) {
    for (let x = left; x < left + BLOCK; x += 1) {
      const at = y * width + x;
      const here = grey[at] ?? 0;
      sum += here;
      squares += here * here;
      edges += Math.abs(4 * here - (grey[at - 1] ?? 0) - (grey[at + 1] ?? 0) - (grey[at - width] ?? 0) - (grey[at + width] ?? 0));
    }
  }
  const count = BLOCK * BLOCK;
  const mean = sum / count;
  return { deviation: Math.sqrt(Math.max(0, squares / count - mean * mean)), edge: edges / count };
}

/**
 * Judges a picture of a paper by its brightness, one byte a pixel: `blank` when there is nothing on it, `blurred` when what is on it has
 * no edges, undefined when there is nothing to say. A small picture is not judged.
 */
export function judgePicture(grey: Uint8Array, width: number, height: number): PictureWarning | undefined {
  const blocks: Block[] = [];
  for (let top = 1; top + BLOCK < height; top += BLOCK) {
    for (let left = 1; left + BLOCK < width; left += BLOCK) blocks.push(lookAtBlock(grey, width, left, top));
  }
  if (blocks.length < 100) return undefined;
  const inked = blocks.filter(({ deviation }) => deviation > INK).toSorted((one, other) => other.edge - one.edge);
  if (inked.length < blocks.length * 0.005) return 'blank';
  const noise = Math.min(MOST_NOISE, blocks.map(({ edge }) => edge).toSorted((one, other) => one - other)[Math.floor(blocks.length * QUIETEST)] ?? 0);
  const strongest = inked.slice(0, Math.max(3, Math.ceil(inked.length * STRONGEST)));
  const sharpness = strongest.reduce((sum, { edge, deviation }) => sum + Math.max(0, edge - noise) / deviation, 0) / strongest.length;
  return sharpness < SHARP ? 'blurred' : undefined;
}
