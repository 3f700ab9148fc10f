import { ok, refuse, type Result } from '../../../kernel/result.ts';

/** Clockwise quarter turns, in degrees. */
export type PageTurn = 0 | 90 | 180 | 270;

/** The kept part of a page as it is looked at, after its turn; parts of its width and height, 0 to 1. */
export interface PageCrop {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** One page of a paper that is being put together: which page of which uploaded file, how it is turned, what of it is kept. */
export interface PageEdit {
  readonly sha256: string;
  /** From 1; a picture has one. */
  readonly page: number;
  readonly turn: PageTurn;
  /** Null: the whole page. */
  readonly crop: PageCrop | null;
}

/** A file from which pages are taken. */
export interface PageSource {
  readonly sha256: string;
  readonly pages: number;
  /** Signed digitally: putting its pages into another file would break the signature. */
  readonly signed: boolean;
}

/** Pages of one paper: a longer one is divided. */
export const MAX_PAGES = 100;
export const CROP_CORNERS = ['nw', 'ne', 'se', 'sw'] as const;
export type CropCorner = (typeof CROP_CORNERS)[number];

const WHOLE: PageCrop = { x: 0, y: 0, w: 1, h: 1 };
/** The smallest side that is kept: less is a slip of the hand. */
const SMALLEST = 0.05;

function round(part: number): number {
  return Math.round(part * 10_000) / 10_000;
}

function within(part: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, part));
}

/** A crop that keeps everything is none. */
function tidyCrop({ x, y, w, h }: PageCrop): PageCrop | null {
  const tidy = { x: round(x), y: round(y), w: round(w), h: round(h) };
  return tidy.x === 0 && tidy.y === 0 && tidy.w === 1 && tidy.h === 1 ? null : tidy;
}

/** A quarter turn clockwise of what is looked at: the kept part turns with the page. */
export function turnPage(edit: PageEdit): PageEdit {
  const { crop } = edit;
  const turn = ((edit.turn + 90) % 360) as PageTurn;
  return { ...edit, turn, crop: crop === null ? null : tidyCrop({ x: 1 - crop.y - crop.h, y: crop.x, w: crop.h, h: crop.w }) };
}

/** The kept part in the page as it lies in its file, before the turn. */
export function cropInSource({ turn, crop }: Pick<PageEdit, 'turn' | 'crop'>): PageCrop | null {
  if (crop === null) return null;
  const { x, y, w, h } = crop;
  if (turn === 90) return { x: y, y: round(1 - x - w), w: h, h: w };
  if (turn === 180) return { x: round(1 - x - w), y: round(1 - y - h), w, h };
  if (turn === 270) return { x: round(1 - y - h), y: x, w: h, h: w };
  return crop;
}

/** One corner of the kept part moved by parts of the page; the opposite corner stays. Null when everything is kept again. */
export function moveCorner(crop: PageCrop | null, corner: CropCorner, by: { readonly x: number; readonly y: number }): PageCrop | null {
  const { x, y, w, h } = crop ?? WHOLE;
  const west = corner === 'nw' || corner === 'sw';
  const north = corner === 'nw' || corner === 'ne';
  const left = west ? within(x + by.x, 0, x + w - SMALLEST) : x;
  const right = west ? x + w : within(x + w + by.x, x + SMALLEST, 1);
  const top = north ? within(y + by.y, 0, y + h - SMALLEST) : y;
  const bottom = north ? y + h : within(y + h + by.y, y + SMALLEST, 1);
  return tidyCrop({ x: left, y: top, w: right - left, h: bottom - top });
}

/** The list with one page moved to another place; places beyond the ends are the ends. */
export function movePage<T>(pages: readonly T[], from: number, to: number): readonly T[] {
  const moved = pages[from];
  if (moved === undefined) return pages;
  const rest = pages.filter((_, index) => index !== from);
  return rest.toSpliced(within(to, 0, rest.length), 0, moved);
}

/** The pages of files one after another, whole and unturned. Signed files stay as they are and give none. */
export function pagesOf(sources: readonly PageSource[]): readonly PageEdit[] {
  return sources.filter(({ signed }) => !signed).flatMap(({ sha256, pages }) => Array.from({ length: pages }, (_, index) => ({ sha256, page: index + 1, turn: 0 as const, crop: null })));
}

function isPart({ x, y, w, h }: PageCrop): boolean {
  return [x, y].every((part) => part >= 0) && [w, h].every((part) => part >= SMALLEST - 0.001) && x + w <= 1.001 && y + h <= 1.001;
}

/**
 * Whether these pages can become one file. Refuses none (`pages.none`), more than a paper may have (`pages.too-many`), a file that was
 * swapped, is not there or belongs to another commune (`pages.source-unknown`), a page that its file does not have
 * (`pages.page-unknown`), a crop beyond the page (`pages.crop-wrong`) and a digitally signed file (`pages.signed`).
 */
export function checkPages(edits: readonly PageEdit[], sources: readonly PageSource[]): Result<undefined> {
  if (edits.length === 0) return refuse('pages.none', {}, 'pages');
  if (edits.length > MAX_PAGES) return refuse('pages.too-many', { most: MAX_PAGES }, 'pages');
  for (const { sha256, page, crop } of edits) {
    const source = sources.find((one) => one.sha256 === sha256);
    if (source === undefined) return refuse('pages.source-unknown', {}, 'pages');
    if (source.signed) return refuse('pages.signed', {}, 'pages');
    if (page < 1 || page > source.pages) return refuse('pages.page-unknown', { page, pages: source.pages }, 'pages');
    if (crop !== null && !isPart(crop)) return refuse('pages.crop-wrong', { page }, 'pages');
  }
  return ok(undefined);
}
