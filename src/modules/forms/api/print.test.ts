import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as mupdf from 'mupdf';
import { readWithZxing } from '../../../platform/qr/second-reader-for-tests.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { type Answers } from '../domain/answers.ts';
import { compileForm } from '../domain/compile-form.ts';
import { buildForm } from '../papers/build-form.ts';
import { readFormFiles } from '../store/read-form-files.ts';
import { readFormCodes } from './form-codes.ts';
import { boxesOf, createFormHouse, createVisitor, fillWhole, type FormHouse, RIGHT } from './form-house-for-tests.ts';
import { formSheetOf } from './form-sheet-of.ts';
import { wholeForm } from './whole-form.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const { definitions } = readFormFiles(`${ROOT}data/forms`);
const goodOf = (code: string) => (JSON.parse(readFileSync(`${ROOT}test/forms/${code}.json`, 'utf8')) as { readonly good: Answers }).good;
const PLACE = {
  office: { name: 'Xã Hoa Lộc', centreName: 'Trung tâm Phục vụ hành chính công xã Hoa Lộc', address: 'Thôn Hoa Phú', hotline: '0237 000 0000', hours: [] },
  publicUrl: 'https://hoaloc.example', now: Date.parse('2026-11-30T03:00:00Z'),
};
const DRAFT = '019ad2c4-7f10-7c33-8a55-0123456789ab';
/** Pixels a point: a sheet that was scanned at 216 dots an inch. */
const SCALE = 3;

let house: FormHouse;
before(async () => { house = await createFormHouse(); });
after(() => house.close());

const open = (pdf: Buffer) => mupdf.Document.openDocument(pdf, 'application/pdf');
const lastPage = (pdf: Buffer) => open(pdf).loadPage(open(pdf).countPages() - 1);
const pictureOf = (pdf: Buffer) => Buffer.from(lastPage(pdf).toPixmap(mupdf.Matrix.scale(SCALE, SCALE), mupdf.ColorSpace.DeviceRGB, false).asPNG());
const wordsOf = (pdf: Buffer) => Array.from({ length: open(pdf).countPages() }, (_, page) => open(pdf).loadPage(page).toStructuredText('preserve-whitespace').asText()).join('\n').normalize('NFC');
const find = (code: string, version: number) => definitions.map(({ definition }) => wholeForm(compileForm(definition)).definition).find((one) => one.code === code && one.version === version);

for (const { definition } of definitions) {
  test(`${definition.code} prints filled with every answer, and its codes are read back by another program`, async () => {
    const form = wholeForm(compileForm(definition));
    const judged = form.judge({ ...goodOf(definition.code), 'contact.fullName': 'Nguyễn Thị Mẫu', 'contact.residence': { text: 'Thôn Hoa Phú', commune: '16072' }, 'contact.phone': '0900000012' }, { today: '2026-11-30', placesLookedUp: true });
    const procedureCode = definition.procedures[0] ?? '';
    const sheet = formSheetOf(form.definition, { answers: judged.answers, asked: judged.fields, state: { kind: 'draft', procedureCode, draftId: DRAFT } }, PLACE);
    const pdf = await renderPdf(buildForm(sheet));
    assert.ok(sheet.codes.length > 0);
    const read = await readWithZxing(pictureOf(pdf));
    assert.deepEqual([...read].sort(), [...sheet.codes].sort());
    const again = readFormCodes(read, find);
    assert.ok(again.ok, JSON.stringify(again));
    const kept = Object.fromEntries(form.definition.groups.flatMap(({ fields }) => fields).filter(({ kind, id }) => kind !== 'computed' && judged.answers[id] !== undefined).map(({ id }) => [id, judged.answers[id]]));
    assert.deepEqual(again.value.answers, kept);
    assert.deepEqual([again.value.procedureCode, again.value.draftId], [procedureCode, DRAFT]);
    const words = wordsOf(pdf).replace(/\s+/gu, ' ');
    assert.match(words, /CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/u);
    for (const answer of Object.values(kept)) {
      if (typeof answer === 'string' && /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+$/u.test(answer)) assert.ok(words.includes(answer), answer);
    }
  });
}

test('an empty form has its labels and dots, boxes for choices, no code and nobody’s name', async () => {
  const definition = definitions.find((one) => one.definition.code === 'birth-registration')?.definition;
  assert.ok(definition !== undefined);
  const sheet = formSheetOf(definition, null, PLACE);
  assert.deepEqual([sheet.codes, sheet.name, sheet.signed], [[], null, null]);
  const pdf = await renderPdf(buildForm(sheet));
  assert.deepEqual(await readWithZxing(pictureOf(pdf)), []);
  const words = wordsOf(pdf);
  for (const label of ['Họ, chữ đệm, tên người mẹ', 'Quê quán', 'Đề nghị cấp bản sao', 'Ủy ban nhân dân xã Hoa Lộc', 'Tôi cam đoan']) assert.ok(words.includes(label), label);
  assert.match(words, /\.{40}/u);
});

test('a marriage is signed by both, each under their own name; every form says who signs, and where those words come from', () => {
  const marriage = definitions.find((one) => one.definition.code === 'marriage-registration')?.definition;
  assert.ok(marriage !== undefined);
  const form = wholeForm(compileForm(marriage));
  const answers = goodOf('marriage-registration');
  const sheet = formSheetOf(form.definition, { answers, asked: new Set(Object.keys(answers)), state: { kind: 'sent', on: '2026-11-30' } }, PLACE);
  assert.deepEqual(sheet.signatures.map(({ title, name }) => [title, name]), [['Bên nữ', answers['wife.fullName']], ['Bên nam', answers['husband.fullName']]]);
  for (const { definition } of definitions) assert.ok((definition.official.signatures ?? []).length > 0 && (definition.official.signaturesSource ?? '') !== '', definition.code);
});

test('answers of several codes are printed beside each other and read in any order', async () => {
  const definition = definitions.find((one) => one.definition.code === 'birth-registration')?.definition;
  assert.ok(definition !== undefined);
  const form = wholeForm(compileForm(definition));
  let seed = 7;
  const odd = (length: number) => Array.from({ length }, () => { seed = (seed * 1103515245 + 12345) % 2147483648; return 'aăâbcdđeêghiklmnoôơpqrstuưvxy0123456789 '.charAt(seed % 40); }).join('');
  const answers = { 'applicant.fullName': 'Nguyễn Hoàng Thị Phương Thảo', ...Object.fromEntries(['applicant.residence', 'child.birthPlace', 'child.hometown', 'mother.residence'].map((id) => [id, { text: odd(260), commune: '16072' }])) };
  const sheet = formSheetOf(form.definition, { answers, asked: new Set(Object.keys(answers)), state: { kind: 'draft', procedureCode: '1.001193', draftId: DRAFT } }, PLACE);
  assert.ok(sheet.codes.length > 1, String(sheet.codes.length));
  const read = await readWithZxing(pictureOf(await renderPdf(buildForm(sheet))));
  assert.equal(read.length, sheet.codes.length);
  const again = readFormCodes([...read].reverse(), find);
  assert.ok(again.ok && again.value.answers['applicant.fullName'] === 'Nguyễn Hoàng Thị Phương Thảo');
  const half = readFormCodes(read.slice(0, 1), find);
  assert.equal(half.ok ? '' : half.problem.code, 'form.scan-parts-missing');
});

test('the person prints the draft and what was sent, behind the four digits; the office prints it when it holds the step', async () => {
  const visitor = createVisitor(house);
  const token = await visitor.begin();
  const empty = await house.server.inject({ method: 'GET', url: '/to-khai/mau/1.001193' });
  assert.deepEqual([empty.statusCode, empty.headers['content-type']], [200, 'application/pdf']);
  await fillWhole(visitor, token);
  const review = await visitor.open(`/to-khai/${token}/xem-lai`);
  assert.match(review.body, new RegExp(`/to-khai/${token}/in`, 'u'));
  const draft = await house.server.inject({ method: 'GET', url: `/to-khai/${token}/in` });
  assert.equal(draft.statusCode, 200);
  assert.match(wordsOf(draft.rawPayload), /Nguyễn Thị Mẫu/u);
  assert.equal((await readWithZxing(pictureOf(draft.rawPayload))).length, 1);
  assert.equal((await visitor.get('/to-khai/AAAAAAAAAAAAAAAAAAAAAA/in')).status, 404);

  assert.equal((await visitor.post(`/to-khai/${token}/gui`, boxesOf(review.body))).status, 303);
  const { id } = await house.database.db.selectFrom('dossier').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow();
  const own = `/h/${house.pages.links.token('dossier', id)}`;
  const closed = await visitor.get(`${own}/to-khai/in`);
  assert.ok(closed.headers['content-type'] !== 'application/pdf' && !closed.body.includes(RIGHT['child']?.['child.fullName'] ?? ''));
  assert.equal((await visitor.post(`${own}/mo`, { bonSo: '0012', toi: 'to-khai' })).status, 303);
  assert.equal((await visitor.get(`${own}/to-khai/in`)).headers['content-type'], 'application/pdf');

  const { staff } = house.commune;
  const print = (actor: typeof staff.reception.actor) => house.server.inject({ method: 'GET', url: `/api/dossiers/${id}/answers/print.pdf`, headers: house.as(actor) });
  assert.equal((await print(staff.reception.actor)).statusCode, 200);
  assert.equal((await print(staff.specialist.actor)).statusCode, 403);
});
