import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createInstallation, type InstallationHouse } from '../../../../test/installation-house.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { addDays } from '../../../kernel/local-time.ts';
import { type FormDraftResponse, type FormResponse, type FormsResponse } from '../../form-editor/contract/form-editor-schemas.ts';
import { type FormFile } from '../../form-editor/contract/form-file.ts';
import { endAtMachine } from '../../installation-administrators/index.ts';
import { type DraftResponse, type ImportResponse } from '../contract/editor-schemas.ts';
import { type PackFile } from '../contract/pack-file.ts';

const FORM = 'marital-status-certificate';
const PROCEDURE = '1.004873';
const FRESH = '9.000021';

type Plain = Readonly<Record<string, unknown>>;
interface OutFile extends PackFile { readonly packs: readonly Plain[]; readonly forms: readonly (FormFile & { readonly form: Plain; readonly parts: { readonly lists: Plain; readonly persons: Readonly<Record<string, readonly Plain[]>> } })[] }

const sum = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');
const withSums = (form: object, more: object = {}) => ({ format: 'xaso-form', formatVersion: 1, sha256: sum(form), form, ...more });

describe('procedures go out and come back with their forms', () => {
  let house: InstallationHouse;
  let province: StaffActor;
  let out: OutFile;
  before(async () => {
    house = await createInstallation();
    await house.nameAtMachine(1);
    province = house.administrator(1);
  });
  after(() => house.program.close());

  const get = <T>(path: string, actor = province) => house.ask<T>(actor, 'GET', path);
  const post = <T>(path: string, body: object, actor = province) => house.ask<T>(actor, 'POST', path, { commandId: randomUUID(), ...body });
  const bring = (packs: readonly object[], forms: readonly unknown[], more: object = {}) => post<ImportResponse>('/api/procedure-editor/import', { packs, forms, ...more });
  const formDraft = async (id: string | null) => (await get<FormDraftResponse>(`/api/form-editor/drafts/${id ?? ''}`)).body;
  async function discardAll(): Promise<void> {
    for (const [kind, list] of [['form', 'forms'], ['procedure', 'procedures']] as const) {
      const { body } = await get<{ readonly items: readonly { readonly draftId: string | null }[] }>(`/api/${kind}-editor/${list}`);
      for (const { draftId } of body.items) {
        if (draftId === null) continue;
        const { body: draft } = await get<DraftResponse>(`/api/${kind}-editor/drafts/${draftId}`);
        assert.equal((await post(`/api/${kind}-editor/drafts/${draftId}/discard`, { revision: draft.revision })).status, 200);
      }
    }
  }

  test('the file has each procedure with its form as it is written, what the form names, and checksums', async () => {
    out = (await get<OutFile>(`/api/procedure-editor/export?code=${PROCEDURE}&forms=yes`)).body;
    const [file] = out.forms;
    assert.deepEqual([out.format, out.formatVersion, out.sha256, out.packs.length, out.forms.length], ['xaso-procedures', 1, sum(out.packs), 1, 1]);
    assert.deepEqual([file?.form['code'], file?.form['version'], file?.sha256, file?.partsSha256], [FORM, 1, sum(file?.form), sum(file?.parts)]);
    assert.ok((file?.form['groups'] as readonly { readonly fields: readonly Plain[] }[]).some(({ fields }) => fields.some(({ kind }) => kind === 'person')));
    assert.ok(Object.keys(file?.parts.persons ?? {}).includes('fullName') && !Object.hasOwn(file?.parts.lists ?? {}, 'nothing'));
    const all = (await get<OutFile>('/api/procedure-editor/export?forms=yes')).body;
    const codes = all.forms.map(({ form }) => form['code']);
    assert.ok(codes.length > 20 && new Set(codes).size === codes.length, String(codes.length));
    assert.equal(Object.hasOwn((await get<OutFile>(`/api/procedure-editor/export?code=${PROCEDURE}`)).body, 'forms'), false);
  });

  test('a form that stands here as it does there needs no draft; one that differs says both versions and becomes a draft of it', async () => {
    const [pack, file] = [out.packs[0] ?? {}, out.forms[0]];
    assert.ok(file !== undefined);
    const same = await bring([pack], [file], { formatVersion: out.formatVersion, sha256: out.sha256 });
    assert.deepEqual(same.body.forms.map(({ outcome, words }) => [outcome, words]), [['same', 'Giống hệt tờ khai đang dùng ở đây (phiên bản 1): không cần bản nháp.']], same.text);
    await discardAll();
    const newer = { ...file.form, version: 1005, source: 'Mẫu của tỉnh' };
    const brought = await bring([pack], [withSums(newer, { parts: file.parts, partsSha256: file.partsSha256 })]);
    const [form] = brought.body.forms;
    assert.deepEqual([form?.outcome, form?.words], ['draft', 'Tờ khai này đã có ở đây (phiên bản 1, trong tệp là phiên bản 1005): đã tạo bản nháp, xem mục Khác biệt rồi mới công bố.']);
    const draft = await formDraft(form?.draftId ?? null);
    assert.deepEqual([draft.basedOn, draft.content['source'], draft.content['groups']], [1, 'Mẫu của tỉnh', file.form['groups']], 'persons stay named where they mean the same');
    const again = await bring([pack], [withSums(newer)]);
    assert.deepEqual([again.body.items[0]?.outcome, again.body.forms[0]?.outcome, again.body.forms[0]?.draftId], ['draft-open-already', 'draft-open-already', form?.draftId ?? '']);
    assert.match(again.body.forms[0]?.words ?? '', /đang có một bản nháp do/u);
    await discardAll();
  });

  test('what is refused is said form by form, and the others come all the same', async () => {
    const [pack, file] = [out.packs[0] ?? {}, out.forms[0]];
    assert.ok(file !== undefined);
    const mine = { ...file.form, code: 'own-brought' };
    const done = await bring([pack], [
      { ...file, form: { ...file.form, source: 'sửa tay' } }, { ...file, parts: { lists: {}, persons: {} } }, { ...file, formatVersion: 2 }, 'không phải', withSums({ ...mine, procedures: ['1.001193', '9.000077'] }), withSums({ ...mine, procedures: [] }),
      withSums(mine, { parts: { lists: 3 } }), withSums({ ...mine, source: 'x'.repeat(300_001) }),
      withSums({ ...mine, code: 'own-good', procedures: [PROCEDURE, '9.000077'], title: { vi: 'Tốt', en: '' } }),
    ]);
    assert.deepEqual(done.body.forms.map(({ outcome, words }) => `${outcome}: ${words}`), [
      'refused: Tệp bị hỏng hoặc đã bị sửa tay: mã kiểm tra không khớp. Xuất lại từ nơi gửi.',
      'refused: Tệp bị hỏng hoặc đã bị sửa tay: mã kiểm tra không khớp. Xuất lại từ nơi gửi.',
      'refused: Tệp do chương trình mới hơn xuất ra (dạng 2, máy này đọc được dạng 1). Cập nhật chương trình rồi nhập lại.',
      'refused: Tệp này không phải tệp biểu mẫu của Xã Số. Chọn tệp đã xuất từ màn hình này.',
      'refused: Tờ khai này thuộc thủ tục khác (1.001193, 9.000077), không thuộc thủ tục nào trong tệp. Nhập riêng ở màn hình Biểu mẫu tờ khai.',
      'refused: Tờ khai này không gắn với thủ tục nào nên không nhập cùng gói. Nhập riêng ở màn hình Biểu mẫu tờ khai.',
      'refused: Tệp bị hỏng hoặc đã bị sửa tay: mã kiểm tra không khớp. Xuất lại từ nơi gửi.',
      'refused: Biểu mẫu quá dài (tối đa 300000 ký tự). Bớt câu hỏi hoặc rút gọn lời giải thích.',
      'draft: Đã tạo bản nháp tờ khai. Tờ khai còn dùng cho thủ tục 9.000077 (chưa có ở đây: 9.000077): công bố là đổi cả các thủ tục ấy.',
    ], done.text);
    assert.deepEqual(done.body.forms.at(-1)?.places, ['Tên còn thiếu lời tiếng Anh.']);
    await discardAll();
  });

  test('a file of a newer program, one that was changed by hand, and packs that are not sound are named as a whole and place by place', async () => {
    const [pack] = [out.packs[0] ?? {}];
    assert.equal((await bring([pack], [], { formatVersion: 2 })).code, 'procedure-editor.import-newer');
    const damaged = await bring([{ ...pack, name: 'Sửa tay' }], out.forms, { formatVersion: 1, sha256: out.sha256 });
    assert.equal(damaged.code, 'procedure-editor.import-damaged');
    assert.equal((await get<FormsResponse>(`/api/form-editor/forms?q=${PROCEDURE}`)).body.items.some(({ draftId }) => draftId !== null), false, 'nothing of a damaged file is kept');
    const unsound = await bring([{ ...pack, name: '', papers: 3 }, { name: 'không mã' }], []);
    assert.deepEqual(unsound.body.items.map(({ outcome }) => outcome), ['draft', 'unreadable']);
    assert.deepEqual(unsound.body.items[0]?.places.map(({ field }) => field).sort(), ['name', 'papers']);
    await discardAll();
  });

  test('persons that another program asks otherwise are written out, so that the form asks here what it asked there', async () => {
    const [pack, file] = [out.packs[0] ?? {}, out.forms[0]];
    assert.ok(file !== undefined);
    const persons = { ...file.parts.persons, fullName: (file.parts.persons['fullName'] ?? []).map((field) => ({ ...field, maxLength: 33 })) };
    const parts = { ...file.parts, persons };
    const done = await bring([pack], [withSums(file.form, { parts, partsSha256: sum(parts) })]);
    assert.equal(done.body.forms[0]?.outcome, 'draft', done.text);
    const groups = (await formDraft(done.body.forms[0].draftId)).content['groups'] as readonly { readonly fields: readonly Plain[] }[];
    const names = groups.flatMap(({ fields }) => fields).filter(({ maxLength }) => maxLength === 33);
    assert.ok(names.length > 0 && names.every(({ kind, id }) => kind === 'text' && String(id).endsWith('.fullName')));
    await discardAll();
  });

  test('a procedure and its form come as linked drafts into one province, are published once, and hold in every commune', async () => {
    const [pack, file] = [out.packs[0] ?? {}, out.forms[0]];
    assert.ok(file !== undefined);
    const form = { ...file.form, code: 'own-9-000021', procedures: [FRESH], title: { vi: 'Xác nhận của tỉnh', en: 'Province confirmation' } };
    const done = await bring([{ ...pack, code: FRESH, name: 'Thủ tục của tỉnh' }], [withSums(form, { parts: file.parts, partsSha256: file.partsSha256 })]);
    const [procedureId, formId] = [done.body.items[0]?.draftId ?? '', done.body.forms[0]?.draftId ?? ''];
    assert.deepEqual([done.body.items[0]?.places, done.body.forms[0]?.places], [[], []], done.text);
    const linked = await get<FormsResponse>(`/api/form-editor/forms?q=${FRESH}`);
    assert.deepEqual(linked.body.items.map(({ draftId, procedures }) => [draftId, procedures.map(({ code }) => code)]), [[formId, [FRESH]]]);

    // Another person of the installation, from another commune, works on the same drafts; an administrator of one commune sees none of them.
    await house.nameAtMachine(2);
    const second = house.administrator(2);
    assert.equal((await formDraft(formId)).communes, 3);
    const seen = await get<FormDraftResponse>(`/api/form-editor/drafts/${formId}`, second);
    assert.equal(seen.status, 200, seen.text);
    assert.equal((await post('/api/form-editor/drafts', { id: randomUUID(), from: { kind: 'new', procedure: FRESH, title: 'Trùng' } }, second)).code, 'form-editor.draft-exists');
    assert.equal((await get(`/api/form-editor/drafts/${formId}`, house.administrator(0))).code, 'form-editor.unknown-draft');

    const wish = { revision: 1, validFrom: house.today(), reason: 'Quyết định của tỉnh' };
    for (const path of [`/api/procedure-editor/drafts/${procedureId}/publish`, `/api/form-editor/drafts/${formId}/publish`]) {
      const published = await post(path, wish, second);
      assert.equal(published.status, 200, published.text);
    }
    for (const place of [0, 1, 2] as const) {
      const held = await get<FormResponse>(`/api/form-editor/forms/own-9-000021`, house.administrator(place));
      assert.deepEqual([held.body.versions.map(({ version, inForce }) => [version, inForce]), held.body.publications.map(({ reason }) => reason)], [[[1000, true]], ['Quyết định của tỉnh']]);
      const sent = await get<OutFile>(`/api/procedure-editor/export?code=${FRESH}&forms=yes`, house.administrator(place));
      assert.deepEqual([sent.body.packs[0]?.['name'], sent.body.forms[0]?.form['groups']], ['Thủ tục của tỉnh', form['groups' as keyof typeof form]], 'as it was written, in whichever commune');
    }
    const begun = await house.program.server.inject({ method: 'POST', url: `/to-khai/bat-dau/${FRESH}`, headers: { 'host': 'xa.test', 'content-type': 'application/x-www-form-urlencoded' }, payload: 'ban=' });
    assert.equal(begun.statusCode, 303, begun.body);
  });

  test('whose naming ends between looking at a form and publishing it publishes nothing; who still speaks for all goes on with the draft', async () => {
    const id = randomUUID();
    assert.equal((await post('/api/form-editor/drafts', { id, from: { kind: 'version', code: FORM, version: 1 } })).status, 200);
    const { content } = await formDraft(id);
    assert.equal((await post(`/api/form-editor/drafts/${id}/save`, { revision: 1, content: { ...content, source: 'Sửa trước khi hết nhiệm vụ' } })).status, 200);
    const look = () => house.program.server.inject({ method: 'GET', url: `/can-bo/xem-thu-to-khai/${id}`, headers: { ...house.program.as(province), host: 'xa.test' } });
    assert.equal((await look()).statusCode, 200);
    const ended = await endAtMachine(house.program.database.owner.db, { userName: house.communes[1].staff.administrator.userName, reason: 'Hết nhiệm vụ', commandId: randomUUID(), now: house.program.clock.now() });
    assert.ok(ended.ok, JSON.stringify(ended));
    const wish = { revision: 2, validFrom: addDays(house.today(), 1), reason: 'Muộn rồi' };
    assert.equal((await post(`/api/form-editor/drafts/${id}/publish`, wish)).code, 'form-editor.not-yours');
    assert.equal((await bring(out.packs, out.forms)).code, 'procedure-editor.not-yours');
    assert.deepEqual((await get<FormResponse>(`/api/form-editor/forms/${FORM}`)).body.versions.map(({ version }) => version), [1]);
    // It was begun in the person's own commune, so that it may still be read there, and changed by nobody but who speaks for all.
    assert.equal((await look()).statusCode, 200);
    const other = await get<FormDraftResponse>(`/api/form-editor/drafts/${id}`, house.administrator(2));
    assert.equal(other.body.revision, 2);
    assert.equal((await post(`/api/form-editor/drafts/${id}/publish`, wish, house.administrator(2))).status, 200);
  });
});
