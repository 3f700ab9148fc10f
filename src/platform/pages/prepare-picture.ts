import { judgePicture, JUDGED_SIDE, type PictureWarning } from './judge-picture.ts';
import { type Turn } from './page-steps.ts';

/** Longest side of a page in pixels: about 190 dots an inch on A4, more than small print needs. */
export const PAGE_SIDE = 2200;
/** Pixels whose brightest and darkest colour differ by more than this, of 255, are coloured: a red seal, a blue signature. */
const COLOURED = 40;
/** So few coloured pixels are dust. A round seal has ten times as many. */
const DUST = 0.0003;

/** What is kept of a picture, in parts of it as it lies in its file, and how the rest is turned. */
export interface PicturePart {
  readonly crop: { readonly x: number; readonly y: number; readonly w: number; readonly h: number } | null;
  readonly turn: Turn;
}

/** A page as JPEG, with its size in pixels. */
export interface PreparedPicture {
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Whether a page has no colour that means anything; three bytes a pixel. */
export function isGrey(pixels: Uint8Array): boolean {
  let coloured = 0;
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const [red, green, blue] = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > COLOURED) coloured += 1;
  }
  return coloured <= (pixels.length / 3) * DUST;
}

/** Cuts, turns and shrinks a picture to a page of bounded size; a page without colour becomes grey. Throws on what is no picture. */
export async function preparePicture(bytes: Buffer, { crop, turn }: PicturePart): Promise<PreparedPicture> {
  const { default: sharp } = await import('sharp');
  const { width, height } = await sharp(bytes).metadata();
  const cut = sharp(bytes, { failOn: 'truncated' });
  if (crop !== null) {
    const [left, top] = [Math.min(width - 1, Math.round(crop.x * width)), Math.min(height - 1, Math.round(crop.y * height))];
    cut.extract({ left, top, width: Math.max(1, Math.min(width - left, Math.round(crop.w * width))), height: Math.max(1, Math.min(height - top, Math.round(crop.h * height))) });
  }
  const shrunk = await cut.resize({ width: PAGE_SIDE, height: PAGE_SIDE, fit: 'inside', withoutEnlargement: true }).toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true });
  // In one pipeline the turn would come before the cut.
  const page = () => sharp(shrunk.data, { raw: shrunk.info }).rotate(turn);
  const small = await page().resize({ width: 500, height: 500, fit: 'inside', withoutEnlargement: true }).toColourspace('srgb').raw().toBuffer();
  const { data, info } = await (isGrey(small) ? page().toColourspace('b-w') : page()).jpeg({ quality: 75 }).toBuffer({ resolveWithObject: true });
  return { jpeg: data, width: info.width, height: info.height };
}

/** A small picture of a page for a list or a screen, its longest side in pixels, turned where that is asked for. Throws on what is no picture. */
export async function shrinkPicture(bytes: Buffer, longestSide: number, turn: Turn = 0): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(bytes).resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true }).rotate(turn).jpeg({ quality: 78 }).toBuffer();
}

/** What should be looked at on a picture before it is used as the picture of a paper. */
export async function judgePhotograph(bytes: Buffer): Promise<PictureWarning | undefined> {
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(bytes).greyscale().resize({ width: JUDGED_SIDE, height: JUDGED_SIDE, fit: 'inside', withoutEnlargement: true }).raw().toBuffer({ resolveWithObject: true });
  return judgePicture(new Uint8Array(data), info.width, info.height);
}
