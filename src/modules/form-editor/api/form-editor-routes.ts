import { onlyRoles, type StaffActor, staffOf } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Answer, bytes, defineRoute, html, json, problemAnswer, type RequestContext, type Route } from '../../../platform/http/route.ts';
import { type FormDefinition, listFormVersions, previewForm, printPreview, walkPreview } from '../../forms/index.ts';
import {
  BeginFormRequest, DiscardFormRequest, ExportFormQuery, FormDraftDone, FormDraftParams, FormDraftResponse, FormParams, FormResponse, FormsQuery, FormsResponse, FormVersionDone, ImportFormRequest, PreviewQuery, PublishFormRequest,
  ReturnFormRequest, SavedForm, SaveFormRequest, WithdrawFormRequest,
} from '../contract/form-editor-schemas.ts';
import { beginForm, discardForm, publishForm, returnToProgram, saveForm, withdrawForm } from './change-form.ts';
import { type FormEditorDeps } from './deps.ts';
import { examineForm, sourceOfVersion, versionInForce } from './examine-form.ts';
import { importForm, writeFormFile } from './form-file.ts';
import { findEditFor, formDraftView, formsView, formView } from './form-views.ts';

const tag = 'form-editor';
const administrator = onlyRoles('administrator');
const FORM_BYTES = 1024 * 1024;
const IMPORT_BYTES = 2 * 1024 * 1024;
const PER_MINUTE = 60;

const answerOf = (done: Result<unknown>): Answer => (done.ok ? json(done.value) : problemAnswer(done.problem));

/** The editor of forms: drafts, their checks and differences, trying a form as a citizen, the printed form, publishing, taking back, export and import. */
export function formEditorRoutes(deps: FormEditorDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/form-editor/forms', policy: administrator, summary: 'Biểu mẫu đang dùng và bản nháp / Forms in force, and drafts', tag, kind: 'api',
      schema: { query: FormsQuery, response: FormsResponse },
      handle: async ({ query, context }) => json(await formsView(deps, query.q ?? '', staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/form-editor/forms/:code', policy: administrator, summary: 'Các phiên bản của một biểu mẫu / The versions of a form', tag, kind: 'api',
      schema: { params: FormParams, response: FormResponse },
      handle: async ({ params, context }) => answerOf(await formView(deps, params.code, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/form-editor/forms/:code/export', policy: administrator, summary: 'Xuất biểu mẫu thành tệp / Export a form as a file', tag, kind: 'api',
      schema: { params: FormParams, query: ExportFormQuery },
      handle: async ({ params, query, context }) => {
        const versions = await listFormVersions(deps.db, params.code);
        const version = query.version === undefined ? versionInForce(params.code, versions, dateAt(context.now.getTime())) : versions.find((one) => one.version === query.version);
        if (version === undefined) return problemAnswer(query.version === undefined ? { code: 'form-editor.unknown-form', facts: { code: params.code } } : { code: 'form-editor.unknown-version', facts: { version: query.version } });
        return fileOf(`${params.code}-${String(version.version)}`, await sourceOfVersion(deps.db, params.code, version));
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/form-editor/import', policy: administrator, summary: 'Nhập biểu mẫu từ tệp thành bản nháp / Import a form as a draft', tag, kind: 'api', bodyLimit: IMPORT_BYTES,
      schema: { body: ImportFormRequest, response: FormDraftDone },
      handle: async ({ body, context }) => answerOf(await importForm(deps, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/form-editor/drafts', policy: administrator, summary: 'Tạo bản nháp / Begin a draft', tag, kind: 'api',
      schema: { body: BeginFormRequest, response: FormDraftDone },
      handle: async ({ body, context }) => answerOf(await beginForm(deps, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/form-editor/drafts/:id', policy: administrator, summary: 'Một bản nháp, kiểm tra và khác biệt / A draft, its checks and differences', tag, kind: 'api',
      schema: { params: FormDraftParams, response: FormDraftResponse },
      handle: async ({ params, context }) => answerOf(await formDraftView(deps, params.id, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/form-editor/drafts/:id/export', policy: administrator, summary: 'Xuất bản nháp thành tệp / Export a draft as a file', tag, kind: 'api',
      schema: { params: FormDraftParams },
      handle: async ({ params, context }) => {
        const edit = await findEditFor(deps, params.id, staffOf(context.actor), context);
        return edit === undefined ? problemAnswer({ code: 'form-editor.unknown-draft' }) : fileOf(`${edit.code}-ban-nhap`, edit.content as object);
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/form-editor/drafts/:id/save', policy: administrator, summary: 'Lưu bản nháp / Save a draft', tag, kind: 'api', bodyLimit: FORM_BYTES,
      schema: { params: FormDraftParams, body: SaveFormRequest, response: SavedForm },
      handle: async ({ params, body, context }) => answerOf(await saveForm(deps, params.id, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/form-editor/drafts/:id/discard', policy: administrator, summary: 'Bỏ bản nháp / Throw a draft away', tag, kind: 'api',
      schema: { params: FormDraftParams, body: DiscardFormRequest, response: FormDraftDone },
      handle: async ({ params, body, context }) => answerOf(await discardForm(deps, params.id, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/form-editor/drafts/:id/publish', policy: administrator, summary: 'Công bố từ một ngày / Publish from a day on', tag, kind: 'api',
      schema: { params: FormDraftParams, body: PublishFormRequest, response: FormVersionDone },
      handle: async ({ params, body, context }) => answerOf(await publishForm(deps, params.id, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/form-editor/versions/withdraw', policy: administrator, summary: 'Rút một phiên bản đã công bố / Take a published version back', tag, kind: 'api',
      schema: { body: WithdrawFormRequest, response: FormVersionDone },
      handle: async ({ body, context }) => answerOf(await withdrawForm(deps, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/form-editor/versions/return', policy: administrator, summary: 'Dùng lại biểu mẫu của chương trình / Go back to the form of the program', tag, kind: 'api',
      schema: { body: ReturnFormRequest, response: FormVersionDone },
      handle: async ({ body, context }) => answerOf(await returnToProgram(deps, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'GET', url: '/can-bo/xem-thu-to-khai/:id', policy: administrator, summary: 'Tờ khai như người dân sẽ thấy / The form of a draft as citizens will see it', tag, kind: 'page',
      schema: { params: FormDraftParams, query: PreviewQuery },
      handle: ({ params, query, context }) => withPreview(deps, params.id, context, (scope) => framed(deps, previewForm(scope, query.phan), 200)),
    }),
    defineRoute({
      method: 'POST', url: '/can-bo/xem-thu-to-khai/:id', policy: administrator, summary: 'Thử trả lời một phần, không lưu / Try to answer a part; nothing is kept', tag, kind: 'page', bodyLimit: FORM_BYTES, perMinute: PER_MINUTE,
      schema: { params: FormDraftParams, query: PreviewQuery },
      handle: ({ params, query, request, context }) => withPreview(deps, params.id, context, (scope) => {
        const { body, status } = walkPreview(scope, query.phan ?? '', { request });
        return framed(deps, body, status);
      }),
    }),
    defineRoute({
      method: 'GET', url: '/can-bo/xem-thu-to-khai/:id/in', policy: administrator, summary: 'Tờ khai in ra với câu trả lời mẫu / The printed form of a draft with sample answers', tag, kind: 'page', perMinute: PER_MINUTE,
      schema: { params: FormDraftParams },
      handle: ({ params, context }) => withPreview(deps, params.id, context, async (scope) => bytes(Buffer.from(await printPreview(scope, deps.publicUrl)), 'application/pdf', { 'cache-control': 'no-store', 'content-disposition': 'inline; filename="to-khai-thu.pdf"' })),
    }),
  ];
}

function fileOf(name: string, form: object): Answer {
  return bytes(Buffer.from(writeFormFile(form)), 'application/json; charset=utf-8', { 'content-disposition': `attachment; filename="${name}.json"`, 'cache-control': 'no-store' });
}

/** It is looked at inside the editor; what is typed goes nowhere but into the next page. */
function framed(deps: FormEditorDeps, body: string, status: number): Answer {
  return html(body, status, { 'cache-control': 'no-store', 'x-frame-options': 'SAMEORIGIN', 'content-security-policy': deps.framedPolicy });
}

type PreviewScope = Parameters<typeof previewForm>[0];

async function withPreview(deps: FormEditorDeps, id: string, context: RequestContext, go: (scope: PreviewScope) => Answer | Promise<Answer>): Promise<Answer> {
  const actor = staffOf(context.actor);
  const [found, office] = [await soundDraft(deps, id, actor, context), await deps.office()];
  if (!found.ok) return problemAnswer(found.problem);
  if (office === undefined) return problemAnswer({ code: 'form-editor.unknown-draft' });
  const path = `/can-bo/xem-thu-to-khai/${id}`;
  return go({ definition: found.value, office, context, path });
}

async function soundDraft(deps: FormEditorDeps, id: string, actor: StaffActor, context: RequestContext): Promise<Result<FormDefinition>> {
  const edit = await findEditFor(deps, id, actor, context);
  if (edit === undefined) return refuse('form-editor.unknown-draft');
  const { draft, faults } = await examineForm(deps, deps.db, edit.content as object, { communeCode: actor.communeCode, code: edit.code, today: dateAt(context.now.getTime()), versions: await listFormVersions(deps.db, edit.code) }, context);
  return draft === undefined ? refuse('form-editor.not-sound', { faults: faults.length }) : ok(draft);
}
