import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { boxesOf, createFormHouse, createVisitor, fillWhole, type FormHouse, RIGHT } from './form-house-for-tests.ts';

let house: FormHouse;
before(async () => { house = await createFormHouse(); });
after(() => house.close());

async function declared(): Promise<string> {
  const visitor = createVisitor(house);
  const token = await visitor.begin();
  await fillWhole(visitor, token);
  const review = await visitor.open(`/to-khai/${token}/xem-lai`);
  assert.equal((await visitor.post(`/to-khai/${token}/gui`, boxesOf(review.body))).status, 303);
  return (await house.database.db.selectFrom('dossier').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id;
}

test('the office reads the answers in the order of the form with its official labels, every number masked', async () => {
  const id = await declared();
  const answer = await house.call(house.commune.staff.specialist.actor, 'GET', `/api/dossiers/${id}/answers`);
  assert.equal(answer.status, 200);
  const { groups, mayCopy } = answer.body as { groups: { id: string; fields: { official: string; answer: string[]; masked: boolean }[] }[]; mayCopy: boolean };
  assert.deepEqual(groups.map((group) => group.id), ['applicant', 'child', 'lien-he', 'promise']);
  const number = groups[0]?.fields.find(({ official }) => official === 'Số định danh');
  assert.ok(number?.masked === true && !JSON.stringify(answer.body).includes('003190999901') && !JSON.stringify(answer.body).includes('0900000012'));
  // The declaration waits at the counter: the specialist does not hold it.
  assert.equal(mayCopy, false);
  assert.equal((await house.call(house.commune.staff.specialist.actor, 'POST', `/api/dossiers/${id}/answers/copy`, { commandId: house.deps.newId(), system: 'moj' })).status, 403);
});

test('whoever holds the step takes the answers over whole, and the journal says so', async () => {
  const id = await declared();
  const copied = await house.call(house.commune.staff.reception.actor, 'POST', `/api/dossiers/${id}/answers/copy`, { commandId: house.deps.newId(), system: 'moj' });
  assert.equal(copied.status, 200);
  assert.deepEqual((copied.body as { fields: { name: string; value: string }[] }).fields.map(({ name, value }) => [name, value]), [['SoDinhDanhC', '003190999901']]);
  const journal = await house.database.owner.pool.query<{ entry: string }>('select entry::text as entry from journal order by seq desc limit 5');
  assert.ok(journal.rows.some(({ entry }) => entry.includes('dossier.answers-copied') && !entry.includes('003190999901')));
});

test('what is typed is saved again and again by the same page, and another browser’s answer is not overwritten unseen', async () => {
  const visitor = createVisitor(house);
  const token = await visitor.begin();
  const url = `/to-khai/${token}/applicant`;
  const page = await visitor.open(url);
  const type = (body: string, name: string) => visitor.post(`${url}/luu`, { ...boxesOf(body), ...RIGHT['applicant'], 'applicant.fullName': name });
  for (const name of ['N', 'Nguyễn', 'Nguyễn Thị An']) {
    const saved = await type(page.body, name);
    assert.equal(saved.status, 200);
    assert.equal((JSON.parse(saved.body) as { differs: boolean }).differs, false);
  }
  const other = createVisitor(house);
  const theirs = await other.open(url);
  assert.equal(boxesOf(theirs.body)['applicant.fullName'], 'Nguyễn Thị An');
  await other.press(theirs, { 'applicant.fullName': 'Nguyễn Thị Bình' });
  const late = await type(page.body, 'Nguyễn Thị Anh');
  assert.equal((JSON.parse(late.body) as { differs: boolean }).differs, true);
  assert.equal((await visitor.post(`${url}/luu`, { 'applicant.fullName': 'x' })).status, 404);
});

test('the text of a card’s QR fills in its person, and what is no card says so', async () => {
  const visitor = createVisitor(house);
  const token = await visitor.begin();
  const page = await visitor.open(`/to-khai/${token}/applicant`);
  const filled = await visitor.press(page, { 'the-applicant': '003190999901|123456789|NGUYỄN THỊ MẪU|05031990|Nữ|Thôn Hoa Phú, Xã Hoa Lộc, Thanh Hóa|20042021', 'relation': 'mother' }, 'the:applicant');
  assert.equal(filled.status, 200);
  const boxes = boxesOf(filled.body);
  assert.deepEqual([boxes['applicant.fullName'], boxes['applicant.citizenNumber'], boxes['applicant.birthDate-day'], boxes['applicant.birthDate-year'], boxes['relation']], ['Nguyễn Thị Mẫu', '003190999901', '5', '1990', 'mother']);
  assert.match(filled.body, /Đã điền từ thẻ/u);
  const unread = await visitor.press(page, { 'the-applicant': 'https://vay-tien.example' }, 'the:applicant');
  assert.equal(unread.status, 422);
  assert.match(unread.body, /Không đọc được mã QR của thẻ/u);
});
