import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { createDossierHouse, type DossierHouse } from '../../../../test/dossier-house.ts';
import { BOUNDARY, countRows, faultsOf, fieldValue, filledForm, type FormPart, keptReferences, multipartBody, openPage, type PageAnswer, postParts, postRaw, textParts } from './declare-for-tests.ts';
import { publicDossierRoutes } from './public-routes.ts';
import { photo } from './sample-files-for-tests.ts';

let house: DossierHouse;
before(async () => {
  house = await createDossierHouse(publicDossierRoutes);
});
after(() => house.close());

async function refusedWith(status: number, code: string, send: () => Promise<PageAnswer>): Promise<void> {
  const before = await countRows(house);
  const answer = await send();
  assert.equal(answer.status, status);
  assert.match(answer.body, new RegExp(`<title>${code}</title>`));
  assert.deepEqual(await countRows(house), before);
}

const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;

test('a body that is no multipart form is refused by its type, whatever it is', async () => {
  for (const [type, body] of [
    ['application/x-www-form-urlencoded', 'fullName=x'],
    ['application/json', '{"fullName":"x"}'],
    ['text/plain', 'fullName=x'],
    ['application/xml', '<a/>'],
    ['multipart/mixed; boundary=x', '--x--'],
  ] as const) {
    await refusedWith(415, 'request.wrong-media-type', () => postRaw(house, body, type));
  }
});

test('a multipart form without a boundary, with the wrong one, with broken headers or with nothing in it is not readable', async () => {
  const body = multipartBody(textParts(await filledForm(house)));
  await refusedWith(400, 'request.not-readable', () => postRaw(house, body, 'multipart/form-data'));
  await refusedWith(400, 'request.not-readable', () => postRaw(house, body, 'multipart/form-data; boundary=khac'));
  await refusedWith(400, 'request.not-readable', () => postRaw(house, `--${BOUNDARY}\r\nkhông có tiêu đề`, MULTIPART));
  await refusedWith(400, 'request.not-readable', () => postRaw(house, Buffer.alloc(3000, 0xff), MULTIPART));
});

test('a form that breaks off brings back what arrived whole, keeps the whole files, and says so', async () => {
  const before = await countRows(house);
  const fields = await filledForm(house);
  const parts: readonly FormPart[] = [
    ...textParts(fields),
    { name: 'paper-birth-notice', fileName: 'du.jpg', content: await photo(10) },
    { name: 'paper-birth-notice', fileName: 'thieu.jpg', content: await photo(11, 900) },
  ];
  const answer = await postRaw(house, multipartBody(parts).subarray(0, -600), MULTIPART);
  assert.equal(answer.status, 422);
  assert.match(String(faultsOf(answer.body)[0]), /^Mạng bị ngắt khi đang gửi/);
  assert.equal(fieldValue(answer.body, 'fullName'), fields['fullName']);
  const kept = keptReferences(answer.body);
  assert.equal(Object.keys(kept).length, 1);
  assert.equal((await countRows(house)).dossiers, before.dossiers);
  assert.equal((await postParts(house, textParts({ ...fields, ...kept }))).status, 303);
});

/** A real port: what happens to lines cannot be seen on made-up requests. */
async function listen(): Promise<number> {
  if (house.server.server.address() === null) await house.server.listen({ port: 0, host: '127.0.0.1' });
  const address = house.server.server.address();
  assert.ok(address !== null && typeof address === 'object');
  return address.port;
}

test('a body that does not say how long it is and never ends is cut off, and the server goes on', async () => {
  const before = await countRows(house);
  const port = await listen();
  const start = multipartBody([...textParts(await filledForm(house)), { name: 'paper-birth-notice', fileName: 'a.jpg', content: Buffer.from('x') }]).subarray(0, -40);
  const chunk = (bytes: Buffer) => Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);
  const socket = connect(port, '127.0.0.1');
  // The reset is what is waited for; it is told as an error.
  socket.on('error', () => undefined);
  socket.write(`POST /khai/1.001193 HTTP/1.1\r\nHost: x\r\nContent-Type: ${MULTIPART}\r\nTransfer-Encoding: chunked\r\n\r\n`);
  socket.write(chunk(start));
  const megabyte = chunk(Buffer.alloc(1024 * 1024));
  let sent = 0;
  const write = () => new Promise<boolean>((resolve) => socket.write(megabyte, (error) => { resolve(error == null); }));
  while (sent < 200 && (await write())) sent += 1;
  assert.ok(sent >= 119 && sent < 200, String(sent));
  assert.equal((await openPage(house, '/khai/1.001193')).status, 200);
  assert.equal((await countRows(house)).dossiers, before.dossiers);
});

test('a line that is cut in the middle of a file leaves the server well and nothing declared', async () => {
  const before = await countRows(house);
  const port = await listen();
  const body = multipartBody([...textParts(await filledForm(house)), { name: 'paper-birth-notice', fileName: 'a.jpg', content: await photo(12, 900) }]);
  const socket = connect(port, '127.0.0.1');
  socket.write(`POST /khai/1.001193 HTTP/1.1\r\nHost: x\r\nContent-Type: ${MULTIPART}\r\nContent-Length: ${String(body.length)}\r\n\r\n`);
  socket.write(body.subarray(0, body.length - 2000));
  await new Promise((resolve) => setTimeout(resolve, 150));
  socket.destroy();
  await new Promise((resolve) => setTimeout(resolve, 150));
  assert.equal((await countRows(house)).dossiers, before.dossiers);
  assert.equal((await openPage(house, '/khai/1.001193')).status, 200);
});

test('more than anybody can mean to send is refused before it is read', async () => {
  const headers = { 'content-type': MULTIPART, 'content-length': String(121 * 1024 * 1024) };
  const answer = await house.server.inject({ method: 'POST', url: '/khai/1.001193', headers, payload: multipartBody([]) });
  assert.equal(answer.statusCode, 413);
  const manyFields = Array.from({ length: 150 }, (_, index): FormPart => ({ name: `thua-${String(index)}`, value: 'x' }));
  await refusedWith(413, 'request.too-large', () => postParts(house, manyFields));
  const manyFiles = Array.from({ length: 120 }, (_, index): FormPart => ({ name: 'paper-birth-notice', fileName: `${String(index)}.txt`, content: Buffer.from('x') }));
  await refusedWith(413, 'request.too-large', () => postParts(house, manyFiles));
});

test('a NUL character is refused wherever it hides, and the files beside it are not kept', async () => {
  const fields = await filledForm(house);
  const picture: FormPart = { name: 'paper-birth-notice', fileName: 'a.jpg', content: await photo(13) };
  for (const name of ['fullName', 'note', 'commandId', 'khac']) {
    await refusedWith(400, 'request.not-readable', () => postParts(house, [...textParts({ ...fields, [name]: 'a\0b' }), picture]));
  }
  await refusedWith(400, 'request.not-readable', () => postParts(house, [{ name: 'a\0b', value: 'x' }, ...textParts(fields), picture]));
  const named = await postParts(house, [...textParts(fields), { name: 'paper-birth-notice', fileName: 'a\0b.jpg', content: await photo(14) }]);
  assert.notEqual(named.status, 503);
});

test('names that would reach into the language itself are refused', async () => {
  for (const name of ['__proto__', 'constructor', 'toString']) {
    await refusedWith(400, 'request.not-readable', () => postParts(house, [{ name, value: 'x' }]));
  }
});

const MISSING: readonly (readonly [change: Readonly<Record<string, string>>, fault: RegExp])[] = [
  [{ fullName: '' }, /Nhập họ và tên/],
  [{ fullName: '   ' }, /Nhập họ và tên/],
  [{ 'birthDate-day': '', 'birthDate-month': '', 'birthDate-year': '' }, /Nhập ngày sinh/],
  [{ 'birthDate-month': '' }, /Ngày sinh còn thiếu/],
  [{ 'birthDate-day': '31', 'birthDate-month': '2' }, /Ngày sinh chưa đúng/],
  [{ 'birthDate-year': '56' }, /Ngày sinh chưa đúng/],
  [{ 'birthDate-year': '2090' }, /Ngày sinh không có thật hoặc ở tương lai/],
  [{ 'birthDate-year': '1790' }, /Ngày sinh không có thật/],
  [{ village: '' }, /Chọn nơi bạn ở/],
  [{ village: '00000000-0000-7000-8000-000000000000' }, /không còn trong danh sách/],
  [{ village: 'noi-khac' }, /Ghi địa chỉ đủ thôn, xã, tỉnh/],
  [{ phone: '' }, /Cần số điện thoại hoặc số định danh/],
  [{ phone: '12345' }, /Số điện thoại chưa đúng/],
  [{ citizenNumber: 'abc' }, /Số định danh gồm 12 chữ số/],
  [{ email: 'khong-phai' }, /Địa chỉ thư điện tử chưa đúng/],
  [{ fullName: 'A'.repeat(101) }, /Dài quá 100 chữ cái/],
  [{ address: 'A'.repeat(181) }, /Dài quá 180 chữ cái/],
  [{ email: `${'a'.repeat(200)}@thu.vn` }, /Dài quá 200 chữ cái/],
  [{ phone: '0'.repeat(21) }, /Dài quá 20 chữ cái/],
  [{ note: 'A'.repeat(1001) }, /Dài quá 1000 chữ cái/],
  [{ note: 'A'.repeat(40_000) }, /Dài quá 1000 chữ cái/],
  [{ assistedBy: 'A'.repeat(101) }, /Dài quá 100 chữ cái/],
  [{ fullName: '<script>alert(1)</script>' }, /Họ tên chưa đúng/],
  [{ fullName: "Robert'); drop table dossier;--" }, /Họ tên chưa đúng/],
  [{ fullName: 'Nguyễn Văn 2' }, /Họ tên chưa đúng/],
];

test('every faulty entry is named in words, stands in the form as it was typed, and nothing is declared', async () => {
  const before = await countRows(house);
  for (const [change, sentence] of MISSING) {
    const answer = await postParts(house, textParts(await filledForm(house, change)));
    const what = JSON.stringify(change).slice(0, 60);
    assert.equal(answer.status, 422, what);
    const faults = faultsOf(answer.body);
    assert.equal(faults.length, 1, `${what} ${faults.join(' ')}`);
    assert.match(String(faults[0]), sentence, what);
    assert.equal(answer.body.includes('<script>alert(1)'), false);
    assert.match(answer.body, /aria-invalid="true"/, what);
    for (const [name, value] of Object.entries(change)) {
      if (!['village', 'note'].includes(name) && value.length < 20_000) assert.equal(fieldValue(answer.body, name), value.trim(), what);
    }
  }
  assert.deepEqual(await countRows(house), before);
});

test('all faults are told at once, in the order of the form', async () => {
  const answer = await postParts(house, textParts(await filledForm(house, { fullName: '', citizenNumber: '1', 'birthDate-day': '', village: '', phone: 'x', email: 'x' })));
  assert.equal(faultsOf(answer.body).length, 6);
  assert.match(answer.body, /Còn 6 mục cần sửa/);
  assert.deepEqual([...answer.body.matchAll(/<a href="#(o-[\w-]+)">/g)].map((match) => match[1]), ['o-fullName', 'o-citizenNumber', 'o-birthDate', 'o-village', 'o-phone', 'o-email']);
});

test('a form with nothing in it, or one whose ids this server never made, comes back with ids of its own and declares nothing', async () => {
  const before = await countRows(house);
  const fields = await filledForm(house);
  const other = await filledForm(house);
  const stale: readonly Readonly<Record<string, string>>[] = [
    { ...fields, seal: '' },
    { ...fields, seal: String(other['seal']) },
    { ...fields, dossierId: String(other['dossierId']) },
    { ...fields, commandId: 'khong-phai-ma' },
    { ...fields, dossierId: String(fields['dossierId']).toUpperCase() },
    Object.fromEntries(Object.entries(fields).filter(([name]) => !['commandId', 'dossierId', 'seal'].includes(name))),
  ];
  for (const sent of stale) {
    const answer = await postParts(house, textParts(sent));
    assert.equal(answer.status, 422);
    assert.match(String(faultsOf(answer.body)[0]), /^Trang khai này đã cũ/);
    assert.notEqual(fieldValue(answer.body, 'dossierId'), sent['dossierId']);
    assert.equal(fieldValue(answer.body, 'fullName'), fields['fullName']);
  }
  assert.equal((await postParts(house, [{ name: 'x', value: 'y' }])).status, 422);
  assert.deepEqual(await countRows(house), before);
});

test('fields that nobody asked for, fields that come twice and fields of another kind change nothing', async () => {
  const fields = await filledForm(house);
  const sent = await postParts(house, [
    ...textParts(fields),
    { name: 'fullName', value: 'Người Khác' },
    { name: 'state', value: 'decided' },
    { name: 'communeCode', value: '99999' },
    { name: 'paper-birth-notice', value: 'không phải tệp' },
  ]);
  assert.equal(sent.status, 303, faultsOf(sent.body).join(' '));
  const { newest } = await countRows(house);
  assert.deepEqual([newest?.applicant_name, newest?.state, newest?.commune_code], ['Nguyễn Thị Mẫu', 'submitted', '16072']);
});

test('script tags and quotation marks are kept as the words they are and never become part of a page', async () => {
  const note = `<script>alert(1)</script> '"; drop table dossier; -- \${7*7} {{7*7}} \\u0000`;
  const fields = await filledForm(house, { note, assistedBy: `"><img src=x onerror=alert(1)>`, assistedConsent: 'spoken', address: `'; select 1; --` });
  const sent = await postParts(house, textParts(fields));
  assert.equal(sent.status, 303, faultsOf(sent.body).join(' '));
  const { newest } = await countRows(house);
  assert.equal(newest?.content, note);
  assert.equal(newest.assisted_by, `"><img src=x onerror=alert(1)>`);
  const page = await openPage(house, String(sent.location));
  assert.equal(page.body.includes('alert(1)'), false);
});

test('a machine that fills in the hidden box is asked again; a person whose browser did it loses nothing', async () => {
  const before = await countRows(house);
  const fields = await filledForm(house, { 'ghi-chu-khac': 'http://vay-tien.example' });
  const answer = await postParts(house, textParts(fields));
  assert.equal(answer.status, 422);
  assert.match(String(faultsOf(answer.body)[0]), /ô ẩn bị điền tự động/);
  assert.equal(fieldValue(answer.body, 'ghi-chu-khac'), '');
  assert.deepEqual(await countRows(house), before);
  assert.equal((await postParts(house, textParts({ ...fields, 'ghi-chu-khac': '' }))).status, 303);
});
