import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { boxesOf, createFormHouse, createVisitor, faultsOf, fillWhole, type FormHouse, RIGHT } from './form-house-for-tests.ts';

let house: FormHouse;
before(async () => { house = await createFormHouse(); });
after(() => house.close());

test('a birth is declared page by page without a script, sent once, and read again behind the four digits', async () => {
  const visitor = createVisitor(house);
  const token = await visitor.begin();
  const first = await visitor.open(`/to-khai/${token}`);
  assert.match(first.url, /\/applicant$/u);
  assert.equal(first.headers['cache-control'], 'no-store');
  assert.equal(first.headers['referrer-policy'], 'no-referrer');
  await fillWhole(visitor, token);
  const review = await visitor.open(`/to-khai/${token}`);
  assert.match(review.url, /\/xem-lai$/u);
  assert.deepEqual(faultsOf(review.body), []);
  assert.ok(review.body.includes('Nguyễn Thị Mẫu') && review.body.includes('5/3/1990'));
  const sent = await visitor.post(`/to-khai/${token}/gui`, boxesOf(review.body));
  assert.equal(sent.status, 303, faultsOf(sent.body).join(' '));
  assert.match(sent.location, /^\/h\/[\w-]{22}\?moi=1$/u);
  const again = await visitor.post(`/to-khai/${token}/gui`, boxesOf(review.body));
  assert.equal(again.location, sent.location.replace('?moi=1', ''));

  const { db } = house.database;
  const dossiers = await db.selectFrom('dossier').selectAll().execute();
  assert.equal(dossiers.length, 1);
  const [dossier] = dossiers;
  assert.deepEqual([dossier?.applicant_name, dossier?.applicant_phone, dossier?.applicant_birth_date, dossier?.procedure_code], ['Nguyễn Thị Mẫu', '0900000012', '1990-03-05', '1.001193']);
  const answers = await db.selectFrom('form_answers').selectAll().executeTakeFirstOrThrow();
  assert.equal((answers.answers as Record<string, unknown>)['child.birthDate'], '2026-11-12');
  const draft = await db.selectFrom('form_draft').selectAll().executeTakeFirstOrThrow();
  assert.deepEqual(draft.answers, {});

  const own = sent.location.replace('?moi=1', '');
  assert.ok((await visitor.open(own)).body.includes(`href="${own}/to-khai"`));
  const asked = await visitor.open(`${own}/to-khai`);
  assert.ok(!asked.body.includes('Trần Gia Thử'));
  const opened = await visitor.post(`${own}/mo`, { toi: 'to-khai', bonSo: '0012' });
  assert.equal(opened.location, `${own}/to-khai`);
  const read = await visitor.open(opened.location);
  assert.ok(read.body.includes('Trần Gia Thử') && read.body.includes('3.200 gam'));
});

test('what is wrong is named with its own label and how to correct it, and everything that was typed stands there', async () => {
  const visitor = createVisitor(house);
  const token = await visitor.begin();
  const page = await visitor.open(`/to-khai/${token}/applicant`);
  const answer = await visitor.press(page, { ...RIGHT['applicant'], 'applicant.citizenNumber': '12', 'applicant.birthDate-day': '31', 'applicant.birthDate-month': '2' });
  assert.equal(answer.status, 422);
  assert.deepEqual(faultsOf(answer.body), [
    'Số định danh của bạn: gồm 12 chữ số (hoặc 9 số của chứng minh cũ), đang có 2. Xem trên thẻ rồi viết lại.',
    'Ngày sinh của bạn: tháng 2/1990 chỉ có 28 ngày, không có ngày 31. Sửa lại ngày.',
  ]);
  const boxes = boxesOf(answer.body);
  assert.deepEqual([boxes['applicant.birthDate-day'], boxes['applicant.birthDate-month'], boxes['applicant.birthDate-year'], boxes['applicant.citizenNumber']], ['31', '2', '1990', '12']);
  // What is left for later does not keep anybody from going on.
  const on = await visitor.press({ url: page.url, body: answer.body }, {}, 'bo-qua');
  assert.match(on.location, /\/child$/u);
  const review = await visitor.open(`/to-khai/${token}/xem-lai`);
  assert.ok(faultsOf(review.body).length >= 3);
  assert.equal((await visitor.post(`/to-khai/${token}/gui`, boxesOf(review.body))).status, 422);
});

test('a question that an answer has just called for is shown, not scolded about; rows are added and taken out by buttons', async () => {
  const visitor = createVisitor(house);
  const token = await visitor.begin();
  const page = await visitor.open(`/to-khai/${token}/applicant`);
  const more = await visitor.press(page, { ...RIGHT['applicant'], relation: 'other' });
  assert.equal(more.status, 422);
  assert.deepEqual(faultsOf(more.body), []);
  assert.match(more.body, /trang này hỏi thêm: Ghi rõ quan hệ/u);
  const still = await visitor.press({ url: page.url, body: more.body }, {});
  assert.deepEqual(faultsOf(still.body), ['Ghi rõ quan hệ: chưa có câu trả lời. Điền vào ô này.']);
  assert.match((await visitor.press({ url: page.url, body: still.body }, { relationOther: 'Bác ruột' })).location, /\/child$/u);

  const child = await visitor.open(`/to-khai/${token}/child`);
  const one = await visitor.press(child, { ...RIGHT['child'], 'child.fullName': 'Trần' }, 'them:copies');
  assert.equal(one.status, 200);
  const two = await visitor.press({ url: child.url, body: one.body }, { 'copies.0.for': 'Bà ngoại', 'copies.0.count': '2' }, 'them:copies');
  const filled = await visitor.press({ url: child.url, body: two.body }, { 'copies.1.for': 'Ông nội', 'copies.1.count': 'hai' });
  assert.deepEqual(faultsOf(filled.body), ['Bản sao xin thêm – dòng 2 – Số bản: chưa phải là số. Chỉ viết chữ số, như “3200” hoặc “3,2”.']);
  const less = await visitor.press({ url: child.url, body: filled.body }, {}, 'bo:copies:0');
  const boxes = boxesOf(less.body);
  assert.deepEqual([boxes['copies.0.for'], boxes['copies.1.for'], boxes['child.fullName']], ['Ông nội', undefined, 'Trần']);
});

test('a place with a former name is today’s commune, an ambiguous one is chosen from a list, and another text is another place', async () => {
  const visitor = createVisitor(house);
  const token = await visitor.begin();
  const page = await visitor.open(`/to-khai/${token}/applicant`);
  const ambiguous = await visitor.press(page, { ...RIGHT['applicant'], 'applicant.residence': 'xã Hòa Bình' });
  assert.equal(ambiguous.status, 422);
  assert.match(faultsOf(ambiguous.body)[0] ?? '', /^Nơi ở của bạn: chưa biết thuộc xã, phường nào/u);
  const codes = [...ambiguous.body.matchAll(/name="applicant\.residence-commune" value="(\d{5})"/gu)].map((match) => match[1] ?? '');
  assert.ok(codes.length > 1);
  const chosen = await visitor.press({ url: page.url, body: ambiguous.body }, { 'applicant.residence-commune': codes[1] ?? '' });
  assert.match(chosen.location, /\/child$/u);
  const kept = async () => (await house.database.db.selectFrom('form_draft').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()).answers as Record<string, { commune: string | null }>;
  assert.equal((await kept())['applicant.residence']?.commune, codes[1]);
  const back = await visitor.open(page.url);
  assert.match((await visitor.press(back, { 'applicant.residence': 'Thôn 2, xã Hoa Lộc, huyện Hậu Lộc, tỉnh Thanh Hóa' })).location, /\/child$/u);
  assert.notEqual((await kept())['applicant.residence']?.commune, codes[1]);
  const abroad = await visitor.open(page.url);
  assert.match((await visitor.press(abroad, { 'applicant.residence': '12 Rue de Paris', 'applicant.residence-country': 'Pháp' })).location, /\/child$/u);
});
