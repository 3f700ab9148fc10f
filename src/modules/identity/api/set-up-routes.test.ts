import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, test } from 'node:test';
import { type LightMyRequestResponse } from 'fastify';
import { createCalendars } from '../../calendar/index.ts';
import { isWorkingDay } from '../../../kernel/working-calendar.ts';
import { type SetUpRequest } from '../contract/set-up.ts';
import { createSetUpCode } from './set-up-code.ts';
import { cookieOf, serveIdentity } from '../../../../test/identity-house.ts';

let office: Awaited<ReturnType<typeof serveIdentity>>;
beforeEach(async () => {
  office = await serveIdentity({ empty: true });
});
afterEach(() => office.close());

const form = (changes: Partial<SetUpRequest> = {}): Record<string, string> => ({
  commandId: randomUUID(),
  code: office.setUpCode.text,
  communeCode: '16072',
  centreName: 'Trung tâm Phục vụ hành chính công xã Hoa Lộc',
  address: 'Trụ sở Ủy ban nhân dân xã Hoa Lộc',
  hotline: '0237 3865 123',
  agencyCode: 'H56.14',
  email: '',
  fullName: 'Ngô Văn Quản',
  userName: 'quan.ngo',
  password: 'chuồn chuồn bay thấp',
  passwordAgain: 'chuồn chuồn bay thấp',
  ...changes,
});
const post = (entries: Record<string, string>): Promise<LightMyRequestResponse> => office.call('POST', '/thiet-lap', { form: entries });
const count = async (table: string): Promise<number> =>
  Number((await office.database.pool.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n);

test('before set-up the sign-in page leads to it, and without the code it shows nothing but the question for it', async () => {
  const signIn = await office.call('GET', '/can-bo/dang-nhap');
  assert.deepEqual([signIn.statusCode, signIn.headers.location], [303, '/thiet-lap']);
  const page = await office.call('GET', '/thiet-lap?tim=Hoa');
  assert.equal(page.statusCode, 200);
  assert.match(page.body, /name="ma"/);
  assert.doesNotMatch(page.body, /Hoa Lộc|name="tim"/);
});

test('a wrong code leads nowhere, neither by link nor by form', async () => {
  for (const code of ['', 'x', '0000-0000-0000', createSetUpCode().text, `${office.setUpCode.text}2`]) {
    const page = await office.call('GET', `/thiet-lap?ma=${encodeURIComponent(code)}&chon=16072`);
    assert.equal(page.statusCode, 403);
    assert.match(page.body, /Mã thiết lập chưa đúng/);
    assert.equal((await post(form({ code }))).statusCode, 403);
  }
  assert.equal(await count('commune'), 0);
});

test('the code may be typed in small letters and without hyphens', async () => {
  const typed = office.setUpCode.text.toLowerCase().replaceAll('-', ' ');
  assert.match((await office.call('GET', `/thiet-lap?ma=${encodeURIComponent(typed)}`)).body, /name="tim"/);
});

test('a commune is found by name and chosen by link; the form comes with what most offices enter', async () => {
  const ma = office.setUpCode.text;
  const none = await office.call('GET', `/thiet-lap?ma=${ma}&tim=Atlantis`);
  assert.match(none.body, /Không tìm thấy đơn vị nào/);
  const found = await office.call('GET', `/thiet-lap?ma=${ma}&tim=hoa`);
  assert.match(found.body, new RegExp(`<a href="/thiet-lap\\?ma=${ma}&amp;chon=16072">Xã Hoa Lộc, tỉnh Thanh Hóa</a>`));
  const page = await office.call('GET', `/thiet-lap?ma=${ma}&chon=16072`);
  assert.match(page.body, /value="Trung tâm Phục vụ hành chính công xã Hoa Lộc"/);
  assert.match(page.body, /Ít nhất 12 ký tự/, 'the rules of a password are said before it is typed');
  assert.match(page.body, /name="commandId" value="[0-9a-f-]{36}"/);
});

test('set-up makes the commune, its units, calendar and administrator, who can then sign in', async () => {
  const response = await post(form());
  assert.deepEqual([response.statusCode, response.headers.location], [303, '/can-bo/dang-nhap?thiet-lap=xong']);
  assert.deepEqual(await Promise.all(['commune', 'unit', 'staff', 'working_session', 'journal'].map(count)), [1, 6, 1, 10, 1]);
  const signIn = await office.call('POST', '/api/session', { body: { userName: 'quan.ngo', password: 'chuồn chuồn bay thấp' } });
  const { commune, roles } = signIn.json<{ commune: { name: string }; roles: string[] }>();
  assert.deepEqual([commune.name, roles], ['Hoa Lộc', ['administrator']]);
  const calendar = await createCalendars(office.database.db).getCalendar('16072');
  assert.deepEqual(['2026-11-23', '2026-11-24', '2026-11-28'].map((date) => isWorkingDay(calendar, date)), [true, false, false]);
  assert.match((await office.call('GET', '/can-bo/dang-nhap?thiet-lap=xong')).body, /Thiết lập đã xong/);
  const { rows } = await office.database.pool.query<{ text: string }>('select c::text as text from client_command c union all select entry from journal');
  assert.ok(rows.every(({ text }) => !text.includes('chuồn chuồn')));
});

test('once set up, the pages are gone and the code is worth nothing', async () => {
  await post(form());
  const ma = office.setUpCode.text;
  for (const response of [await office.call('GET', '/thiet-lap'), await office.call('GET', `/thiet-lap?ma=${ma}`), await post(form({ communeCode: '00070', userName: 'ke.gian' }))]) {
    assert.equal(response.statusCode, 410);
    assert.match(response.body, /Chương trình đã được thiết lập/);
  }
  assert.deepEqual(await Promise.all(['commune', 'staff'].map(count)), [1, 1]);
});

test('a form that is sent twice sets up once and is answered twice', async () => {
  const entries = form();
  const answers = await Promise.all([post(entries), post(entries), post(entries)]);
  assert.deepEqual(answers.map((answer) => answer.statusCode), [303, 303, 303]);
  assert.equal((await post(entries)).statusCode, 303);
  assert.deepEqual(await Promise.all(['commune', 'staff', 'journal'].map(count)), [1, 1, 1]);
});

test('of two set-ups at the same moment one wins and the other is told', async () => {
  const answers = await Promise.all([post(form()), post(form({ communeCode: '00070', userName: 'khac.nguoi' }))]);
  assert.deepEqual(answers.map((answer) => answer.statusCode).toSorted(), [303, 410]);
  assert.equal(await count('commune'), 1);
});

test('what is wrong is said at each field, all at once, with the entries kept and the passwords not', async () => {
  const response = await post(form({ hotline: 'gọi sau', agencyCode: '14', password: 'ngắn', passwordAgain: 'khác', fullName: 'Ngô <Văn> Quản' }));
  assert.equal(response.statusCode, 422);
  assert.match(response.body, /href="#o-hotline"/);
  assert.match(response.body, /Mã định danh của cơ quan có dạng như H56\.14/);
  assert.match(response.body, /Mật khẩu cần ít nhất 12 ký tự, đang có 4\./);
  assert.match(response.body, /Hai lần gõ mật khẩu không giống nhau/);
  assert.match(response.body, /value="gọi sau"/);
  assert.match(response.body, /value="Ngô &lt;Văn&gt; Quản"/);
  assert.doesNotMatch(response.body, /value="(ngắn|khác)"/);
  assert.equal(await count('commune'), 0);
});

for (const [what, changes] of [
  ['a commune that does not exist', { communeCode: '99999' }],
  ['a commune code of letters', { communeCode: 'abcde' }],
  ['a broken command id', { commandId: '1' }],
  ['an address of 301 characters', { address: 'a'.repeat(301) }],
  ['a field too many', { synthetic: 'true' } as Partial<SetUpRequest>],
] as const) {
  test(`a form with ${what} is refused`, async () => {
    assert.equal((await post(form(changes))).statusCode, 422);
    assert.equal(await count('commune'), 0);
  });
}

test('the code is long, without letters that look alike, and new each time', () => {
  const codes = Array.from({ length: 200 }, () => createSetUpCode().text);
  assert.equal(new Set(codes).size, 200);
  for (const code of codes) assert.match(code, /^[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){2}$/);
});

test('every page of the set-up is complete in English', async () => {
  const ma = office.setUpCode.text;
  for (const url of ['/thiet-lap?lang=en', `/thiet-lap?ma=${ma}&lang=en`, `/thiet-lap?ma=${ma}&tim=Atlantis&lang=en`, `/thiet-lap?ma=${ma}&chon=16072&lang=en`]) {
    const page = await office.call('GET', url);
    const words = page.body.replace(/value="[^"]*"/g, '').replaceAll(/Hoa Lộc|tỉnh Thanh Hóa|QĐ-TTg|Xã/g, '');
    assert.doesNotMatch(words, /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i, url);
  }
  assert.equal(cookieOf(await office.call('GET', '/thiet-lap'), 'xaso-phien'), undefined);
});
