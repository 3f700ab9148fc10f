import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createDossierHouse, type DossierHouse } from '../../../../test/dossier-house.ts';
import { countRows, faultsOf, fieldValue, filledForm, freshAddress, keptReferences, openPage, postParts, textParts } from './declare-for-tests.ts';
import { publicDossierRoutes } from './public-routes.ts';
import { PDF, photo } from './sample-files-for-tests.ts';

let house: DossierHouse;
const offered = new Set(['1.001193', '1.004873', '9.000001']);
before(async () => {
  house = await createDossierHouse((deps) =>
    publicDossierRoutes({ ...deps, procedureInForce: (commune, code, at) => (offered.has(code) ? deps.procedureInForce(commune, code, at) : Promise.resolve(undefined)) }),
  );
});
after(() => house.close());

async function listed(id: string) {
  const { body } = await house.call(house.commune.staff.reception.actor, 'GET', `/api/dossiers/${id}`);
  return body;
}

test('the form says what a declaration is and is not, names the limits before the files, and asks for no paper that the office looks up', async () => {
  const { status, body, headers } = await openPage(house, '/khai/1.001193');
  assert.equal(status, 200);
  for (const sentence of ['Xã xem bản khai trong giờ làm việc', 'không thay cho việc nộp hồ sơ trên Cổng Dịch vụ công quốc gia', 'Mỗi tệp không quá 15 MB; tất cả không quá 20 tệp, 60 MB', 'Chỉ cần một trong các giấy sau', 'Ghi sẵn để xã khỏi hỏi lại']) {
    assert.ok(body.includes(sentence), sentence);
  }
  assert.match(body, /<input[^>]*type="file"[^>]*accept="image\/jpeg,image\/png,image\/webp,application\/pdf"[^>]*multiple/);
  assert.match(body, /Không cần gửi, xã tự tra cứu.*Giấy chứng nhận kết hôn của cha mẹ/);
  assert.match(body, /không cần gửi ảnh.*Căn cước của cha, mẹ/);
  assert.equal(body.includes('name="paper-identity-document"'), false);
  assert.equal(headers['cache-control'], 'no-store');
  assert.match(String(headers['x-robots-tag']), /noindex/);
  assert.equal((body.match(/<h1/g) ?? []).length, 1);
});

test('the form speaks English too, and marks the papers that have only their Vietnamese names', async () => {
  const { body } = await openPage(house, '/khai/1.001193', 'en');
  assert.match(body, /<h1>Declare from home<\/h1>/);
  assert.match(body, /Picture: Birth notice/);
  assert.match(body, /Only if someone who is not a relative comes/);
});

test('every drawing of the form has ids of its own', async () => {
  const [first, second] = [await filledForm(house), await filledForm(house)];
  assert.notEqual(first['commandId'], second['commandId']);
  assert.notEqual(first['dossierId'], second['dossierId']);
  assert.match(String(first['commandId']), /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
});

test('a declaration with pictures arrives whole: person, village, note, helper, papers and files, and leads to its receipt', async () => {
  const fields = await filledForm(house, {
    citizenNumber: '003 190 999 901', address: 'Số 12, ngõ 3', email: 'mau@thu.vn', note: 'Khai sinh cho con Trần Minh Thử\r\nsinh ngày 20/11/2026', assistedBy: 'Chị Hoa (tổ công nghệ số)', assistedConsent: 'spoken',
  });
  const sent = await postParts(house, [
    ...textParts(fields),
    { name: 'paper-birth-declaration', fileName: '', content: Buffer.alloc(0), type: 'application/octet-stream' },
    { name: 'paper-birth-notice', fileName: 'Ảnh giấy chứng sinh.jpg', content: await photo(10) },
    { name: 'paper-birth-notice', fileName: 'mặt sau.pdf', content: PDF, type: 'application/pdf' },
  ]);
  assert.equal(sent.status, 303, faultsOf(sent.body).join(' '));
  assert.match(String(sent.location), /^\/h\/[\w-]{22}\?moi=1$/);
  const dossier = await listed(String(fields['dossierId']));
  assert.deepEqual(dossier['applicant'], {
    personId: '', fullName: 'Nguyễn Thị Mẫu', citizenNumber: '•••• •••• 9901', phone: '•••• ••• 012', email: 'mau@thu.vn',
    address: 'Số 12, ngõ 3, thôn Hoa Phú, xã Hoa Lộc, tỉnh Thanh Hóa',
  });
  assert.equal(dossier['content'], 'Khai sinh cho con Trần Minh Thử\nsinh ngày 20/11/2026');
  assert.equal(dossier['assistedBy'], 'Chị Hoa (tổ công nghệ số)');
  assert.equal(dossier['channel'], 'online');
  const { body: declared } = await house.call(house.commune.staff.reception.actor, 'GET', `/api/dossiers/${String(fields['dossierId'])}/declaration`);
  const { birthDate, villageId, citizenNumber } = declared['person'] as Record<string, unknown>;
  assert.deepEqual({ birthDate, villageId, citizenNumber }, { birthDate: '1956-03-05', villageId: house.commune.villages[0]?.id, citizenNumber: '003190999901' });
  const papers = dossier['papers'] as { name: string; files: { fileName: string; mediaType: string }[] }[];
  assert.deepEqual(
    papers.map((paper) => [paper.name, paper.files.map((file) => `${file.fileName} ${file.mediaType}`)]),
    [['Giấy chứng sinh', ['Ảnh giấy chứng sinh.jpg image/jpeg', 'mặt sau.pdf application/pdf']]],
  );

  const receipt = await openPage(house, String(sent.location));
  assert.equal(receipt.status, 200);
  assert.match(receipt.body, /Bản khai đã gửi tới xã/);
  assert.match(receipt.body, /KB-[2-9A-Z]{4}-[2-9A-Z]{4}/);
  assert.match(receipt.body, /<li>Giấy chứng sinh<span lang="vi"> \(2 tệp\)<\/span><\/li>/);
  assert.match(receipt.body, /data-draft-done="khai-1.001193"/);
  assert.match(receipt.body, /<svg[^>]*role="img" aria-label="Mã QR mở trang theo dõi hồ sơ này"/);
});

test('a declaration without any picture is taken, and the page says which papers to bring', async () => {
  const sent = await postParts(house, textParts(await filledForm(house)));
  assert.equal(sent.status, 303);
  const { body } = await openPage(house, String(sent.location));
  assert.match(body, /Chưa có giấy tờ nào được gửi/);
  assert.match(body, /mang theo khi đến: Giấy chứng sinh\./);
});

test('who lives outside the commune writes the address, and it is kept as written', async () => {
  const fields = await filledForm(house, { village: 'noi-khac', address: 'thôn Đông, xã Hậu Lộc, tỉnh Thanh Hóa' });
  assert.equal((await postParts(house, textParts(fields))).status, 303);
  assert.equal(((await listed(String(fields['dossierId'])))['applicant'] as { address: string }).address, 'Thôn Đông, xã Hậu Lộc, tỉnh Thanh Hóa');
});

test('sent twice, also at the same moment, it is one declaration with one receipt', async () => {
  const before = await countRows(house);
  const parts = [...textParts(await filledForm(house)), { name: 'paper-birth-notice', fileName: 'a.jpg', content: await photo(20) }];
  const answers = await Promise.all([postParts(house, parts), postParts(house, parts)]);
  const again = await postParts(house, parts);
  assert.deepEqual([...answers, again].map(({ status, location }) => [status, location]), Array.from({ length: 3 }, () => [303, again.location]));
  assert.equal((await countRows(house)).dossiers, before.dossiers + 1);
});

test('with faults everything typed comes back, good files are kept, the bad ones are named, and the mended form takes both', async () => {
  const fields = await filledForm(house, { phone: '0900 12', note: 'Dòng "một" & <hai>' });
  const faulty = await postParts(house, [
    ...textParts(fields),
    { name: 'paper-birth-notice', fileName: 'tot.jpg', content: await photo(30) },
    { name: 'paper-birth-notice', fileName: 'hong.jpg', content: (await photo(31, 400)).subarray(0, 1200) },
    { name: 'paper-birth-notice', fileName: 'chuong-trinh.exe', content: Buffer.from('MZ không phải ảnh') },
  ]);
  assert.equal(faulty.status, 422);
  assert.deepEqual(faultsOf(faulty.body), [
    'Số điện thoại chưa đúng: cần 10 chữ số, bắt đầu bằng số 0.',
    'Tệp “hong.jpg” bị hỏng hoặc chưa tải lên hết. Gửi lại tệp này. Tệp “chuong-trinh.exe” không phải ảnh JPG, PNG, WebP hoặc PDF. Chụp ảnh giấy tờ rồi gửi ảnh.',
  ]);
  for (const name of ['fullName', 'phone', 'birthDate-year', 'commandId', 'dossierId', 'seal']) assert.equal(fieldValue(faulty.body, name), fields[name], name);
  assert.match(faulty.body, /<textarea[^>]*>Dòng &quot;một&quot; &amp; &lt;hai&gt;<\/textarea>/);
  assert.match(faulty.body, new RegExp(`<option value="${String(fields['village'])}" selected="">`));
  const kept = keptReferences(faulty.body);
  assert.deepEqual(Object.keys(kept), ['kept-0']);

  const mended = await postParts(house, [...textParts({ ...fields, ...kept, phone: '0900000012' }), { name: 'paper-birth-notice', fileName: 'lai.jpg', content: await photo(32) }]);
  assert.equal(mended.status, 303, faultsOf(mended.body).join(' '));
  const papers = (await listed(String(fields['dossierId'])))['papers'] as { files: { fileName: string }[] }[];
  assert.deepEqual(papers.flatMap((paper) => paper.files.map((file) => file.fileName)), ['tot.jpg', 'lai.jpg']);
});

test('a kept file whose box was unticked is left out', async () => {
  const fields = await filledForm(house, { fullName: '' });
  const faulty = await postParts(house, [...textParts(fields), { name: 'paper-birth-notice', fileName: 'nham.jpg', content: await photo(40) }]);
  assert.deepEqual(faultsOf(faulty.body), ['Nhập họ và tên của bạn.']);
  const mended = await postParts(house, textParts({ ...fields, fullName: 'Nguyễn Thị Mẫu' }));
  assert.equal(mended.status, 303);
  assert.deepEqual((await listed(String(fields['dossierId'])))['papers'], []);
});

test('the same ids with other content double nothing unasked: the form comes back with new ids and leads to what was sent', async () => {
  const fields = await filledForm(house);
  const first = await postParts(house, textParts(fields));
  const before = await countRows(house);
  const other = { ...fields, note: 'Nội dung khác' };
  const replayed = await postParts(house, [...textParts(other), { name: 'paper-birth-notice', fileName: 'them.jpg', content: await photo(50) }]);
  assert.equal(replayed.status, 409);
  assert.match(replayed.body, /đã gửi tới xã trước đó rồi/);
  assert.ok(replayed.body.includes(`href="${String(first.location).replace('?moi=1', '')}"`));
  assert.equal((await countRows(house)).dossiers, before.dossiers);
  const ids = Object.fromEntries(['commandId', 'dossierId', 'seal'].map((name) => [name, fieldValue(replayed.body, name) ?? '']));
  assert.notEqual(ids['dossierId'], fields['dossierId']);
  const wanted = await postParts(house, textParts({ ...other, ...ids, ...keptReferences(replayed.body) }));
  assert.equal(wanted.status, 303, faultsOf(wanted.body).join(' '));
  assert.notEqual(wanted.location, first.location);
  assert.equal((await countRows(house)).dossiers, before.dossiers + 1);
});

test('an unknown or hidden procedure is a kind 404 in both languages, also when it was hidden while the form was open', async () => {
  for (const url of ['/khai/9.999999', '/khai/%3Cscript%3E', `/khai/${'x'.repeat(150)}`]) {
    const { status, body } = await openPage(house, url);
    assert.equal(status, 404, url);
    assert.match(body, /Không tìm thấy thủ tục này/);
    assert.equal(body.includes('<script>alert'), false);
  }
  assert.match((await openPage(house, '/khai/9.999999', 'en')).body, /There is no such procedure/);
  const fields = await filledForm(house, {}, '1.004873');
  offered.delete('1.004873');
  const before = await countRows(house);
  const sent = await postParts(house, textParts(fields), '/khai/1.004873');
  assert.equal(sent.status, 404);
  assert.equal((await countRows(house)).dossiers, before.dossiers);
});

test('a procedure whose time limit nobody has determined can be declared all the same', async () => {
  const sent = await postParts(house, textParts(await filledForm(house, {}, '9.000001')), '/khai/9.000001');
  assert.equal(sent.status, 303);
});

test('one address sends at most thirty times a minute, another address is not held up by it', async () => {
  const address = freshAddress();
  const fields = await filledForm(house, { fullName: '' });
  const statuses: number[] = [];
  for (let tries = 0; tries < 31; tries += 1) statuses.push((await postParts(house, textParts(fields), undefined, address)).status);
  assert.deepEqual([statuses.slice(0, 30).every((status) => status === 422), statuses[30]], [true, 429]);
  assert.equal((await postParts(house, textParts(fields))).status, 422);
});
