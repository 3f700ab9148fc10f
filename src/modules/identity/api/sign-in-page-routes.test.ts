import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { MINUTE } from '../../../../test/clock.ts';
import { createStaff } from '../../../../test/commune.ts';
import { cookieOf, serveIdentity } from '../../../../test/identity-house.ts';

let office: Awaited<ReturnType<typeof serveIdentity>>;
before(async () => {
  office = await serveIdentity({ secure: true });
});
after(() => office.close());

const SIGN_IN = '/can-bo/dang-nhap';

test('the sign-in page is a plain form with both fields, where to go next, and no script', async () => {
  const page = await office.call('GET', `${SIGN_IN}?tiep=${encodeURIComponent('/can-bo/ho-so?loc=1')}&fbclid=abc`);
  assert.equal(page.statusCode, 200);
  assert.match(page.headers['content-type'] as string, /^text\/html/);
  assert.match(page.body, /<h1>Đăng nhập<\/h1>/);
  assert.match(page.body, /<form[^>]* action="\/can-bo\/dang-nhap" method="post"/);
  assert.match(page.body, /name="tiep" value="\/can-bo\/ho-so\?loc=1"/);
  assert.match(page.body, /<input[^>]*autoComplete="username"[^>]*name="userName"/);
  assert.match(page.body, /<input[^>]*type="password"[^>]*name="password"/);
  assert.doesNotMatch(page.body, /<script/);
});

test('the page is complete in English', async () => {
  const page = await office.call('GET', `${SIGN_IN}?lang=en`);
  assert.match(page.body, /<h1>Sign in<\/h1>/);
  assert.doesNotMatch(page.body, /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i);
});

test('a right form leads where one wanted to go, with the cookies of a new session', async () => {
  const { userName, password } = office.commune.staff.reception;
  const response = await office.call('POST', SIGN_IN, { form: { userName, password, tiep: '/can-bo/ho-so?loc=1' } });
  assert.deepEqual([response.statusCode, response.headers.location], [303, '/can-bo/ho-so?loc=1']);
  const session = response.cookies.find(({ name }) => name === 'xaso-phien');
  assert.deepEqual([session?.httpOnly, session?.sameSite, session?.secure, session?.path], [true, 'Lax', true, '/']);
  const cookies = { 'xaso-phien': session?.value ?? '' };
  assert.equal((await office.call('GET', '/api/session', { cookies })).statusCode, 200);
  const again = await office.call('GET', `${SIGN_IN}?tiep=/can-bo/so`, { cookies });
  assert.deepEqual([again.statusCode, again.headers.location], [303, '/can-bo/so'], 'who is signed in already goes straight on');
});

test('who is signed in without a position today is offered the sign-in page, not led in a circle', async () => {
  const staff = await createStaff(office.database.db, office.commune.commune, {
    userName: 'het.nhiem.ky',
    positions: [{ unitId: office.commune.units.centre.id, role: 'reception', title: 'Tiếp nhận', fields: [], validTo: '2026-11-23' }],
  });
  office.clock.set('2026-11-23T23:59:00+07:00');
  const signedIn = await office.call('POST', SIGN_IN, { form: { userName: staff.userName, password: staff.password } });
  const cookies = { 'xaso-phien': cookieOf(signedIn, 'xaso-phien') ?? '' };
  assert.equal((await office.call('GET', SIGN_IN, { cookies })).statusCode, 303);
  office.clock.pass(MINUTE);
  assert.equal((await office.call('GET', SIGN_IN, { cookies })).statusCode, 200);
  office.clock.set('2026-11-23T08:00:00+07:00');
});

for (const target of ['https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', 'javascript:alert(1)', '', SIGN_IN]) {
  test(`nobody is led to ${JSON.stringify(target)} by signing in`, async () => {
    const { userName, password } = office.commune.staff.reception;
    const page = await office.call('GET', `${SIGN_IN}?tiep=${encodeURIComponent(target)}`);
    assert.match(page.body, /name="tiep" value="\/can-bo"/);
    const response = await office.call('POST', SIGN_IN, { form: { userName, password, tiep: target } });
    assert.equal(response.headers.location, '/can-bo');
    const cookies = { 'xaso-phien': cookieOf(response, 'xaso-phien') ?? '' };
    assert.equal((await office.call('GET', `${SIGN_IN}?tiep=${encodeURIComponent(target)}`, { cookies })).headers.location, '/can-bo');
  });
}

test('a wrong form comes back with the reason, the name, and never the password', async () => {
  const response = await office.call('POST', SIGN_IN, { form: { userName: 'an"><b>', password: 'mật khẩu sai', tiep: '/can-bo/so' } });
  assert.equal(response.statusCode, 401);
  assert.match(response.body, /Tên đăng nhập hoặc mật khẩu chưa đúng/);
  assert.match(response.body, /value="an&quot;&gt;&lt;b&gt;"/);
  assert.match(response.body, /name="tiep" value="\/can-bo\/so"/);
  assert.ok(!response.body.includes('mật khẩu sai'));
  assert.equal(response.cookies.length, 0);
});

test('an empty form says what is missing at each field and does not count as a guess', async () => {
  for (let time = 0; time < 7; time += 1) {
    const response = await office.call('POST', SIGN_IN, { form: { userName: ' ', password: '' }, address: '10.40.0.1' });
    assert.equal(response.statusCode, 422);
    assert.match(response.body, /Nhập tên đăng nhập\./);
    assert.match(response.body, /Nhập mật khẩu\./);
  }
});

for (const [what, form] of [
  ['a field too many', { userName: 'a', password: 'b', role: 'administrator' }],
  ['a name that is too long', { userName: 'a'.repeat(101), password: 'b' }],
  ['no password field', { userName: 'a' }],
] as const) {
  test(`a form with ${what} is refused as a page`, async () => {
    const response = await office.call('POST', SIGN_IN, { form });
    assert.deepEqual([response.statusCode, /<h1>request\.invalid<\/h1>/.test(response.body)], [422, true]);
  });
}

test('too many guesses by form are told in words', async () => {
  const form = { userName: 'ai.do', password: 'sai' };
  for (let wrong = 1; wrong <= 5; wrong += 1) await office.call('POST', SIGN_IN, { form, address: '10.40.0.2' });
  const response = await office.call('POST', SIGN_IN, { form, address: '10.40.0.2' });
  assert.equal(response.statusCode, 429);
  assert.match(response.body, /Đợi 15 giây rồi thử lại; tài khoản không bị khóa\./);
});

test('signing out by form ends the session and says so', async () => {
  const { userName, password } = office.commune.staff.clerk;
  const signedIn = await office.call('POST', SIGN_IN, { form: { userName, password } });
  const cookies = { 'xaso-phien': cookieOf(signedIn, 'xaso-phien') ?? '' };
  const out = await office.call('POST', '/can-bo/dang-xuat', { form: {}, cookies });
  assert.deepEqual([out.statusCode, out.headers.location, cookieOf(out, 'xaso-phien')], [303, `${SIGN_IN}?ra=1`, '']);
  assert.equal((await office.call('GET', '/api/session', { cookies })).statusCode, 401);
  assert.match((await office.call('GET', `${SIGN_IN}?ra=1`)).body, /Đã đăng xuất/);
  assert.equal((await office.call('POST', '/can-bo/dang-xuat')).statusCode, 303);
});

test('another site can neither sign somebody in nor out', async () => {
  const { userName, password } = office.commune.staff.clerk;
  for (const [url, form] of [
    [SIGN_IN, { userName, password }],
    ['/can-bo/dang-xuat', {}],
  ] as const) {
    const response = await office.call('POST', url, { form, headers: { origin: 'https://evil.example', host: 'xa.example' } });
    assert.deepEqual([response.statusCode, response.cookies.length], [403, 0]);
  }
});
