import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { BIRTH, type BundleHouse, createBundleHouse, RESIDENCE } from './bundle-house-for-tests.ts';

let house: BundleHouse;
before(async () => { house = await createBundleHouse(); });
after(() => house.close());

const db = () => house.program.database.db;
const text = (body: string) => body.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');
const memberOf = (page: string, name: string): string => text(page).split(/\d\. /u).find((part) => part.startsWith(name)) ?? '';

test('the page of a birth, a death and a marriage has the door, other pages have none; on each the state’s linked procedures come first where there are some', async () => {
  for (const slug of ['sinh-con', 'qua-doi', 'ket-hon']) {
    assert.match((await house.get(`/viec/${slug}`)).body, new RegExp(`href="/khai-mot-lan/bat-dau/${slug}"`, 'u'));
    assert.equal((await house.get(`/khai-mot-lan/bat-dau/${slug}`)).status, 200);
  }
  assert.doesNotMatch((await house.get('/viec/chung-thuc')).body, /khai-mot-lan/u);
  assert.equal((await house.get('/khai-mot-lan/bat-dau/chung-thuc')).status, 404);
  const birth = await house.get('/khai-mot-lan/bat-dau/sinh-con');
  assert.match(birth.body, /href="\/to-khai\/bat-dau\/2\.000986"/u);
  assert.match(text(birth.body), /Đăng ký thường trú .*Làm sau “Đăng ký khai sinh”: cần số định danh của bé/u);
  assert.doesNotMatch(birth.body, /type="checkbox"[^>]* checked/u);
  assert.match(text((await house.get('/khai-mot-lan/bat-dau/sinh-con', 'en')).body), /Every question is asked once/u);
});

test('without a tick nothing is begun; pressed twice one list is begun', async () => {
  const start = await house.get('/khai-mot-lan/bat-dau/sinh-con');
  const ids = { ban: /name="ban" value="([^"]*)"/u.exec(start.body)?.[1] ?? '', dau: /name="dau" value="([^"]*)"/u.exec(start.body)?.[1] ?? '' };
  const none = await house.post('/khai-mot-lan/bat-dau/sinh-con', { ...ids, viec: 'not-a-member' });
  assert.deepEqual([none.status, /Chưa chọn việc nào/u.test(none.body)], [422, true]);
  const [one, two] = [await house.post('/khai-mot-lan/bat-dau/sinh-con', { ...ids, viec: 'birth-registration' }), await house.post('/khai-mot-lan/bat-dau/sinh-con', { ...ids, viec: 'birth-registration' })];
  assert.equal(one.location, two.location);
  assert.notEqual((await house.post('/khai-mot-lan/bat-dau/sinh-con', { ban: ids.ban, dau: 'x', viec: 'birth-registration' })).location, one.location);
});

test('the list says where each stands: not declared, being declared with its way on, waiting for the result of another; what is not needed is not shown and can be chosen later', async () => {
  const list = await house.begin('sinh-con', ['birth-registration', 'residence']);
  const first = await house.get(list);
  assert.match(memberOf(first.body, 'Đăng ký khai sinh'), /Chưa khai/u);
  assert.match(memberOf(first.body, 'Đăng ký thường trú'), /Chờ kết quả của việc trước.*Chờ kết quả “Đăng ký khai sinh”/u);
  assert.equal(memberOf(first.body, 'Cấp bản sao'), '');
  const token = await house.declare(list, 'birth-registration');
  assert.match(memberOf((await house.get(list)).body, 'Đăng ký khai sinh'), /Đang khai.*Khai tiếp/u);
  assert.equal(await house.declare(list, 'birth-registration'), token);
  await house.post(`${list}/chon`, { viec: ['residence', 'copies'] });
  const chosen = await house.get(list);
  assert.match(memberOf(chosen.body, 'Đăng ký thường trú'), /Cần có sẵn kết quả “Đăng ký khai sinh”/u);
  assert.equal((await house.post(`${list}/chon`, {})).status, 422);
  assert.ok(await house.draft(token), 'taking away a tick deletes nothing');
});

test('two browsers that begin the same member at once begin one draft', async () => {
  const list = await house.begin('sinh-con', ['birth-registration']);
  const begun = await Promise.all(Array.from({ length: 4 }, () => house.declare(list, 'birth-registration')));
  assert.equal(new Set(begun).size, 1);
  const { bundle_id: id } = await db().selectFrom('life_bundle_member').select('bundle_id').where('draft_id', '=', (await house.draft(begun[0] ?? ''))?.id ?? '').executeTakeFirstOrThrow();
  assert.equal((await db().selectFrom('life_bundle_member').select('draft_id').where('bundle_id', '=', id).where('draft_id', 'is not', null).execute()).length, 1);
});

test('the residence of a newborn opens with what the birth told: the mother, the phone and the child, marked; her promise is made again', async () => {
  const list = await house.begin('sinh-con', ['birth-registration', 'residence']);
  await house.answer(await house.declare(list, 'birth-registration'), BIRTH);
  const token = await house.declare(list, 'residence');
  const draft = await house.draft(token);
  assert.deepEqual(draft?.answers, {
    'request': 'permanent', 'applicant.fullName': 'Nguyễn Thị Mai', 'applicant.birthDate': '1996-03-05', 'applicant.sex': 'female', 'applicant.citizenNumber': '038196000123', 'applicant.phone': '0912345678',
    'contact.residence': { text: 'Thôn Hoa Phú, xã Hoa Lộc, tỉnh Thanh Hóa', commune: '16072' }, 'members.any': 'yes', 'members': [{ fullName: 'Trần Gia Bảo', birthDate: '2026-11-12', sex: 'male' }],
  });
  const page = await house.get(`/to-khai/${token}/da-co`);
  assert.match(text(page.body), /Số định danh cá nhân của bạn 038196000123 Đã có từ tờ khai Đăng ký khai sinh Sửa/u);
  assert.match(text(page.body), /Điền sẵn theo “Sinh con”/u);
  assert.match(text((await house.get(`/to-khai/${token}/da-co`, 'en')).body), /Already told in the declaration Birth registration/u);
  assert.match((await house.get(`/to-khai/${token}/applicant`)).body, /Đã có từ tờ khai Đăng ký khai sinh/u);
});

test('what is told after a declaration was begun comes into it when it is opened from the list, but nothing that its person took out', async () => {
  const list = await house.begin('sinh-con', ['birth-registration', 'residence']);
  const residence = await house.declare(list, 'residence');
  assert.deepEqual((await house.draft(residence))?.answers, { request: 'permanent' });
  await house.answer(residence, { 'request': '', 'applicant.phone': '0900000099' });
  await house.answer(await house.declare(list, 'birth-registration'), BIRTH);
  await house.declare(list, 'residence');
  const draft = await house.draft(residence);
  assert.deepEqual([draft?.answers['applicant.fullName'], draft?.answers['applicant.phone'], draft?.answers['request']], ['Nguyễn Thị Mai', '0900000099', '']);
});

test('the words of a form that asks another kind of date leave an incomplete one out and say so', async () => {
  const list = await house.begin('qua-doi', ['death-registration', 'funeral-support']);
  await house.answer(await house.declare(list, 'death-registration'), { 'deceased.fullName': 'Trần Văn Cụ', 'death.date': '11/2026', 'applicant.fullName': 'Trần Thị Con' });
  const token = await house.declare(list, 'funeral-support');
  const draft = await house.draft(token);
  assert.deepEqual([draft?.answers['deceased.fullName'], draft?.answers['death.date']], ['Trần Văn Cụ', undefined]);
  assert.match(text((await house.get(`/to-khai/${token}/da-co`)).body), /Không lấy sang được, sẽ hỏi lại Mất ngày nào\?: 11\/2026\./u);
});

test('a residence that was only a temporary one is not carried to where the permanent one is asked', async () => {
  const told = async (kind: string) => {
    const list = await house.begin('qua-doi', ['death-registration', 'funeral-support']);
    await house.answer(await house.declare(list, 'death-registration'), { 'deceased.fullName': 'Trần Văn Cụ', 'deceased.residenceKind': kind, 'deceased.residence': { text: 'Thôn Đông', commune: '16072' } });
    return (await house.draft(await house.declare(list, 'funeral-support')))?.answers['deceased.permanentResidence'];
  };
  assert.deepEqual([await told('temporary'), await told('permanent')], [undefined, { text: 'Thôn Đông', commune: '16072' }]);
});

test('in a marriage the one whose status was confirmed becomes wife or husband by the answers, and the residence takes over whoever declares', async () => {
  const list = await house.begin('ket-hon', ['marital-status', 'marriage-registration', 'residence']);
  await house.answer(await house.declare(list, 'marital-status'), { 'applicant.fullName': 'Lê Văn Chú', 'applicant.birthDate': '1/2/1995', 'applicant.citizenNumber': '038095000123', 'applicant.phone': '0912345678', 'relation': 'self', 'confirmed.sex': 'male', 'confirmed.ethnicity': 'kinh', 'confirmed.maritalStatus': 'never-married', 'purpose.partner': 'Nguyễn Thị Cô' });
  const marriage = await house.declare(list, 'marriage-registration');
  const { answers = {} } = await house.draft(marriage) ?? {};
  assert.deepEqual([answers['who'], answers['husband.fullName'], answers['husband.citizenNumber'], answers['husband.maritalStatus'], answers['wife.fullName'], answers['applicant.phone']], ['husband', 'Lê Văn Chú', '038095000123', 'never-married', 'Nguyễn Thị Cô', '0912345678']);
  const residence = await house.draft(await house.declare(list, 'residence'));
  assert.deepEqual([residence?.answers['applicant.fullName'], residence?.answers['applicant.sex'], residence?.answers['request']], ['Lê Văn Chú', 'male', 'permanent']);
});

test('two declarations that say different things are shown beside each other; the other one is changed only when asked, and not once it has changed meanwhile', async () => {
  const list = await house.begin('sinh-con', ['birth-registration', 'residence']);
  const birth = await house.declare(list, 'birth-registration');
  await house.answer(birth, BIRTH);
  const residence = await house.declare(list, 'residence');
  await house.answer(residence, { ...RESIDENCE, 'applicant.phone': '0900000099' });
  const review = await house.get(`/to-khai/${residence}/xem-lai`);
  assert.match(text(review.body), /Số điện thoại của bạn Tờ khai này 0900 000 099 Đăng ký khai sinh 0912 345 678/u);
  assert.match(text((await house.get(`/to-khai/${birth}/xem-lai`)).body), /Tờ khai này 0912 345 678 Thay đổi thông tin cư trú \(CT01\) 0900 000 099/u);
  assert.equal((await house.draft(birth))?.answers['applicant.phone'], '0912 345 678');
  const form = /action="([^"]*sua-cung)".*?<\/form>/u.exec(review.body);
  const fields = Object.fromEntries([...(form?.[0] ?? '').matchAll(/name="(\w+)" value="([^"]*)"/gu)].map(([, name, value]) => [name, value])) as Record<string, string>;
  await house.answer(birth, { 'applicant.phone': '0912 345 679' });
  const late = await house.post(form?.[1] ?? '', fields);
  assert.deepEqual([late.status, /Chưa sửa ở tờ khai kia/u.test(late.body)], [409, true]);
  const again = /action="([^"]*sua-cung)".*?<\/form>/u.exec((await house.get(`/to-khai/${residence}/xem-lai`)).body);
  const now = Object.fromEntries([...(again?.[0] ?? '').matchAll(/name="(\w+)" value="([^"]*)"/gu)].map(([, name, value]) => [name, value])) as Record<string, string>;
  assert.equal((await house.post(again?.[1] ?? '', now)).location, `/to-khai/${residence}/xem-lai`);
  assert.equal((await house.draft(birth))?.answers['applicant.phone'], '0900000099');
  assert.doesNotMatch((await house.get(`/to-khai/${residence}/xem-lai`)).body, /sua-cung/u);
});

test('another person of the family who declares the second matter is no difference; what is said about the child still is', async () => {
  const list = await house.begin('sinh-con', ['birth-registration', 'residence']);
  await house.answer(await house.declare(list, 'birth-registration'), BIRTH);
  const residence = await house.declare(list, 'residence');
  await house.answer(residence, { ...RESIDENCE, 'applicant.fullName': 'Trần Văn Nam', 'applicant.citizenNumber': '038093000456', 'applicant.birthDate': '2/2/1993', 'applicant.sex': 'male', 'applicant.phone': '0900000098' });
  assert.doesNotMatch((await house.get(`/to-khai/${residence}/xem-lai`)).body, /Có điều khai khác/u);
  await house.answer(residence, { members: [{ fullName: 'Trần Gia Bách', birthDate: '2026-11-12', sex: 'male' }] });
  const review = text((await house.get(`/to-khai/${residence}/xem-lai`)).body);
  assert.match(review, /Có điều khai khác với tờ khai khác của cùng việc này/u);
  assert.doesNotMatch(review, /Tờ khai này 0900 000 098/u);
});

test('what was sent stays: a difference with it is shown, and nothing offers to change it', async () => {
  const list = await house.begin('sinh-con', ['birth-registration', 'residence']);
  const birth = await house.declare(list, 'birth-registration');
  await house.answer(birth, BIRTH);
  await house.send(birth);
  const residence = await house.declare(list, 'residence');
  await house.answer(residence, { ...RESIDENCE, 'applicant.phone': '0900000099' });
  const review = await house.get(`/to-khai/${residence}/xem-lai`);
  assert.match(text(review.body), /Tờ khai Đăng ký khai sinh đã gửi nên giữ nguyên/u);
  assert.doesNotMatch(review.body, /sua-cung/u);
  const forged = await house.post(`${list}/sua-cung`, { tu: 'residence', cau: 'applicant.phone', sang: 'birth-registration', ban: '0' });
  assert.equal(forged.status, 409);
  assert.equal((await house.post(`${list}/sua-cung`, { tu: 'nobody', cau: 'x', sang: 'y', ban: '1' })).location, list);
});
