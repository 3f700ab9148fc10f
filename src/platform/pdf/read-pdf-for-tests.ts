import { inflateSync } from 'node:zlib';

/** A piece of text as it stands on a page: points from the left and from the bottom, and the width of its letters without a space at the end. */
interface PdfPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Such as `Tinos-Bold`. */
  readonly font: string;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly PdfPiece[];
  /** The pieces line by line from the top, those of one line from the left, with single spaces. */
  readonly text: string;
}

interface ReadPdf {
  readonly info: Readonly<Record<string, string>>;
  readonly language: string | undefined;
  readonly pages: readonly PdfPage[];
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream: Buffer | undefined;
}

interface ReadFont {
  readonly name: string;
  readonly letters: readonly string[];
  readonly widths: readonly number[];
}

/**
 * Reads back a PDF that this program wrote: its pages with their text and where it stands. It knows just the parts of PDF that our
 * writer uses, so that the tests need no other program on the machine.
 */
export function readPdf(file: Buffer): ReadPdf {
  const objects = readObjects(file);
  const get = (reference: string | undefined): PdfObject => {
    const object = objects.get(Number(reference));
    if (object === undefined) throw new Error(`no object ${String(reference)}`);
    return object;
  };
  const all = [...objects.values()];
  const catalogue = all.find((object) => object.dictionary.includes('/Type /Catalog'));
  const kids = /\/Kids \[([^\]]*)\]/.exec(get(reference(catalogue?.dictionary, 'Pages')).dictionary)?.[1] ?? '';
  const info = all.find((object) => object.dictionary.includes('/Producer'))?.dictionary ?? '';
  return {
    info: Object.fromEntries([...info.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, key = '', id]) => [key, stringOf(get(id).dictionary.trim())])),
    language: /\/Lang \((\w+)\)/.exec(catalogue?.dictionary ?? '')?.[1],
    pages: [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => readPage(get(id), get)),
  };
}

function readObjects(file: Buffer): Map<number, PdfObject> {
  const text = file.toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const match of text.matchAll(/^(\d+) 0 obj\n/gm)) {
    const start = match.index + match[0].length;
    const end = text.indexOf('endobj', start);
    const streamAt = text.indexOf('stream\n', start);
    const hasStream = streamAt !== -1 && streamAt < end;
    const dictionary = text.slice(start, hasStream ? streamAt : end);
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    const raw = file.subarray(streamAt + 7, streamAt + 7 + length);
    const stream = dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw;
    objects.set(Number(match[1]), { dictionary, stream: hasStream ? stream : undefined });
  }
  return objects;
}

function reference(dictionary: string | undefined, key: string): string | undefined {
  return new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary ?? '')?.[1];
}

function stringOf(value: string): string {
  const bytes = Buffer.from(
    value.slice(1, -1).replace(/\\([nrtbf()\\])/g, (_, letter: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[letter] ?? letter),
    'latin1',
  );
  return bytes[0] === 0xfe && bytes[1] === 0xff ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le') : bytes.toString('latin1');
}

function readPage(page: PdfObject, get: (reference: string | undefined) => PdfObject): PdfPage {
  const [width = 0, height = 0] = (/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page.dictionary) ?? []).slice(1).map(Number);
  const resources = get(reference(page.dictionary, 'Resources')).dictionary;
  const fontList = /\/Font <<([^>]*)>>/.exec(resources)?.[1] ?? '';
  const fonts = new Map([...fontList.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => [name, readFont(get(id), get)]));
  const content = get(reference(page.dictionary, 'Contents')).stream?.toString('latin1') ?? '';
  const pieces = readPieces(content, fonts);
  return { width, height, pieces, text: textOf(pieces) };
}

function readFont(font: PdfObject, get: (reference: string | undefined) => PdfObject): ReadFont {
  const descendant = get(/\/DescendantFonts \[(\d+) 0 R\]/.exec(font.dictionary)?.[1]).dictionary;
  const map = get(reference(font.dictionary, 'ToUnicode')).stream?.toString('latin1') ?? '';
  const letters: string[] = [];
  for (const [, start = '', list = ''] of map.matchAll(/^<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gm)) {
    for (const [index, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
      letters[parseInt(start, 16) + index] = String.fromCharCode(...(hex.match(/[0-9a-f]{4}/g) ?? []).map((unit) => parseInt(unit, 16)));
    }
  }
  const widths = (/\/W \[0 \[([^\]]*)\]/.exec(descendant)?.[1] ?? '').trim().split(/\s+/).map(Number);
  return { name: /\/BaseFont \/\w+\+(\S+)/.exec(font.dictionary)?.[1] ?? '', letters, widths };
}

function readPieces(content: string, fonts: ReadonlyMap<string, ReadFont>): PdfPiece[] {
  const pieces: PdfPiece[] = [];
  for (const [, block = ''] of content.matchAll(/BT\n(.*?)\nET/gs)) {
    const [x = 0, y = 0] = (/1 0 0 1 ([-\d.]+) ([-\d.]+) Tm/.exec(block) ?? []).slice(1).map(Number);
    const [, name = '', size = '0'] = /\/(F\d+) ([\d.]+) Tf/.exec(block) ?? [];
    const font = fonts.get(name);
    if (font === undefined) throw new Error(`no font ${name}`);
    let text = '';
    let units = 0;
    let ink = 0;
    for (const [, hex, kern] of block.matchAll(/<([0-9a-f]+)>|(?<=> )(-?[\d.]+)(?= |\])/g)) {
      if (kern !== undefined) units -= Number(kern);
      for (const glyph of hex?.match(/[0-9a-f]{4}/g) ?? []) {
        const letter = font.letters[parseInt(glyph, 16)] ?? '\uFFFD';
        text += letter;
        units += font.widths[parseInt(glyph, 16)] ?? 0;
        if (letter.trim() !== '') ink = units;
      }
    }
    pieces.push({ text, x, y, width: (ink * Number(size)) / 1000, size: Number(size), font: font.name });
  }
  return pieces;
}

function textOf(pieces: readonly PdfPiece[]): string {
  const lines = Map.groupBy(pieces, (piece) => Math.round(piece.y * 2));
  return [...lines.entries()]
    .toSorted(([a], [b]) => b - a)
    .map(([, line]) => line.toSorted((a, b) => a.x - b.x).map(joinedText).join('').replace(/\s+/gu, ' ').trim())
    .join('\n');
}

/** A piece with a space before it where it does not touch the one to its left. */
function joinedText(piece: PdfPiece, index: number, line: readonly PdfPiece[]): string {
  const before = line[index - 1];
  return before !== undefined && piece.x - (before.x + before.width) > 1 ? ` ${piece.text}` : piece.text;
}
