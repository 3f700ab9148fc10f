import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createDossierHouse, type DossierHouse } from '../../../../test/dossier-house.ts';
import { stopPageWorker } from '../../../platform/pages/pages.ts';
import { UPLOAD_PROBLEMS, uploadRoutes } from '../../uploads/index.ts';
import { bindPages } from './bind-pages.ts';
import { faultsOf, fieldValue, filledForm, openPage, type PageAnswer, postParts, textParts } from './declare-for-tests.ts';
import { publicDossierRoutes } from './public-routes.ts';
import { photo } from './sample-files-for-tests.ts';

let house: DossierHouse;
before(async () => {
  house = await createDossierHouse((deps) => [
    ...publicDossierRoutes(deps),
    ...uploadRoutes({ ...deps, bindPages: (code, { fileName, pages }, now) => bindPages(deps, code, { fileName, pages: [...pages] }, now) }),
  ], UPLOAD_PROBLEMS);
});
after(async () => {
  await house.close();
  await stopPageWorker();
});

/** Fills in the form and goes to the papers; answers the fields and where the papers are. */
async function toPapers(change: Readonly<Record<string, string>> = {}, files: Parameters<typeof postParts>[1] = []): Promise<{ readonly fields: Readonly<Record<string, string>>; readonly papers: string }> {
  const fields = await filledForm(house, change);
  const answer = await postParts(house, [...textParts({ ...fields, buoc: 'giay-to' }), ...files]);
  assert.equal(answer.status, 303, faultsOf(answer.body).join());
  return { fields, papers: String(answer.location) };
}

const addFile = async (papers: string, slot: string, fileName: string, shade: number): Promise<PageAnswer> => postParts(house, [{ name: 'tep', fileName, content: await photo(shade, 300) }], `${papers}/${slot}`);

/** The form as it is when somebody comes back from the papers, with its hidden values. */
async function comeBack(papers: string) {
  const list = await openPage(house, papers);
  const back = /href="(\/khai\/[^"]+)"/.exec(list.body)?.[1] ?? '';
  const form = await openPage(house, back.replaceAll('&amp;', '&'));
  return { form, hidden: Object.fromEntries(['commandId', 'dossierId', 'seal'].map((name) => [name, fieldValue(form.body, name) ?? ''])) };
}

async function papersOf(dossierId: string) {
  const { body } = await house.call(house.commune.staff.reception.actor, 'GET', `/api/dossiers/${dossierId}`);
  return (body['papers'] as { name: string; files: { fileName: string }[] }[]).map(({ name, files }) => [name, files.map(({ fileName }) => fileName)]);
}

test('the form offers to send the papers one by one, keeps what was typed and the files that came with it, and has both again on the way back', async () => {
  const { papers, fields } = await toPapers({ fullName: 'Nguyễn Thị "Mẫu"', note: 'Dòng một' }, [{ name: 'paper-birth-declaration', fileName: 'to-khai.jpg', content: await photo(1, 300) }]);
  assert.match(papers, /^\/giay-to\/[\w-]{22}$/);
  await addFile(papers, 'birth-notice', 'chung-sinh.jpg', 2);
  const { form, hidden } = await comeBack(papers);
  assert.deepEqual(hidden, { commandId: fields['commandId'], dossierId: fields['dossierId'], seal: fields['seal'] });
  assert.equal(fieldValue(form.body, 'fullName'), 'Nguyễn Thị "Mẫu"');
  assert.match(form.body, /Dòng một<\/textarea>/);
  assert.match(form.body, /to-khai\.jpg.*chung-sinh\.jpg/s);
  assert.doesNotMatch(form.body, /<input[^>]*type="file"/);
});

test('a declaration takes the papers that were sent one by one, as one file each, and only its own browser is told of their receipt', async () => {
  const { papers, fields } = await toPapers();
  await addFile(papers, 'birth-notice', 'mat-truoc.jpg', 10);
  await addFile(papers, 'birth-notice', 'mat-sau.jpg', 11);
  await addFile(papers, 'power-of-attorney', 'uy-quyen.jpg', 12);
  const sent = await postParts(house, textParts(fields));
  assert.equal(sent.status, 303, faultsOf(sent.body).join());
  assert.deepEqual(await papersOf(String(fields['dossierId'])), [['Giấy chứng sinh', ['Giấy chứng sinh.pdf']], ['Giấy ủy quyền có chứng thực', ['uy-quyen.jpg']]]);
  const cookie = String(sent.headers['set-cookie']).split(';')[0] ?? '';
  const own = await house.server.inject({ url: String(sent.location), headers: { cookie } });
  assert.ok(own.body.includes(`href="${papers}"`) && own.body.includes('Xem 3 tệp xã đã nhận'));
  assert.equal((await openPage(house, String(sent.location))).body.includes(papers), false, 'the link of the slip alone does not lead to pictures');
  assert.match((await openPage(house, papers)).body, /Xã đã nhận 3 tệp dưới đây/);
});

test('a finger that presses twice sends once, and going to the papers of what was sent leads to the dossier', async () => {
  const { papers, fields } = await toPapers();
  await addFile(papers, 'birth-notice', 'a.jpg', 20);
  const both = await Promise.all([postParts(house, textParts(fields)), postParts(house, textParts(fields))]);
  assert.deepEqual(both.map(({ status }) => status), [303, 303], both.map(({ body }) => faultsOf(body).join()).join('|'));
  assert.equal((await papersOf(String(fields['dossierId']))).length, 1);
  const again = await postParts(house, textParts({ ...fields, buoc: 'giay-to' }));
  assert.match(String(again.location), /^\/h\/[\w-]{22}/);
  const third = await postParts(house, textParts(fields));
  assert.equal(third.status, 303);
});

test('nothing is sent around a file of which only a part is here: the form says which paper, and has no button to send', async () => {
  const { papers, fields } = await toPapers();
  const token = papers.split('/').at(-1) ?? '';
  const begun = await house.server.inject({ method: 'POST', url: `/api/paper-bundles/${token}/transfers`, payload: { transferId: house.deps.newId(), slotId: 'birth-notice', fileName: 'do.jpg', byteCount: 5000, sha256: 'a'.repeat(64) } });
  assert.equal(begun.statusCode, 200);
  const { form } = await comeBack(papers);
  assert.match(form.body, /Máy chủ chưa nhận đủ tệp của: Giấy chứng sinh/);
  assert.doesNotMatch(form.body, /Gửi cho xã<\/button>/);
  const sent = await postParts(house, textParts(fields));
  assert.equal(sent.status, 409);
  assert.match(faultsOf(sent.body).join(), /còn tệp máy chủ chưa nhận đủ: “do.jpg”/);
});

test('a link of another procedure, of nobody, or of papers whose time is over leads to an empty form', async () => {
  const { papers } = await toPapers({ fullName: 'Trần Văn Thử' });
  const token = papers.split('/').at(-1) ?? '';
  for (const url of [`/khai/1.004873?giay-to=${token}`, `/khai/1.001193?giay-to=${'A'.repeat(22)}`, '/khai/1.001193?giay-to=x']) {
    const form = await openPage(house, url);
    assert.equal(form.status, 200, url);
    assert.equal(fieldValue(form.body, 'fullName'), '', url);
  }
  house.clock.pass(8 * 86_400_000);
  assert.equal(fieldValue((await openPage(house, `/khai/1.001193?giay-to=${token}`)).body, 'fullName'), '');
});
