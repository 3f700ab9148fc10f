import { qrMatrix } from './qr-matrix.ts';

export interface QrPath {
  /** SVG path data with one unit per module, the quiet zone left free. */
  readonly path: string;
  /** Side of the whole square with its quiet zone, in modules. */
  readonly side: number;
}

/** A QR code as one filled outline: no seams between modules on any screen or printer, whatever its resolution. */
export function qrPath(text: string): QrPath {
  const dark = qrMatrix(text);
  return { path: outline(dark), side: dark.length };
}

type Direction = 0 | 1 | 2 | 3;
const STEP: Readonly<Record<Direction, readonly [number, number]>> = { 0: [1, 0], 1: [0, 1], 2: [-1, 0], 3: [0, -1] };

/**
 * The borders of the dark areas as closed relative paths. Walking with the dark on the right hand runs around areas clockwise and
 * around holes anticlockwise, so that both fill rules give the same picture.
 */
function outline(dark: readonly (readonly boolean[])[]): string {
  const isDark = (x: number, y: number): boolean => dark[y]?.[x] ?? false;
  // An edge to the right above a dark module is the start of every contour that has not been walked yet.
  const walked = new Set<string>();
  let path = '';
  let [penX, penY] = [0, 0];

  for (let top = 0; top < dark.length; top += 1) {
    for (let left = 0; left < dark.length; left += 1) {
      if (!isDark(left, top) || isDark(left, top - 1) || walked.has(`${left},${top}`)) continue;
      path += `m${left - penX} ${top - penY}`;
      [penX, penY] = [left, top];
      path += contour(isDark, left, top, walked);
    }
  }
  return path.replace('m', 'M');
}

function contour(isDark: (x: number, y: number) => boolean, startX: number, startY: number, walked: Set<string>): string {
  let [x, y] = [startX, startY];
  let direction: Direction = 0;
  let path = '';
  let run = 0;
  do {
    if (direction === 0) walked.add(`${x},${y}`);
    x += STEP[direction][0];
    y += STEP[direction][1];
    run += 1;
    const turned = turn(isDark, x, y, direction);
    if (turned === direction) continue;
    path += `${direction % 2 === 0 ? 'h' : 'v'}${direction < 2 ? run : -run}`;
    run = 0;
    direction = turned;
  } while (x !== startX || y !== startY || direction !== 0);
  // The last edge is drawn by closing the path.
  return `${path.replace(/[hv]-?\d+$/, '')}z`;
}

/** Where to go on at a corner: left of the way ahead is light, right of it is dark. */
function turn(isDark: (x: number, y: number) => boolean, x: number, y: number, direction: Direction): Direction {
  const ahead: Readonly<Record<Direction, readonly [left: boolean, right: boolean]>> = {
    0: [isDark(x, y - 1), isDark(x, y)],
    1: [isDark(x, y), isDark(x - 1, y)],
    2: [isDark(x - 1, y), isDark(x - 1, y - 1)],
    3: [isDark(x - 1, y - 1), isDark(x, y - 1)],
  };
  const [left, right] = ahead[direction];
  if (!right) return TURN_RIGHT[direction];
  return left ? TURN_LEFT[direction] : direction;
}

const TURN_RIGHT: Readonly<Record<Direction, Direction>> = { 0: 1, 1: 2, 2: 3, 3: 0 };
const TURN_LEFT: Readonly<Record<Direction, Direction>> = { 0: 3, 1: 0, 2: 1, 3: 2 };
