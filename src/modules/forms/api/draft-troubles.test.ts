import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DAY } from '../../../../test/clock.ts';
import { createCommune } from '../../../../test/commune.ts';
import { bundleState } from '../../uploads/index.ts';
import { purgeDrafts } from '../jobs/purge-drafts.ts';
import { boxesOf, createFormHouse, createVisitor, faultsOf, fillWhole, type FormHouse, RIGHT, SHORT_BIRTH, SHORT_BIRTH_2 } from './form-house-for-tests.ts';

let house: FormHouse;
before(async () => { house = await createFormHouse(); });
after(() => house.close());

const newest = () => house.database.db.selectFrom('form_draft').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow();

test('two browsers on one draft: what only one changed is put together, what both changed is shown and neither is taken away', async () => {
  const one = createVisitor(house);
  const token = await one.begin();
  const other = createVisitor(house);
  const [mine, theirs] = [await one.open(`/to-khai/${token}/applicant`), await other.open(`/to-khai/${token}/applicant`)];
  assert.equal((await other.press(theirs, { ...RIGHT['applicant'] })).status, 303);
  const differs = await one.press(mine, { 'applicant.fullName': 'Lê Văn Khác', 'relation': 'mother' });
  assert.equal(differs.status, 409);
  assert.match(differs.body, /Máy kia: nguyễn thị mẫu/u);
  assert.match(differs.body, /Máy này: Lê Văn Khác/u);
  assert.equal(((await newest()).answers as Record<string, unknown>)['applicant.fullName'], 'nguyễn thị mẫu');
  const page = { url: mine.url, body: differs.body };
  const unchosen = await one.press(page, {}, 'chon');
  assert.equal(unchosen.status, 422);
  assert.match(faultsOf(unchosen.body)[0] ?? '', /^Họ và tên bạn: Chọn một/u);
  const kept = await one.press({ url: mine.url, body: unchosen.body }, { 'chon-applicant.fullName': 'nay' }, 'chon');
  assert.equal(kept.status, 303);
  const answers = (await newest()).answers as Record<string, unknown>;
  assert.deepEqual([answers['applicant.fullName'], answers['applicant.citizenNumber']], ['Lê Văn Khác', '003190999901']);
});

test('a page that is sent twice writes once, and its own earlier saving is nobody else’s', async () => {
  const visitor = createVisitor(house);
  const token = await visitor.begin();
  const page = await visitor.open(`/to-khai/${token}/applicant`);
  for (const name of ['Nguyễn', 'Nguyễn Thị', 'Nguyễn Thị An']) assert.equal((await visitor.press(page, { ...RIGHT['applicant'], 'applicant.fullName': name })).status, 303);
  assert.equal(((await newest()).answers as Record<string, unknown>)['applicant.fullName'], 'Nguyễn Thị An');
});

test('what was sent is what was read: a draft that changed since is shown again', async () => {
  const visitor = createVisitor(house);
  const token = await visitor.begin();
  await fillWhole(visitor, token);
  const review = await visitor.open(`/to-khai/${token}/xem-lai`);
  const page = await visitor.open(`/to-khai/${token}/child`);
  await visitor.press(page, { 'child.weight': '1200' });
  const late = await visitor.post(`/to-khai/${token}/gui`, boxesOf(review.body));
  assert.equal(late.status, 409);
  assert.match(late.body, /vừa được sửa ở máy khác/u);
  assert.match(late.body, /Cân nặng rất nhẹ/u);
  assert.equal((await visitor.post(`/to-khai/${token}/gui`, boxesOf(late.body))).status, 303);
});

test('a draft is opened on another device by its code and four digits, and guessing is slowed down', async () => {
  const visitor = createVisitor(house);
  const token = await visitor.begin();
  const page = await visitor.open(`/to-khai/${token}/applicant`);
  assert.match((await visitor.press(page, {}, 'de-sau')).location, /\/de-sau$/u);
  const later = await visitor.open(`/to-khai/${token}/de-sau`);
  assert.match(later.body, /Chọn bốn số để mở lại/u);
  assert.equal((await visitor.post(`/to-khai/${token}/de-sau`, { bonSo: '12a4' })).status, 422);
  assert.match((await visitor.post(`/to-khai/${token}/de-sau`, { bonSo: '2468' })).location, /giu=1$/u);
  const code = /[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}/u.exec(later.body.slice(later.body.indexOf('Mã mở lại')))?.[0] ?? '';
  const other = createVisitor(house);
  assert.equal((await other.post('/to-khai/tiep-tuc', { ma: code.toLowerCase().replace('-', ''), bonSo: '2468' })).location, `/to-khai/${token}`);
  assert.equal((await other.post('/to-khai/tiep-tuc', { ma: '', bonSo: '1' })).status, 422);
  const guesser = createVisitor(house);
  const tries = [];
  for (let digits = 1000; digits < 1008; digits += 1) tries.push((await guesser.post('/to-khai/tiep-tuc', { ma: code, bonSo: String(digits) })).status);
  assert.deepEqual([tries[0], tries.at(-1)], [422, 429]);
});

test('a newer version of the form takes the answers over, names what is new and what could not be taken, and loses nothing', async () => {
  const visitor = createVisitor(house);
  const token = await visitor.begin();
  await fillWhole(visitor, token);
  house.forms.list = [SHORT_BIRTH, { ...SHORT_BIRTH_2, validFrom: '2025-08-01' }];
  try {
    const page = await visitor.open(`/to-khai/${token}`);
    assert.match(page.url, /\/child$/u);
    assert.match(page.body, /Tờ khai có mẫu mới/u);
    assert.match(page.body, /Mẫu mới còn hỏi: Giờ sinh/u);
    assert.match(page.body, /Cân nặng: 3200/u);
    const draft = await newest();
    assert.equal(draft.form_version, 2);
    assert.equal((draft.answers as Record<string, unknown>)['child.fullName'], 'Trần Gia Thử');
    assert.equal((await visitor.press(page, { 'child.hour': '14:30' })).status, 303);
    assert.match((await visitor.open(`/to-khai/${token}/xem-lai`)).body, /Câu trả lời của mẫu cũ không chuyển được/u);
  } finally {
    house.forms.list = [SHORT_BIRTH];
  }
});

test('a form that ends while it is being filled in says so and offers the general way; the answers stay', async () => {
  const visitor = createVisitor(house);
  const token = await visitor.begin();
  house.forms.list = [{ ...SHORT_BIRTH, validTo: '2026-11-01' }];
  try {
    const page = await visitor.open(`/to-khai/${token}/applicant`);
    assert.equal(page.status, 410);
    assert.match(page.body, /hết hiệu lực trong khi bạn đang khai/u);
    assert.match(page.body, /href="\/khai\/1\.001193\?chung=1"/u);
  } finally {
    house.forms.list = [SHORT_BIRTH];
  }
  assert.equal((await visitor.open(`/to-khai/${token}/applicant`)).status, 200);
});

test('a link that is not one, a deleted draft and a draft of another commune each say so', async () => {
  const visitor = createVisitor(house);
  for (const token of ['x', 'A'.repeat(22), '%00', 'bat-dau']) assert.ok([400, 404].includes((await visitor.get(`/to-khai/${token}`)).status), token);
  assert.match((await visitor.get(`/to-khai/${'A'.repeat(22)}`)).body, /Không tìm thấy bản khai/u);
  const token = await visitor.begin();
  const { id } = await newest();
  await createCommune(house.database.db, { now: house.clock.now(), commune: { code: '00070', name: 'Hoàn Kiếm', kind: 'phường', agencyCode: 'H26.10' } });
  const moveTo = (code: string) => house.database.owner.db.updateTable('form_draft').set({ commune_code: code }).where('id', '=', id).execute();
  await moveTo('00070');
  assert.match((await visitor.get(`/to-khai/${token}`)).body, /Bản khai của xã khác/u);
  await moveTo('16072');
  const deleted = await visitor.post(`/to-khai/${token}/xoa`, {});
  assert.match(deleted.body, /Đã xóa bản khai/u);
  assert.equal((await visitor.get(`/to-khai/${token}`)).status, 404);
});

test('papers that were sent with a draft go when its person deletes it', async () => {
  const visitor = createVisitor(house);
  const token = await visitor.begin();
  const papers = await visitor.get(`/to-khai/${token}/giay-to`);
  assert.match(papers.location, /^\/giay-to\/[\w-]{22}$/u);
  const { dossier_id } = await newest();
  const { db } = house.database;
  const now = house.clock.now();
  assert.equal((await bundleState({ db, links: house.pages.links }, '16072', dossier_id, now))?.phase, 'open');
  house.clock.pass(60_000);
  assert.equal((await visitor.post(`/to-khai/${token}/xoa`, {})).status, 200);
  house.clock.pass(1000);
  assert.equal((await bundleState({ db, links: house.pages.links }, '16072', dossier_id, house.clock.now()))?.phase, 'expired');
});

test('answers to questions that are not asked and names that no form has change nothing', async () => {
  const visitor = createVisitor(house);
  const token = await visitor.begin();
  await fillWhole(visitor, token);
  const page = await visitor.open(`/to-khai/${token}/child`);
  const strange = { 'relationOther': 'Bác', 'procedure_code': '9', 'applicant.fullName': 'Khác', '__proto__': 'x', 'nen': '{"a":', 'trang': 'không phải' };
  assert.equal((await visitor.press(page, strange)).status, 303);
  // A page that no longer says what it was drawn with overwrites nothing unseen.
  assert.equal((await visitor.press(page, { ...strange, 'child.fullName': 'Trần Khác' })).status, 409);
  const review = await visitor.open(`/to-khai/${token}/xem-lai`);
  assert.ok(review.body.includes('Nguyễn Thị Mẫu') && !review.body.includes('Bác'));
});

test('an expired draft says so, is emptied at night and gone a week later', async () => {
  const visitor = createVisitor(house);
  const token = await visitor.begin();
  await fillWhole(visitor, token);
  house.clock.pass(31 * DAY);
  const page = await visitor.open(`/to-khai/${token}`);
  assert.equal(page.status, 410);
  assert.match(page.body, /Bản khai đã hết hạn/u);
  await purgeDrafts(house.database.db, house.clock.now(), new AbortController().signal);
  assert.deepEqual((await newest()).answers, {});
  house.clock.pass(8 * DAY);
  assert.ok((await purgeDrafts(house.database.db, house.clock.now(), new AbortController().signal)) > 0);
  assert.equal((await visitor.get(`/to-khai/${token}`)).status, 404);
});
