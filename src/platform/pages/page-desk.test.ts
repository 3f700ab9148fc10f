import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import sharp from 'sharp';
import { createPageDesk } from './page-desk.ts';
import { bindPdf, drawPdfPage, reviewPdfBytes, stopPageWorker } from './pages.ts';
import { pdfOfPages } from './pdf-for-tests.ts';

after(() => stopPageWorker());

const jpeg = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#884422' } }).jpeg().toBuffer();

describe('pages bound to a PDF', () => {
  test('stand in order, pictures on A4 that stands or lies as they do, pages of PDFs turned', async () => {
    const [standing, lying] = [await jpeg(300, 400), await jpeg(400, 300)];
    const source = pdfOfPages(3);
    const pdf = await bindPdf(
      [
        { kind: 'picture', jpeg: lying, width: 400, height: 300 },
        { kind: 'pdf', source: 0, page: 2, turn: 90 },
        { kind: 'picture', jpeg: standing, width: 300, height: 400 },
        { kind: 'pdf', source: 0, page: 0, turn: 0 },
      ],
      [source],
    );
    assert.deepEqual(await reviewPdfBytes(pdf), { verdict: 'good', pages: 4, signed: false });
    const shapes = await Promise.all([0, 1, 2, 3].map(async (page) => {
      const { width, height } = await sharp(await drawPdfPage(pdf, page, 500)).metadata();
      return width > height ? 'lying' : 'standing';
    }));
    assert.deepEqual(shapes, ['lying', 'lying', 'standing', 'standing']);
    // The picture fills the page but for its margin, and is not stretched.
    const { data, info } = await sharp(await drawPdfPage(pdf, 2, 842)).greyscale().raw().toBuffer({ resolveWithObject: true });
    const dark = (x: number, y: number) => (data[y * info.width + x] ?? 255) < 150;
    assert.ok(dark(info.width / 2 - 1, info.height / 2) && dark(20, info.height / 2) && !dark(5, info.height / 2));
    assert.ok(!dark(Math.floor(info.width / 2), 20), 'a picture of 3 by 4 leaves white above on A4');
  });

  test('are the same bytes for the same pages', async () => {
    const pages = [{ kind: 'picture' as const, jpeg: await jpeg(90, 120), width: 90, height: 120 }];
    assert.deepEqual(await bindPdf(pages, []), await bindPdf(pages, []));
  });

  test('open in poppler', async (t) => {
    if (spawnSync('pdftoppm', ['-v']).error !== undefined) {
      t.diagnostic('poppler is not installed here; our own reader has read the same file above');
      return;
    }
    const folder = await mkdtemp(join(tmpdir(), 'xaso-pages-'));
    const file = join(folder, 'a.pdf');
    writeFileSync(file, await bindPdf([{ kind: 'picture', jpeg: await jpeg(300, 400), width: 300, height: 400 }, { kind: 'pdf', source: 0, page: 0, turn: 0 }], [pdfOfPages(1)]));
    const drawn = spawnSync('pdftoppm', ['-r', '20', '-png', file, join(folder, 'page')]);
    assert.equal(drawn.status, 0, drawn.stderr.toString());
    assert.equal(drawn.stderr.toString(), '');
    await rm(folder, { recursive: true });
  });

  test('cannot be drawn beyond the end', async () => {
    await assert.rejects(drawPdfPage(pdfOfPages(1), 1, 100));
    await assert.rejects(bindPdf([{ kind: 'pdf', source: 1, page: 0, turn: 0 }], [pdfOfPages(1)]));
  });
});

describe('the page worker', () => {
  test('that takes too long is replaced, and the next step finds a new one', async () => {
    const impatient = createPageDesk({ stepTimeoutMs: 1 });
    await assert.rejects(impatient.take({ step: 'review', pdf: pdfOfPages(100) }), /took longer/);
    await impatient.stop();
    const desk = createPageDesk();
    assert.equal((await desk.take({ step: 'review', pdf: pdfOfPages(1) })).answer, 'review');
    await desk.stop();
  });

  test('refuses what is waiting when the program stops', async () => {
    const desk = createPageDesk();
    const waiting = [desk.take({ step: 'review', pdf: pdfOfPages(1) }), desk.take({ step: 'review', pdf: pdfOfPages(1) })];
    const ended = Promise.allSettled(waiting);
    await desk.stop();
    assert.deepEqual((await ended).map(({ status }) => status), ['rejected', 'rejected']);
  });
});
