import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { type FastifyInstance } from 'fastify';
import { createCommune, type TestCommune } from '../../../../test/commune.ts';
import { createWholeProgram, type WholeProgram } from '../../../../test/whole-program.ts';
import { createServer } from '../../../platform/http/server.ts';
import { readPdf } from '../../../platform/pdf/read-pdf-for-tests.ts';
import { writeSheet } from '../../../platform/xlsx/write-sheet.ts';
import { type PreviewAnswer, type WrittenAnswer } from '../contract/staff-list-schemas.ts';

let program: WholeProgram;
let home: TestCommune;
let other: TestCommune;
/** The same program with its own sign-in. */
let real: FastifyInstance;
let addresses = 0;

before(async () => {
  program = await createWholeProgram();
  home = await createCommune(program.database.db, { now: program.clock.now() });
  other = await createCommune(program.database.db, { now: program.clock.now(), commune: { code: '00070', name: 'Hoàn Kiếm' }, calendar: false });
  real = await createServer(program.parts);
});
after(async () => {
  await real.close();
  await program.close();
});

const HEAD = 'Họ và tên,Tên đăng nhập,Số định danh,Số điện thoại,Đơn vị,Vai trò,Chức danh';
const newSeed = (): string => randomBytes(32).toString('base64url');

async function upload(url: string, bytes: Buffer | string, fields: Readonly<Record<string, string>> = {}, { commune = home, name = 'ds.csv', role = 'administrator' as const } = {}) {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([new Uint8Array(Buffer.from(bytes as string))]), name);
  const request = new Request('http://xa.test', { method: 'POST', body: form });
  addresses += 1;
  return program.server.inject({
    method: 'POST', url, remoteAddress: `10.7.${String(addresses >> 8)}.${String(addresses & 255)}`, headers: { ...program.as(commune.staff[role].actor), 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
}
const csv = (...lines: readonly string[]): string => [HEAD, ...lines].join('\n');
async function preview(content: Buffer | string): Promise<PreviewAnswer> {
  const answer = await upload('/api/staff-lists/preview', content);
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json<PreviewAnswer>();
}
const refusal = async (content: Buffer | string, name?: string) => (await upload('/api/staff-lists/preview', content, {}, name === undefined ? {} : { name })).json<{ code: string; title: string }>();
async function write(content: Buffer | string, { basis }: Pick<PreviewAnswer, 'basis'>, more: Readonly<Record<string, string>> = {}) {
  return upload('/api/staff-lists', content, { commandId: randomUUID(), seed: newSeed(), basis, ...more });
}
const people = async () => (await program.server.inject({ url: '/api/staff', headers: program.as(home.staff.administrator.actor) })).json<{ staff: { userName: string; fullName: string; active: boolean; positions: { role: string; title: string }[] }[] }>().staff;
const call = (method: 'GET' | 'POST' | 'PUT', url: string, cookie: string, payload?: object) => {
  addresses += 1;
  return real.inject({ method, url, remoteAddress: `10.8.${String(addresses >> 8)}.${String(addresses & 255)}`, ...(cookie === '' ? {} : { cookies: { 'xaso-phien': cookie } }), ...(payload === undefined ? {} : { payload }) });
};

describe('the template', () => {
  for (const format of ['xlsx', 'csv'] as const) {
    test(`as ${format} is read back as a list of examples that mean nobody`, async () => {
      const template = await program.server.inject({ url: `/api/staff-lists/template/${format}`, headers: program.as(home.staff.administrator.actor) });
      assert.equal(template.statusCode, 200);
      const { counts, newcomers } = await preview(template.rawPayload);
      assert.deepEqual({ ...counts, newcomers }, { new: 0, changed: 0, unchanged: 0, error: 0, skipped: 2, newcomers: 0 });
    });
  }
});

describe('a file that is no list', () => {
  test('is refused with a sentence that says what to do', async () => {
    assert.equal((await refusal('một hai ba\n1,2,3')).code, 'staff-lists.headings-missing');
    assert.match((await refusal('Họ và tên,Chức danh\nLan,Cán bộ')).title, /Đơn vị.*Vai trò/u);
    assert.equal((await refusal(`${HEAD}\n`)).code, 'exchange.no-lines');
    assert.equal((await refusal(Buffer.from('%PDF-1.7 xxxx'))).code, 'exchange.not-a-table');
    assert.equal((await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]))).code, 'exchange.workbook-locked');
    assert.equal((await refusal(Buffer.alloc(10 * 1024 * 1024 + 1, 'a'))).code, 'staff-lists.file-too-large');
    // “Nguyễn” in Windows-1258.
    assert.equal((await refusal(Buffer.concat([Buffer.from(`${HEAD}\nNguy`), Buffer.from([0xea, 0xde]), Buffer.from('n,,,,,,')]))).code, 'exchange.encoding-unknown');
  });
  test('UTF-16, semicolons and a mark at the beginning are read', async () => {
    const content = `${csv('Lê Văn Tám,tam.lv,,0912000111,TT,Một cửa,').replace(',TT,', `,${home.units.centre.name},`).replaceAll(',', ';')}\n`;
    for (const bytes of [Buffer.from(`\ufeff${content}`), Buffer.from(`\ufeff${content}`, 'utf16le')]) assert.equal((await preview(bytes)).counts.new, 1);
  });
});

describe('the preview', () => {
  test('says of every line whether it is new, changes, stays or is wrong, and writes nothing', async () => {
    const before = await people();
    const { clerk, reception } = home.staff;
    const content = csv(
      `H'Mai Niê Kđăm,,,0912000222,${home.units.centre.name},Một cửa,Cán bộ Một cửa`,
      `${reception.actor.fullName},${reception.userName},,,${home.units.centre.name},Một cửa,`,
      `${clerk.actor.fullName},${clerk.userName},,,${home.units.office.name},Văn thư,Văn thư trưởng`,
      `Trần Văn Bình,binh.tv,,0912000222,${home.units.centre.name},Một cửa,`,
      `Trần Văn Cảnh,canh.tv,,,Phòng không có đâu,Một cửa,`,
    );
    const { lines, absent, counts, newcomers } = await preview(content);
    assert.deepEqual(lines.map(({ line, state }) => [line, state]), [[2, 'new'], [3, 'unchanged'], [4, 'changed'], [5, 'error'], [6, 'error']]);
    assert.equal(lines[0]?.userName, 'kdamhn');
    assert.deepEqual(lines[2]?.changes, [{ what: 'Chức danh', before: 'Văn thư', after: 'Văn thư trưởng' }]);
    assert.match(lines[3]?.faults[0] ?? '', /^Cột “Số điện thoại”: .*dòng 2/u);
    assert.match(lines[4]?.faults[0] ?? '', /^Cột “Đơn vị”/u);
    assert.equal(counts.error, 2);
    assert.equal(newcomers, 1);
    assert.ok(absent.some(({ userName, self }) => userName === home.staff.administrator.userName && self));
    assert.deepEqual(await people(), before);
  });

  test('the list comes back with a column of faults, of the same kind, and can be sent again', async () => {
    const rows = [HEAD.split(','), ['Trần Văn Cảnh', 'canh.tv', '', '', 'Phòng không có đâu', 'Một cửa', '']];
    const workbook = writeSheet({ title: 'Cán bộ', widths: [20], headRows: 1, rows });
    const answer = await upload('/api/staff-lists/faults', workbook, {}, { name: 'ds.xlsx' });
    assert.equal(answer.statusCode, 200);
    const again = await preview(answer.rawPayload);
    assert.equal(again.counts.error, 1);
    const text = await upload('/api/staff-lists/faults', csv(rows[1]?.join(',') ?? ''));
    assert.match(text.rawPayload.toString(), /^\ufeffLỗi,Họ và tên/u);
    assert.match(text.rawPayload.toString(), /Phòng không có đâu/u);
  });

  test('a user name of another commune is not free, and nothing else of that commune is seen', async () => {
    const { lines, absent } = await preview(csv(`Lê Thị Xa,${other.staff.clerk.userName},,,${home.units.centre.name},Một cửa,`));
    assert.match(lines[0]?.faults[0] ?? '', /xã khác/u);
    assert.ok(absent.every(({ userName }) => !userName.endsWith('.00070')));
  });
});

describe('writing', () => {
  test('adds people who must choose a password of their own at the first sign-in, once, whatever is repeated', async () => {
    const content = csv(`Nguyễn Thị Hoàng Bảo Ngọc Trân,,038190000777,912000333,${home.units.centre.name},Một cửa,`, `Nguyễn Thị Hoàng Bảo Ngọc Trân,,038190000777,,${home.units.office.name},Văn thư,`);
    const looked = await preview(content);
    const order = { commandId: randomUUID(), seed: newSeed() };
    const first = await write(content, looked, order);
    assert.equal(first.statusCode, 200, first.body);
    const again = await write(content, looked, order);
    assert.deepEqual(again.json(), first.json());
    const { slips, added } = first.json<WrittenAnswer>();
    assert.equal(added, 1);
    const [slip] = slips;
    assert.ok(slip);
    assert.equal(slip.userName, 'trannthbn');
    // Nothing of it is kept: neither with the command nor in the journal.
    const { pool } = program.database.owner;
    const { rows: kept } = await pool.query<{ all: string }>('select coalesce((select string_agg(result::text, chr(10)) from client_command), $1) || coalesce((select string_agg(entry::text, chr(10)) from journal), $1) as all', ['']);
    assert.ok(!kept[0]?.all.includes(slip.password) && !kept[0]?.all.includes(order.seed));

    const opened = await call('POST', '/api/session', '', { userName: slip.userName, password: slip.password });
    assert.equal(opened.statusCode, 200, opened.body);
    assert.equal(opened.json<{ assurance: { mustChangePassword: boolean } }>().assurance.mustChangePassword, true);
    const cookie = opened.cookies.find(({ name }) => name === 'xaso-phien')?.value ?? '';
    assert.equal((await call('GET', '/api/dossiers?list=all', cookie)).json<{ code: string }>().code, 'access.password-first');
    const page = await call('GET', '/ap-phich.pdf', cookie);
    assert.equal(page.headers.location, '/can-bo/tai-khoan');
    const changed = await call('PUT', '/api/password', cookie, { commandId: randomUUID(), currentPassword: slip.password, newPassword: 'năm con gà trống vàng' });
    assert.equal(changed.statusCode, 200, changed.body);
    assert.equal((await call('GET', '/api/dossiers?list=all', cookie)).statusCode, 200);
    // With an own password there is no slip any more.
    assert.deepEqual((await write(content, looked, order)).json<WrittenAnswer>().slips, []);
  });

  test('refuses when somebody changed since, when another file comes under the same id, and when nothing changes', async () => {
    const content = csv(`Đỗ Văn Sáu,sau.dv,,,${home.units.centre.name},Một cửa,`);
    const looked = await preview(content);
    await program.database.owner.pool.query('update staff set phone = $1 where user_name = $2', ['0999888777', home.staff.cashier.userName]);
    assert.equal((await write(content, looked)).json<{ code: string }>().code, 'staff-lists.changed-since');
    const fresh = await preview(content);
    assert.equal((await write(`${content}\n`, fresh)).json<{ code: string }>().code, 'staff-lists.changed-since');
    const order = { commandId: randomUUID(), seed: newSeed() };
    assert.equal((await write(content, fresh, order)).statusCode, 200);
    assert.equal((await write(content, fresh, { ...order, seed: newSeed() })).json<{ code: string }>().code, 'command.reused-id');
    const same = await preview(content);
    assert.equal(same.counts.unchanged, 1);
    assert.equal((await write(content, same)).json<{ code: string }>().code, 'staff-lists.nothing-to-write');
  });

  test('ends nobody who was not chosen, and nobody ends oneself or the last administrator', async () => {
    const content = csv(`Đỗ Văn Sáu,sau.dv,,,${home.units.office.name},Văn thư,`);
    const looked = await preview(content);
    assert.equal(looked.left.length, 1);
    const committee = looked.absent.find(({ userName }) => userName === home.staff.committee.userName);
    const self = looked.absent.find((one) => one.self);
    assert.ok(committee !== undefined && self !== undefined);
    assert.equal((await write(content, looked, { close: self.staffId })).json<{ code: string }>().code, 'staff-lists.close-yourself');
    assert.equal((await write(content, looked, { close: randomUUID() })).json<{ code: string }>().code, 'staff-lists.choice-unknown');
    const done = await write(content, looked, { close: committee.staffId, end: looked.left[0]?.positionId ?? '' });
    assert.equal(done.statusCode, 200, done.body);
    assert.deepEqual({ ...done.json<WrittenAnswer>(), slips: [] }, { added: 0, changed: 1, closed: 1, endedPositions: 1, leftOut: 0, passwordsUntil: '2026-12-07', slips: [] });
    const now = await people();
    assert.equal(now.find(({ userName }) => userName === committee.userName)?.active, false);
    assert.deepEqual(now.find(({ userName }) => userName === 'sau.dv')?.positions.map(({ role }) => role), ['clerk']);
    assert.ok(now.filter(({ active }) => !active).length === 1);
  });

  test('lines with faults are left out and the others are written; a list with a fault is none for its person', async () => {
    const content = csv(`Cao Thị Bảy,bay.ct,,,${home.units.centre.name},Một cửa,`, `Cao Thị Bảy,bay.ct,,,Đâu đó,Văn thư,`, `Cao Thị Tám,tam.ct,,,${home.units.centre.name},Thủ quỹ,`);
    const looked = await preview(content);
    assert.equal(looked.newcomers, 1);
    const done = (await write(content, looked)).json<WrittenAnswer>();
    assert.equal(done.added, 1);
    assert.equal(done.leftOut, 2);
    assert.ok((await people()).every(({ userName }) => userName !== 'bay.ct'));
  });

  test('the slips are printed once the list is written, by whoever has its random bytes, within the hour', async () => {
    const content = csv(`H'Hen Niê,hhen.nie,,,${home.units.centre.name},Một cửa,`, `Lê Thị Mười,muoi.lt,,,${home.units.centre.name},Một cửa,`);
    const order = { commandId: randomUUID(), seed: newSeed() };
    const done = (await write(content, await preview(content), order)).json<WrittenAnswer>();
    const print = (seed: string) => program.server.inject({ method: 'POST', url: '/api/staff-lists/slips', headers: program.as(home.staff.administrator.actor), payload: { listId: order.commandId, seed } });
    const pdf = await print(order.seed);
    assert.equal(pdf.statusCode, 200, pdf.body.slice(0, 200));
    const { pages } = readPdf(pdf.rawPayload);
    assert.equal(pages.length, 1);
    const text = pages[0]?.text ?? '';
    for (const slip of done.slips) assert.ok(text.includes(slip.password) && text.includes(slip.userName) && text.includes(slip.fullName));
    assert.equal((await print(newSeed())).json<{ code: string }>().code, 'staff-lists.slips-gone');
    program.clock.pass(61 * 60_000);
    assert.equal((await print(order.seed)).json<{ code: string }>().code, 'staff-lists.slips-gone');
  });
});
