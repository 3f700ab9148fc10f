import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { createDossierHouse, type DossierHouse } from '../../../../test/dossier-house.ts';
import { countRows, faultsOf, filledForm, type FormPart, keptReferences, postParts, textParts } from './declare-for-tests.ts';
import { publicDossierRoutes } from './public-routes.ts';
import { bombPng, HEIC, LOCKED_PDF, PDF, photo, PROGRAM } from './sample-files-for-tests.ts';

let house: DossierHouse;
before(async () => {
  house = await createDossierHouse(publicDossierRoutes);
});
after(() => house.close());

const MEGABYTE = 1024 * 1024;
const FIELD = 'paper-birth-notice';

function file(fileName: string, content: Buffer, name = FIELD): FormPart {
  return { name, fileName, content };
}

async function sentFiles(dossierId: string): Promise<readonly string[]> {
  const { body } = await house.call(house.commune.staff.reception.actor, 'GET', `/api/dossiers/${dossierId}`);
  return (body['papers'] as { files: { fileName: string }[] }[]).flatMap((paper) => paper.files.map(({ fileName }) => fileName));
}

const BAD_FILES: readonly (readonly [what: string, fileName: string, content: () => Buffer | Promise<Buffer>, sentence: RegExp])[] = [
  ['an empty file', 'rong.jpg', () => Buffer.alloc(0), /Tệp “rong.jpg” rỗng\. Chọn lại/],
  ['a file of 16 MB', 'to.jpg', () => Buffer.alloc(16 * MEGABYTE, 1), /Tệp “to.jpg” lớn hơn 15 MB\. Chụp lại/],
  ['a file beyond every limit of the parser', 'rat-to.jpg', () => Buffer.alloc(30 * MEGABYTE, 1), /Tệp “rat-to.jpg” lớn hơn 15 MB/],
  ['an iPhone picture', 'IMG_1.HEIC', () => HEIC, /Ảnh “IMG_1.HEIC” ở dạng HEIC.*chọn “Tương thích nhất”/],
  ['a program called a picture', 'giay-chung-sinh.jpg', () => PROGRAM, /Tệp “giay-chung-sinh.jpg” không phải ảnh/],
  ['a page of HTML called a picture', 'a.png', () => Buffer.from('<!doctype html><script>alert(1)</script>'), /Tệp “a.png” không phải ảnh/],
  ['a drawing with a script', 'a.svg', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), /Tệp “a.svg” không phải ảnh/],
  ['half a JPEG', 'nua.jpg', async () => (await photo(60, 600)).subarray(0, 1500), /Tệp “nua.jpg” bị hỏng hoặc chưa tải lên hết/],
  ['a decompression bomb', 'bom.png', bombPng, /Ảnh “bom.png” lớn quá/],
  ['a locked PDF', 'khoa.pdf', () => LOCKED_PDF, /Tệp “khoa.pdf” bị khóa mật khẩu/],
  ['half a PDF', 'nua.pdf', () => PDF.subarray(0, 60), /Tệp “nua.pdf” bị hỏng/],
  ['a name with a path and signs', '../../etc/<b>x.jpg', () => Buffer.from('x'), /Tệp “bx.jpg” không phải ảnh/],
];

for (const [what, fileName, content, sentence] of BAD_FILES) {
  test(`${what} is named with its reason and nothing else is lost`, async () => {
    const before = await countRows(house);
    const fields = await filledForm(house, { note: 'Giữ lại câu này' });
    const bytes = await content();
    const answer = await postParts(house, [...textParts(fields), file(fileName, bytes)]);
    assert.equal(answer.status, 422);
    const faults = faultsOf(answer.body);
    assert.equal(faults.length, 1);
    assert.match(String(faults[0]), sentence);
    assert.match(answer.body, /Giữ lại câu này/);
    assert.equal(answer.body.includes('<script>alert(1)'), false);
    assert.deepEqual(await countRows(house), before);
  });
}

test('a picture is kept without what the camera wrote into it, and its bytes are on the disk before the answer', async () => {
  const fields = await filledForm(house);
  const told = await sharp(await photo(70)).withExif({ IFD0: { Copyright: 'nha-o-day' } }).toBuffer();
  assert.ok(told.includes('nha-o-day'));
  const answer = await postParts(house, [...textParts(fields), file('a.jpg', told)]);
  assert.equal(answer.status, 303);
  const rows = await house.database.db.selectFrom('paper_file').select('sha256').where('dossier_id', '=', String(fields['dossierId'])).execute();
  const [kept] = await Promise.all(rows.map(({ sha256 }) => house.deps.files.get(sha256)));
  assert.equal(kept?.subarray(0, 2).toString('hex'), 'ffd8');
  assert.equal(kept.includes('nha-o-day'), false);
});

test('twenty files are taken, the twenty-first is named, and leaving one out makes room for it', async () => {
  const fields = await filledForm(house);
  const files = await Promise.all(Array.from({ length: 21 }, async (_, index) => file(`anh-${String(index + 1)}.jpg`, await photo(index * 12, 8))));
  const answer = await postParts(house, [...textParts(fields), ...files]);
  assert.equal(answer.status, 422);
  assert.deepEqual(faultsOf(answer.body), ['Đã đủ 20 tệp nên “anh-21.jpg” chưa được nhận. Bỏ bớt tệp khác, hoặc mang giấy này theo khi đến.']);
  const kept = keptReferences(answer.body);
  assert.equal(Object.keys(kept).length, 20);

  const still = await postParts(house, [...textParts({ ...fields, ...kept }), file('anh-21.jpg', await photo(250, 8))]);
  assert.match(String(faultsOf(still.body)[0]), /Đã đủ 20 tệp/);
  const nineteen = Object.fromEntries(Object.entries(kept).slice(1));
  const mended = await postParts(house, [...textParts({ ...fields, ...nineteen }), file('anh-21.jpg', await photo(250, 8))]);
  assert.equal(mended.status, 303, faultsOf(mended.body).join(' '));
  const names = await sentFiles(String(fields['dossierId']));
  assert.equal(names.length, 20);
  assert.equal(names.at(-1), 'anh-21.jpg');
});

test('files that are too large together are left out by name; the others are kept', async () => {
  const noise = (seed: number) => Buffer.concat([PDF.subarray(0, PDF.length - 6), Buffer.alloc(14 * MEGABYTE, seed), Buffer.from('\n%%EOF\n')]);
  const parts = Array.from({ length: 5 }, (_, index) => file(`${String(index + 1)}.pdf`, noise(index + 1)));
  const answer = await postParts(house, [...textParts(await filledForm(house)), ...parts]);
  assert.equal(answer.status, 422);
  assert.deepEqual(faultsOf(answer.body), ['Các tệp cộng lại quá 60 MB nên “5.pdf” chưa được nhận. Gửi ảnh nhỏ hơn, hoặc mang giấy này theo khi đến.']);
  assert.equal(Object.keys(keptReferences(answer.body)).length, 4);
});

test('the same picture chosen twice is one file', async () => {
  const fields = await filledForm(house);
  const answer = await postParts(house, [...textParts(fields), file('a.jpg', await photo(110)), file('b.jpg', await photo(110))]);
  assert.equal(answer.status, 303);
  assert.deepEqual(await sentFiles(String(fields['dossierId'])), ['a.jpg']);
});

test('a file for a paper that the procedure does not have, or that is only shown, is never kept', async () => {
  const before = await countRows(house);
  for (const name of ['paper-khong-co', 'paper-identity-document', 'fullName', 'paper-']) {
    const answer = await postParts(house, [...textParts(await filledForm(house)), file('la.jpg', await photo(120), name)]);
    assert.equal(answer.status, 422, name);
    assert.deepEqual(faultsOf(answer.body), ['Tệp “la.jpg” không thuộc giấy tờ nào của thủ tục này. Chọn lại tệp ở đúng mục.']);
  }
  assert.deepEqual(await countRows(house), before);
});

test('only the references that this form was given attach files: forged, foreign and altered ones do not', async () => {
  const own = await filledForm(house, { fullName: '' });
  const given = await postParts(house, [...textParts(own), file('cua-toi.jpg', await photo(130))]);
  const reference = String(keptReferences(given.body)['kept-0']);
  const [payload = '', signature = ''] = reference.split('.');
  const renamed = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('cua-toi', 'khac')).toString('base64url');
  const forged = ['', 'x', '.', 'a.b.c', payload, `${payload}.`, `${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`, `${renamed}.${signature}`, `${reference}.x`, '{"sha256":"00"}', 'é.é'];
  const before = await countRows(house);
  for (const value of forged) {
    const answer = await postParts(house, textParts({ ...own, 'fullName': 'Nguyễn Thị Mẫu', 'kept-0': value }));
    assert.equal(answer.status, 422, value);
    assert.deepEqual(faultsOf(answer.body), ['Có tệp đã tải lên không còn dùng được. Chọn lại tệp đó.'], value);
  }
  const stranger = await filledForm(house);
  const stolen = await postParts(house, textParts({ ...stranger, 'kept-0': reference }));
  assert.equal(stolen.status, 422);
  assert.equal((await countRows(house)).dossiers, before.dossiers);
  const right = await postParts(house, textParts({ ...own, 'fullName': 'Nguyễn Thị Mẫu', 'kept-0': reference }));
  assert.equal(right.status, 303);
});
