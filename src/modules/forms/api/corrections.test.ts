import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type Answered, boxesOf, createFormHouse, createVisitor, faultsOf, fillWhole, type FormHouse, SHORT_BIRTH_2 } from './form-house-for-tests.ts';

let house: FormHouse;
before(async () => { house = await createFormHouse(); });
after(() => house.close());

type Visitor = ReturnType<typeof createVisitor>;
interface Sent { readonly id: string; readonly path: string; readonly visitor: Visitor; readonly requestId: string; readonly items: readonly string[] }

const reception = () => house.commune.staff.reception.actor;

async function declared(): Promise<Pick<Sent, 'id' | 'path' | 'visitor'>> {
  const visitor = createVisitor(house);
  const token = await visitor.begin();
  await fillWhole(visitor, token);
  const review = await visitor.open(`/to-khai/${token}/xem-lai`);
  const sent = await visitor.post(`/to-khai/${token}/gui`, boxesOf(review.body));
  assert.equal(sent.status, 303);
  const { id } = await house.database.db.selectFrom('dossier').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow();
  return { id, path: sent.location.replace('?moi=1', ''), visitor };
}

const fault = (answerField: string, more: object = {}) => ({
  id: randomUUID(), paperId: null, requirementId: null, answerField, paperName: 'do người gửi đặt', reasons: ['answer-wrong'], words: null, legalBasis: null, howToFix: 'Xem giấy chứng sinh rồi ghi lại', marks: [], ...more,
});

async function ask(id: string, faults: readonly object[], days = 7) {
  const requestId = randomUUID();
  const answer = await house.call(reception(), 'POST', `/api/dossiers/${id}/supplement`, { commandId: randomUUID(), expectedVersion: 1, requestId, faults, words: null, answerDays: days, proposalWords: null });
  return { ...answer, requestId };
}

/** A declaration of which some answers were sent back, with the digits shown. */
async function returned(...fields: readonly string[]): Promise<Sent> {
  const one = await declared();
  const faults = fields.map((field) => fault(field));
  const asked = await ask(one.id, faults);
  assert.equal(asked.status, 200, JSON.stringify(asked.body));
  await one.visitor.post(`${one.path}/mo`, { bonSo: '0012', toi: 'bo-sung' });
  return { ...one, requestId: asked.requestId, items: faults.map(({ id }) => id) };
}

async function page({ visitor, path }: Sent): Promise<Answered> {
  const drawn = await visitor.get(`${path}/bo-sung`);
  assert.equal(drawn.status, 200);
  return drawn;
}

const press = async (one: Sent, drawn: Answered, fields: Readonly<Record<string, string>>, buoc = 'gui') => one.visitor.send(`${one.path}/bo-sung`, { ...boxesOf(drawn.body), ...fields, buoc });
const answersOf = async (id: string) => (await house.call(reception(), 'GET', `/api/dossiers/${id}/answers`)).body as { corrected: { by: string | null } | null; groups: { fields: { id: string; answer: string[]; before: string[] | null; mayMark: boolean }[] }[] };
const fieldOf = async (id: string, field: string) => (await answersOf(id)).groups.flatMap(({ fields }) => fields).find((one) => one.id === field);
const requestsOf = async (id: string) => (await house.call(reception(), 'GET', `/api/dossiers/${id}/requests`)).body as { unlike: string[]; supplements: { items: { question: { before: string[]; after: string[] | null } | null; answerWords: string | null }[]; followed: { label: string; after: string[] }[] }[] };

test('the plan of a request names the questions that were asked, with their answers masked, and what rests on them', async () => {
  const { id } = await declared();
  const { body } = await house.call(reception(), 'GET', `/api/dossiers/${id}/supplement-plan`);
  const questions = body['questions'] as { field: string; label: string; answer: string[]; legalBasis: string }[];
  assert.deepEqual(questions.map(({ field }) => field).slice(0, 6), ['applicant.fullName', 'applicant.citizenNumber', 'applicant.birthDate', 'applicant.residence', 'relation', 'child.fullName']);
  assert.equal(JSON.stringify(questions).includes('003190999901'), false);
  assert.deepEqual(questions.find(({ field }) => field === 'copies')?.answer, []);
  assert.match(questions[0]?.legalBasis ?? '', /Tờ khai trong thành phần hồ sơ .* 1\.001193/u);
});

const BAD: readonly (readonly [string, readonly object[], string])[] = [
  ['a question that the form does not have', [fault('child.secret')], 'supplement.question-unknown'],
  ['a question that was not asked', [fault('relationOther')], 'supplement.question-unknown'],
  ['a promise, which is no answer', [fault('true')], 'supplement.question-unknown'],
  ['an answer that is also a paper', [fault('child.fullName', { requirementId: 'birth-notice' })], 'supplement.question-unknown'],
  ['one answer twice', [fault('child.fullName'), fault('child.fullName')], 'supplement.question-twice'],
  ['a reason of papers for an answer', [fault('child.fullName', { reasons: ['blurred'] })], 'supplement.reason-unknown'],
  ['no reason', [fault('child.fullName', { reasons: [] })], 'supplement.reason-missing'],
  ['another reason without words', [fault('child.fullName', { reasons: ['other'] })], 'supplement.other-reason-unwritten'],
  ['no way to mend it', [fault('child.fullName', { howToFix: ' ' })], 'supplement.how-to-fix-missing'],
  ['a reason of answers for a paper', [fault('child.fullName', { answerField: null, requirementId: 'birth-notice', paperName: 'Giấy chứng sinh', reasons: ['answer-wrong'] })], 'supplement.reason-unknown'],
];
for (const [what, faults, code] of BAD) {
  test(`a request is refused for ${what}`, async () => {
    const { id } = await declared();
    const answer = await ask(id, faults);
    assert.deepEqual([answer.status, answer.body['code']], [422, code]);
  });
}

test('the tracking page names the questions and says nothing of the answers; the digits show them prefilled', async () => {
  const one = await declared();
  const asked = await ask(one.id, [fault('child.fullName')]);
  assert.equal(asked.status, 200);
  const tracked = await one.visitor.get(one.path);
  assert.match(tracked.body, /Câu hỏi trong tờ khai: Họ và tên em bé/u);
  assert.equal(tracked.body.includes('Trần Gia Thử'), false);
  await one.visitor.post(`${one.path}/mo`, { bonSo: '0012', toi: 'bo-sung' });
  const drawn = await one.visitor.get(`${one.path}/bo-sung`);
  assert.equal(boxesOf(drawn.body)['child.fullName'], 'Trần Gia Thử');
  assert.match(drawn.body, /Bạn đã khai: <b>Trần Gia Thử<\/b>/u);
  assert.equal(boxesOf(drawn.body)['applicant.fullName'], undefined);
  const reader = createVisitor(house, { lang: 'en' });
  await reader.post(`${one.path}/mo`, { bonSo: '0012', toi: 'bo-sung' });
  const english = await reader.get(`${one.path}/bo-sung`);
  assert.match(english.body, /1\. Name of the child<\/h2>/u, 'the question is called in the reader’s language');
});

test('the citizen corrects exactly what was named; old and new stay, the office sees both, and the journal says that it happened', async () => {
  const one = await returned('child.fullName');
  const drawn = await page(one);
  const sent = await press(one, drawn, { 'child.fullName': 'Trần Gia Thư', 'child.weight': '999', 'applicant.fullName': 'Kẻ Khác' });
  assert.deepEqual([sent.status, sent.location], [303, `${one.path}?bs=1`]);
  const field = await fieldOf(one.id, 'child.fullName');
  assert.deepEqual([field?.answer, field?.before], [['Trần Gia Thư'], ['Trần Gia Thử']]);
  assert.deepEqual([(await fieldOf(one.id, 'child.weight'))?.before, (await fieldOf(one.id, 'applicant.fullName'))?.answer], [null, ['Nguyễn Thị Mẫu']]);
  assert.deepEqual((await requestsOf(one.id)).supplements[0]?.items[0]?.question, { field: 'child.fullName', before: ['Trần Gia Thử'], after: ['Trần Gia Thư'], columns: null });
  const first = await house.database.db.selectFrom('form_answers').select('answers').where('dossier_id', '=', one.id).executeTakeFirstOrThrow();
  assert.equal((first.answers as Record<string, unknown>)['child.fullName'], 'Trần Gia Thử');
  const journal = await house.database.owner.pool.query<{ entry: string }>('select entry::text as entry from journal order by seq desc limit 3');
  assert.ok(journal.rows.some(({ entry }) => entry.includes('supplement-answered') && entry.includes('"answers"') && !entry.includes('Gia Thư')));
  // Sent again from a page that is still open: nothing is written twice.
  assert.equal((await press(one, drawn, { 'child.fullName': 'Trần Gia Ba' })).status, 303);
  assert.deepEqual((await fieldOf(one.id, 'child.fullName'))?.answer, ['Trần Gia Thư']);
  assert.equal((await house.database.db.selectFrom('form_correction').select('seq').where('dossier_id', '=', one.id).execute()).length, 1);
});

test('an answer that stays as it was is no answer to the request, unless the citizen says why', async () => {
  const one = await returned('child.fullName');
  const same = await press(one, await page(one), {});
  assert.equal(same.status, 422);
  const insisting = await press(one, same, { [`loi-${one.items[0] ?? ''}`]: 'Tên này đúng theo giấy chứng sinh' });
  assert.equal(insisting.status, 303);
  assert.equal((await requestsOf(one.id)).supplements[0]?.items[0]?.answerWords, 'Tên này đúng theo giấy chứng sinh');
  assert.equal((await answersOf(one.id)).corrected, null);
});

const UNTRUE: readonly (readonly [string, string, Readonly<Record<string, string>>, RegExp])[] = [
  ['a day that does not exist', 'child.birthDate', { 'child.birthDate-day': '31', 'child.birthDate-month': '11' }, /không có ngày|không tồn tại/iu],
  ['a day in the future', 'child.birthDate', { 'child.birthDate-day': '12', 'child.birthDate-month': '12' }, /chưa tới|tương lai|sau hôm nay/iu],
  ['a day that contradicts another answer', 'child.birthDate', { 'child.birthDate-year': '1980' }, /Em bé phải sinh sau người đi khai/u],
  ['a name that is none', 'child.fullName', { 'child.fullName': '12345' }, /./u],
  ['an emptied box', 'child.fullName', { 'child.fullName': '' }, /./u],
  ['an option that is not offered', 'relation', { relation: 'king' }, /./u],
  ['a number out of bounds', 'child.weight', { 'child.weight': '99999' }, /./u],
  ['a place without its commune', 'applicant.residence', { 'applicant.residence': 'đâu đó' }, /./u],
];
for (const [what, field, fields, sentence] of UNTRUE) {
  test(`the form refuses in a correction what it refuses in a declaration: ${what}; nothing typed is lost`, async () => {
    const one = await returned(field);
    const refused = await press(one, await page(one), fields);
    assert.equal(refused.status, 422);
    assert.match(faultsOf(refused.body).join(' '), sentence);
    for (const [name, value] of Object.entries(fields)) if (name !== 'relation') assert.equal(boxesOf(refused.body)[name], value);
    // Another browser finds what was typed.
    if (name(fields)) assert.equal(boxesOf((await page(one)).body)[Object.keys(fields)[0] ?? ''], Object.values(fields)[0]);
    assert.equal((await answersOf(one.id)).corrected, null);
  });
}
function name(fields: Readonly<Record<string, string>>): boolean {
  return Object.keys(fields)[0] !== 'relation' && Object.values(fields)[0] !== '';
}

test('a corrected answer that calls for another question brings it up, and both are sent', async () => {
  const one = await returned('relation');
  const fresh = await press(one, await page(one), { relation: 'other' });
  assert.equal(fresh.status, 422);
  assert.match(fresh.body, /Câu hỏi thêm/u);
  assert.deepEqual(faultsOf(fresh.body), []);
  const empty = await press(one, fresh, {});
  assert.equal(empty.status, 422);
  assert.equal(faultsOf(empty.body).length, 1);
  assert.equal((await press(one, empty, { relationOther: 'Bà nội' })).status, 303);
  const { supplements } = await requestsOf(one.id);
  assert.deepEqual(supplements[0]?.followed.map(({ label, after: now }) => [label, now]), [['Ghi rõ quan hệ', ['Bà nội']]]);
});

test('two browsers: what only one changed is kept, what both changed is shown with both answers', async () => {
  const one = await returned('child.fullName', 'child.weight');
  const [mine, theirs] = [await page(one), await page(one)];
  assert.equal((await press(one, theirs, { 'child.weight': '3300' }, 'xem')).status, 200);
  assert.equal((await press(one, mine, { 'child.fullName': 'Trần Gia Tư' }, 'xem')).status, 200);
  const both = boxesOf((await page(one)).body);
  assert.deepEqual([both['child.fullName'], both['child.weight']], ['Trần Gia Tư', '3300']);
  const late = await press(one, theirs, { 'child.fullName': 'Trần Gia Năm', 'child.weight': '3300' });
  assert.equal(late.status, 409);
  assert.match(faultsOf(late.body).join(' '), /máy khác vừa ghi “Trần Gia Tư”/u);
  assert.equal(boxesOf(late.body)['child.fullName'], 'Trần Gia Năm');
  const last = await press(one, late, {});
  assert.equal(last.status, 303, faultsOf(last.body).join(' '));
  assert.deepEqual((await fieldOf(one.id, 'child.fullName'))?.answer, ['Trần Gia Năm']);
});

test('a newer version of the form changes nothing: the version that asked judges', async () => {
  const one = await returned('child.weight');
  const { list } = house.forms;
  house.forms.list = [...list, SHORT_BIRTH_2];
  house.clock.pass(2 * 86_400_000);
  await one.visitor.post(`${one.path}/mo`, { bonSo: '0012', toi: 'bo-sung' });
  assert.equal((await press(one, await page(one), { 'child.weight': '3100' })).status, 303);
  assert.deepEqual((await fieldOf(one.id, 'child.weight'))?.answer, ['3.100 gam']);
  house.forms.list = list;
});

test('a form that can no longer be read is answered in words, and no new answer can be marked', async () => {
  const [one, other] = [await returned('child.fullName'), await declared()];
  house.forms.unreadable = true;
  const drawn = await page(one);
  assert.match(drawn.body, /Mẫu tờ khai này không còn dùng/u);
  assert.equal((await press(one, drawn, {})).status, 422);
  const sent = await press(one, drawn, { [`loi-${one.items[0] ?? ''}`]: 'Tên đúng: Trần Gia Thư' });
  const asked = await ask(other.id, [fault('child.fullName')]);
  house.forms.unreadable = false;
  assert.equal(sent.status, 303);
  assert.equal(asked.body['code'], 'supplement.question-unknown');
});

test('after the last day nothing is taken through the link', async () => {
  const one = await returned('child.fullName');
  const drawn = await page(one);
  house.clock.pass(20 * 86_400_000);
  await one.visitor.post(`${one.path}/mo`, { bonSo: '0012', toi: 'bo-sung' });
  const late = await press(one, drawn, { 'child.fullName': 'Trần Gia Thư' });
  assert.deepEqual([late.status, late.location], [303, one.path]);
  assert.equal((await answersOf(one.id)).corrected, null);
});

test('the name and number of a declaration that nobody has checked follow the corrected answers, and the new digits open it', async () => {
  const one = await returned('applicant.fullName', 'applicant.citizenNumber');
  assert.equal((await press(one, await page(one), { 'applicant.fullName': 'Nguyễn Thị Mẫn', 'applicant.citizenNumber': '003190999912' })).status, 303);
  const row = await house.database.db.selectFrom('dossier').select(['applicant_name', 'applicant_number', 'search_text']).where('id', '=', one.id).executeTakeFirstOrThrow();
  assert.deepEqual([row.applicant_name, row.applicant_number, row.search_text.includes('nguyen thi man')], ['Nguyễn Thị Mẫn', '003190999912', true]);
  assert.deepEqual((await requestsOf(one.id)).unlike, []);
});

test('what the office takes back is not answered, and what was typed is forgotten', async () => {
  const one = await returned('child.fullName');
  const typed = await press(one, await page(one), { 'child.fullName': 'Trần Gia Sáu' }, 'xem');
  assert.match(typed.body, /Đã sửa, chưa gửi/u);
  assert.equal((await house.call(reception(), 'POST', `/api/dossiers/${one.id}/supplement/cancel`, { commandId: randomUUID(), expectedVersion: 2, reason: 'Ghi nhầm' })).status, 200);
  assert.equal((await press(one, typed, {})).status, 303);
  assert.deepEqual([(await answersOf(one.id)).corrected, (await house.database.db.selectFrom('form_correction_draft').select('request_id').where('dossier_id', '=', one.id).execute()).length], [null, 0]);
});

test('an answer that was brought to the counter is judged the same way and stands under the officer’s name', async () => {
  const one = await returned('child.birthDate', 'relation');
  const enter = (birth: string, relation: string) => house.call(reception(), 'POST', `/api/dossiers/${one.id}/supplement/answer`, {
    commandId: randomUUID(), expectedVersion: 2, requestId: one.requestId, channel: 'counter', words: null,
    items: [{ itemId: one.items[0], words: null, answer: birth, files: [] }, { itemId: one.items[1], words: relation === '' ? 'giữ nguyên' : null, answer: relation === '' ? null : relation, files: [] }],
  });
  const wrong = await enter('31/11/2026', '');
  assert.deepEqual([wrong.status, wrong.body['code']], [422, 'supplement.answer-faulty']);
  assert.equal((await enter('1/11/2026', '')).status, 200);
  const field = await fieldOf(one.id, 'child.birthDate');
  assert.deepEqual([field?.answer, field?.before, (await answersOf(one.id)).corrected?.by], [['1/11/2026'], ['12/11/2026'], reception().fullName]);
});

test('form 02 prints the questions with what was declared', async () => {
  const one = await returned('child.fullName');
  const paper = await house.database.db.selectFrom('official_paper').select('view').where('dossier_id', '=', one.id).where('kind', '=', 'supplement').executeTakeFirstOrThrow();
  const text = JSON.stringify(paper.view);
  for (const words of ['"paper":"Câu “Họ và tên em bé” của tờ khai"', '"fault":"Khai không đúng với giấy tờ', '"declared":"Đã khai: Trần Gia Thử"', 'Xem giấy chứng sinh rồi ghi lại']) assert.ok(text.includes(words), words);
});

test('a table that was named is corrected row by row without a script: rows come, go and are judged, and nothing is sent by their buttons', async () => {
  const one = await returned('copies');
  const drawn = await page(one);
  assert.equal(boxesOf(drawn.body)['copies.0.for'], undefined, 'no row was declared');
  const more = await press(one, drawn, {}, 'them:copies');
  assert.deepEqual([more.status, boxesOf(more.body)['copies.0.for']], [200, '']);
  assert.deepEqual(faultsOf(more.body), [], 'a row that nobody could fill in yet is not scolded about');
  const two = await press(one, more, { 'copies.0.for': 'Bà nội', 'copies.0.count': '2' }, 'them:copies');
  const gone = await press(one, two, { 'copies.1.for': 'Ông', 'copies.1.count': '3' }, 'bo:copies:0');
  assert.deepEqual([boxesOf(gone.body)['copies.0.for'], boxesOf(gone.body)['copies.0.count'], boxesOf(gone.body)['copies.1.for']], ['Ông', '3', undefined]);
  assert.equal((await answersOf(one.id)).corrected, null);
  const wrong = await press(one, gone, { 'copies.0.count': '50' });
  assert.equal(wrong.status, 422);
  assert.match(faultsOf(wrong.body).join(' '), /dòng 1 – Số bản/u);
  assert.deepEqual([boxesOf(wrong.body)['copies.0.for'], boxesOf(wrong.body)['copies.0.count']], ['Ông', '50']);
  assert.equal((await press(one, wrong, { 'copies.0.count': '5' })).status, 303);
  const field = await fieldOf(one.id, 'copies');
  assert.deepEqual([field?.answer, field?.before], [['Dòng 1: Ông · 5'], []]);
});

test('a row more than the table may have does not come, and rows of a table that was not named are not touched', async () => {
  const one = await returned('child.fullName');
  const drawn = await page(one);
  await press(one, drawn, {}, 'them:copies');
  assert.equal((await press(one, await page(one), { 'child.fullName': 'Trần Gia Thư', 'copies.0.for': 'Ông', 'copies.0.count': '2' })).status, 303);
  assert.deepEqual((await fieldOf(one.id, 'copies'))?.answer ?? [], []);
  const table = await returned('copies');
  let last = await page(table);
  for (let row = 0; row < 5; row += 1) last = await press(table, last, {}, 'them:copies');
  assert.deepEqual([boxesOf(last.body)['copies.2.for'], boxesOf(last.body)['copies.3.for']], ['', undefined]);
});

test('a table that was brought to the counter is entered line by line and judged', async () => {
  const one = await returned('copies');
  const asked = ((await house.call(reception(), 'GET', `/api/dossiers/${one.id}/requests`)).body as { supplements: { items: { question: { columns: string[] | null } }[] }[] }).supplements[0]?.items[0]?.question;
  assert.deepEqual(asked?.columns, ['Gửi ai', 'Số bản']);
  const enter = (answer: string) => house.call(reception(), 'POST', `/api/dossiers/${one.id}/supplement/answer`, { commandId: randomUUID(), expectedVersion: 2, requestId: one.requestId, channel: 'counter', words: null, items: [{ itemId: one.items[0], words: null, answer, files: [] }] });
  const wrong = await enter('Bà nội | hai');
  assert.deepEqual([wrong.status, wrong.body['code']], [422, 'supplement.answer-faulty']);
  assert.match(String(wrong.body['title']), /dòng 1 – Số bản/u);
  assert.equal((await enter('Bà nội | 2\nÔng | 1')).status, 200);
  assert.deepEqual((await fieldOf(one.id, 'copies'))?.answer, ['Dòng 1: Bà nội · 2', 'Dòng 2: Ông · 1']);
});
