import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { stopPageWorker } from '../../../platform/pages/pages.ts';
import { pdfOfPages } from '../../../platform/pages/pdf-for-tests.ts';
import { announce, call, createUploadHouse, hashOf, openFresh, photograph, sendWhole, slot, type UploadHouse } from './bundle-for-tests.ts';
import { bundleState } from './bundle-state.ts';

let house: UploadHouse;
before(async () => { house = await createUploadHouse(); });
after(async () => {
  await house.close();
  await stopPageWorker();
});

const stateOf = async (id: string) => {
  const state = await bundleState(house.uploads, house.commune.commune.code, id, house.clock.now());
  assert.ok(state);
  return state;
};
const filesOf = async (id: string, slotId = 'birth-notice') => (await stateOf(id)).slots.find((one) => one.id === slotId)?.files ?? [];
const chunks = async () => Number((await house.database.owner.pool.query<{ n: string }>('select count(*) as n from upload_chunk')).rows[0]?.n);

describe('a file in pieces', () => {
  test('arrives as it was sent, is checked, and becomes part of its paper', async () => {
    const bundle = await openFresh(house);
    const bytes = await photograph(1);
    const sent = await sendWhole(house, bundle, bytes);
    assert.deepEqual([sent.status, sent.body['state'], sent.body['received']], [200, 'kept', bytes.length]);
    const [file] = await filesOf(bundle.id);
    assert.equal(file?.fileName, 'anh.jpg');
    const row = await house.database.db.selectFrom('upload_page').select(['sent_hash', 'sent_bytes']).where('bundle_id', '=', bundle.id).executeTakeFirstOrThrow();
    assert.deepEqual(row, { sent_hash: hashOf(bytes), sent_bytes: bytes.length });
    assert.equal(await chunks(), 0, 'the pieces are gone');
  });

  test('sent twice is here once: the second answer is that of the first', async () => {
    const bundle = await openFresh(house);
    const bytes = await photograph(2);
    const begun = await announce(house, bundle, bytes);
    const first = bytes.subarray(0, 5000);
    const url = `${bundle.api}/${begun.id}`;
    assert.equal((await call(house, 'PUT', `${url}?at=0`, first)).body['received'], 5000);
    assert.deepEqual((await call(house, 'PUT', `${url}?at=0`, first)).body, { transferId: begun.id, byteCount: bytes.length, received: 5000, state: 'arriving' });
    // A longer piece that overlaps gives only what is new.
    assert.equal((await call(house, 'PUT', `${url}?at=3000`, bytes.subarray(3000, 9000))).body['received'], 9000);
    await call(house, 'PUT', `${url}?at=9000`, bytes.subarray(9000));
    assert.equal((await call(house, 'POST', `${url}/finish`)).body['state'], 'kept');
    assert.equal((await call(house, 'POST', `${url}/finish`)).body['state'], 'kept');
    assert.equal((await filesOf(bundle.id)).length, 1);
  });

  test('is unknown under the link of other papers, whatever is asked of it, and goes on under its own', async () => {
    const [bundle, other] = [await openFresh(house), await openFresh(house)];
    const bytes = await photograph(7);
    const { id } = await announce(house, bundle, bytes);
    await call(house, 'PUT', `${bundle.api}/${id}?at=0`, bytes.subarray(0, 1000));
    for (const [method, path, body] of [['GET', '', undefined], ['PUT', '?at=1000', bytes.subarray(1000, 2000)], ['POST', '/finish', undefined]] as const) {
      const [foreign, none] = [await call(house, method, `${other.api}/${id}${path}`, body), await call(house, method, `${other.api}/${randomUUID()}${path}`, body)];
      assert.ok(foreign.status >= 400 && foreign.status < 500, `${method} ${path}`);
      assert.deepEqual([foreign.status, foreign.body['code']], [none.status, none.body['code']]);
    }
    assert.equal((await call(house, 'GET', `${bundle.api}/${id}`)).body['received'], 1000);
  });

  test('out of order is refused with how much is here, and what is here stays', async () => {
    const bundle = await openFresh(house);
    const bytes = await photograph(3);
    const { id } = await announce(house, bundle, bytes);
    await call(house, 'PUT', `${bundle.api}/${id}?at=0`, bytes.subarray(0, 1000));
    const ahead = await call(house, 'PUT', `${bundle.api}/${id}?at=2000`, bytes.subarray(2000, 3000));
    assert.deepEqual([ahead.status, ahead.body['code'], ahead.body['facts']], [409, 'uploads.chunk-ahead', { received: 1000 }]);
    assert.match(String(ahead.body['title']), /đến trước phần đứng trước nó\. Máy chủ đang có 1000 byte/);
    assert.equal((await call(house, 'GET', `${bundle.api}/${id}`)).body['received'], 1000);
    const long = await call(house, 'PUT', `${bundle.api}/${id}?at=1000`, Buffer.concat([bytes.subarray(1000), Buffer.from('x')]));
    assert.deepEqual([long.status, long.body['code']], [422, 'uploads.chunk-too-long']);
    assert.equal((await call(house, 'PUT', `${bundle.api}/${id}?at=1000`, Buffer.alloc(0))).body['code'], 'uploads.chunk-empty');
  });

  test('that is cut off is not taken for a whole one, and nobody may hand in around it', async () => {
    const bundle = await openFresh(house);
    const bytes = await photograph(4);
    const { id } = await announce(house, bundle, bytes);
    await call(house, 'PUT', `${bundle.api}/${id}?at=0`, bytes.subarray(0, 1000));
    const early = await call(house, 'POST', `${bundle.api}/${id}/finish`);
    assert.deepEqual([early.status, early.body['code'], early.body['facts']], [409, 'uploads.not-whole', { fileName: 'anh.jpg', received: 1000, total: bytes.length }]);
    const state = await stateOf(bundle.id);
    assert.equal(state.complete, false);
    assert.deepEqual(state.slots[0]?.arriving.map(({ received }) => received), [1000]);
  });

  test('goes on where it was in another browser that chooses the same file', async () => {
    const bundle = await openFresh(house);
    const bytes = await photograph(5);
    const first = await announce(house, bundle, bytes);
    await call(house, 'PUT', `${bundle.api}/${first.id}?at=0`, bytes.subarray(0, 4000));
    const second = await announce(house, bundle, bytes, { fileName: 'khac.jpg' });
    assert.deepEqual([second.body['transferId'], second.body['received']], [first.id, 4000]);
    // Both send the rest at once: whoever comes second has sent what is known.
    const rest = bytes.subarray(4000);
    const both = await Promise.all([1, 2].map(() => call(house, 'PUT', `${bundle.api}/${first.id}?at=4000`, rest)));
    assert.deepEqual(both.map(({ status, body }) => [status, body['received']]), [[200, bytes.length], [200, bytes.length]]);
    const ends = await Promise.all([1, 2].map(() => call(house, 'POST', `${bundle.api}/${first.id}/finish`)));
    assert.deepEqual(ends.map(({ body }) => body['state']), ['kept', 'kept']);
    assert.equal((await filesOf(bundle.id)).length, 1);
    const third = await announce(house, bundle, bytes);
    assert.equal(third.body['state'], 'kept', 'what the paper has is not sent again');
  });

  test('that did not arrive as it was sent is thrown away and named', async () => {
    const bundle = await openFresh(house);
    const bytes = await photograph(6);
    const sent = await sendWhole(house, bundle, bytes, { sha256: hashOf(Buffer.from('another')) });
    assert.deepEqual([sent.status, sent.body['code']], [422, 'uploads.hash-differs']);
    assert.match(String(sent.body['title']), /“anh.jpg” đến nơi không giống tệp đã gửi/);
    assert.equal(await chunks() === 0 || (await stateOf(bundle.id)).slots.every(({ arriving }) => arriving.length === 0), true);
    assert.equal((await filesOf(bundle.id)).length, 0);
  });

  test('that looked bad on the phone and was sent all the same is not warned of again', async () => {
    const bundle = await openFresh(house);
    const blank = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#f4f4f0' } }).jpeg().toBuffer();
    const { id } = await announce(house, bundle, blank);
    await call(house, 'PUT', `${bundle.api}/${id}?at=0`, blank);
    assert.equal((await call(house, 'POST', `${bundle.api}/${id}/finish?keep=1`)).status, 200);
    const [file] = await filesOf(bundle.id);
    assert.deepEqual([file?.looks, file?.keptAnyway], ['blank', true]);
  });

  test('keeps its id for itself: another file under the same id is refused', async () => {
    const bundle = await openFresh(house);
    const { id } = await announce(house, bundle, await photograph(7));
    const again = await announce(house, bundle, await photograph(8), { transferId: id });
    assert.deepEqual([again.status, again.body['code']], [409, 'uploads.reused-id']);
  });
});

describe('a file that is none', () => {
  for (const [what, bytes, code, sentence] of [
    ['a program that calls itself PDF', Buffer.concat([Buffer.from('MZ\u0090\0', 'latin1'), Buffer.alloc(600)]), 'file.wrong-type', /“giay.pdf” không phải ảnh/],
    ['a PDF that runs a program', pdfOfPages(1, { catalogue: '/OpenAction<</S/Launch/F(cmd.exe)>>' }), 'file.active-pdf', /chứa lệnh tự chạy/],
    ['a scan of 200 pages', pdfOfPages(200), 'file.too-many-pages', /có 200 trang, mỗi tệp chỉ nhận đến 100 trang/],
    ['a PDF that was cut off before it was sent', pdfOfPages(2).subarray(0, 200), 'file.damaged', /bị hỏng hoặc chưa tải lên hết/],
  ] as const) {
    test(`${what} is refused with its sentence, and the others stay`, async () => {
      const bundle = await openFresh(house);
      await sendWhole(house, bundle, await photograph(20));
      const sent = await sendWhole(house, bundle, bytes, { fileName: 'giay.pdf' });
      assert.equal(sent.body['code'], code);
      assert.match(String(sent.body['title']), sentence);
      assert.equal((await filesOf(bundle.id)).length, 1);
      assert.deepEqual((await stateOf(bundle.id)).slots[0]?.arriving, []);
    });
  }

  test('is refused before a byte is sent when it is empty or too large, or for no paper of the list', async () => {
    const bundle = await openFresh(house);
    const refused = async (change: object) => (await announce(house, bundle, Buffer.from('x'), change as Record<string, unknown>)).body['code'];
    assert.equal(await refused({ byteCount: 0 }), 'file.empty');
    assert.equal(await refused({ byteCount: 15 * 1024 * 1024 + 1 }), 'file.too-large');
    assert.equal(await refused({ slotId: 'khong-co' }), 'uploads.paper-unknown');
    assert.equal(await refused({ sha256: 'xyz' }), 'request.invalid');
  });
});

describe('a disk that is full', () => {
  test('refuses the file and keeps what came: with room it is finished without sending anything again', async () => {
    const bundle = await openFresh(house);
    const bytes = await photograph(30);
    house.fillDisk(true);
    const sent = await sendWhole(house, bundle, bytes);
    assert.deepEqual([sent.status, sent.body['code']], [503, 'file.disk-full']);
    assert.match(String(sent.body['title']), /Máy chủ hết chỗ lưu tệp/);
    house.fillDisk(false);
    assert.equal((await call(house, 'POST', `${bundle.api}/${sent.id}/finish`)).body['state'], 'kept');
    assert.equal((await filesOf(bundle.id)).length, 1);
  });

  test('of the database refuses the piece and keeps those before it', async () => {
    const bundle = await openFresh(house);
    const bytes = await photograph(31);
    const { id } = await announce(house, bundle, bytes);
    await call(house, 'PUT', `${bundle.api}/${id}?at=0`, bytes.subarray(0, 1000));
    await house.database.owner.pool.query("create function no_room() returns trigger language plpgsql as $$ begin raise exception 'no room' using errcode = '53100'; end $$; create trigger no_room before insert on upload_chunk for each row execute function no_room()");
    const full = await call(house, 'PUT', `${bundle.api}/${id}?at=1000`, bytes.subarray(1000));
    assert.deepEqual([full.status, full.body['code']], [503, 'server.disk-full']);
    await house.database.owner.pool.query('drop trigger no_room on upload_chunk');
    assert.equal((await call(house, 'GET', `${bundle.api}/${id}`)).body['received'], 1000);
    assert.equal((await call(house, 'PUT', `${bundle.api}/${id}?at=1000`, bytes.subarray(1000))).body['received'], bytes.length);
  });
});

describe('a bundle that is over', () => {
  test('takes nothing more, says why, and keeps nothing alive', async () => {
    const bundle = await openFresh(house, { expiresAt: new Date(house.clock.now().getTime() + 1000), slots: [slot('birth-notice')] });
    const bytes = await photograph(40);
    const { id } = await announce(house, bundle, bytes);
    house.clock.pass(2000);
    const late = await call(house, 'PUT', `${bundle.api}/${id}?at=0`, bytes);
    assert.deepEqual([late.status, late.body['code']], [410, 'uploads.expired']);
    assert.match(String(late.body['title']), /đã quá hạn, nên không gửi thêm được\. Mở lại tờ khai/);
    assert.equal((await announce(house, bundle, bytes)).body['code'], 'uploads.expired');
  });

  test('a link that nobody was given leads nowhere', async () => {
    const answer = await call(house, 'GET', `/api/paper-bundles/${'A'.repeat(22)}/transfers/${randomUUID()}`);
    assert.deepEqual([answer.status, answer.body['code']], [404, 'uploads.not-found']);
  });
});
