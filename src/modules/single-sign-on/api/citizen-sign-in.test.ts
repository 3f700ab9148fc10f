import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createFormCatalogue } from '../../forms/index.ts';
import { createSignOnHouse, DAO, type SignOnHouse } from '../../../../test/sign-on-house.ts';

let house: SignOnHouse;
before(async () => {
  house = await createSignOnHouse();
});
after(() => house.close());

const textOf = (body: string): string => body.replaceAll(/<style.*?<\/style>|<script.*?<\/script>/gsu, '').replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');

test('a citizen signs in by the provider and sees the dossiers of the own number', async () => {
  const own = await house.receive({ fullName: 'Nguyễn Thị Đào', citizenNumber: '038190999901' });
  const other = await house.receive({ fullName: 'Lê Văn Khác', citizenNumber: '038090000002' });
  const browser = house.browser();
  const back = await house.signIn(browser, DAO);
  assert.equal(back.statusCode, 303, textOf(back.body));
  assert.equal(back.headers.location, '/cua-toi');
  const page = await browser.get('/cua-toi');
  assert.equal(page.statusCode, 200);
  assert.match(textOf(page.body), /Chào Nguyễn Thị Đào.*•••• •••• 9901 · định danh mức 2.*Đang giải quyết \(1\)/u);
  assert.ok(page.body.includes(own.path));
  assert.ok(!page.body.includes(other.path));
  assert.ok(!page.body.includes('038190999901'), 'the whole number stands nowhere');
  assert.equal(page.headers['cache-control'], 'no-store');
  assert.equal(page.headers['referrer-policy'], 'no-referrer');
});

test('the session is the second factor for dossiers of the own number only', async () => {
  const own = await house.receive({ fullName: 'NGUYEN THI DAO', citizenNumber: '038190999901' });
  const other = await house.receive({ fullName: 'Lê Văn Khác', citizenNumber: '038090000002' });
  const wrongName = await house.receive({ fullName: 'Nguyễn Thị Đào', citizenNumber: '038090000003' });
  const browser = house.browser();
  await house.signIn(browser, DAO);
  const papers = await browser.get('/cua-toi/giay-to');
  const [, paper] = new RegExp(`href="(${own.path}/giay/[0-9a-f-]+)"`, 'u').exec(papers.body) ?? [];
  assert.ok(paper !== undefined, textOf(papers.body));
  assert.equal((await browser.get(paper)).headers['content-type'], 'application/pdf');
  assert.match(textOf((await house.browser().get(paper)).body), /4 số cuối/u, 'a stranger is asked for the digits');
  for (const { path } of [other, wrongName]) {
    const tracked = await browser.get(path);
    const [, theirs] = /href="(\/h\/[\w-]{22}\/giay\/[0-9a-f-]+)"/u.exec(tracked.body) ?? [];
    assert.ok(theirs !== undefined);
    assert.match(textOf((await browser.get(theirs)).body), /4 số cuối/u);
    assert.match(textOf((await browser.get(`${path}/rut`)).body), /4 số cuối/u);
  }
});

test('from the own page a citizen reads who looked at a dossier and asks about the data, without the digits', async () => {
  const own = await house.receive({ fullName: 'Nguyễn Thị Đào', citizenNumber: '038190999901' });
  const browser = house.browser();
  await house.signIn(browser, DAO);
  const page = await browser.get('/cua-toi');
  for (const [path, words] of [['ai-da-xem', /Ai đã xem/u], ['du-lieu', /[Dd]ữ liệu/u]] as const) {
    assert.ok(page.body.includes(`href="${own.path}/${path}"`));
    const opened = await browser.get(`${own.path}/${path}`);
    assert.equal(opened.statusCode, 200);
    assert.match(textOf(opened.body), words);
    assert.doesNotMatch(textOf(opened.body), /4 số cuối/u);
  }
});

test('from the own page a citizen chooses an own dossier with a form whose facts are used again, without the digits; the others do not offer it', async () => {
  const { database } = house.program;
  const form = (await createFormCatalogue(database.owner.db)).formOf('1.001193', '2026-11-23')?.definition;
  assert.ok(form !== undefined);
  const own = await house.receive({ fullName: 'Nguyễn Thị Đào', citizenNumber: '038190999901' });
  const plain = await house.receive({ fullName: 'Nguyễn Thị Đào', citizenNumber: '038190999901' });
  await database.owner.db.insertInto('form_answers').values({
    commune_code: house.commune.commune.code, dossier_id: own.id, form_code: form.code, form_version: form.version, answers: JSON.stringify({ 'applicant.fullName': 'Nguyễn Thị Đào' }), answers_hash: '0'.repeat(64), filled_by: 'citizen', agreed_at: new Date('2026-11-20T02:00:00Z'),
  }).execute();
  const browser = house.browser();
  await house.signIn(browser, DAO);
  const page = await browser.get('/cua-toi');
  assert.ok(page.body.includes(`href="${own.path}/khai-viec-khac"`) && !page.body.includes(`href="${plain.path}/khai-viec-khac"`));
  const opened = await browser.get(`${own.path}/khai-viec-khac`);
  assert.equal(opened.statusCode, 200);
  assert.match(textOf(opened.body), /Nguyễn Thị Đào – người đi khai/u);
  assert.match(textOf((await house.browser().get(`${own.path}/khai-viec-khac`)).body), /4 số cuối/u, 'a stranger is asked for the digits');
});

test('a dossier of the own number under another name is named, and not opened', async () => {
  const person = { subject: 'sai', claims: { citizen_number: '038190999907', name: 'Phạm Thị Đúng' }, acr: 'urn:xaso:assurance:2' };
  const wrong = await house.receive({ fullName: 'Phạm Văn Nhầm', citizenNumber: '038190999907' });
  const browser = house.browser();
  await house.signIn(browser, person);
  const page = await browser.get('/cua-toi');
  assert.match(textOf(page.body), /ghi số định danh của bạn nhưng ghi tên khác/u);
  assert.ok(!page.body.includes(wrong.path) && !page.body.includes('Phạm Văn Nhầm'));
  for (const path of ['/cua-toi/giay-to', '/cua-toi/tin']) assert.ok(!(await browser.get(path)).body.includes(wrong.path));
});

test('an identity of level 1 sees how things stand and is asked for the digits before any paper', async () => {
  const own = await house.receive({ fullName: 'Nguyễn Thị Đào', citizenNumber: '038190999901' });
  const browser = house.browser();
  await house.signIn(browser, { ...DAO, acr: 'urn:xaso:assurance:1' });
  const page = await browser.get('/cua-toi');
  assert.match(textOf(page.body), /định danh mức 1.*Tài khoản mức 1: xem được tình trạng.*Công an xã, phường/u);
  assert.ok(page.body.includes(own.path));
  const papers = await browser.get('/cua-toi/giay-to');
  const [, paper] = new RegExp(`href="(${own.path}/giay/[0-9a-f-]+)"`, 'u').exec(papers.body) ?? [];
  assert.match(textOf((await browser.get(paper ?? '')).body), /4 số cuối/u);
});

test('a citizen without dossiers is told why there may be none and what to do', async () => {
  const browser = house.browser();
  await house.signIn(browser, { subject: 'moi', claims: { citizen_number: '038190999955', name: 'Trịnh Thị Mới' }, acr: 'urn:xaso:assurance:2' });
  assert.match(textOf((await browser.get('/cua-toi')).body), /chưa có hồ sơ nào mang số định danh của bạn.*Tìm thủ tục cần làm/u);
  assert.match(textOf((await browser.get('/cua-toi/giay-to')).body), /Chưa có giấy tờ nào/u);
  assert.match(textOf((await browser.get('/cua-toi/tin')).body), /Xã chưa báo điều gì/u);
});

test('whoever is not signed in is led to the citizens’ way in and back to the page', async () => {
  const browser = house.browser();
  const kept = await browser.get('/cua-toi/tin');
  assert.equal(kept.statusCode, 303);
  assert.equal(kept.headers.location, '/cua-toi/dang-nhap?tiep=%2Fcua-toi%2Ftin');
  const way = await browser.get(kept.headers.location ?? '');
  const [, start] = /href="(\/dang-nhap\/vneid[^"]*)"/u.exec(way.body) ?? [];
  const back = await house.signIn(browser, DAO, (start ?? '').replaceAll('&amp;', '&'));
  assert.equal(back.headers.location, '/cua-toi/tin');
});

for (const wanted of ['https://evil.example/', '//evil.example', '/can-bo', '/api/session', '/dang-nhap/vneid', '/cua-toi/dang-nhap']) {
  test(`a sign-in that wants to go on to ${wanted} ends on the own page`, async () => {
    const back = await house.signIn(house.browser(), DAO, `/dang-nhap/vneid?tiep=${encodeURIComponent(wanted)}`);
    assert.equal(back.headers.location, '/cua-toi');
  });
}

test('a citizen’s session counts below the own pages and the dossiers, and nowhere else', async () => {
  const browser = house.browser();
  await house.signIn(browser, DAO);
  assert.equal((await browser.get('/can-bo')).statusCode, 303);
  assert.equal((await browser.get('/api/session')).statusCode, 401);
  assert.equal((await browser.get('/api/dossiers')).statusCode, 401);
});

test('a session ends after 30 minutes without use, and after 4 hours in any case', async () => {
  const browser = house.browser();
  await house.signIn(browser, DAO);
  const { clock } = house.program;
  for (let minutes = 0; minutes < 220; minutes += 20) {
    assert.equal((await browser.get('/cua-toi')).statusCode, 200);
    clock.pass(20 * 60_000);
  }
  clock.pass(20 * 60_000);
  assert.equal((await browser.get('/cua-toi')).statusCode, 303, 'four hours are over');
  await house.signIn(browser, DAO);
  clock.pass(30 * 60_000);
  assert.equal((await browser.get('/cua-toi')).statusCode, 303, 'half an hour without use');
});

test('a citizen sees the own sessions, ends another one, and cannot end a stranger’s', async () => {
  const [here, there, stranger] = [house.browser(), house.browser(), house.browser()];
  const me = { subject: 'lan', claims: { citizen_number: '038190999911', name: 'Lê Thị Lan' }, acr: 'urn:xaso:assurance:2' };
  for (const [browser, person] of [[here, me], [there, me], [stranger, DAO]] as const) await house.signIn(browser, person);
  const mine = await here.get('/cua-toi/phien');
  assert.match(textOf(mine.body), /Máy này.*Máy khác|Máy khác.*Máy này/u);
  const [, end] = /action="(\/cua-toi\/phien\/[0-9a-f-]+)"/u.exec(mine.body) ?? [];
  const foreign = await stranger.post(end ?? '');
  assert.equal(foreign.statusCode, 303);
  assert.equal((await there.get('/cua-toi')).statusCode, 200, 'a stranger ends nothing');
  assert.equal((await here.post(end ?? '')).headers.location, '/cua-toi/phien?xong=1');
  assert.equal((await there.get('/cua-toi')).statusCode, 303);
  assert.equal((await here.get('/cua-toi')).statusCode, 200);
});

test('signing out ends the session here and offers to leave the provider too', async () => {
  const browser = house.browser();
  await house.signIn(browser, DAO);
  const kept = new Map(browser.cookies);
  const out = await browser.post('/cua-toi/dang-xuat');
  assert.equal(out.headers.location, '/cua-toi/dang-nhap?ra=vneid');
  const page = await browser.get(out.headers.location ?? '');
  assert.match(page.body, new RegExp(`href="${house.provider.issuer}/session/end\\?[^"]*client_id=xaso-vneid`, 'u'));
  for (const [name, value] of kept) browser.cookies.set(name, value);
  assert.equal((await browser.get('/cua-toi')).statusCode, 303, 'the old cookie opens nothing');
});

test('the journal says that a citizen signed in, and neither number nor name', async () => {
  await house.signIn(house.browser(), DAO);
  const { rows } = await house.program.database.owner.pool.query<{ entry: string }>("select entry::text from journal where entry::text like '%citizen.signed-in%'");
  assert.ok(rows.length > 0);
  for (const { entry } of rows) assert.ok(!entry.includes('038190999901') && !entry.includes('Đào'), entry);
});
