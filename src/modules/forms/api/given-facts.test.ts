import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { randomUUID } from 'node:crypto';
import { type FactSource } from '../domain/carry-facts.ts';
import { type FormDefinition } from '../domain/form-definition.ts';
import { beginDraft } from './draft-door.ts';
import { boxesOf, createFormHouse, createVisitor, fillWhole, type FormHouse, RIGHT, SHORT_BIRTH, SHORT_BIRTH_2 } from './form-house-for-tests.ts';

let house: FormHouse;
before(async () => { house = await createFormHouse(); });
after(() => house.close());

const TOLD = { 'applicant.fullName': 'Nguyễn Thị Mẫu', 'applicant.citizenNumber': '003190999901', 'applicant.birthDate': '1990-03-05', 'applicant.residence': { text: 'Thôn Hoa Phú, xã Hoa Lộc, tỉnh Thanh Hóa', commune: '16072' } };
const source = (more: Partial<FactSource> = {}): FactSource => ({ kind: 'life-event', ref: 'x', words: { vi: 'Đăng ký kết hôn', en: 'Marriage' }, day: '2026-11-30', definition: SHORT_BIRTH, answers: TOLD, same: ['applicant'], pairs: [], presets: [{ to: 'relation', value: 'mother' }], ...more });

async function begin(sources: readonly FactSource[]): Promise<string> {
  const begun = await beginDraft(house.pages, '1.001193', randomUUID(), { now: house.clock.now() }, sources);
  assert.ok(begun !== undefined);
  return begun.token;
}

test('a draft opens with what was told before: once looked at with one button, then only what is missing is asked', async () => {
  const visitor = createVisitor(house);
  const token = await begin([source()]);
  const first = await visitor.get(`/to-khai/${token}`);
  assert.equal(first.location, `/to-khai/${token}/da-co`);
  const page = await visitor.get(first.location);
  assert.match(page.body, /Những điều đã khai trước/u);
  assert.match(page.body, /Nguyễn Thị Mẫu/u);
  assert.equal(page.body.match(/Đã có từ tờ khai Đăng ký kết hôn/gu)?.length, 4);
  assert.match(page.body, /Điền sẵn theo “Đăng ký kết hôn”/u);
  const yes = await visitor.post(`/to-khai/${token}/da-co`, boxesOf(page.body));
  assert.equal(yes.location, `/to-khai/${token}`);
  assert.equal((await visitor.get(`/to-khai/${token}`)).location, `/to-khai/${token}/child`);
});

test('a question that was answered before says where it comes from, in the reader’s language, and can be changed: then it says what was told there', async () => {
  const visitor = createVisitor(house);
  const token = await begin([source()]);
  const page = await visitor.open(`/to-khai/${token}/applicant`);
  assert.match(page.body, /id="o-applicant-fullName-hint"><b>Đã có từ tờ khai Đăng ký kết hôn<\/b>/u);
  await visitor.press(page, { 'applicant.fullName': 'Nguyễn Thị Mậu' });
  const again = await visitor.get(`/to-khai/${token}/applicant`);
  assert.match(again.body, /Bạn đã sửa ở đây. Tờ khai Đăng ký kết hôn ghi: Nguyễn Thị Mẫu/u);
  const review = await visitor.get(`/to-khai/${token}/xem-lai`);
  assert.match(review.body, /Bạn đã sửa ở đây. Tờ khai Đăng ký kết hôn ghi: Nguyễn Thị Mẫu/u);
  const english = await createVisitor(house, { lang: 'en' }).get(`/to-khai/${token}/applicant`);
  assert.match(english.body, /Already told in the declaration Marriage/u);
});

test('nothing is sent before it was looked at, and what is called right is what was read', async () => {
  const visitor = createVisitor(house);
  const token = await begin([source()]);
  const drawn = await visitor.get(`/to-khai/${token}/da-co`);
  await fillWhole(visitor, token);
  const review = await visitor.get(`/to-khai/${token}/xem-lai`);
  const early = await visitor.post(`/to-khai/${token}/gui`, boxesOf(review.body));
  assert.equal(early.location, `/to-khai/${token}/da-co`);
  // Another window has changed the draft since the page was drawn.
  assert.equal((await visitor.post(`/to-khai/${token}/da-co`, boxesOf(drawn.body))).location, `/to-khai/${token}/da-co`);
  await visitor.post(`/to-khai/${token}/da-co`, boxesOf((await visitor.get(`/to-khai/${token}/da-co`)).body));
  const sent = await visitor.post(`/to-khai/${token}/gui`, boxesOf((await visitor.get(`/to-khai/${token}/xem-lai`)).body));
  assert.match(sent.location, /^\/h\//u);
  const kept = await house.database.db.selectFrom('form_draft').select('given').where('token_hash', '=', house.pages.links.hash(token)).executeTakeFirstOrThrow();
  assert.equal(kept.given, null);
});

test('on the way forward a page is passed by when all of it was told before and looked at; going back it can be seen', async () => {
  const visitor = createVisitor(house);
  const order: FormDefinition = { ...SHORT_BIRTH, code: 'other-order', groups: [SHORT_BIRTH.groups[1], SHORT_BIRTH.groups[0], SHORT_BIRTH.groups[2]].flatMap((group) => (group === undefined ? [] : [group])), checks: [] };
  house.forms.list = [order];
  try {
    const token = await begin([source()]);
    await visitor.post(`/to-khai/${token}/da-co`, boxesOf((await visitor.get(`/to-khai/${token}/da-co`)).body));
    const child = await visitor.press(await visitor.open(`/to-khai/${token}/child`), RIGHT['child'] ?? {});
    assert.equal(child.location, `/to-khai/${token}/lien-he`);
    const back = await visitor.press(await visitor.open(`/to-khai/${token}/lien-he`), {}, 'lui');
    assert.equal(back.location, `/to-khai/${token}/applicant`);
  } finally {
    house.forms.list = [SHORT_BIRTH];
  }
});

test('what is no answer to this form is left out and said with its reason; a draft without anything told before has no such page', async () => {
  const visitor = createVisitor(house);
  const token = await begin([source({ presets: [], pairs: [{ from: 'applicant.birthDate', to: 'child.birthDate' }], answers: { ...TOLD, 'applicant.birthDate': '1990' } })]);
  const page = await visitor.get(`/to-khai/${token}/da-co`);
  assert.match(page.body, /Không lấy sang được, sẽ hỏi lại/u);
  assert.match(page.body, /Ngày sinh của bé: 1990\. /u);
  const plain = await visitor.begin();
  assert.equal((await visitor.get(`/to-khai/${plain}/da-co`)).location, `/to-khai/${plain}`);
});

test('answers to an older version of a form are told to a newer one: what it still asks and takes is carried', async () => {
  house.forms.list = [{ ...SHORT_BIRTH_2, validFrom: '2025-07-01' }];
  try {
    const token = await begin([source({ definition: SHORT_BIRTH, answers: { ...TOLD, 'child.weight': 3200 }, pairs: [{ from: 'child.weight', to: 'child.weight' }] })]);
    const draft = await house.database.db.selectFrom('form_draft').select(['answers', 'form_version']).where('token_hash', '=', house.pages.links.hash(token)).executeTakeFirstOrThrow();
    assert.deepEqual([draft.form_version, (draft.answers as Record<string, unknown>)['applicant.fullName'], (draft.answers as Record<string, unknown>)['child.weight']], [2, 'Nguyễn Thị Mẫu', undefined]);
  } finally {
    house.forms.list = [SHORT_BIRTH];
  }
});
