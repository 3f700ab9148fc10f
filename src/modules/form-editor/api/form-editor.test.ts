import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createCommune, type TestCommune } from '../../../../test/commune.ts';
import { createWholeProgram, type WholeProgram } from '../../../../test/whole-program.ts';
import { type Actor } from '../../../kernel/actor.ts';
import { addDays, dateAt } from '../../../kernel/local-time.ts';
import { type FormDraftResponse, type FormResponse, type FormsResponse, type FormVersionDone, type SavedForm } from '../contract/form-editor-schemas.ts';

const SHIPPED = 'marital-status-certificate';
const SHIPPED_PROCEDURE = '1.004873';
/** A procedure without a form of the program. */
const BARE = '1.004845';

interface Field extends Record<string, unknown> { readonly id: string; readonly kind: string }
interface Group extends Record<string, unknown> { readonly id: string; readonly fields: readonly Field[] }
interface Content extends Record<string, unknown> { readonly groups: readonly Group[]; readonly title: { readonly vi: string; readonly en: string } }

const words = (vi: string, en: string) => ({ vi, en });
const question = (id: string, more: object = {}): Field => ({ kind: 'text', id, label: words(`Câu ${id}`, `Question ${id}`), official: `Câu ${id}`, help: words('Ghi ngắn gọn.', 'Be short.'), ...more });

describe('the editor of forms', () => {
  let program: WholeProgram;
  let commune: TestCommune;
  before(async () => {
    program = await createWholeProgram();
    commune = await createCommune(program.database.db);
  });
  after(() => program.close());

  const administrator = (): Actor => commune.staff.administrator.actor;
  const today = () => dateAt(program.clock.now().getTime());
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names what the answer is
  async function ask<T>(method: 'GET' | 'POST', path: string, body?: object | string, actor: Actor = administrator(), locale = 'vi'): Promise<{ readonly status: number; readonly code: string; readonly body: T; readonly text: string; readonly headers: Readonly<Record<string, unknown>>; readonly raw: Buffer }> {
    const form = typeof body === 'string' ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
    const answer = await program.server.inject({ method, url: path, headers: { ...program.as(actor), ...form, 'host': 'xa.test', 'accept-language': locale }, ...(body === undefined ? {} : { payload: body }) });
    const read = answer.headers['content-type']?.toString().includes('json') === true ? (JSON.parse(answer.body) as T & { readonly code?: string }) : ({} as T & { readonly code?: string });
    return { status: answer.statusCode, code: read.code ?? '', body: read, text: answer.body, headers: answer.headers, raw: answer.rawPayload };
  }
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names what the answer is
  const post = <T>(path: string, body: object, actor?: Actor) => ask<T>('POST', `/api/form-editor/${path}`, { commandId: randomUUID(), ...body }, actor);
  async function begin(from: object): Promise<{ readonly id: string; readonly code: string }> {
    const id = randomUUID();
    const begun = await post<{ readonly code: string }>('drafts', { id, from });
    assert.equal(begun.status, 200, begun.text);
    return { id, code: begun.body.code };
  }
  const draftOf = async (id: string) => (await ask<FormDraftResponse>('GET', `/api/form-editor/drafts/${id}`)).body;
  const save = (id: string, revision: number, content: object, actor?: Actor) => post<SavedForm>(`drafts/${id}/save`, { revision, content }, actor);
  const publish = (id: string, revision: number, validFrom = today()) => post<FormVersionDone>(`drafts/${id}/publish`, { revision, validFrom, reason: 'Quyết định 12/QĐ-UBND' });
  const versionsOf = async (code: string) => (await ask<FormResponse>('GET', `/api/form-editor/forms/${code}`)).body.versions.map(({ version, withdrawn, inForce }) => `${String(version)}${withdrawn ? ' withdrawn' : inForce ? ' in force' : ''}`);
  const citizen = (path: string, payload?: string) => program.server.inject({ method: payload === undefined ? 'GET' : 'POST', url: path, headers: { 'host': 'xa.test', 'accept-language': 'vi', ...(payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) }, ...(payload === undefined ? {} : { payload }) });
  async function startDeclaring(procedure: string): Promise<string> {
    const begun = await citizen(`/to-khai/bat-dau/${procedure}`, 'ban=');
    assert.equal(begun.statusCode, 303, begun.body);
    return String(begun.headers.location);
  }
  const stops = (saved: SavedForm) => saved.examination.findings.filter(({ level }) => level === 'stop').map(({ rule }) => rule);

  test('the forms of today stand with their procedures, and are found by the name of a procedure', async () => {
    const { body } = await ask<FormsResponse>('GET', `/api/form-editor/forms?q=${encodeURIComponent('tinh trang hon nhan')}`);
    assert.ok(body.mayEdit);
    const line = body.items.find(({ code }) => code === SHIPPED);
    assert.deepEqual([line?.version, line?.own, line?.draftId, line?.procedures[0]?.code], [1, false, null, SHIPPED_PROCEDURE]);
    assert.equal((await ask('GET', '/api/form-editor/forms/nothing-of-this')).code, 'form-editor.unknown-form');
  });

  test('a draft begins as the file is written, differs in nothing, and has nothing to publish', async () => {
    const { id } = await begin({ kind: 'version', code: SHIPPED, version: 1 });
    const draft = await draftOf(id);
    assert.deepEqual([draft.examination.differences, draft.examination.comparedWith, draft.basedOn], [[], 1, 1]);
    assert.ok((draft.content as Content).groups.some(({ fields }) => fields.some(({ kind }) => kind === 'person')), 'persons stay named once');
    assert.deepEqual(draft.examination.findings.filter(({ level }) => level === 'stop'), []);
    assert.equal((await post('drafts', { id: randomUUID(), from: { kind: 'version', code: SHIPPED, version: 1 } })).code, 'form-editor.draft-exists');
    assert.equal((await publish(id, 1)).code, 'form-editor.nothing-changed');
    assert.equal((await post(`drafts/${id}/discard`, { revision: 1 })).status, 200);
    assert.equal((await save(id, 2, draft.content)).code, 'form-editor.draft-closed');
  });

  test('a published version asks its question at once, what was begun follows it, and taken back who is filling it in finishes with it while others begin with the one before', async () => {
    const before = await startDeclaring(SHIPPED_PROCEDURE);
    const { id } = await begin({ kind: 'version', code: SHIPPED, version: 1 });
    const content = (await draftOf(id)).content as Content;
    const [first, ...others] = content.groups;
    assert.ok(first !== undefined);
    const groups = [{ id: 'thon', title: words('Bạn ở thôn nào', 'Your village'), fields: [question('village.name')] }, first, ...others];
    const saved = await save(id, 1, { ...content, groups });
    assert.deepEqual(stops(saved.body), []);
    assert.ok(saved.body.examination.differences.some(({ words: said }) => said === 'Thêm câu “Câu village.name”, phần “Bạn ở thôn nào”'), JSON.stringify(saved.body.examination.differences));
    assert.ok(saved.body.examination.pages.some(({ group, bytes }) => group === 'thon' && bytes > 1000 && bytes < 20_480));
    for (const [wish, code] of [[{ validFrom: today(), reason: ' ' }, 'reason-missing'], [{ validFrom: addDays(today(), -1), reason: 'x' }, 'day-not-possible'], [{ validFrom: addDays(today(), 731), reason: 'x' }, 'day-not-possible']] as const) {
      assert.equal((await post(`drafts/${id}/publish`, { revision: 2, ...wish })).code, `form-editor.${code}`);
    }
    assert.ok(!(await citizen(await startDeclaring(SHIPPED_PROCEDURE))).headers.location?.toString().endsWith('/thon'));
    const command = { commandId: randomUUID(), revision: 2, validFrom: today(), reason: 'Quyết định 12/QĐ-UBND' };
    const [done, again] = [await post<FormVersionDone>(`drafts/${id}/publish`, command), await post<FormVersionDone>(`drafts/${id}/publish`, command)];
    assert.deepEqual([done.status, done.body.version, again.body.version], [200, 1000, 1000], done.text);

    const fresh = await startDeclaring(SHIPPED_PROCEDURE);
    const firstPage = await citizen(fresh);
    assert.match(String(firstPage.headers.location), /\/thon$/u);
    assert.match((await citizen(String(firstPage.headers.location))).body, /Câu village\.name/u);
    assert.match(String((await citizen(before)).headers.location), /\/thon$/u, 'a draft from before is carried over');

    assert.equal((await post('versions/withdraw', { code: SHIPPED, version: 1, reason: 'x' })).code, 'form-editor.program-version');
    assert.equal((await post('versions/withdraw', { code: SHIPPED, version: 1000, reason: 'Hỏi thừa' })).status, 200);
    assert.equal((await post('versions/withdraw', { code: SHIPPED, version: 1000, reason: 'x' })).code, 'form-editor.withdrawn-already');
    assert.deepEqual(await versionsOf(SHIPPED), ['1000 withdrawn', '1 in force']);
    assert.match(String((await citizen(fresh)).headers.location), /\/thon$/u, 'who began with it goes on with it');
    assert.doesNotMatch(String((await citizen(await startDeclaring(SHIPPED_PROCEDURE))).headers.location), /\/thon$/u);
    const { body } = await ask<FormResponse>('GET', `/api/form-editor/forms/${SHIPPED}`);
    assert.deepEqual(body.publications.map(({ act, reason }) => [act, reason]), [['withdrawn', 'Hỏi thừa'], ['published', 'Quyết định 12/QĐ-UBND']]);
  });

  test('what the office published is edited as it wrote it; a planned version waits, none slips in on or before its day, and going back takes all of them away', async () => {
    const { id } = await begin({ kind: 'version', code: SHIPPED, version: 1000 });
    const { content, examination } = await draftOf(id);
    assert.ok(examination.differences.length > 0, 'it is compared with what is in force');
    const later = addDays(today(), 30);
    assert.equal((await publish(id, 1, later)).body.version, 1001);
    assert.deepEqual(await versionsOf(SHIPPED), ['1001', '1000 withdrawn', '1 in force']);
    const second = await begin({ kind: 'version', code: SHIPPED, version: 1001 });
    assert.deepEqual((await draftOf(second.id)).content['groups'], content['groups']);
    for (const day of [today(), later]) assert.equal((await publish(second.id, 1, day)).code, 'form-editor.later-version');
    await post(`drafts/${second.id}/discard`, { revision: 1 });
    assert.equal((await post('versions/return', { code: SHIPPED, reason: '' })).code, 'form-editor.reason-missing');
    assert.deepEqual((await post<FormVersionDone>('versions/return', { code: SHIPPED, reason: 'Bộ ban hành mẫu mới' })).body, { code: SHIPPED, version: 1 });
    assert.deepEqual(await versionsOf(SHIPPED), ['1001 withdrawn', '1000 withdrawn', '1 in force']);
    assert.equal((await post('versions/return', { code: SHIPPED, reason: 'x' })).code, 'form-editor.program-form-already');
  });

  test('a form of its own is made for a procedure, tried on the phone without keeping anything, printed, and asked once it is published', async () => {
    const PROCEDURE = BARE;
    assert.equal((await post('drafts', { id: randomUUID(), from: { kind: 'new', procedure: 'abc', title: 'x' } })).code, 'form-editor.procedure-unreadable');
    assert.equal((await post('drafts', { id: randomUUID(), from: { kind: 'new', procedure: PROCEDURE, title: ' ' } })).code, 'form-editor.title-missing');
    const { id, code } = await begin({ kind: 'new', procedure: PROCEDURE, title: 'Đề nghị hỗ trợ' });
    assert.equal(code, `own-${BARE.replace('.', '-')}`);
    const empty = await draftOf(id);
    assert.ok(empty.examination.findings.some(({ words: said, level }) => level === 'stop' && said === 'Phần “Nội dung đề nghị”: Phần này chưa có câu hỏi nào. Thêm câu hỏi, hoặc bỏ phần.'), JSON.stringify(empty.examination.findings));
    assert.equal((await ask('GET', `/can-bo/xem-thu-to-khai/${id}`)).status, 422);
    const script = '<script>alert(1)</script>';
    const content = empty.content as Content;
    const groups = [
      { id: 'phan-1', title: words('Nội dung', 'Matter'), fields: [
        question('need', { label: words(`Cần gì ${script}`, 'Need'), official: `Cần ${script}` }),
        { kind: 'choice', id: 'kind', label: words('Loại', 'Kind'), official: 'Loại', options: [{ value: 'a', label: words('Tiền', 'Money') }, { value: 'b', label: words('Khác', 'Other') }] },
        question('other', { when: { is: ['kind', 'b'] } }),
      ] },
      ...content.groups.slice(1),
    ];
    const saved = await save(id, 1, { ...content, title: words('Đề nghị hỗ trợ', 'Request'), groups });
    assert.deepEqual(stops(saved.body), []);

    const page = await ask('GET', `/can-bo/xem-thu-to-khai/${id}`);
    assert.ok(page.text.includes('&lt;script&gt;alert(1)') && !page.text.includes(script));
    assert.equal(page.headers['x-frame-options'], 'SAMEORIGIN');
    const walk = (group: string, entries: Record<string, string>) => ask('POST', `/can-bo/xem-thu-to-khai/${id}?phan=${group}`, new URLSearchParams({ buoc: 'tiep', ...entries }).toString());
    const kept = (text: string) => /name="nen" value="([^"]*)"/u.exec(text)?.[1]?.replaceAll('&quot;', '"') ?? '';
    const missing = await walk('phan-1', { nen: '{}', need: '' });
    assert.equal(missing.status, 422);
    const called = await walk('phan-1', { nen: kept(missing.text), need: 'Gạo', kind: 'b' });
    assert.match(called.text, /Câu other/u);
    const next = await walk('phan-1', { nen: kept(called.text), need: 'Gạo', kind: 'b', other: 'Áo ấm' });
    assert.match(next.text, /Họ và tên người đi khai/u, 'the contact page that every form has');
    assert.match(next.text, /value="lui"/u);
    const sheet = await ask('GET', `/can-bo/xem-thu-to-khai/${id}/in`);
    assert.deepEqual([sheet.status, sheet.raw.subarray(0, 5).toString()], [200, '%PDF-']);
    assert.equal((await program.database.db.selectFrom('form_draft').selectAll().where('procedure_code', '=', PROCEDURE).execute()).length, 0);

    assert.match((await citizen(`/to-khai/bat-dau/${PROCEDURE}`)).headers.location ?? '', /chung=1/u, 'not before it is published');
    assert.equal((await publish(id, 2)).body.version, 1000);
    const own = await startDeclaring(PROCEDURE);
    const asked = await citizen(String((await citizen(own)).headers.location));
    assert.ok(asked.body.includes('Cần gì &lt;script&gt;'));
    assert.equal((await post('versions/return', { code, reason: 'x' })).code, 'form-editor.no-program-form');
  });

  test('a copy has its own code and no number of another form; a second form of the office for the procedure is stopped', async () => {
    const { id, code } = await begin({ kind: 'copy', code: SHIPPED, procedure: BARE, title: 'Bản sao thử' });
    assert.equal(code, `own-${BARE.replace('.', '-')}-2`);
    const { content, examination } = await draftOf(id);
    assert.deepEqual((content as { official?: object }).official, { title: 'BẢN SAO THỬ', number: null, basis: null, addressee: 'commune', signatures: [{ title: 'Người yêu cầu', declares: true }], dateLabel: 'Làm tại' });
    assert.ok(examination.findings.some(({ words: said }) => said.includes('lời tiếng Anh')), JSON.stringify(examination.findings));
    const saved = await save(id, 1, { ...content, title: words('Bản sao thử', 'A copy') });
    assert.deepEqual(stops(saved.body), ['procedure-taken', 'paper-unknown'], 'and the papers of the other procedure are named');
    assert.equal((await publish(id, 2)).code, 'form-editor.not-ready');
    await post(`drafts/${id}/discard`, { revision: 2 });
  });

  test('of two forms that are published for one procedure at the same moment the database takes one, and the other hears which; nor does a form come back beside another', async () => {
    const PROCEDURE = '9.000031';
    const made = async (title: string) => {
      const { id, code } = await begin({ kind: 'new', procedure: PROCEDURE, title });
      const { content } = await draftOf(id);
      const saved = await save(id, 1, { ...content, title: words(title, `${title} en`), groups: [{ id: 'phan-1', title: words('Nội dung', 'Matter'), fields: [question('need')] }] });
      assert.deepEqual(stops(saved.body), []);
      return { id, code };
    };
    const [one] = [await made('Mẫu một')];
    // The other is being published in another process: it is not committed yet when this one has looked.
    const rival = await program.database.owner.pool.connect();
    try {
      await rival.query('begin');
      await rival.query("insert into form_version (code, version, valid_from, valid_to, content, content_hash, loaded_at) select 'own-rival', 1000, $1, null, jsonb_set(jsonb_set(content, '{code}', '\"own-rival\"'), '{procedures}', $2) || '{\"version\": 1000}', repeat('a', 64), now() from form_version where code = $3 and version = 1", [today(), JSON.stringify([PROCEDURE]), SHIPPED]);
      const waiting = publish(one.id, 2);
      for (;;) {
        const { rows } = await program.database.owner.pool.query('select from pg_locks where not granted');
        if (rows.length > 0) break;
        await new Promise((go) => { setTimeout(go, 20); });
      }
      await rival.query('commit');
      const lost = await waiting;
      assert.equal(lost.code, 'form-editor.procedure-raced', lost.text);
      assert.match(lost.text, /Thủ tục 9\.000031 đã có biểu mẫu “Giấy xác nhận tình trạng hôn nhân” của cơ quan trong những ngày ấy/u);
    } finally {
      rival.release();
    }
    assert.deepEqual(stops((await save(one.id, 2, (await draftOf(one.id)).content)).body), ['procedure-taken'], 'and the checks name it from now on');
    assert.equal((await post('versions/withdraw', { code: 'own-rival', version: 1000, reason: 'Thử' })).status, 200);
    assert.equal((await publish(one.id, 3)).body.version, 1000);
    // The form gives the procedure up, another takes it: going back to the version before would make two.
    const next = await begin({ kind: 'version', code: one.code, version: 1000 });
    const { content } = await draftOf(next.id);
    await save(next.id, 1, { ...content, procedures: ['9.000032'] });
    assert.equal((await publish(next.id, 2)).body.version, 1001);
    assert.equal((await publish((await made('Mẫu hai')).id, 2)).status, 200);
    const refused = await post('versions/withdraw', { code: one.code, version: 1001, reason: 'Rút' });
    assert.deepEqual([refused.code, /mà thủ tục ấy nay có biểu mẫu “Mẫu hai”/u.test(refused.text)], ['form-editor.withdrawal-clash', true], refused.text);
  });

  test('two administrators at once: the later one is told who saved, and nothing is written over', async () => {
    const { id } = await begin({ kind: 'new', procedure: '9.000009', title: 'Hai người sửa' });
    const { content } = await draftOf(id);
    assert.equal((await save(id, 1, { ...content, source: 'một' })).body.revision, 2);
    const late = await save(id, 1, { ...content, source: 'hai' });
    assert.equal(late.code, 'form-editor.changed-meanwhile');
    assert.match(late.text, /Những gì bạn nhập vẫn còn/u);
    assert.equal((await draftOf(id)).content['source'], 'một');
    await post(`drafts/${id}/discard`, { revision: 2 });
  });

  test('a form goes out with a checksum and comes back as a draft; what is no form, newer or damaged is refused with its sentence', async () => {
    const out = await ask('GET', `/api/form-editor/forms/${SHIPPED}/export`);
    assert.match(String(out.headers['content-disposition']), /marital-status-certificate-1\.json/u);
    const file = JSON.parse(out.text) as { readonly form: Content };
    for (const [text, code] of [
      ['not json', 'import-not-json'], ['[]', 'import-not-form'], ['{"format":"xaso-form"}', 'import-not-form'], [JSON.stringify({ ...file, formatVersion: 2 }), 'import-newer'],
      [JSON.stringify({ ...file, form: null, sha256: undefined }), 'import-not-form'], [JSON.stringify({ ...file, form: { ...file.form, source: 'changed by hand' } }), 'import-damaged'], ['x'.repeat(600_001), 'too-large'],
    ] as const) assert.equal((await post('import', { id: randomUUID(), text })).code, `form-editor.${code}`);
    const id = randomUUID();
    const done = await post<{ readonly code: string }>('import', { id, text: out.text });
    assert.equal(done.body.code, SHIPPED, done.text);
    assert.deepEqual((await draftOf(id)).examination.differences, []);
    assert.equal((await post('import', { id: randomUUID(), text: out.text })).code, 'form-editor.draft-exists');
    const own = JSON.parse((await ask('GET', `/api/form-editor/drafts/${id}/export`)).text) as { readonly form: Content };
    assert.deepEqual(own.form.groups, file.form.groups);
    await post(`drafts/${id}/discard`, { revision: 1 });
  });

  test('where several communes share the forms no administrator of one changes them, and drafts of another commune are as if they were not there', async () => {
    const { id } = await begin({ kind: 'version', code: SHIPPED, version: 1 });
    const other = await createCommune(program.database.db, { commune: { code: '16078' } });
    assert.equal((await post('drafts', { id: randomUUID(), from: { kind: 'version', code: 'birth-registration', version: 1 } }, other.staff.administrator.actor)).code, 'form-editor.not-yours');
    assert.equal((await ask<FormsResponse>('GET', '/api/form-editor/forms')).body.mayEdit, false);
    for (const path of ['', '/export']) assert.equal((await ask('GET', `/api/form-editor/drafts/${id}${path}`, undefined, other.staff.administrator.actor)).code, 'form-editor.unknown-draft');
    assert.equal((await ask('GET', `/can-bo/xem-thu-to-khai/${id}`, undefined, other.staff.administrator.actor)).status, 404);
    for (const [act, more] of [['discard', {}], ['publish', { validFrom: today(), reason: 'x' }], ['save', { content: {} }]] as const) assert.equal((await post(`drafts/${id}/${act}`, { revision: 1, ...more }, other.staff.administrator.actor)).code, 'form-editor.not-yours');
  });
});
