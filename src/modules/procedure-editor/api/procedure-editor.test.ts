import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createCommune, type TestCommune } from '../../../../test/commune.ts';
import { createWholeProgram, type WholeProgram } from '../../../../test/whole-program.ts';
import { type Actor, type StaffActor } from '../../../kernel/actor.ts';
import { addDays, dateAt } from '../../../kernel/local-time.ts';
import { nameAtMachine } from '../../installation-administrators/index.ts';
import { type DraftResponse, type ImportResponse, type ProcedureResponse, type ProceduresResponse, type SavedDraft } from '../contract/editor-schemas.ts';

const CODE = '1.001193';
const NEW = '9.000001';

type Content = Record<string, unknown> & { readonly papers: readonly { readonly id: string }[] };

describe('the editor of procedures', () => {
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
  async function ask<T>(method: 'GET' | 'POST', path: string, body?: object, actor: Actor = administrator()): Promise<{ readonly status: number; readonly code: string; readonly body: T; readonly text: string }> {
    const answer = await program.server.inject({ method, url: path, headers: { ...program.as(actor), host: 'xa.test', 'accept-language': 'vi' }, ...(body === undefined ? {} : { payload: body }) });
    const read = answer.headers['content-type']?.toString().includes('json') === true ? (JSON.parse(answer.body) as T & { readonly code?: string }) : ({} as T & { readonly code?: string });
    return { status: answer.statusCode, code: read.code ?? '', body: read, text: answer.body };
  }
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names what the answer is
  const post = <T>(path: string, body: object, actor?: Actor) => ask<T>('POST', `/api/procedure-editor/${path}`, { commandId: randomUUID(), ...body }, actor);
  async function begin(code: string, version: number | null): Promise<string> {
    const id = randomUUID();
    const begun = await post('drafts', { id, code, version });
    assert.equal(begun.status, 200, begun.text);
    return id;
  }
  const draftOf = async (id: string) => (await ask<DraftResponse>('GET', `/api/procedure-editor/drafts/${id}`)).body;
  const save = (id: string, revision: number, content: object) => ask<SavedDraft>('POST', `/api/procedure-editor/drafts/${id}/save`, { commandId: randomUUID(), revision, content });
  const page = (code: string) => program.server.inject({ method: 'GET', url: `/t/${code}`, headers: { host: 'xa.test' } });
  const versionsOf = async (code: string) => (await ask<ProcedureResponse>('GET', `/api/procedure-editor/procedures/${code}`)).body.versions.map(({ version, inForce, withdrawn }) => `${String(version)}${inForce ? ' in force' : ''}${withdrawn ? ' withdrawn' : ''}`);

  test('is for administrators, and lists every procedure by words without accents', async () => {
    assert.equal((await ask('GET', '/api/procedure-editor/procedures', undefined, commune.staff.clerk.actor)).status, 403);
    const { body } = await ask<ProceduresResponse>('GET', `/api/procedure-editor/procedures?q=${encodeURIComponent('dang ky khai sinh')}`);
    assert.ok(body.mayEdit);
    assert.ok(body.items.some(({ code }) => code === CODE));
    assert.ok(body.items.every(({ name, draftId }) => name !== '' && draftId === null));
  });

  test('a draft begins as the version is and has nothing to publish', async () => {
    const id = await begin(CODE, 1);
    const draft = await draftOf(id);
    assert.deepEqual(draft.examination.differences, []);
    assert.equal(draft.examination.comparedWith, 1);
    assert.equal((await post('drafts', { id: randomUUID(), code: CODE, version: 1 })).code, 'procedure-editor.draft-exists');
    assert.equal((await post(`drafts/${id}/publish`, { revision: 1, validFrom: today(), reason: 'Quyết định 12' })).code, 'procedure-editor.nothing-changed');
    assert.equal((await post(`drafts/${id}/discard`, { revision: 1 })).status, 200);
    assert.equal((await save(id, 2, draft.content)).code, 'procedure-editor.draft-closed');
  });

  test('what is not sound is kept, named with its sentence, and not published', async () => {
    const id = await begin(CODE, 1);
    const { content } = await draftOf(id);
    const saved = await save(id, 1, { ...content, name: '', legalBasis: [] });
    assert.equal(saved.status, 200, saved.text);
    assert.ok(saved.body.examination.findings.some(({ field, level, words }) => field === 'name' && level === 'stop' && words === 'Chữ để trống.'));
    assert.equal((await post(`drafts/${id}/publish`, { revision: 2, validFrom: today(), reason: 'x' })).code, 'procedure-editor.not-sound');
    const named = await save(id, 2, { ...content, legalBasis: [] });
    assert.ok(named.body.examination.findings.some(({ rule }) => rule === 'no-legal-basis'));
    assert.equal((await post(`drafts/${id}/publish`, { revision: 3, validFrom: today(), reason: 'x' })).code, 'procedure-editor.not-ready');
    assert.equal((await save(id, 1, content)).code, 'procedure-editor.changed-meanwhile');
    assert.equal((await post(`drafts/${id}/discard`, { revision: 3 })).status, 200);
  });

  test('a published version stands on the public page at once, an older dossier keeps its version, and taken back the one before applies again', async () => {
    const before = (await page(CODE)).body;
    const id = await begin(CODE, 1);
    const content = (await draftOf(id)).content as Content;
    const everyday = content['everyday'] as { readonly name: object };
    const papers = content.papers.map((paper) => (paper.id === 'birth-notice' ? { ...paper, name: { vi: 'Giấy chứng sinh bản mới', en: 'Birth notice, new' } } : paper));
    const saved = await save(id, 1, { ...content, everyday: { ...everyday, name: { vi: 'Khai sinh cho bé', en: 'Birth of a child' } }, papers });
    assert.deepEqual(saved.body.examination.differences.map(({ path }) => path).sort(), ['everyday.name.en', 'everyday.name.vi', 'papers[birth-notice].name.en', 'papers[birth-notice].name.vi']);

    const preview = await ask('GET', `/can-bo/xem-thu-thu-tuc/${id}`);
    assert.equal(preview.status, 200);
    assert.ok(preview.text.includes('Khai sinh cho bé') && preview.text.includes('Giấy chứng sinh bản mới'));
    assert.ok(!(await page(CODE)).body.includes('Khai sinh cho bé'));

    for (const [wish, code] of [[{ validFrom: today(), reason: ' ' }, 'reason-missing'], [{ validFrom: addDays(today(), -1), reason: 'x' }, 'day-not-possible'], [{ validFrom: addDays(today(), 731), reason: 'x' }, 'day-not-possible']] as const) {
      assert.equal((await post(`drafts/${id}/publish`, { revision: 2, ...wish })).code, `procedure-editor.${code}`);
    }
    const command = { commandId: randomUUID(), revision: 2, validFrom: today(), reason: 'Quyết định 12/QĐ-UBND' };
    const [first, again] = [await post<{ version: number }>(`drafts/${id}/publish`, command), await post<{ version: number }>(`drafts/${id}/publish`, command)];
    assert.deepEqual([first.status, first.body.version, again.body.version], [200, 1000, 1000], first.text);
    assert.ok((await page(CODE)).body.includes('Khai sinh cho bé'));
    assert.deepEqual(await versionsOf(CODE), ['1000 in force', '1']);
    assert.equal((await post(`drafts/${id}/publish`, { revision: 3, validFrom: today(), reason: 'x' })).code, 'procedure-editor.draft-closed');

    assert.equal((await post('versions/withdraw', { code: CODE, version: 1, reason: 'x' })).code, 'procedure-editor.program-version');
    assert.equal((await post('versions/withdraw', { code: CODE, version: 1000, reason: 'Nhầm tên giấy tờ' })).status, 200);
    assert.equal((await post('versions/withdraw', { code: CODE, version: 1000, reason: 'x' })).code, 'procedure-editor.withdrawn-already');
    assert.deepEqual(await versionsOf(CODE), ['1000 withdrawn', '1 in force']);
    assert.equal((await page(CODE)).body, before);
    const { body } = await ask<ProcedureResponse>('GET', `/api/procedure-editor/procedures/${CODE}`);
    assert.deepEqual(body.publications.map(({ act, reason, differences }) => [act, reason, differences]), [['withdrawn', 'Nhầm tên giấy tờ', 0], ['published', 'Quyết định 12/QĐ-UBND', 4]]);
  });

  test('a version planned for a later day waits for it, and no earlier one slips in before', async () => {
    const id = await begin(CODE, 1);
    const { content } = await draftOf(id);
    await save(id, 1, { ...content, results: [{ vi: 'Giấy khai sinh và bản sao', en: 'The birth certificate and copies' }] });
    const later = addDays(today(), 30);
    assert.equal((await post(`drafts/${id}/publish`, { revision: 2, validFrom: later, reason: 'Từ tháng sau' })).status, 200);
    assert.deepEqual(await versionsOf(CODE), ['1001', '1000 withdrawn', '1 in force']);
    const second = await begin(CODE, 1);
    await save(second, 1, { ...content, results: [{ vi: 'Giấy khai sinh', en: 'The certificate' }] });
    assert.equal((await post(`drafts/${second}/publish`, { revision: 2, validFrom: today(), reason: 'x' })).code, 'procedure-editor.later-version');
    await post(`drafts/${second}/discard`, { revision: 2 });
  });

  test('a new procedure needs a readable code that is free, is empty at first, and is found by citizens once it is complete', async () => {
    for (const [code, refusal] of [['khai-sinh', 'code-unreadable'], [CODE, 'code-taken']] as const) assert.equal((await post('drafts', { id: randomUUID(), code, version: null })).code, `procedure-editor.${refusal}`);
    assert.equal((await post('drafts', { id: randomUUID(), code: NEW, version: 3 })).code, 'procedure-editor.unknown-procedure');
    const id = await begin(NEW, null);
    const empty = await draftOf(id);
    assert.ok(empty.examination.findings.length > 0);
    assert.equal((await ask('GET', `/can-bo/xem-thu-thu-tuc/${id}`)).status, 422);
    const words = (vi: string, en: string) => ({ vi, en });
    const content = {
      ...empty.content, name: 'Thủ tục xác nhận vay vốn cho hộ nghèo', field: 'Bảo trợ xã hội', legalBasis: ['78/2002/NĐ-CP'],
      everyday: { name: words('Xác nhận vay vốn hộ nghèo', 'Loan confirmation for poor households'), summary: words('Xã xác nhận để hộ nghèo vay vốn.', 'The commune confirms so that a poor household can borrow.'), synonyms: ['giấy vay vốn hộ nghèo'], lifeEvent: 'support' },
      timeLimit: { unit: 'working-day', value: 2, note: null, basis: 'Quyết định 5/QĐ-UBND' }, fee: { known: true, lines: [], note: null },
      papers: [{ id: 'request', name: words('Đơn đề nghị', 'Request'), officialName: 'Đơn đề nghị', help: words('Viết tại quầy.', 'Written at the counter.'), handling: 'form', copies: 1, onlyWhen: null, anyOf: null }],
      steps: [{ key: 'receive', role: 'reception', hours: 1, label: words('Tiếp nhận', 'Receive') }, { key: 'approve', role: 'leader', hours: 8, label: words('Duyệt', 'Approve') }, { key: 'hand-over', role: 'reception', hours: 1, label: words('Trả', 'Hand over') }],
      results: [words('Giấy xác nhận', 'Confirmation')],
    };
    const tooLong = await save(id, 1, { ...content, steps: content.steps.map((step) => ({ ...step, hours: 40 })) });
    assert.ok(tooLong.body.examination.findings.some(({ rule, level }) => rule === 'steps-too-long' && level === 'stop'));
    const saved = await save(id, 2, content);
    assert.deepEqual(saved.body.examination.findings.filter(({ level }) => level === 'stop'), []);
    assert.equal((await page(NEW)).statusCode, 404);
    assert.equal((await post(`drafts/${id}/publish`, { revision: 3, validFrom: today(), reason: 'Quyết định 5/QĐ-UBND' })).status, 200);
    assert.equal((await page(NEW)).statusCode, 200);
    const found = await program.server.inject({ method: 'GET', url: `/tim?q=${encodeURIComponent('giay vay von ho ngheo')}`, headers: { host: 'xa.test' } });
    assert.ok(found.body.includes(NEW));
  });

  test('packs go out and come back as drafts; what has a draft keeps it, what has no code is named', async () => {
    const out = await ask<{ readonly packs: readonly Content[] }>('GET', `/api/procedure-editor/export?code=${NEW}`);
    assert.equal(out.body.packs.length, 1);
    assert.equal((await ask<{ readonly packs: readonly unknown[] }>('GET', '/api/procedure-editor/export')).body.packs.length > 300, true);
    assert.equal((await ask('GET', '/api/procedure-editor/export?code=7.777777')).code, 'procedure-editor.unknown-procedure');
    const other = { ...out.body.packs[0], code: '9.000002' };
    const packs = [out.body.packs[0], other, other, { name: 'không mã' }];
    const done = await post<ImportResponse>('import', { packs });
    assert.deepEqual(done.body.items.map(({ code, outcome }) => [code, outcome]), [[NEW, 'draft'], ['9.000002', 'draft'], ['9.000002', 'draft-open-already'], ['', 'unreadable']]);
    assert.equal((await post('import', { packs: [] })).status, 422);
  });

  test('where several communes share the procedures no administrator of one changes them, unless named for all of them', async () => {
    const other = await createCommune(program.database.db, { commune: { code: '16078' } });
    assert.equal((await post('drafts', { id: randomUUID(), code: CODE, version: 1 }, other.staff.administrator.actor)).code, 'procedure-editor.not-yours');
    const { body } = await ask<ProceduresResponse>('GET', '/api/procedure-editor/procedures');
    assert.equal(body.mayEdit, false);
    const draftId = body.items.find((item) => item.draftId !== null)?.draftId ?? '';
    assert.equal((await ask('GET', `/api/procedure-editor/drafts/${draftId}`)).status, 200);
    // What another commune drafts is as if it did not exist, whatever is asked of it.
    for (const path of [draftId, randomUUID()]) {
      assert.equal((await ask('GET', `/api/procedure-editor/drafts/${path}`, undefined, other.staff.administrator.actor)).code, 'procedure-editor.unknown-draft');
      for (const act of ['discard', 'publish', 'save']) {
        assert.equal((await post(`drafts/${path}/${act}`, { revision: 1, validFrom: today(), reason: 'x', content: {} }, other.staff.administrator.actor)).status >= 400, true);
      }
    }

    // Whoever was named speaks for all: the draft of the other commune is open to that person, and what is published holds everywhere.
    const { userName, actor } = other.staff.administrator;
    const named = await nameAtMachine(program.database.owner.db, { userName, reason: 'Quyết định 1', commandId: randomUUID(), id: randomUUID(), now: program.clock.now(), validFrom: today(), validTo: addDays(today(), 30) });
    assert.ok(named.ok);
    const weak: StaffActor = { ...actor, assurance: { level: 'password', provenAt: program.clock.now().getTime(), secondFactor: 'waived' } };
    assert.equal((await post('drafts', { id: randomUUID(), code: CODE, version: 1 }, weak)).code, 'access.second-factor-first');
    const sure: StaffActor = { ...actor, assurance: { level: 'second-factor', provenAt: program.clock.now().getTime(), secondFactor: 'enrolled' } };
    const { body: all } = await ask<ProceduresResponse>('GET', '/api/procedure-editor/procedures', undefined, sure);
    const ofNew = all.items.find((item) => item.code === NEW)?.draftId ?? '';
    assert.equal((await post('drafts', { id: randomUUID(), code: NEW, version: 1000 }, sure)).code, 'procedure-editor.draft-exists');
    const theirs = await ask<DraftResponse>('GET', `/api/procedure-editor/drafts/${ofNew}`, undefined, sure);
    assert.deepEqual([theirs.status, theirs.body.communes], [200, 2], theirs.text);
    const discarded = await post(`drafts/${ofNew}/discard`, { revision: theirs.body.revision }, sure);
    assert.equal(discarded.status, 200, discarded.text);
    const id = randomUUID();
    assert.equal((await post('drafts', { id, code: NEW, version: 1000 }, sure)).status, 200);
    const { body: draft } = await ask<DraftResponse>('GET', `/api/procedure-editor/drafts/${id}`, undefined, sure);
    await ask('POST', `/api/procedure-editor/drafts/${id}/save`, { commandId: randomUUID(), revision: 1, content: { ...draft.content, results: [{ vi: 'Giấy xác nhận của tỉnh', en: 'The confirmation of the province' }] } }, sure);
    const published = await post(`drafts/${id}/publish`, { revision: 2, validFrom: today(), reason: 'Quyết định của tỉnh' }, sure);
    assert.equal(published.status, 200, published.text);
    assert.ok((await page(NEW)).body.includes('Giấy xác nhận của tỉnh'));
    const seen = await ask<ProcedureResponse>('GET', `/api/procedure-editor/procedures/${NEW}`);
    assert.deepEqual([seen.body.mayEdit, seen.body.deciders.map(({ communeName }) => communeName), seen.body.publications[0]?.reason], [false, ['Xã Hoa Lộc'], 'Quyết định của tỉnh']);
  });
});
