import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { boxesOf, createFormHouse, createVisitor, faultsOf, fillWhole, type FormHouse, RIGHT } from '../../forms/api/form-house-for-tests.ts';
import { agreeOnOwnPhone, beginHelped, formTo, GRANDCHILD, ownPhoneOf, send, sign, SIGNATURE, speak } from './assisted-for-tests.ts';
import { oggOf, webmOf } from './recordings-for-tests.ts';
import { eraseProofsOf } from '../store/proofs.ts';

let house: FormHouse;
before(async () => { house = await createFormHouse(); });
after(() => house.close());
beforeEach(() => { house.numbers.staff = null; });

const troubleOf = (page: string) => /class="notice (?:bad|warning)"[^>]*>.*?<p>(.*?)<\/p>/su.exec(page)?.[1] ?? '';
const newest = async () => {
  const { db } = house.database;
  const dossier = await db.selectFrom('dossier').selectAll().orderBy('submitted_at', 'desc').orderBy('id', 'desc').executeTakeFirstOrThrow();
  const filing = await db.selectFrom('assisted_filing').selectAll().where('id', '=', dossier.id).executeTakeFirst();
  const consents = await db.selectFrom('assisted_consent').selectAll().where('dossier_id', '=', dossier.id).orderBy('given_at').execute();
  return { dossier, filing, consents };
};

test('a grandchild fills in, the person reads it in large type and signs, and only then it can be sent', async () => {
  const visitor = createVisitor(house);
  const start = await visitor.get('/to-khai/bat-dau/1.001193');
  const begun = await visitor.post('/to-khai/bat-dau/1.001193', { ...boxesOf(start.body), ai: 'giup' });
  assert.match(begun.location, /\/ai-khai$/u);
  const token = begun.location.split('/')[2] ?? '';
  assert.equal((await visitor.post(begun.location, GRANDCHILD)).location, `/to-khai/${token}`);
  assert.match((await visitor.open(`/to-khai/${token}`)).body, /Lê Thị Cháu \(cháu\) đang khai giúp\./u);
  await fillWhole(visitor, token);
  const review = await visitor.open(`/to-khai/${token}/xem-lai`);
  assert.ok(review.body.includes(`href="/to-khai/${token}/dong-y"`) && !review.body.includes('Gửi cho xã</button>'));
  const early = await visitor.post(`/to-khai/${token}/gui`, { ban: '' });
  assert.equal(early.status, 422);
  assert.match(troubleOf(early.body), /^Người được khai giúp chưa đồng ý\./u);

  const page = await visitor.open(`/to-khai/${token}/dong-y`);
  assert.ok(page.body.includes('data-scale="150"') && page.body.includes('Mời Nguyễn Thị Mẫu xem lại') && page.body.includes('Trần Gia Thử'));
  assert.match(String(page.headers['permissions-policy']), /microphone=\(self\)/u);
  assert.match(String(page.headers['content-security-policy']), /media-src 'self' blob:/u);
  assert.equal((await sign(visitor, token)).location, `/to-khai/${token}/xem-lai`);
  assert.match((await visitor.open(`/to-khai/${token}/xem-lai`)).body, /Người khai đã đồng ý .*bằng chữ ký trên màn hình/u);
  assert.match((await visitor.open(`/to-khai/${token}/dong-y`)).body, /Đã đồng ý\. Bấm/u);
  const sent = await send(visitor, token);
  assert.match(sent.location, /^\/h\/[\w-]{22}\?moi=1$/u);
  // Whoever has the link reads that somebody helped, and whose name it is only behind the four digits.
  const own = sent.location.replace('?moi=1', '');
  const tracked = (await visitor.open(own)).body;
  assert.ok(tracked.includes('Có người khai giúp; người nộp đồng ý bằng chữ ký trên màn hình.') && !tracked.includes('Cháu'));
  await visitor.post(`${own}/mo`, { toi: 'to-khai', bonSo: '0012' });
  assert.match((await visitor.open(`${own}/to-khai`)).body, /Lê Thị Cháu \(cháu\) khai giúp\. Người khai đã đồng ý .*bằng chữ ký trên màn hình/u);
  assert.equal((await visitor.get(`${own}/to-khai/in`)).status, 200);

  const { dossier, filing, consents } = await newest();
  assert.deepEqual([dossier.assisted_by, dossier.assisted_consent, dossier.channel, dossier.applicant_name], ['Lê Thị Cháu', 'signature', 'online', 'Nguyễn Thị Mẫu']);
  assert.deepEqual([filing?.helper_kind, filing?.helper_relation, filing?.helper_key, filing?.sent_at?.getTime()], ['relative', 'grandchild', 'name:le thi chau', house.clock.now().getTime()]);
  const answers = await house.database.db.selectFrom('form_answers').selectAll().where('dossier_id', '=', dossier.id).executeTakeFirstOrThrow();
  assert.deepEqual([answers.filled_by, consents.map(({ answers_hash }) => answers_hash)], ['helper', [answers.answers_hash]], 'the consent is to exactly the answers that are kept');
  const picture = await house.deps.files.read(consents[0]?.sha256 ?? '');
  assert.ok(picture.ok && picture.value.toString().startsWith('<svg'));
  const key = { communeCode: dossier.commune_code, dossierId: dossier.id };
  const drawn = await house.pages.help.drawn(key);
  assert.deepEqual([drawn?.contentHash, /^M\d/u.test(drawn?.path ?? ''), drawn?.width], [consents[0]?.content_hash, true, 640], 'it is drawn on the printed form too');
  await house.database.db.transaction().execute((tx) => eraseProofsOf(tx, dossier.commune_code, [dossier.id], house.clock.now()));
  assert.equal(await house.pages.help.drawn(key), undefined, 'and no more when it was taken out');
  const journal = await house.database.db.selectFrom('journal').select('entry').execute();
  for (const action of ['assisted.helper-named', 'assisted.agreed']) assert.ok(journal.some(({ entry }) => entry.includes(`"action":"${action}"`) && entry.includes(dossier.id) && !entry.includes('Cháu')), action);
});

test('an answer changed afterwards voids the consent with a sentence, and so does another helper; a consent to what was before does not come back by itself', async () => {
  const visitor = createVisitor(house);
  const token = await beginHelped(visitor);
  await sign(visitor, token);
  const group = await visitor.open(`/to-khai/${token}/child`);
  await visitor.press(group, { ...RIGHT['child'], 'child.fullName': 'Trần Gia Khác' });
  const review = await visitor.open(`/to-khai/${token}/xem-lai`);
  assert.match(troubleOf(review.body), /^Tờ khai hoặc giấy tờ đã thay đổi sau khi người được khai giúp đồng ý/u);
  const refused = await visitor.post(`/to-khai/${token}/gui`, { ban: '' });
  assert.equal(refused.status, 409);
  assert.match((await visitor.open(`/to-khai/${token}/dong-y`)).body, /lần đồng ý ấy không còn giá trị/u);
  assert.equal((await sign(visitor, token)).status, 303);
  await visitor.post(`/to-khai/${token}/ai-khai`, { ...GRANDCHILD, ten: 'Lê Văn Khác' });
  assert.equal((await send(visitor, token)).status, 409);
  assert.equal((await sign(visitor, token)).status, 303);
  assert.equal((await send(visitor, token)).status, 303);
  assert.equal((await newest()).consents.length, 3);
});

test('a consent to a page that was drawn before a change is refused and the new content is shown', async () => {
  const visitor = createVisitor(house);
  const token = await beginHelped(visitor);
  const action = `/to-khai/${token}/dong-y/chu-ky`;
  const old = formTo((await visitor.open(`/to-khai/${token}/dong-y`)).body, action);
  await visitor.press(await visitor.open(`/to-khai/${token}/child`), { ...RIGHT['child'], 'child.fullName': 'Trần Gia Mới' });
  const answer = await visitor.post(action, { ...old, chuKy: SIGNATURE });
  assert.equal(answer.status, 409);
  assert.ok(answer.body.includes('Trần Gia Mới'));
  assert.match(faultsOf(answer.body)[0] ?? '', /^Tờ khai vừa được sửa ở máy khác/u);
  // A forged hash is no consent either.
  assert.equal((await visitor.post(action, { ...old, noiDung: '0'.repeat(64), chuKy: SIGNATURE })).status, 409);
});

test('an empty signature, a dot and a program are refused with their sentences; the same signature twice is one', async () => {
  const visitor = createVisitor(house);
  const token = await beginHelped(visitor);
  for (const [strokes, sentence] of [['', /^Chưa có chữ ký/u], ['[[5,5]]', /^Nét ký quá ngắn/u], ['MZ\u0090program', /^Không nhận được chữ ký/u], ['<svg onload="x"/>', /^Không nhận được chữ ký/u]] as const) {
    const answer = await sign(visitor, token, strokes);
    assert.equal(answer.status, 422);
    assert.match(faultsOf(answer.body)[0] ?? '', sentence);
  }
  const action = `/to-khai/${token}/dong-y/chu-ky`;
  const form = { ...formTo((await visitor.open(`/to-khai/${token}/dong-y`)).body, action), chuKy: SIGNATURE };
  assert.deepEqual((await Promise.all([visitor.post(action, form), visitor.post(action, form)])).map(({ status }) => status), [303, 303]);
  assert.equal((await visitor.post(action, form)).status, 303);
  await send(visitor, token);
  assert.equal((await newest()).consents.length, 1);
  // What was sent takes no more consents: the page leads to the dossier.
  assert.match((await visitor.post(action, form)).location, /^\/h\//u);
});

test('the person agrees on their own phone without a script and reads six digits to the helper', async () => {
  const visitor = createVisitor(house);
  const token = await beginHelped(visitor);
  const page = await visitor.open(`/to-khai/${token}/dong-y`);
  const address = ownPhoneOf(page.body);
  assert.match(address, /^\/dong-y\/[\w-]{22}$/u);
  const action = `/to-khai/${token}/dong-y/ma`;
  const enter = async (ma: string) => visitor.post(action, { ...formTo((await visitor.open(`/to-khai/${token}/dong-y`)).body, action), ma });
  assert.match(faultsOf((await enter('12')).body)[0] ?? '', /^Mã đồng ý gồm 6 chữ số/u);
  assert.match(faultsOf((await enter('123456')).body)[0] ?? '', /^Chưa có mã nào/u);
  // The helper's own browser is not the person's phone.
  const own = await visitor.open(address);
  const same = await visitor.post(address, formTo(own.body, address));
  assert.equal(same.status, 409);
  assert.match(troubleOf(same.body), /^Đây là máy của người đang giúp/u);
  const code = await agreeOnOwnPhone(house, address);
  assert.match(code, /^\d{6}$/u);
  const wrong = code === '000000' ? '000001' : '000000';
  assert.match(faultsOf((await enter(wrong)).body)[0] ?? '', /Còn 4 lần nhập/u);
  assert.equal((await enter(`${code.slice(0, 3)} ${code.slice(3)}`)).location, `/to-khai/${token}/xem-lai`);
  assert.equal((await enter(code).catch(() => ({ status: 303 }))).status, 303, 'agreed already');
  await send(visitor, token);
  assert.deepEqual((await newest()).consents.map(({ way, sha256 }) => [way, sha256]), [['code', null]]);
  const gone = await createVisitor(house).open(address);
  assert.equal(gone.status, 404);
  assert.match(gone.body, /Không còn gì để đồng ý/u);
});

test('a code is void after five wrong tries, after ten minutes, once it was used, and after a change', async () => {
  const visitor = createVisitor(house);
  const token = await beginHelped(visitor);
  const action = `/to-khai/${token}/dong-y/ma`;
  const address = ownPhoneOf((await visitor.open(`/to-khai/${token}/dong-y`)).body);
  const enter = async (ma: string) => {
    const answer = await visitor.post(action, { ...formTo((await visitor.open(`/to-khai/${token}/dong-y`)).body, action), ma });
    return answer.status === 303 ? 'taken' : (faultsOf(answer.body)[0] ?? '');
  };
  const first = await agreeOnOwnPhone(house, address);
  const wrong = first === '111111' ? '222222' : '111111';
  await Promise.all([enter(wrong), enter(wrong), enter(wrong), enter(wrong)]);
  assert.match(await enter(wrong), /^Đã nhập sai 5 lần/u);
  assert.match(await enter(first), /^Đã nhập sai 5 lần/u, 'the right one comes too late');
  const second = await agreeOnOwnPhone(house, address);
  house.clock.pass(10 * 60_000);
  assert.match(await enter(second), /^Mã đã quá 10 phút/u);
  const third = await agreeOnOwnPhone(house, address);
  await visitor.press(await visitor.open(`/to-khai/${token}/child`), { ...RIGHT['child'], 'child.fullName': 'Trần Gia Sửa' });
  assert.match(await enter(third), /^Tờ khai vừa được sửa ở máy khác/u);
  const fourth = await agreeOnOwnPhone(house, address);
  assert.equal(await enter(fourth), 'taken');
  await visitor.press(await visitor.open(`/to-khai/${token}/child`), { ...RIGHT['child'], 'child.fullName': 'Trần Gia Lại' });
  assert.match(await enter(fourth), /^Mã này đã dùng rồi/u);
  // Nobody fills the table with codes.
  const codes = [];
  for (let index = 0; index < 8; index += 1) codes.push(await agreeOnOwnPhone(house, address));
  assert.ok(codes.at(-1) === '' && codes[0] !== '');
});

test('the person agrees in a recorded sentence; nothing else is taken for one', async () => {
  const visitor = createVisitor(house);
  const token = await beginHelped(visitor);
  for (const [bytes, status, sentence] of [
    [Buffer.alloc(0), 422, /^Chưa có đoạn ghi âm/u], [webmOf(0), 422, /ngắn hơn 2 giây/u], [Buffer.from('MZ program'), 415, /không phải đoạn ghi âm/u], [oggOf(130_000), 422, /dài hơn 2 phút/u],
    [Buffer.concat([webmOf(5_000), Buffer.alloc(5 * 1024 * 1024)]), 413, /lớn hơn 4 MB/u],
  ] as const) {
    const answer = await speak(house, visitor, token, bytes);
    assert.equal(answer.statusCode, status, String(sentence));
    assert.match(faultsOf(answer.body)[0] ?? '', sentence);
  }
  assert.equal((await visitor.post(`/to-khai/${token}/dong-y/ghi-am`, {})).status, 422);
  assert.equal((await speak(house, visitor, token, webmOf(6_000))).statusCode, 303);
  await send(visitor, token);
  const { dossier, consents } = await newest();
  assert.equal(dossier.assisted_consent, 'recording');
  assert.deepEqual(consents.map(({ milliseconds, media_type, said }) => [milliseconds, media_type, said]), [[6_000, 'audio/webm', 'Tôi là Nguyễn Thị Mẫu. Tôi đã xem tờ khai “Đăng ký khai sinh” do Lê Thị Cháu khai giúp. Những điều khai là đúng và tôi đồng ý gửi cho xã.']]);
});

test('a recording of 100 MB is answered with its sentence', async () => {
  const visitor = createVisitor(house);
  const token = await beginHelped(visitor);
  const answer = await speak(house, visitor, token, Buffer.alloc(100 * 1024 * 1024, 1));
  assert.equal(answer.statusCode, 413);
  assert.match(faultsOf(answer.body)[0] ?? '', /lớn hơn 4 MB/u);
});

test('who helps is told in whole: each fault has its sentence beside its box, nothing typed is lost, and the helper is never the person', async () => {
  const visitor = createVisitor(house);
  const token = await visitor.begin();
  await fillWhole(visitor, token);
  const tell = (change: Readonly<Record<string, string>>) => visitor.post(`/to-khai/${token}/ai-khai`, { ...GRANDCHILD, ...change });
  for (const [change, sentence] of [
    [{ ten: '' }, /^Chưa có họ và tên/u], [{ quanHe: '' }, /^Chưa chọn người giúp là gì/u], [{ ai: 'team' }, /^Thành viên tổ công nghệ số ghi số điện thoại/u], [{ ai: 'team', dienThoai: '0912000333' }, /^Chưa ghi thuộc tổ/u],
    [{ ai: 'officer' }, /^Cán bộ khai hộ phải đăng nhập/u], [{ ten: 'NGUYỄN THỊ MẪU' }, /^Người giúp trùng với người khai/u], [{ ai: 'xyz' }, /^Chưa chọn ai đang khai/u],
  ] as const) {
    const answer = await tell(change);
    assert.equal(answer.status, 422);
    assert.match(faultsOf(answer.body)[0] ?? '', sentence);
    assert.equal(boxesOf(answer.body)['ten'], { ...GRANDCHILD, ...change }.ten);
  }
  assert.equal((await tell({ ten: 'Nguyễn Thị Mẫu', dienThoai: '0912000999' })).status, 303, 'another person of that name');
  // Then the person is renamed into the helper: the review says so, and nothing is sent.
  assert.equal((await tell({ ten: 'Công Tằng Tôn Nữ Phương Thảo' })).status, 303);
  await visitor.press(await visitor.open(`/to-khai/${token}/applicant`), { ...RIGHT['applicant'], 'applicant.fullName': 'Công Tằng Tôn Nữ Phương Thảo' });
  assert.match(troubleOf((await visitor.open(`/to-khai/${token}/xem-lai`)).body), /^Người giúp trùng với người khai/u);
  assert.equal((await visitor.post(`/to-khai/${token}/gui`, { ban: '' })).status, 422);
  // Alone again: nobody needs to agree.
  assert.equal((await tell({ ai: 'toi' })).status, 303);
  assert.equal((await send(visitor, token)).status, 303);
  assert.equal((await newest()).filing, undefined);
});

test('nothing is agreed to that is still to be corrected, and nothing where nobody helps', async () => {
  const visitor = createVisitor(house);
  const token = await visitor.begin();
  assert.equal((await visitor.get(`/to-khai/${token}/dong-y`)).location, `/to-khai/${token}/xem-lai`);
  await visitor.post(`/to-khai/${token}/ai-khai`, GRANDCHILD);
  assert.equal((await visitor.get(`/to-khai/${token}/dong-y`)).location, `/to-khai/${token}/xem-lai`, 'the form is empty');
  assert.equal((await visitor.post(`/to-khai/${token}/dong-y/chu-ky`, { chuKy: SIGNATURE })).status, 422);
  assert.equal((await visitor.get('/dong-y/aaaaaaaaaaaaaaaaaaaaaa')).status, 404);
  assert.equal((await visitor.get('/dong-y/x')).status, 404);
});

test('a deleted draft takes with it who helped and what was agreed', async () => {
  const visitor = createVisitor(house);
  const token = await beginHelped(visitor);
  await sign(visitor, token);
  const count = async () => Number((await house.database.db.selectFrom('assisted_filing').select(({ fn }) => fn.countAll<string>().as('n')).where('sent_at', 'is', null).executeTakeFirstOrThrow()).n);
  const before = await count();
  await visitor.post(`/to-khai/${token}/xoa`, {});
  assert.equal(await count(), before - 1);
});
