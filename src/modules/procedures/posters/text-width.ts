/**
 * Widths of Be Vietnam Pro in thousandths of the type size, from space to tilde: a poster breaks its lines before it is drawn, the same
 * way on paper and as a picture. A test holds them against the font.
 */
const REGULAR = [
  230, 280, 318, 807, 645, 849, 740, 179, 439, 439, 497, 608, 303, 608, 286, 503, 676, 385, 651, 660, 710, 660, 680, 594, 634, 680, 286, 303,
  556, 726, 556, 573, 1005, 736, 674, 775, 728, 620, 633, 783, 709, 258, 465, 679, 624, 853, 732, 826, 644, 822, 668, 635, 650, 725, 706,
  1005, 720, 665, 660, 459, 485, 459, 559, 702, 202, 642, 652, 613, 652, 599, 386, 643, 583, 264, 274, 555, 255, 893, 573, 642, 652, 652,
  392, 508, 428, 566, 576, 870, 559, 583, 502, 426, 408, 426, 468,
];
const BOLD = [
  230, 341, 391, 845, 649, 871, 763, 222, 453, 453, 513, 652, 346, 607, 335, 541, 700, 431, 664, 680, 720, 682, 700, 598, 668, 700, 335, 346,
  573, 752, 573, 621, 1018, 769, 709, 780, 751, 642, 644, 790, 732, 290, 491, 716, 643, 888, 749, 828, 679, 826, 712, 666, 686, 738, 745,
  1057, 769, 718, 667, 504, 531, 504, 612, 736, 288, 658, 668, 629, 668, 618, 409, 659, 608, 296, 301, 599, 288, 896, 598, 658, 668, 668,
  429, 537, 438, 588, 594, 884, 608, 597, 521, 480, 434, 480, 490,
];

/** A letter with a mark is a little wider than its base; đ and Đ have no decomposition of their own. */
const MARK = 25;
const STROKED: Readonly<Record<string, string>> = { đ: 'd', Đ: 'D' };
const STROKE = 60;
/** Signs beyond ASCII that stand in names: quotation marks, dash, ellipsis; and anything unknown, at the width of the widest letters. */
const OTHER: Readonly<Record<string, number>> = { '“': 444, '”': 456, '‘': 287, '’': 234, '–': 704, '…': 863, '·': 305, '«': 739, '»': 739 };
const UNKNOWN = 1000;

/** Letters that were measured once, in thousandths of the type size. */
const measured: Readonly<Record<'regular' | 'bold', Map<string, number>>> = { regular: new Map(), bold: new Map() };

/** Width of a text in points; never less than the font's own by more than the rounding of its figures. */
export function textWidth(text: string, size: number, bold: boolean): number {
  return (unitWidth(text, bold) * size) / 1000;
}

function unitWidth(text: string, bold: boolean): number {
  const known = measured[bold ? 'bold' : 'regular'];
  let sum = 0;
  for (const letter of text.normalize('NFC')) {
    let width = known.get(letter);
    if (width === undefined) {
      width = letterWidth(letter, bold ? BOLD : REGULAR);
      known.set(letter, width);
    }
    sum += width;
  }
  return sum;
}

function letterWidth(letter: string, widths: readonly number[]): number {
  const stroked = STROKED[letter];
  const base = stroked ?? letter.normalize('NFD').charAt(0);
  const width = widths[base.charCodeAt(0) - 32];
  if (width === undefined) return OTHER[letter] ?? UNKNOWN;
  return width + (stroked !== undefined ? STROKE : base === letter ? 0 : MARK);
}

/** How a text is broken into lines. */
interface LineRule {
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
  readonly maxLines: number;
}

/** Breaks a text at its spaces, a word that is too long within it; what does not fit ends in “…”. */
export function breakLines(text: string, rule: LineRule): readonly string[] {
  const room = (rule.width * 1000) / rule.size;
  const space = unitWidth(' ', rule.bold);
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const word of text.trim().split(/\s+/u).flatMap((word) => partsOf(word, room, rule.bold))) {
    const width = unitWidth(word, rule.bold);
    if (line !== '' && taken + space + width > room) {
      lines.push(line);
      line = '';
      taken = 0;
    }
    taken += line === '' ? width : space + width;
    line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= rule.maxLines) return lines;
  return [...lines.slice(0, rule.maxLines - 1), shortened(lines[rule.maxLines - 1] ?? '', room, rule.bold)];
}

/** A word in pieces that fit on a line each; nearly every word is one piece. */
function partsOf(word: string, room: number, bold: boolean): readonly string[] {
  if (unitWidth(word, bold) <= room) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && unitWidth(part + letter, bold) > room) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

function shortened(line: string, room: number, bold: boolean): string {
  let words = line;
  while (words.includes(' ') && unitWidth(`${words} …`, bold) > room) words = words.slice(0, words.lastIndexOf(' '));
  return `${words.replace(/[\s,;:.–-]+$/u, '')} …`;
}
