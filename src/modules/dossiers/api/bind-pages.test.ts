import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { createCommune, type TestCommune } from '../../../../test/commune.ts';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { openFileStore } from '../../../platform/files/file-store.ts';
import { keepFile } from '../../../platform/files/keep-upload.ts';
import { pdfOfPages } from '../../../platform/pages/pdf-for-tests.ts';
import { reviewPdfBytes, stopPageWorker } from '../../../platform/pages/pages.ts';
import { bindPages } from './bind-pages.ts';
import { pagePicture } from './page-picture.ts';
import { photo } from './sample-files-for-tests.ts';

let house: DossierHouse;
let other: TestCommune;
before(async () => {
  house = await createDossierHouse();
  other = await createCommune(house.database.db, { now: house.clock.now(), commune: { code: '00070', name: 'Hoàn Kiếm', kind: 'phường', agencyCode: 'H26.10' } });
});
after(async () => {
  await house.close();
  await stopPageWorker();
});

async function keep(bytes: Buffer, name: string, communeCode = house.commune.commune.code): Promise<string> {
  const kept = await keepFile(house.database.db, house.deps.files, communeCode, bytes, name, house.clock.now());
  assert.ok(kept.ok, JSON.stringify(kept));
  return kept.value.sha256;
}

const page = (sha256: string, over: Readonly<Record<string, unknown>> = {}) => ({ sha256, page: 1, turn: 0, crop: null, ...over });
const bind = (pages: readonly unknown[]) => house.call(house.commune.staff.reception.actor, 'POST', '/api/uploads/pages', { fileName: 'Giấy chứng sinh', pages });

/** The shape of one page of an uploaded file. */
async function look(sha256: string, number: number, actor = house.commune.staff.reception.actor) {
  const answer = await house.server.inject({ method: 'GET', url: `/api/uploads/${sha256}/pages/${String(number)}?size=small`, headers: house.as(actor) });
  return answer.statusCode === 200 ? sharp(answer.rawPayload).metadata() : answer.json<{ code: string }>().code;
}

describe('pages of one paper', () => {
  test('photographs and a PDF become one PDF with the pages in their order, and the same pages give the same file', async () => {
    const [first, second, scan] = [await keep(await photo(10), 'a.jpg'), await keep(await photo(20), 'b.jpg'), await keep(pdfOfPages(3), 'c.pdf')];
    const pages = [page(second, { turn: 90 }), page(scan, { page: 3 }), page(first, { crop: { x: 0.1, y: 0.1, w: 0.5, h: 0.8 } }), page(scan, { page: 1, turn: 90 }), page(scan, { page: 2, crop: { x: 0, y: 0, w: 1, h: 0.5 } })];
    const { status, body } = await bind(pages);
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual({ name: body['fileName'], type: body['mediaType'], pages: body['pages'] }, { name: 'Giấy chứng sinh.pdf', type: 'application/pdf', pages: 5 });
    const bound = await house.deps.files.get(String(body['sha256']));
    assert.deepEqual(bound && (await reviewPdfBytes(bound)), { verdict: 'good', pages: 5, signed: false });
    const shapes = await Promise.all([1, 2, 3, 4, 5].map(async (number) => {
      const shape = await look(String(body['sha256']), number);
      assert.ok(typeof shape !== 'string');
      return shape.width > shape.height ? 'lying' : 'standing';
    }));
    assert.deepEqual(shapes, ['standing', 'standing', 'standing', 'lying', 'lying']);
    assert.equal((await bind(pages)).body['sha256'], body['sha256']);
  });

  test('the bound file is received like any other, and its pages are counted', async () => {
    const { body } = await bind([page(await keep(await photo(30), 'a.jpg')), page(await keep(await photo(40), 'b.jpg'))]);
    const fileId = randomUUID();
    const request = receptionRequest(house);
    const [paper] = request['papers'] as readonly object[];
    const received = await house.call(house.commune.staff.reception.actor, 'POST', '/api/dossiers', {
      ...request, papers: [{ ...paper, files: [{ id: fileId, sha256: body['sha256'], fileName: body['fileName'] }] }],
    });
    assert.equal(received.status, 200, JSON.stringify(received.body));
    const address = `/api/dossiers/${String(received.body['id'])}/files/${fileId}/pages`;
    const headers = house.as(house.commune.staff.clerk.actor);
    assert.equal((await house.server.inject({ method: 'GET', url: `${address}/2`, headers })).headers['content-type'], 'image/jpeg');
    assert.equal((await house.server.inject({ method: 'GET', url: `${address}/3`, headers })).json<{ code: string }>().code, 'file.gone');
    // The file of one dossier is not found under another.
    const stranger = `/api/dossiers/${randomUUID()}/files/${fileId}/pages/1`;
    assert.equal((await house.server.inject({ method: 'GET', url: stranger, headers })).json<{ code: string }>().code, 'dossier.not-found');
  });

  test('a file that another commune sent is not there, neither to look at nor to bind', async () => {
    const theirs = await keep(await photo(50), 'a.jpg', other.commune.code);
    assert.equal((await bind([page(theirs)])).body['code'], 'pages.source-unknown');
    assert.equal(await look(theirs, 1), 'file.gone');
    assert.ok(typeof (await look(theirs, 1, other.staff.reception.actor)) !== 'string');
  });

  test('a signed PDF stays as it is', async () => {
    const signed = await keep(pdfOfPages(1, { catalogue: '/AcroForm<</Fields[4 0 R]>>', more: ['<</FT/Sig/T(s)/V<</Type/Sig>>>>'] }), 'signed.pdf');
    assert.equal((await bind([page(signed)])).body['code'], 'pages.signed');
  });

  test('no page, a page beyond the end, 101 pages and a turn of one degree are refused', async () => {
    const one = await keep(await photo(60), 'a.jpg');
    assert.equal((await bind([page(one, { page: 2 })])).body['code'], 'pages.page-unknown');
    for (const wrong of [[], Array.from({ length: 101 }, () => page(one)), [page(one, { turn: 1 })], [page(one, { crop: { x: 0, y: 0, w: 2, h: 1 } })]]) {
      assert.equal((await bind(wrong)).body['code'], 'request.invalid');
    }
  });

  test('a file that was swapped on disk after it was taken is not used', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xaso-swapped-'));
    const deps = { ...house.deps, files: openFileStore(folder) };
    const communeCode = house.commune.commune.code;
    const kept = await keepFile(deps.db, deps.files, communeCode, await photo(70), 'a.jpg', house.clock.now());
    assert.ok(kept.ok);
    const { sha256 } = kept.value;
    await writeFile(join(folder, sha256.slice(0, 2), sha256), await photo(71));
    const bound = await bindPages(deps, communeCode, { fileName: 'a', pages: [{ sha256, page: 1, turn: 0, crop: null }] }, house.clock.now());
    assert.deepEqual(!bound.ok && bound.problem.code, 'file.swapped');
    const seen = await pagePicture(deps, { sha256, mediaType: 'image/jpeg' }, 1, 'small');
    assert.deepEqual(!seen.ok && seen.problem.code, 'file.swapped');
    await rm(folder, { recursive: true });
  });

  test('pages that become too heavy together are refused with both weights', async () => {
    const noise = await sharp({ create: { width: 1200, height: 1200, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 90 }, background: '#000' } }).jpeg({ quality: 90 }).toBuffer();
    const heavy = await keep(noise, 'a.jpg');
    // Three pages that are one picture would be stored once: every page keeps another part.
    const pages = [0.9, 0.8, 0.7].map((w) => ({ sha256: heavy, page: 1, turn: 0 as const, crop: { x: 0, y: 0, w, h: 1 } }));
    const bound = await bindPages(house.deps, house.commune.commune.code, { fileName: 'a', pages }, house.clock.now(), 1024 * 1024);
    assert.deepEqual(!bound.ok && [bound.problem.code, bound.problem.facts?.['most']], ['pages.too-large', 1]);
  });
});
