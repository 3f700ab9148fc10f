import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { createCommune } from '../../../../test/commune.ts';
import { receptionRequest } from '../../../../test/dossier-house.ts';
import { stopPageWorker } from '../../../platform/pages/pages.ts';
import { type ScannedFormResponse } from '../contract/scan-schemas.ts';
import { compileForm } from '../domain/compile-form.ts';
import { findDraftByTokenHash, type FormDraft } from '../store/form-drafts.ts';
import { formCodes } from './form-codes.ts';
import { boxesOf, createFormHouse, createVisitor, fillWhole, type FormHouse, SHORT_BIRTH } from './form-house-for-tests.ts';
import { wholeForm } from './whole-form.ts';

type Sent = NonNullable<NonNullable<ScannedFormResponse['sheet']>['sentPapers']>;

const NOTICE = 'birth-notice';
let house: FormHouse;
before(async () => { house = await createFormHouse(); });
after(async () => {
  await house.close();
  await stopPageWorker();
});

async function photograph(seed: number): Promise<Buffer> {
  const noise = Buffer.from(Array.from({ length: 160 * 160 * 3 }, (_, at) => (Math.imul(at + 1, 2_654_435_761 + seed * 97) >>> 16) & 255));
  return sharp(noise, { raw: { width: 160, height: 160, channels: 3 } }).jpeg({ quality: 90 }).toBuffer();
}
const blankPicture = () => sharp({ create: { width: 400, height: 300, channels: 3, background: '#fefefe' } }).jpeg().toBuffer();
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** A declaration with everything answered and printed; papers are sent to `papers`. */
interface Printed {
  readonly visitor: ReturnType<typeof createVisitor>;
  readonly token: string;
  readonly draft: FormDraft;
  readonly codes: readonly string[];
  readonly papers: string;
}

async function printed(): Promise<Printed> {
  const visitor = createVisitor(house);
  const token = await visitor.begin();
  await fillWhole(visitor, token);
  const papers = (await visitor.get(`/to-khai/${token}/giay-to`)).location;
  const draft = await findDraftByTokenHash(house.database.db, house.pages.links.hash(token));
  assert.ok(draft !== undefined);
  const form = wholeForm(compileForm(SHORT_BIRTH));
  const judged = form.judge(draft.answers, { today: '2026-11-23', placesLookedUp: true });
  return { visitor, token, draft, papers, codes: [...formCodes(form.definition, draft.procedure_code, judged.answers, draft.id)] };
}

/** Announces a file to a paper and sends so many of its bytes; all of them finish it. */
async function sendFile({ papers }: Printed, bytes: Buffer, { slot = NOTICE, name = 'anh.jpg', most = bytes.length, keep = false }: { readonly slot?: string; readonly name?: string; readonly most?: number; readonly keep?: boolean } = {}): Promise<{ readonly status: number; readonly id: string; readonly url: string }> {
  const id = randomUUID();
  const api = `/api/paper-bundles/${papers.split('/')[2] ?? ''}/transfers`;
  const url = `${api}/${id}`;
  const begun = await house.server.inject({ method: 'POST', url: api, payload: { transferId: id, slotId: slot, fileName: name, byteCount: bytes.length, sha256: hashOf(bytes) } });
  if (begun.statusCode !== 200) return { status: begun.statusCode, id, url };
  await house.server.inject({ method: 'PUT', url: `${url}?at=0`, headers: { 'content-type': 'application/octet-stream' }, payload: bytes.subarray(0, most) });
  if (most < bytes.length) return { status: 202, id, url };
  const done = await house.server.inject({ method: 'POST', url: `${url}/finish${keep ? '?keep=1' : ''}` });
  return { status: done.statusCode, id, url };
}

async function scan({ codes }: Printed): Promise<ScannedFormResponse> {
  const { status, body } = await house.call(house.commune.staff.reception.actor, 'POST', '/api/forms/scan', { codes });
  assert.equal(status, 200, JSON.stringify(body));
  return body as unknown as ScannedFormResponse;
}

async function sentOf(printedForm: Printed): Promise<Sent> {
  const { sheet } = await scan(printedForm);
  assert.ok(sheet?.sentPapers != null);
  return sheet.sentPapers;
}

function receive({ codes }: Printed, sentPapers: Readonly<Record<string, unknown>> | undefined, change: Readonly<Record<string, unknown>> = {}) {
  const form = { codes, ...(sentPapers === undefined ? {} : { sentPapers: { leftOut: [], ...sentPapers } }) };
  return house.call(house.commune.staff.reception.actor, 'POST', '/api/dossiers', receptionRequest(house, { form, ...change }));
}

const papersOf = (dossierId: string) => house.database.db.selectFrom('dossier_paper').select(['id', 'requirement_id', 'name', 'kind', 'source']).where('dossier_id', '=', dossierId).orderBy('position').execute();
const filesOf = (dossierId: string) => house.database.db.selectFrom('paper_file').select(['paper_id', 'sha256', 'file_name']).where('dossier_id', '=', dossierId).orderBy('paper_id').orderBy('position').execute();
const bundleOf = ({ draft }: Printed) => house.database.db.selectFrom('upload_bundle').selectAll().where('id', '=', draft.dossier_id).executeTakeFirst();
const journalSays = async (words: string) => (await house.database.owner.pool.query<{ entry: string }>('select entry::text as entry from journal order by seq desc limit 12')).rows.find(({ entry }) => entry.includes(words))?.entry;

test('what was sent with the draft is shown with its paper and belongs to the dossier, bound to one file as from home', async () => {
  const declared = await printed();
  assert.equal((await sendFile(declared, await photograph(1), { name: 'mot.jpg' })).status, 200);
  assert.equal((await sendFile(declared, await photograph(2), { name: 'hai.jpg' })).status, 200);
  const sent = await sentOf(declared);
  assert.deepEqual(sent.papers.map(({ id, asked, files }) => [id, asked, files.map(({ fileName, warning }) => [fileName, warning])]), [[NOTICE, true, [['mot.jpg', null], ['hai.jpg', null]]]]);
  assert.deepEqual(sent.arriving, []);
  const dossierId = house.deps.newId();
  const received = await receive(declared, { seen: sent.seen }, { dossierId });
  assert.equal(received.status, 200, JSON.stringify(received.body));
  const paper = (await papersOf(dossierId)).find(({ requirement_id }) => requirement_id === NOTICE);
  assert.deepEqual([paper?.kind, paper?.source], ['electronic', 'submitted']);
  const files = (await filesOf(dossierId)).filter(({ paper_id }) => paper_id === paper?.id);
  const slot = await house.database.db.selectFrom('upload_slot').select('bound_sha256').where('bundle_id', '=', declared.draft.dossier_id).where('id', '=', NOTICE).executeTakeFirst();
  assert.deepEqual(files.map(({ sha256 }) => sha256), [slot?.bound_sha256]);
  const bundle = await bundleOf(declared);
  assert.deepEqual([bundle?.taken_for, bundle?.taken_at?.toISOString()], [`dossier:${dossierId}`, house.clock.now().toISOString()]);
  assert.match((await journalSays('"sentPapers"')) ?? '', /dossier\.received/u);
  assert.equal((await sendFile(declared, await photograph(3))).status, 409, 'nothing is added any more');
});

test('a single picture goes in as it is, beside the original that lies on the counter', async () => {
  const declared = await printed();
  const bytes = await photograph(4);
  await sendFile(declared, bytes);
  const sent = await sentOf(declared);
  const original = { id: house.deps.newId(), requirementId: NOTICE, name: 'Giấy chứng sinh', kind: 'original', source: 'submitted', copies: 1, reusedFrom: null, files: [] };
  const dossierId = house.deps.newId();
  assert.equal((await receive(declared, { seen: sent.seen }, { dossierId, papers: [original] })).status, 200);
  const [paper, ...others] = await papersOf(dossierId);
  assert.deepEqual([others, paper?.id, paper?.kind], [[], original.id, 'original']);
  const page = await house.database.db.selectFrom('upload_page').select('sha256').where('bundle_id', '=', declared.draft.dossier_id).executeTakeFirst();
  assert.deepEqual(await filesOf(dossierId), [{ paper_id: original.id, sha256: page?.sha256, file_name: 'anh.jpg' }]);
});

test('a paper is left out with a reason, which the history of the dossier keeps; without one it is refused', async () => {
  const declared = await printed();
  await sendFile(declared, await photograph(5));
  await sendFile(declared, await photograph(6), { slot: 'power-of-attorney' });
  const { seen } = await sentOf(declared);
  for (const reason of ['', '   ']) assert.equal((await receive(declared, { seen, leftOut: [{ paper: NOTICE, reason }] })).status, 422);
  const dossierId = house.deps.newId();
  assert.equal((await receive(declared, { seen, leftOut: [{ paper: NOTICE, reason: 'Ảnh chụp giấy của người khác' }] }, { dossierId })).status, 200);
  assert.deepEqual((await papersOf(dossierId)).flatMap(({ requirement_id }) => requirement_id ?? []), ['power-of-attorney']);
  const page = await house.call(house.commune.staff.reception.actor, 'GET', `/api/dossiers/${dossierId}`);
  assert.match(JSON.stringify(page.body['history']), /Giấy chứng sinh[^"]*: Ảnh chụp giấy của người khác/u);
  assert.equal((await bundleOf(declared))?.taken_for, `dossier:${dossierId}`);
});

test('pictures that nobody was shown are not taken: what came after the scan is looked at first, and nothing is lost by it', async () => {
  const declared = await printed();
  assert.equal((await scan(declared)).sheet?.sentPapers, null);
  await sendFile(declared, await photograph(7));
  const blind = await receive(declared, undefined);
  assert.deepEqual([blind.status, blind.body['code']], [409, 'form.scan-papers-changed']);
  const { seen } = await sentOf(declared);
  await sendFile(declared, await photograph(8));
  const late = await receive(declared, { seen });
  assert.deepEqual([late.status, late.body['code']], [409, 'form.scan-papers-changed']);
  assert.match(String(late.body['title']), /^Ảnh giấy tờ gửi kèm .*“Đọc lại”/u);
  assert.equal((await receive(declared, { seen: (await sentOf(declared)).seen })).status, 200);
});

test('a file on its way is named; it is waited for, or the officer receives without it and the sender is told', async () => {
  const declared = await printed();
  await sendFile(declared, await photograph(9));
  const bytes = await photograph(10);
  const half = await sendFile(declared, bytes, { name: 'do-dang.jpg', most: Math.floor(bytes.length / 2) });
  const sent = await sentOf(declared);
  assert.deepEqual(sent.arriving.map(({ fileName, percent }) => [fileName, percent >= 49 && percent <= 50]), [['do-dang.jpg', true]]);
  const waits = await receive(declared, { seen: sent.seen });
  assert.deepEqual([waits.status, waits.body['code']], [409, 'form.scan-papers-arriving']);
  assert.match(String(waits.body['title']), /“do-dang\.jpg”/u);
  const dossierId = house.deps.newId();
  assert.equal((await receive(declared, { seen: sent.seen, withoutArriving: true }, { dossierId })).status, 200);
  assert.equal((await filesOf(dossierId)).length, 1);
  const rest = await house.server.inject({ method: 'PUT', url: `${half.url}?at=${String(Math.floor(bytes.length / 2))}`, headers: { 'content-type': 'application/octet-stream' }, payload: bytes.subarray(Math.floor(bytes.length / 2)) });
  assert.match(rest.body, /uploads\.taken/u);
});

test('a draft that ends between the scan and the saving loses nothing: what was shown in time is taken', async () => {
  const declared = await printed();
  await sendFile(declared, await photograph(11));
  const { seen } = await sentOf(declared);
  const [now, { expires_at: end }] = [house.clock.now(), declared.draft];
  const bundle = await bundleOf(declared);
  assert.ok(bundle !== undefined);
  house.clock.pass(Math.max(end.getTime(), bundle.expires_at.getTime()) - now.getTime() + 1000);
  assert.deepEqual([(await scan(declared)).sheet?.draft, (await scan(declared)).sheet?.sentPapers], ['gone', null], 'nobody is shown them any more');
  const dossierId = house.deps.newId();
  assert.equal((await receive(declared, { seen }, { dossierId })).status, 200);
  assert.equal((await filesOf(dossierId)).length, 1);
  house.clock.set(now.toISOString());
});

test('papers that are gone with their draft are told to be gone; read again, the form is received without them', async () => {
  const declared = await printed();
  await sendFile(declared, await photograph(12));
  const { seen } = await sentOf(declared);
  await declared.visitor.post(`/to-khai/${declared.token}/xoa`, boxesOf((await declared.visitor.open(`/to-khai/${declared.token}/xoa`)).body));
  const gone = await receive(declared, { seen });
  assert.deepEqual([gone.status, gone.body['code']], [410, 'form.scan-papers-gone']);
  assert.deepEqual([(await scan(declared)).sheet?.draft, (await scan(declared)).sheet?.sentPapers], ['gone', null]);
  const dossierId = house.deps.newId();
  assert.equal((await receive(declared, undefined, { dossierId })).status, 200);
  assert.equal((await filesOf(dossierId)).length, 0);
});

test('what the procedure no longer asks for goes in as one more paper', async () => {
  const declared = await printed();
  await sendFile(declared, await photograph(13));
  await house.database.owner.db.updateTable('upload_slot').set({ id: 'former-paper', name: JSON.stringify({ vi: 'Giấy của bản cũ', en: 'Paper of the former version' }) }).where('bundle_id', '=', declared.draft.dossier_id).where('id', '=', 'power-of-attorney').execute();
  await sendFile(declared, await photograph(14), { slot: 'former-paper' });
  const sent = await sentOf(declared);
  assert.deepEqual(sent.papers.map(({ id, asked }) => [id, asked]), [[NOTICE, true], ['former-paper', false]]);
  const dossierId = house.deps.newId();
  assert.equal((await receive(declared, { seen: sent.seen }, { dossierId })).status, 200);
  assert.deepEqual((await papersOf(dossierId)).filter(({ name }) => name === 'Giấy của bản cũ').map(({ requirement_id, kind }) => [requirement_id, kind]), [[null, 'electronic']]);
});

test('a picture that looks blank says so', async () => {
  const declared = await printed();
  assert.equal((await sendFile(declared, await blankPicture(), { keep: true })).status, 200);
  assert.deepEqual((await sentOf(declared)).papers.flatMap(({ files }) => files.map(({ warning }) => warning)), ['blank']);
});

test('a draft of another commune gives nothing: neither papers nor pictures', async () => {
  const declared = await printed();
  await sendFile(declared, await photograph(15));
  const sent = await sentOf(declared);
  const file = sent.papers[0]?.files[0]?.id ?? '';
  await createCommune(house.database.db, { now: house.clock.now(), commune: { code: '00070', name: 'Hoàn Kiếm', kind: 'phường', agencyCode: 'H26.10' } });
  const { db } = house.database.owner;
  await db.updateTable('form_draft').set({ commune_code: '00070' }).where('id', '=', declared.draft.id).execute();
  assert.deepEqual([(await scan(declared)).sheet?.draft, (await scan(declared)).sheet?.sentPapers], ['gone', null]);
  assert.equal((await receive(declared, { seen: sent.seen })).body['code'], 'form.scan-papers-gone');
  const picture = await house.server.inject({ method: 'GET', url: `/api/forms/drafts/${declared.draft.id}/papers/${file}/picture`, headers: house.as(house.commune.staff.reception.actor) });
  assert.deepEqual([picture.statusCode, picture.json<{ code: string }>().code], [404, 'uploads.page-unknown']);
  assert.equal((await receive(declared, undefined)).status, 200);
  assert.equal((await bundleOf(declared))?.taken_at, null, 'the other commune’s papers stay where they are');
});

test('a picture is looked at one by one, by reception only, while the draft waits, and the journal keeps it', async () => {
  const declared = await printed();
  const other = await printed();
  await sendFile(declared, await photograph(16));
  const sent = await sentOf(declared);
  const file = sent.papers[0]?.files[0]?.id ?? '';
  const { reception, specialist } = house.commune.staff;
  const look = (draftId: string, fileId: string, actor = reception.actor) => house.server.inject({ method: 'GET', url: `/api/forms/drafts/${draftId}/papers/${fileId}/picture?size=small`, headers: house.as(actor) });
  const picture = await look(sent.draftId, file);
  assert.deepEqual([picture.statusCode, picture.headers['content-type']], [200, 'image/jpeg']);
  const told = await journalSays('form.sent-paper-viewed');
  assert.ok(told?.includes(declared.draft.dossier_id) === true && told.includes(file));
  assert.equal((await look(sent.draftId, file, specialist.actor)).statusCode, 403);
  assert.equal((await look(other.draft.id, file)).statusCode, 404, 'a file of another draft');
  assert.equal((await look(randomUUID(), file)).statusCode, 404);
  await receive(declared, { seen: sent.seen });
  assert.equal((await look(sent.draftId, file)).statusCode, 404, 'from now on it is looked at in its dossier');
});

test('the same command twice is one dossier with its papers once; another one is refused', async () => {
  const declared = await printed();
  await sendFile(declared, await photograph(17));
  const { seen } = await sentOf(declared);
  const request = receptionRequest(house, { form: { codes: declared.codes, sentPapers: { seen, leftOut: [] } } });
  const { reception } = house.commune.staff;
  const answers = [await house.call(reception.actor, 'POST', '/api/dossiers', request), await house.call(reception.actor, 'POST', '/api/dossiers', request)];
  assert.deepEqual(answers.map(({ status, body }) => [status, body['code']]), [[200, answers[0]?.body['code']], [200, answers[0]?.body['code']]]);
  assert.equal((await filesOf(String(request['dossierId']))).length, 1);
  const other = await receive(declared, { seen });
  assert.deepEqual([other.status, other.body['code']], [409, 'form.scan-sent']);
});

test('sending from home and receiving at the same moment take the papers once', async () => {
  const declared = await printed();
  await sendFile(declared, await photograph(18));
  const { seen } = await sentOf(declared);
  const review = await declared.visitor.open(`/to-khai/${declared.token}/xem-lai`);
  const dossierId = house.deps.newId();
  const [received, sent] = await Promise.all([receive(declared, { seen }, { dossierId }), declared.visitor.post(`/to-khai/${declared.token}/gui`, boxesOf(review.body))]);
  const takenFor = (await bundleOf(declared))?.taken_for ?? '';
  assert.equal(takenFor, received.status === 200 ? `dossier:${dossierId}` : `dossier:${declared.draft.dossier_id}`, `${String(received.status)} ${String(sent.status)}`);
  assert.equal((await filesOf(takenFor.slice('dossier:'.length))).length, 1);
});

test('the sender sees that the papers were handed in, and the old link no longer opens anything to change', async () => {
  const declared = await printed();
  await sendFile(declared, await photograph(19));
  assert.equal((await receive(declared, { seen: (await sentOf(declared)).seen })).status, 200);
  const page = await declared.visitor.get(declared.papers);
  assert.equal(page.status, 200);
  assert.match(page.body, /Giấy tờ đã gửi cho xã/u);
});
