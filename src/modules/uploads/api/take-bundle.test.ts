import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { DAY } from '../../../../test/clock.ts';
import { reviewPdfBytes, stopPageWorker } from '../../../platform/pages/pages.ts';
import { pdfOfPages } from '../../../platform/pages/pdf-for-tests.ts';

import { purgeBundles } from '../jobs/purge-bundles.ts';
import { announce, call, createUploadHouse, openFresh, type OpenedBundle, photograph, sendWhole, slot, type UploadHouse } from './bundle-for-tests.ts';
import { bundleState } from './bundle-state.ts';
import { changePage } from './change-page.ts';
import { openBundle } from './open-bundle.ts';
import { prepareBundle, type ReadyBundle, takeBundle } from './take-bundle.ts';

let house: UploadHouse;
before(async () => { house = await createUploadHouse(); });
after(async () => {
  await house.close();
  await stopPageWorker();
});

const code = () => house.commune.commune.code;
const now = () => house.clock.now();
const prepare = (id: string, options?: { readonly allowMissing?: boolean }) => prepareBundle(house.uploads, code(), id, now(), options);
const take = (ready: ReadyBundle) => house.database.db.transaction().execute((tx) => takeBundle(tx, ready, 'dossier:x', now()));
const stateOf = (id: string) => bundleState(house.uploads, code(), id, now());

async function ready(bundle: OpenedBundle): Promise<ReadyBundle> {
  const prepared = await prepare(bundle.id, { allowMissing: true });
  assert.ok(prepared.ok, JSON.stringify(prepared));
  return prepared.value;
}

describe('handing in', () => {
  test('is refused while a needed paper is missing, and while of a file only a part is here, naming both', async () => {
    const bundle = await openFresh(house);
    await sendWhole(house, bundle, await photograph(1));
    const missing = await prepare(bundle.id);
    assert.deepEqual(missing.ok ? undefined : missing.problem, { code: 'uploads.missing', facts: { papers: '“Giấy form”' } });
    await sendWhole(house, bundle, await photograph(2), { slotId: 'form' });
    assert.equal((await prepare(bundle.id)).ok, true);
    const bytes = await photograph(3);
    const { id } = await announce(house, bundle, bytes, { slotId: 'extra', fileName: 'phu.jpg' });
    await call(house, 'PUT', `${bundle.api}/${id}?at=0`, bytes.subarray(0, 100));
    const arriving = await prepare(bundle.id, { allowMissing: true });
    assert.deepEqual(arriving.ok ? undefined : arriving.problem, { code: 'uploads.arriving', facts: { files: '“phu.jpg”' } });
  });

  test('makes one PDF of the pages of a paper, in their order and turned; one picture stays as it is', async () => {
    const bundle = await openFresh(house);
    for (const seed of [10, 11]) await sendWhole(house, bundle, await photograph(seed), { fileName: `trang-${String(seed)}.jpg` });
    await sendWhole(house, bundle, pdfOfPages(2), { fileName: 'ba.pdf' });
    await sendWhole(house, bundle, await photograph(12), { slotId: 'form', fileName: 'to-khai.jpg' });
    const page = (await stateOf(bundle.id))?.slots[0]?.files[0];
    assert.ok(page);
    await changePage(house.uploads, { commune_code: code(), id: bundle.id }, 'birth-notice', page.id, 'turn', now());
    const taken = await take(await ready(bundle));
    assert.ok(taken.ok);
    assert.deepEqual(taken.value.map(({ slotId, files }) => [slotId, files.map(({ fileName }) => fileName)]), [['birth-notice', ['Giấy birth-notice.pdf']], ['form', ['to-khai.jpg']]]);
    const pdf = await house.deps.files.get(taken.value[0]?.files[0]?.sha256 ?? '');
    assert.ok(pdf);
    const review = await reviewPdfBytes(pdf);
    assert.deepEqual([review.verdict, review.verdict === 'good' ? review.pages : 0], ['good', 4]);
  });

  test('leaves a signed PDF as it is beside the pages that become one', async () => {
    const bundle = await openFresh(house);
    const signed = pdfOfPages(1, { catalogue: '/AcroForm<</Fields[4 0 R]>>', more: ['<</FT/Sig/T(s)/V<</Type/Sig>>>>'] });
    await sendWhole(house, bundle, signed, { fileName: 'ky-so.pdf' });
    for (const seed of [20, 21]) await sendWhole(house, bundle, await photograph(seed));
    const { papers } = await ready(bundle);
    assert.deepEqual(papers[0]?.files.map(({ fileName }) => fileName), ['Giấy birth-notice.pdf', 'ky-so.pdf']);
  });

  test('binds the same pages once: the second look takes the file that is there', async () => {
    const bundle = await openFresh(house);
    for (const seed of [22, 23]) await sendWhole(house, bundle, await photograph(seed));
    const first = await ready(bundle);
    let bound = 0;
    const counting = { ...house.uploads, bindPages: (...asked: Parameters<typeof house.uploads.bindPages>) => { bound += 1; return house.uploads.bindPages(...asked); } };
    const second = await prepareBundle(counting, code(), bundle.id, now(), { allowMissing: true });
    assert.deepEqual(second.ok ? second.value : second.problem, first);
    assert.equal(bound, 0);
  });

  test('leaves nothing out when the pages cannot become one: they go as they arrived', async () => {
    const bundle = await openFresh(house);
    for (const seed of [24, 25]) await sendWhole(house, bundle, await photograph(seed), { fileName: `${String(seed)}.jpg` });
    const failing = { ...house.uploads, bindPages: () => Promise.resolve({ ok: false as const, problem: { code: 'pages.too-large' } }) };
    const prepared = await prepareBundle(failing, code(), bundle.id, now(), { allowMissing: true });
    assert.deepEqual(prepared.ok ? prepared.value.papers[0]?.files.map(({ fileName }) => fileName) : prepared.problem, ['24.jpg', '25.jpg']);
  });

  test('happens once, whoever is first', async () => {
    const bundle = await openFresh(house);
    await sendWhole(house, bundle, await photograph(30));
    const one = await ready(bundle);
    const outcomes = await Promise.all([take(one), take(one), take(one)]);
    assert.deepEqual(outcomes.map((outcome) => (outcome.ok ? 'taken' : outcome.problem.code)).toSorted(), ['taken', 'uploads.taken', 'uploads.taken']);
    const again = await prepare(bundle.id);
    assert.equal(again.ok ? '' : again.problem.code, 'uploads.taken');
  });

  test('fails when another browser changed something after the look, and nothing is lost by it', async () => {
    const bundle = await openFresh(house);
    await sendWhole(house, bundle, await photograph(31));
    const before = await ready(bundle);
    await sendWhole(house, bundle, await photograph(32));
    const changed = await take(before);
    assert.equal(changed.ok ? '' : changed.problem.code, 'uploads.changed');
    assert.equal((await stateOf(bundle.id))?.slots[0]?.files.length, 2);
    assert.equal((await take(await ready(bundle))).ok, true);
  });

  test('that is rolled back leaves the bundle open', async () => {
    const bundle = await openFresh(house);
    await sendWhole(house, bundle, await photograph(33));
    const one = await ready(bundle);
    await assert.rejects(house.database.db.transaction().execute(async (tx) => {
      await takeBundle(tx, one, 'dossier:x', now());
      throw new Error('the declaration was refused');
    }));
    assert.equal((await stateOf(bundle.id))?.phase, 'open');
    assert.equal((await take(one)).ok, true);
  });
});

describe('what was taken', () => {
  test('changes no more: the program and the database refuse it', async () => {
    const bundle = await openFresh(house, { memo: { hoTen: 'Nguyễn Thị Mẫu' } });
    await sendWhole(house, bundle, await photograph(40));
    assert.equal((await take(await ready(bundle))).ok, true);
    assert.equal((await announce(house, bundle, await photograph(41))).body['code'], 'uploads.taken');
    const state = await stateOf(bundle.id);
    assert.deepEqual([state?.phase, state?.memo], ['taken', null]);
    const page = state?.slots[0]?.files[0];
    const refused = await changePage(house.uploads, { commune_code: code(), id: bundle.id }, 'birth-notice', page?.id ?? '', 'remove', now());
    assert.equal(refused.ok ? '' : refused.problem.code, 'uploads.taken');
    for (const statement of [`delete from upload_page where bundle_id = '${bundle.id}'`, `update upload_page set turn = 90 where bundle_id = '${bundle.id}'`, `update upload_bundle set taken_at = null, taken_for = null where id = '${bundle.id}'`]) {
      await assert.rejects(house.database.pool.query(statement), { code: '23514' }, statement);
    }
  });

  test('is opened no more', async () => {
    const bundle = await openFresh(house);
    await sendWhole(house, bundle, await photograph(42));
    await take(await ready(bundle));
    const plan = { communeCode: code(), id: bundle.id, title: { vi: 'x', en: null }, returnPath: '/khai/x', slots: [slot('birth-notice')] };
    const again = await house.database.db.transaction().execute((tx) => openBundle(tx, house.deps.links, plan, now()));
    assert.equal(again.ok ? '' : again.problem.code, 'uploads.taken');
  });
});

describe('opening again', () => {
  test('keeps the papers, takes the new memo and gives the whole time again', async () => {
    const bundle = await openFresh(house, { memo: { a: 1 } });
    await sendWhole(house, bundle, await photograph(50));
    house.clock.pass(DAY);
    await openFresh(house, { id: bundle.id, memo: { a: 2 } });
    const state = await stateOf(bundle.id);
    assert.deepEqual([state?.memo, state?.slots[0]?.files.length, state?.expiresAt.getTime()], [{ a: 2 }, 1, now().getTime() + 7 * DAY]);
  });

  test('leads back to this site only', async () => {
    for (const returnPath of ['//evil.example', 'https://evil.example', '/\\evil.example', '']) await assert.rejects(openFresh(house, { returnPath }), /a page of this site/);
  });
});

describe('the nightly clearing', () => {
  const left = async (id: string) => (await house.database.db.selectFrom('upload_bundle').select('id').where('id', '=', id).execute()).length;

  test('removes papers whose time is over with every piece of them, and leaves the others', async () => {
    const [old, fresh] = [await openFresh(house, { expiresAt: new Date(now().getTime() + DAY) }), await openFresh(house)];
    const bytes = await photograph(60);
    const { id } = await announce(house, old, bytes);
    await call(house, 'PUT', `${old.api}/${id}?at=0`, bytes.subarray(0, 500));
    await sendWhole(house, old, await photograph(61), { slotId: 'form' });
    house.clock.pass(DAY + 1000);
    assert.ok((await purgeBundles(house.database.db, now())) > 0);
    assert.deepEqual([await left(old.id), await left(fresh.id)], [0, 1]);
    const rest = await house.database.owner.pool.query('select from upload_chunk where bundle_id = $1 union all select from upload_page where bundle_id = $1', [old.id]);
    assert.equal(rest.rowCount, 0);
    assert.equal((await call(house, 'GET', `${old.api}/${randomUUID()}`)).body['code'], 'uploads.not-found');
  });

  test('removes a receipt a day after the papers were taken; the files stay with whoever has them', async () => {
    const bundle = await openFresh(house);
    await sendWhole(house, bundle, await photograph(62));
    await take(await ready(bundle));
    house.clock.pass(DAY - 1000);
    await purgeBundles(house.database.db, now());
    assert.equal(await left(bundle.id), 1);
    house.clock.pass(2000);
    await purgeBundles(house.database.db, now());
    assert.equal(await left(bundle.id), 0);
  });
});
