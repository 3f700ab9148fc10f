import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { PAPER } from './paper-size.ts';
import { text, type PdfDefinition } from './pdf-definition.ts';
import { createPdfRenderer, type PdfRenderer, type PdfRendererOptions } from './pdf-renderer.ts';
import { readPdf } from './read-pdf-for-tests.ts';
import { renderPdf, stopPdfWorker } from './render-pdf.ts';
import { type Sheet } from './sheet.ts';

const info = { title: 'Thử', author: 'Xã Hoa Lộc', createdAt: 0 };

const slip = (words: string): PdfDefinition => ({
  kind: 'flow',
  info,
  page: { ...PAPER.A5, margins: [30, 30, 30, 30] },
  style: { font: 'Tinos', size: 10, lineHeight: 1 },
  content: [text(words)],
});

const sheet = (words: string): Sheet => ({
  shapes: [],
  texts: [{ x: 20, baseline: 40, text: words, font: 'Be Vietnam Pro', size: 12, bold: false, colour: '#000000', align: 'left', maxWidth: 200 }],
});

const book = (sheets: Iterable<Sheet>): PdfDefinition => ({ kind: 'sheets', info, page: PAPER.A6, sheets });

async function withRenderer(options: Partial<PdfRendererOptions>, use: (renderer: PdfRenderer) => Promise<void>): Promise<void> {
  const renderer = createPdfRenderer(options);
  try {
    await use(renderer);
  } finally {
    await renderer.stop();
  }
}

const pageTexts = (file: Buffer) => readPdf(file).pages.map((page) => page.text);

test('the worker starts with the first paper, ends when it has been idle, and starts again for the next', async () => {
  await withRenderer({ idleMs: 40 }, async (renderer) => {
    assert.equal(renderer.isRunning(), false);
    await renderer.render(slip('một'));
    assert.equal(renderer.isRunning(), true);
    for (let tries = 0; renderer.isRunning() && tries < 100; tries += 1) await wait(20);
    assert.equal(renderer.isRunning(), false);
    assert.deepEqual(pageTexts(await renderer.render(slip('hai'))), ['hai']);
  });
});

test('papers that are asked for at once are all drawn, each with its own words', async () => {
  await withRenderer({}, async (renderer) => {
    const words = Array.from({ length: 12 }, (_, index) => `Giấy số ${index}`);
    const files = await Promise.all(words.map((word) => renderer.render(slip(word))));
    assert.deepEqual(files.map(pageTexts), words.map((word) => [word]));
  });
});

test('a slip does not wait for the book that was begun before it', async () => {
  await withRenderer({ sheetsPerStep: 5 }, async (renderer) => {
    const done: string[] = [];
    const pages = Array.from({ length: 200 }, (_, index) => `Tờ ${index + 1}`);
    const long = renderer.render(book(pages.map(sheet))).then((file) => {
      done.push('book');
      return file;
    });
    const short = renderer.render(slip('phiếu')).then(() => done.push('slip'));
    await short;
    assert.deepEqual(done, ['slip']);
    assert.deepEqual(pageTexts(await long), pages);
  });
});

test('two books drawn by turns keep their own pages', async () => {
  await withRenderer({ sheetsPerStep: 3 }, async (renderer) => {
    const names = (letter: string) => Array.from({ length: 10 }, (_, index) => `${letter} ${index}`);
    const files = await Promise.all([renderer.render(book(names('A').map(sheet))), renderer.render(book(names('B').map(sheet)))]);
    assert.deepEqual(files.map(pageTexts), [names('A'), names('B')]);
  });
});

test('the pages of a book are made step by step, not all at the start', async () => {
  await withRenderer({ sheetsPerStep: 4 }, async (renderer) => {
    let made = 0;
    const drawn = renderer.render(
      book({
        *[Symbol.iterator]() {
          for (let index = 0; index < 40; index += 1) {
            made += 1;
            yield sheet(`Tờ ${index}`);
          }
        },
      }),
    );
    assert.equal(made, 4);
    assert.equal(readPdf(await drawn).pages.length, 40);
    assert.equal(made, 40);
  });
});

test('a worker that hangs is replaced: its paper is refused, the waiting ones are drawn, a half-drawn book from its start', async () => {
  // How long a cold start takes on this machine now decides what counts as hanging.
  const before = performance.now();
  await withRenderer({}, async (renderer) => {
    await renderer.render(slip('thử'));
  });
  const stepTimeoutMs = Math.max(2000, Math.round((performance.now() - before) * 4));
  await withRenderer({ sheetsPerStep: 2, stepTimeoutMs }, async (renderer) => {
    const pages = Array.from({ length: 6 }, (_, index) => `Tờ ${index}`);
    const half = renderer.render(book(pages.map(sheet)));
    // A text of a million words keeps the layout busy far beyond the time-out, or fills its heap.
    const hanging = renderer.render({ ...slip('x'), content: [text('dài '.repeat(1_500_000))] } as PdfDefinition);
    const waiting = renderer.render(slip('chờ'));
    await assert.rejects(hanging, /took longer than \d+ ms|memory/);
    assert.deepEqual(pageTexts(await waiting), ['chờ']);
    assert.deepEqual(pageTexts(await half), pages);
  });
});

test('a definition that cannot be sent is refused and the next paper is drawn', async () => {
  await withRenderer({}, async (renderer) => {
    const broken = { ...slip('x'), content: [() => 'x'] } as unknown as PdfDefinition;
    await assert.rejects(renderer.render(broken));
    assert.deepEqual(pageTexts(await renderer.render(slip('sau'))), ['sau']);
  });
});

test('stopping refuses what is waiting', async () => {
  const renderer = createPdfRenderer();
  const waiting = renderer.render(slip('x'));
  const refused = assert.rejects(waiting, /was stopped/);
  await renderer.stop();
  await refused;
  assert.equal(renderer.isRunning(), false);
});

test('the shared renderer draws, can be stopped, and draws again', async () => {
  assert.deepEqual(pageTexts(await renderPdf(slip('một'))), ['một']);
  await stopPdfWorker();
  assert.deepEqual(pageTexts(await renderPdf(slip('hai'))), ['hai']);
  await stopPdfWorker();
});
