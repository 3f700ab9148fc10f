import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { PAPER } from './paper-size.ts';
import { runs, stack, text, type PdfDefinition, type PdfFlow, type PdfNode } from './pdf-definition.ts';
import { createPdfRenderer } from './pdf-renderer.ts';
import { readPdf } from './read-pdf-for-tests.ts';
import { type Sheet } from './sheet.ts';
import { VIETNAMESE_LETTERS } from './vietnamese-letters-for-tests.ts';

const renderer = createPdfRenderer();
after(() => renderer.stop());

const MARGINS = [34, 30, 34, 30] as const;
const WIDTH = PAPER.A5.width - MARGINS[0] - MARGINS[2];

function flow(content: readonly PdfNode[], more: Partial<PdfFlow> = {}): PdfFlow {
  return {
    kind: 'flow',
    info: { title: 'Giấy thử', author: 'Xã Hoa Lộc', createdAt: Date.UTC(2026, 10, 20, 8, 30) },
    page: { ...PAPER.A5, margins: MARGINS },
    style: { font: 'Tinos', size: 10.5, lineHeight: 1 },
    content,
    ...more,
  };
}

const draw = async (definition: PdfDefinition) => readPdf(await renderer.render(definition));

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

describe('every Vietnamese letter comes back from the paper', () => {
  for (const font of ['Tinos', 'Be Vietnam Pro'] as const) {
    for (const face of [{}, { bold: true }, { italics: true }, { bold: true, italics: true }]) {
      test(`${font} ${Object.keys(face).join(' ')}`, async () => {
        const line = VIETNAMESE_LETTERS.join(' ');
        const pdf = await draw(flow([text(line, { font, ...face })]));
        assert.equal(pdf.pages[0]?.text.replaceAll('\n', ' '), line);
      });
    }
  }

  test('another program reads the same letters', async () => {
    const line = VIETNAMESE_LETTERS.join(' ');
    const file = await renderer.render(flow([text(line), text(line, { font: 'Be Vietnam Pro' })]));
    const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
    try {
      writeFileSync(join(folder, 'letters.pdf'), file);
      const other = spawnSync('pdftotext', ['-enc', 'UTF-8', join(folder, 'letters.pdf'), '-'], { encoding: 'utf8' });
      // Where poppler is not installed our own reader takes its place, so that the rule is checked on every machine.
      const words = other.error === undefined ? other.stdout : (readPdf(file).pages[0]?.text ?? '');
      assert.equal(words.replace(/\s/gu, ''), VIETNAMESE_LETTERS.join('').repeat(2));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test('the file names its title, its language and the given date', async () => {
  const pdf = await draw(flow([text('A')]));
  assert.equal(pdf.language, 'vi');
  assert.equal(pdf.info['Title'], 'Giấy thử');
  assert.equal(pdf.info['Author'], 'Xã Hoa Lộc');
  assert.equal(pdf.info['CreationDate'], 'D:20261120083000Z');
});

test('the same definition makes the same bytes, in another worker too', async () => {
  const definition = flow([text('Giấy tiếp nhận'), text('đậm', { bold: true })]);
  const other = createPdfRenderer();
  try {
    const [first, second, third] = await Promise.all([renderer.render(definition), renderer.render(definition), other.render(definition)]);
    assert.ok(first.equals(second));
    assert.ok(first.equals(third));
  } finally {
    await other.stop();
  }
});

test('a definition is never changed', async () => {
  const definition = frozen(flow([text('A'), stack([text('B')], { keepTogether: true })], { closing: { content: [text('C')], foot: text('D') } }));
  const pdf = await draw(definition);
  assert.equal(pdf.pages[0]?.text, 'A\nB\nC\nD');
});

test('no word and no name runs out of the page, however long', async () => {
  const long = 'Nguyễn'.repeat(30);
  const cell = () => text(long);
  const pdf = await draw(
    flow([
      text(long),
      text(long, { align: 'right', bold: true }),
      runs([{ text: 'Nhãn: ' }, { text: long, bold: true }]),
      { kind: 'columns', gap: 10, columns: [{ width: 100, content: text(long, { align: 'center' }) }, { width: WIDTH - 110, content: text(long) }] },
      { kind: 'table', widths: [40, 80, WIDTH - 120], headRows: 0, lines: 'grid', padding: [4, 2], rows: [[cell(), cell(), cell()], [cell(), cell(), cell()]] },
      { kind: 'ruled-text', text: text(long, { align: 'center' }), width: WIDTH, part: 0.4, thickness: 1, gap: 2 },
    ]),
  );
  const pieces = pdf.pages.flatMap((page) => page.pieces);
  assert.equal(pieces.map((piece) => piece.text).join('').replace(/\s/g, '').length, long.length * 12 + 5);
  for (const piece of pieces) {
    assert.ok(piece.x >= MARGINS[0] - 0.1, `${piece.text} begins at ${piece.x}`);
    assert.ok(piece.x + piece.width <= PAPER.A5.width - MARGINS[2] + 0.1, `${piece.text} ends at ${piece.x + piece.width}`);
  }
});

test('a block that is taller than a page is broken over pages instead of being cut off', async () => {
  const lines = Array.from({ length: 120 }, (_, index) => `Dòng ${index + 1}`);
  const tall = stack(lines.map((line) => text(line)), { keepTogether: true });
  const row: PdfNode = { kind: 'table', widths: [WIDTH], headRows: 0, lines: 'grid', padding: [4, 2], rows: [[stack(lines.map((line) => text(line)))]] };
  for (const content of [[tall], [row]]) {
    const pdf = await draw(flow(content));
    assert.deepEqual(pdf.pages.flatMap((page) => page.text.split('\n')), lines);
  }
});

test('the closing block stays whole and its foot stands at the foot of the last page', async () => {
  const closing = { content: [text('Ký tên'), text('Họ tên', { margin: [0, 40, 0, 0] as const })], foot: text('Mang theo giấy này') };
  for (const count of [1, 38, 40, 41, 42, 44, 100]) {
    const pdf = await draw(flow(Array.from({ length: count }, () => text('Một dòng')), { closing }));
    const last = pdf.pages.at(-1);
    assert.match(last?.text ?? '', /Ký tên\nHọ tên\nMang theo giấy này$/, `${count} lines`);
    const foot = last?.pieces.find((piece) => piece.text.startsWith('Mang'));
    assert.ok(foot !== undefined && Math.abs(foot.y - MARGINS[3]) < 8, `${count} lines: ${String(foot?.y)}`);
  }
});

test('pages are numbered in the top margin from the second on, and labelled at the foot only where there are several', async () => {
  const pageLabels = { head: '{page}', foot: 'Mã H56 · Trang {page}/{pages}', size: 9 };
  const one = await draw(flow([text('A')], { pageLabels }));
  assert.deepEqual(one.pages.map((page) => page.text), ['A']);
  const many = await draw(flow(Array.from({ length: 100 }, () => text('A')), { pageLabels }));
  assert.equal(many.pages.length, 3);
  assert.match(many.pages[0]?.text ?? '', /^A\n(A\n)+Mã H56 · Trang 1\/3$/);
  assert.match(many.pages[2]?.text ?? '', /^3\nA\n(A\n)+Mã H56 · Trang 3\/3$/);
});

test('the head of a table is repeated on every page and rows are not broken', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => [text(String(index + 1)), text('Giấy tờ dài dòng '.repeat(6))]);
  const pdf = await draw(flow([{ kind: 'table', widths: [40, WIDTH - 40], headRows: 1, lines: 'rows', padding: [4, 2], rows: [[text('TT'), text('Tên')], ...rows] }]));
  assert.ok(pdf.pages.length > 2);
  for (const page of pdf.pages) assert.match(page.text, /^TT Tên\n\d+ Giấy tờ/);
});

test('however many rows a table has, its closing block never stands alone on the last page: the last row goes with it, under its head', async () => {
  const row = (index: number) => [text(String(index)), text(`Hồ sơ ${index}`)];
  const drawn = async (count: number, once: boolean) => {
    const rows = [[text('TT'), text('Tên')], ...Array.from({ length: count }, (_, index) => row(index + 1))];
    const table = { kind: 'table', widths: [40, WIDTH - 40], headRows: 1, lines: 'grid', padding: [4, 2], lastRowWithClosing: true, rows } as const;
    return draw(flow([table], { closing: { content: [text('NGƯỜI LẬP'), text(' ', { margin: [0, 60, 0, 0] })], foot: text('Chân trang'), once }, pageLabels: { head: '{page}', foot: 'Trang {page}/{pages}', size: 9 } }));
  };
  let moved = 0;
  for (const once of [false, true]) {
    for (let count = 18; count <= 60; count += 1) {
      const { pages } = await drawn(count, once);
      const last = pages.at(-1)?.text ?? '';
      assert.match(last, new RegExp(`TT Tên\\n(.*\\n)*${count} Hồ sơ ${count}\\nNGƯỜI LẬP\\n(.*\\n)*Chân trang`), `${count} rows`);
      const numbers = pages.flatMap((page) => [...page.text.matchAll(/^(\d+) Hồ sơ/gmu)].map(([, number]) => Number(number)));
      assert.deepEqual(numbers, Array.from({ length: count }, (_, index) => index + 1));
      if (pages.length > 1 && !last.includes(`Hồ sơ ${count - 1}\n`)) moved += 1;
    }
  }
  assert.ok(moved > 0, 'somewhere the block would have stood alone');
});

const bad = (node: object) => flow([node as PdfNode]);
const refused: readonly (readonly [string, PdfDefinition])[] = [
  ['a colour that is not one', flow([text('A', { colour: 'url(http://example.org/x)' })])],
  ['path data with markup', bad({ kind: 'drawing', path: '"/><image href="/etc/passwd"/>', viewWidth: 1, viewHeight: 1, width: 1, colour: '#000000' })],
  ['a size with markup', bad({ kind: 'drawing', path: 'M0 0z', viewWidth: '1"/><image href="/etc/passwd"/>', viewHeight: 1, width: 1, colour: '#000000' })],
  ['a font that is a file', bad({ kind: 'text', runs: [{ text: 'A' }], font: '/etc/passwd' })],
  ['an unknown node with an image', bad({ kind: 'image', image: '/etc/passwd' })],
];

for (const [what, definition] of refused) {
  test(`refused without touching a file or the network: ${what}`, async () => {
    await assert.rejects(renderer.render(definition), /the PDF cannot be drawn/);
  });
}

test('what a text says is only ever text', async () => {
  const words = '<image href="/etc/passwd"/> http://example.org/a.png data:image/png;base64,AAAA {page}';
  const pdf = await draw(flow([text(words)], { pageLabels: { head: '{page}', size: 9 } }));
  assert.equal(pdf.pages[0]?.text.replace(/\s/g, ''), words.replace(/\s/g, ''));
});

test('a sheet is drawn line by line where it says, and a line that is too wide is set smaller', async () => {
  const line = { font: 'Be Vietnam Pro', size: 20, bold: false, colour: '#1F1B16', maxWidth: 100 } as const;
  const sheet: Sheet = {
    shapes: [{ kind: 'rect', x: 0, y: 0, width: 10, height: 10, colour: '#8F1D1D' }],
    texts: [
      { ...line, x: 50, baseline: 100, text: 'Ngắn', align: 'left' },
      { ...line, x: 150, baseline: 140, text: 'Một dòng dài hơn chỗ của nó', align: 'right' },
      { ...line, x: 200, baseline: 180, text: 'Giữa', align: 'center' },
    ],
  };
  const pdf = await draw({ kind: 'sheets', info: flow([]).info, page: PAPER.A6, sheets: [sheet, sheet] });
  assert.equal(pdf.pages.length, 2);
  const [short, long, middle] = pdf.pages[1]?.pieces ?? [];
  assert.ok(short !== undefined && long !== undefined && middle !== undefined);
  assert.deepEqual([short.x, Math.round(PAPER.A6.height - short.y), short.size], [50, 100, 20]);
  assert.ok(long.size < 20 && Math.abs(long.x + long.width - 150) < 0.5 && Math.abs(long.width - 100) < 0.5);
  assert.ok(Math.abs(middle.x + middle.width / 2 - 200) < 0.5);
});

test('the fonts come with their licences', () => {
  for (const name of ['be-vietnam-pro', 'tinos']) {
    const licence = readFileSync(new URL(`../../../node_modules/@expo-google-fonts/${name}/LICENSE_FONT`, import.meta.url), 'utf8');
    assert.match(licence, /SIL Open Font License|Apache License/i);
  }
});
