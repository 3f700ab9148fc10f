import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { readPdf } from '../../src/platform/pdf/read-pdf-for-tests.ts';
import { stopPdfWorker } from '../../src/platform/pdf/render-pdf.ts';
import { readFile } from '../../src/modules/exchange/reading/read-file.ts';
import { READING_LIMITS } from '../../src/modules/exchange/reading/reading-limits.ts';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../dossier-house.ts';
import { publicDossierRoutes } from '../../src/modules/dossiers/api/public-routes.ts';
import { writeCsv } from '../../src/modules/exchange/writing/write-csv.ts';
import { writeXlsx } from '../../src/modules/exchange/writing/write-xlsx.ts';
import { isProgram, listFiles, readText } from '../architecture/source-tree.ts';

let house: DossierHouse;
before(async () => { house = await createDossierHouse(publicDossierRoutes); });
after(async () => {
  await stopPdfWorker();
  await house.close();
});

const SCRIPT = '<script>alert(1)</script>';
const PICTURE = '<img src=x onerror=alert(1)>';
const TEMPLATE = '{{7*7}}${7*7}#{7*7}<%=7*7%>';
const TURNED = '\u202eNaV\u202c \u2066x\u2069';

/** A dossier whose free texts are all of them hostile. */
async function hostile(): Promise<string> {
  const request = receptionRequest(house, { procedureCode: '1.004873', content: `${SCRIPT} ${TEMPLATE}` }) as Record<string, unknown> & { person: Record<string, unknown> };
  const { status, body } = await house.call(house.commune.staff.reception.actor, 'POST', '/api/dossiers', {
    ...request,
    person: { ...request.person, address: `${PICTURE} "'\`onmouseover=alert(1)` },
    papers: [{ id: randomUUID(), requirementId: null, name: `${SCRIPT}${TEMPLATE}`, kind: 'original', source: 'submitted', copies: 1, reusedFrom: null, files: [] }],
  });
  assert.equal(status, 200, JSON.stringify(body));
  return String(body['id']);
}

describe('what somebody wrote is shown as it was written and does nothing', () => {
  test('on the citizen’s page of the dossier', async () => {
    const id = await hostile();
    const token = house.deps.links.token('dossier', id);
    const closed = await house.server.inject({ url: `/h/${token}`, remoteAddress: '10.11.0.1' });
    const opened = await house.server.inject({ method: 'POST', url: `/h/${token}/mo`, payload: 'bonSo=0012', headers: { 'content-type': 'application/x-www-form-urlencoded' }, remoteAddress: '10.11.0.1' });
    const cookie = [opened.headers['set-cookie']].flat().filter((one) => one !== undefined).map((one) => one.split(';')[0]).join('; ');
    const whole = await house.server.inject({ url: `/h/${token}`, headers: { cookie }, remoteAddress: '10.11.0.1' });
    for (const page of [closed, opened, whole]) {
      assert.ok(!page.body.includes(SCRIPT) && !page.body.includes(PICTURE), page.body.slice(0, 100));
      assert.ok(!page.body.includes('4949'), 'a template was worked out');
      assert.doesNotMatch(page.body, /<[^>]*\sonmouseover=/u);
    }
  });

  test('a search for markup gives it back as text, and so does every entry of a form that came back', async () => {
    for (const url of ['/tra-cuu', '/x']) {
      const answer = await house.server.inject({ method: 'POST', url, payload: new URLSearchParams({ ma: `"><script>alert(1)</script>`, bonSo: `'"><img src=x onerror=1>` }).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' }, remoteAddress: '10.11.0.2' });
      assert.ok(!answer.body.includes('<script>alert(1)') && !answer.body.includes('<img src=x'), url);
    }
  });

  test('answers to programs are JSON and say so: no browser reads markup out of them', async () => {
    const id = await hostile();
    const { clerk } = house.commune.staff;
    const answer = await house.server.inject({ url: `/api/dossiers/${id}`, headers: house.as(clerk.actor) });
    assert.match(String(answer.headers['content-type']), /^application\/json/u);
    assert.equal(answer.headers['x-content-type-options'], 'nosniff');
  });

  test('on papers: markup and templates are printed letter by letter', async () => {
    const id = await hostile();
    const { reception } = house.commune.staff;
    const dossier = await house.call(reception.actor, 'GET', `/api/dossiers/${id}`);
    const [paper] = dossier.body['issued'] as readonly { readonly id: string }[];
    assert.ok(paper !== undefined);
    const pdf = await house.server.inject({ url: `/api/papers/${paper.id}/print.pdf`, headers: house.as(reception.actor) });
    assert.equal(pdf.statusCode, 200, pdf.body.slice(0, 200));
    const letters = readPdf(pdf.rawPayload).pages.map(({ text }) => text).join('').replace(/\s/gu, '');
    assert.ok(letters.includes('<script>alert(1)</script>'), letters.slice(0, 2_000));
    assert.ok(letters.includes('{{7*7}}') && !letters.includes('4949'));
    assert.doesNotMatch(pdf.rawPayload.toString('latin1'), /\/(?:JavaScript|JS|OpenAction|Launch|SubmitForm|EmbeddedFile)\b/u);
  });

  test('signs that turn the direction of writing do not get into names: a name cannot look like another one', async () => {
    const { reception } = house.commune.staff;
    for (const fullName of [TURNED, 'Nguyễn\u202e Thị', 'Nguyễn\u200b Thị Mẫu', '\u2066Nguyễn Thị\u2069']) {
      const request = receptionRequest(house, { procedureCode: '1.004873' }) as Record<string, unknown> & { person: Record<string, unknown> };
      const { status, body } = await house.call(reception.actor, 'POST', '/api/dossiers', { ...request, person: { ...request.person, citizenNumber: null, fullName } });
      const stored = status === 200 ? JSON.stringify((await house.call(reception.actor, 'GET', `/api/dossiers/${String(body['id'])}`)).body) : '';
      assert.doesNotMatch(stored, /[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u, JSON.stringify(fullName));
    }
  });
});

describe('a sheet runs nothing', () => {
  const FORMULAS = ['=1+1', '=cmd|\'/c calc\'!A1', '+1+1', '-1+1', '@SUM(1)', '\t=1+1', '\r=1+1', '=HYPERLINK("http://xau.example")', '＝1+1', ' =1+1', '|calc', '%0A=1'] as const;

  test('CSV: whatever begins a formula stands behind a sign, in every cell', () => {
    const text = writeCsv(FORMULAS.map((one) => [one, `a${one}`])).toString();
    for (const line of text.replace('\ufeff', '').split('\r\n').filter((one) => one !== '')) assert.doesNotMatch(line, /^"?[=+\-@\t\r]/u, line);
  });

  test('workbooks: a text is a text, never a formula', async () => {
    const bytes = await writeXlsx('Hồ sơ', FORMULAS.map((one) => [one]));
    const reading = await readFile(bytes, null, READING_LIMITS);
    assert.ok(reading.ok);
    for (const { cells } of reading.rows) for (const cell of cells) assert.equal(typeof cell, 'string');
  });

  test('whatever writes CSV or a workbook does it through the two writers that are tried here, or that of the journal, which has a test of its own', () => {
    const writing = listFiles().filter((path) => isProgram(path) && /text\/csv|spreadsheetml\.sheet['"]/u.test(readText(path)));
    for (const path of writing) assert.match(readText(path), /writeCsv|writeXlsx|writeSheet|write-sheet|write-csv|write-xlsx|exportDossiers|exportLines|faultsFile|zipFiles|\.xlsx'/u, path);
  });
});

test('no part of the program writes markup that React has not made safe', () => {
  const dangerous = new RegExp(['dangerouslySet', 'InnerHTML|\\.inner', 'HTML\\s*=|insertAdjacent', 'HTML|document\\.wr', 'ite\\(|\\bev', 'al\\(|new Func', 'tion\\('].join(''), 'u');
  const found = listFiles().filter((path) => isProgram(path) && dangerous.test(readText(path)));
  // The own style sheet and script, named by their digest in the policy; a button that gets its own words back.
  // The questions of a page of a form, as JSON in which no “<” is left.
  assert.deepEqual(found, ['src/modules/forms/ui/public/group-page.tsx', 'src/web/enhance/send-once.ts', 'src/web/public/enhancer/enhancer.generated.ts', 'src/web/public/public-page/public-page.tsx']);
});
