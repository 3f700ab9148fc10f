import { ok, refuse, type Result } from '../../../kernel/result.ts';

/** The ways of pointing at something on a picture. */
export const MARK_SHAPES = ['box', 'arrow'] as const;
export type MarkShape = (typeof MARK_SHAPES)[number];

/** Where a mark lies. Parts of the picture's width and height, 0 to 1: the same on every screen and in every resolution. */
export interface MarkPlace {
  /** Left edge of a box; the tail of an arrow. */
  readonly x: number;
  readonly y: number;
  /** Width of a box, above 0; how far the tip of an arrow lies from its tail, also to the left and upwards. */
  readonly w: number;
  readonly h: number;
}

/** A box or an arrow on the picture of one page, with a few words that say what is wrong there. */
export interface PictureMark extends MarkPlace {
  /** Counted from 1 over the pages of the paper. */
  readonly page: number;
  readonly shape: MarkShape;
  readonly words: string;
}

/** More marks than this on one paper are no help to anybody. */
export const MAX_MARKS = 20;
/** Letters that still fit beside a mark. */
export const MAX_MARK_WORDS = 60;
/** Sides of a box and lengths of an arrow below this cannot be seen. */
const SMALLEST = 0.015;

function round(part: number): number {
  return Math.round(part * 10_000) / 10_000;
}

function within(part: number, low = 0, high = 1): number {
  return Math.min(high, Math.max(low, part));
}

function rounded({ x, y, w, h }: MarkPlace): MarkPlace {
  return { x: round(x), y: round(y), w: round(w), h: round(h) };
}

/** The place of a mark that is drawn from one point of the picture to another; undefined when it is too small to be meant. */
export function drawnPlace(shape: MarkShape, from: { readonly x: number; readonly y: number }, to: { readonly x: number; readonly y: number }): MarkPlace | undefined {
  const [x1, y1, x2, y2] = [within(from.x), within(from.y), within(to.x), within(to.y)];
  const [w, h] = [x2 - x1, y2 - y1];
  if (shape === 'arrow') return Math.hypot(w, h) < SMALLEST ? undefined : rounded({ x: x1, y: y1, w, h });
  if (Math.abs(w) < SMALLEST || Math.abs(h) < SMALLEST) return undefined;
  return rounded({ x: Math.min(x1, x2), y: Math.min(y1, y2), w: Math.abs(w), h: Math.abs(h) });
}

/** A mark moved by parts of the picture; it keeps its size and stays on the picture. */
export function movePlace({ x, y, w, h }: MarkPlace, by: { readonly x: number; readonly y: number }): MarkPlace {
  return rounded({ x: within(x + by.x, Math.max(0, -w), Math.min(1, 1 - w)), y: within(y + by.y, Math.max(0, -h), Math.min(1, 1 - h)), w, h });
}

/** A mark whose far corner or tip is moved; it stays on the picture and large enough to be seen. */
export function stretchPlace(shape: MarkShape, { x, y, w, h }: MarkPlace, by: { readonly x: number; readonly y: number }): MarkPlace {
  if (shape === 'box') return rounded({ x, y, w: within(w + by.x, SMALLEST, 1 - x), h: within(h + by.y, SMALLEST, 1 - y) });
  const tip = { w: within(w + by.x, -x, 1 - x), h: within(h + by.y, -y, 1 - y) };
  return Math.hypot(tip.w, tip.h) < SMALLEST ? { x, y, w, h } : rounded({ x, y, ...tip });
}

function isOnPicture({ shape, x, y, w, h }: PictureMark): boolean {
  const inside = (part: number) => Number.isFinite(part) && part >= 0 && part <= 1.0001;
  if (![x, y, x + w, y + h].every(inside)) return false;
  return shape === 'box' ? w >= SMALLEST && h >= SMALLEST : Math.hypot(w, h) >= SMALLEST;
}

/**
 * Whether marks may be kept for a paper of so many pages; answers them rounded and trimmed, in the order of the pages. Refuses a mark
 * on a page that the paper does not have (`mark.page-unknown`), one that is not on the picture or too small to be seen
 * (`mark.not-on-picture`), one without words (`mark.words-missing`) and more than anybody can follow (`mark.too-many`).
 */
export function checkMarks(marks: readonly PictureMark[], pageCount: number): Result<readonly PictureMark[]> {
  if (marks.length > MAX_MARKS) return refuse('mark.too-many', { marks: MAX_MARKS }, 'marks');
  for (const mark of marks) {
    const { page } = mark;
    if (!Number.isInteger(page) || page < 1 || page > pageCount) return refuse('mark.page-unknown', { page, pages: pageCount }, 'marks');
    if (!isOnPicture(mark)) return refuse('mark.not-on-picture', { page }, 'marks');
    if (mark.words.trim() === '') return refuse('mark.words-missing', { page }, 'marks');
  }
  return ok(
    marks
      .map((mark) => ({ page: mark.page, shape: mark.shape, ...rounded(mark), words: mark.words.normalize('NFC').trim().slice(0, MAX_MARK_WORDS) }))
      .toSorted((one, other) => one.page - other.page),
  );
}
