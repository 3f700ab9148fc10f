import { ok, refuse, type Result } from '../../../kernel/result.ts';

/** The field on which a signature is drawn, in its own units. */
export const PAD = { width: 640, height: 240 } as const;
/** What a browser sends of a signature is at most so long, in letters. */
const LONGEST_STROKES = 60_000;
const MOST_STROKES = 200;
const MOST_POINTS = 5_000;
/** Shorter lines than a third of the field are a dot or a slip of the finger, in units of the field. */
const SHORTEST_LINE = 120;
const NARROWEST = 40;

/** Lines of a pen, each a list of points x, y, x, y, … in whole units of the field. */
export type Strokes = readonly (readonly number[])[];

/**
 * Reads a drawn signature: a list of lines, each a flat list of whole numbers inside the field, nothing else. What is no such list is refused whatever it
 * claims to be, so that no program, picture or mark-up can come in here. Refuses an empty field and a dot.
 */
export function readStrokes(text: string): Result<Strokes> {
  if (text.trim() === '') return refuse('assisted.signature-empty', {}, 'chuKy');
  if (text.length > LONGEST_STROKES) return refuse('assisted.signature-too-large', {}, 'chuKy');
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return refuse('assisted.signature-not-readable', {}, 'chuKy');
  }
  if (!Array.isArray(read) || read.length > MOST_STROKES || !read.every(isStroke)) return refuse('assisted.signature-not-readable', {}, 'chuKy');
  const strokes: Strokes = read;
  if (strokes.flat().length / 2 > MOST_POINTS) return refuse('assisted.signature-too-large', {}, 'chuKy');
  if (strokes.length === 0) return refuse('assisted.signature-empty', {}, 'chuKy');
  if (lengthOf(strokes) < SHORTEST_LINE || widthOf(strokes) < NARROWEST) return refuse('assisted.signature-dot', {}, 'chuKy');
  return ok(strokes);
}

function isStroke(stroke: unknown): stroke is readonly number[] {
  return Array.isArray(stroke) && stroke.length >= 2 && stroke.length % 2 === 0 && stroke.every((one, index) => Number.isInteger(one) && one >= 0 && one <= (index % 2 === 0 ? PAD.width : PAD.height));
}

function lengthOf(strokes: Strokes): number {
  return strokes.reduce((all, stroke) => all + stroke.reduce((own, x, index) => (index < 2 || index % 2 === 1 ? own : own + Math.hypot(x - (stroke[index - 2] ?? x), (stroke[index + 1] ?? 0) - (stroke[index - 1] ?? 0))), 0), 0);
}

function widthOf(strokes: Strokes): number {
  const across = strokes.flatMap((stroke) => stroke.filter((_, index) => index % 2 === 0));
  return Math.max(...across) - Math.min(...across);
}

/** The lines of a picture that `drawStrokes` made, as path data on its field; undefined for anything else. */
export function strokesOfPicture(svg: string): string | undefined {
  const paths = [...svg.matchAll(/<path d="([^"]*)"\/>/gu)].map(([, path = '']) => path);
  return paths.length > 0 && paths.every((path) => /^M\d{1,3} \d{1,3}(?:L\d{1,3} \d{1,3})*(?:l1 0)?$/u.test(path)) ? paths.join('') : undefined;
}

/** The signature as a picture, made of nothing but numbers that were read. */
export function drawStrokes(strokes: Strokes): string {
  const lines = strokes.map((stroke) => {
    const points = stroke.flatMap((x, index) => (index % 2 === 0 ? [`${String(x)} ${String(stroke[index + 1] ?? 0)}`] : []));
    // A tap inside a signature is a dot of ink.
    return `<path d="M${points.length === 1 ? `${points[0] ?? ''}l1 0` : points.join('L')}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${String(PAD.width)}" height="${String(PAD.height)}" viewBox="0 0 ${String(PAD.width)} ${String(PAD.height)}"><rect width="100%" height="100%" fill="#fff"/><g fill="none" stroke="#1a2a6c" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round">${lines.join('')}</g></svg>`;
}
