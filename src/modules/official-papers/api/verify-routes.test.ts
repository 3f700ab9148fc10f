import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createDossierHouse, type DossierHouse } from '../../../../test/dossier-house.ts';
import { verificationCode } from '../domain/verification-code.ts';
import { ENVELOPE, REFUSAL } from '../papers/paper-examples-for-tests.ts';
import { type PaperView } from '../papers/paper-views.ts';
import { issuePaper } from './issue-paper.ts';

let house: DossierHouse;
before(async () => {
  house = await createDossierHouse();
});
after(() => house.close());

let visitors = 0;
/** Asks as a new visitor, or as the one given. */
async function ask(method: 'GET' | 'POST', url: string, payload?: string, address?: string) {
  visitors += 1;
  const remoteAddress = address ?? `198.51.100.${String(visitors)}`;
  const answer = await house.server.inject({ method, url, remoteAddress, headers: payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }, ...(payload === undefined ? {} : { payload }) });
  return { status: answer.statusCode, body: answer.body, headers: answer.headers };
}

async function issue(view: PaperView = REFUSAL, code = verificationCode(randomBytes(12))): Promise<{ readonly id: string; readonly code: string; readonly number: number }> {
  const paper = await house.database.db.transaction().execute((tx) =>
    issuePaper(tx, {
      communeCode: house.commune.commune.code, id: randomUUID(), dossierId: null, view, verificationCode: code, issuedAt: house.clock.now(),
      issuedBy: { staffId: null, name: 'Lê Thị Nhận' }, commandId: randomUUID(), synthetic: false,
    }),
  );
  return { id: paper.id, code, number: paper.number };
}

const SECRETS = ['Nguyễn Thị Thu Hường', '038190001234', 'Thôn Đông Hòa', '0912 345 678', 'Hàm Rồng'];

test('whoever opens the address sees that the paper is genuine, its number, day and issuer, and nothing about the person', async () => {
  const { code, number } = await issue();
  const page = await ask('GET', `/x/${code}`);
  assert.equal(page.status, 200);
  for (const words of ['Giấy này có thật và còn hiệu lực', `${String(number).padStart(2, '0')}/PTC-TTPVHCC`, 'thứ Hai, 23/11/2026', 'Trung tâm Phục vụ hành chính công xã Hoa Lộc', 'KB-7KQ4-M2XD', 'N••• T••• T••• H•••']) assert.ok(page.body.includes(words), words);
  for (const words of SECRETS) assert.ok(!page.body.includes(words), words);
  assert.deepEqual([page.headers['cache-control'], page.headers['referrer-policy'], page.headers['x-robots-tag']], ['no-store', 'no-referrer', 'noindex, nofollow']);
});

test('the code may be typed in any case, with or without hyphens', async () => {
  const { code } = await issue();
  const typed = `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`.toLowerCase();
  assert.equal((await ask('GET', `/x/${typed}`)).status, 200);
  const sent = await ask('POST', '/x', `ma=${encodeURIComponent(` ${typed} `)}`);
  assert.deepEqual([sent.status, sent.headers.location], [303, `/x/${code}`]);
});

test('four digits that are printed on the paper open every line', async () => {
  const { code } = await issue();
  for (const digits of ['1234', '5678']) {
    const page = await ask('POST', `/x/${code}`, `bonSo=${digits}`);
    assert.equal(page.status, 200);
    for (const words of SECRETS) assert.ok(page.body.includes(words), words);
    assert.ok(!page.body.includes('4 số cuối in trên giấy'));
  }
});

for (const [typed, message] of [['9999', 'không khớp với giấy'], ['12', 'Nhập đúng 4 chữ số'], ['', 'Nhập đúng 4 chữ số'], ['12345', 'Nhập đúng 4 chữ số']] as const) {
  test(`“${typed}” opens nothing and says what to look at`, async () => {
    const { code } = await issue();
    const page = await ask('POST', `/x/${code}`, `bonSo=${typed}`);
    assert.equal(page.status, 422);
    assert.ok(page.body.includes(message));
    for (const words of SECRETS) assert.ok(!page.body.includes(words), words);
  });
}

test('digits are guessed at in vain: after five wrong ones nothing is looked at, not even the right one', async () => {
  const { code } = await issue();
  for (let guess = 0; guess < 5; guess += 1) assert.equal((await ask('POST', `/x/${code}`, `bonSo=000${String(guess)}`)).status, 422);
  const page = await ask('POST', `/x/${code}`, 'bonSo=1234');
  assert.equal(page.status, 429);
  assert.match(page.body, /Chờ \d+ phút/);
  // Whoever only looks is not kept out.
  assert.equal((await ask('GET', `/x/${code}`)).status, 200);
});

test('codes are guessed at in vain: one address that tried many wrong ones has to wait', async () => {
  const address = '203.0.113.9';
  const statuses = [];
  for (let guess = 0; guess < 21; guess += 1) statuses.push((await ask('GET', `/x/${verificationCode(randomBytes(12))}`, undefined, address)).status);
  assert.deepEqual([statuses[0], statuses[19], statuses[20]], [404, 404, 429]);
  const { code } = await issue();
  assert.equal((await ask('GET', `/x/${code}`, undefined, address)).status, 429);
});

for (const [what, code] of [['unknown', 'AAAABBBBCCCC'], ['too short', 'AAAA'], ['with a sign that no code has', 'AAAA-BBBB-CC01']] as const) {
  test(`a code that is ${what} leads to a page that says so and lets one type again`, async () => {
    const page = await ask('GET', `/x/${code}`);
    assert.equal(page.status, 404);
    assert.ok(page.body.includes('Không có giấy nào mang mã này') && page.body.includes('name="ma"'));
  });
}

test('what is typed as a code and cannot be one is said beside the box', async () => {
  const page = await ask('POST', '/x', 'ma=abc');
  assert.equal(page.status, 422);
  assert.ok(page.body.includes('Mã kiểm tra gồm 12 chữ và số'));
  assert.equal((await ask('GET', '/x')).status, 200);
});

test('a void paper says since when, a replaced one by which; why is nobody’s business', async () => {
  const [gone, old, fresh] = [await issue(), await issue(), await issue()];
  const end = "update official_paper set voided_at = $2, voided_by_name = 'Phạm Thị Thư', void_reason = 'Viết sai tên', replaced_by = $3 where id = $1";
  await house.database.pool.query(end, [gone.id, house.clock.now(), null]);
  await house.database.pool.query(end, [old.id, house.clock.now(), fresh.id]);
  const [first, second] = [await ask('GET', `/x/${gone.code}`), await ask('GET', `/x/${old.code}`)];
  assert.match(first.body, /không còn hiệu lực/);
  assert.ok(second.body.includes(`${String(fresh.number).padStart(2, '0')}/PTC-TTPVHCC`) && second.body.includes('đã được thay bằng giấy khác'));
  for (const page of [first, second]) assert.ok(!page.body.includes('Viết sai tên'));
});

test('an envelope that was found leads back to the centre', async () => {
  const { code } = await issue(ENVELOPE, 'PB7KQ4M2XD9T');
  const page = await ask('GET', `/x/${code}`);
  assert.ok(page.body.includes('Nhặt được phong bì này? Xin gọi 0237 000 0000') && page.body.includes('PB-7KQ4-M2XD-9T'));
  for (const words of SECRETS.slice(0, 4)) assert.ok(!page.body.includes(words), words);
});
