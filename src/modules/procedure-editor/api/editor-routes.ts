import { onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { type Result } from '../../../kernel/result.ts';
import { type Answer, bytes, defineRoute, html, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { listVersions } from '../../procedures/index.ts';
import {
  BeginDraftRequest, CodeParams, DiscardDraftRequest, DraftDone, DraftParams, DraftResponse, ExportQuery, ImportRequest, ImportResponse, ProcedureResponse, ProceduresQuery, ProceduresResponse, PublishDraftRequest, SavedDraft,
  SaveDraftRequest, VersionDone, WithdrawVersionRequest,
} from '../contract/editor-schemas.ts';
import { beginDraft, discardDraft, publishDraft, saveDraft, withdrawPublished } from './change-draft.ts';
import { type ProcedureEditorDeps } from './deps.ts';
import { draftView, findDraftFor, proceduresView, procedureView } from './editor-views.ts';
import { examineDraft } from './examine-draft.ts';
import { importPacks, writePackFile } from './import-packs.ts';

const tag = 'procedure-editor';
const administrator = onlyRoles('administrator');
const PACK_BYTES = 1024 * 1024;
const IMPORT_BYTES = 16 * 1024 * 1024;

const answerOf = (done: Result<unknown>): Answer => (done.ok ? json(done.value) : problemAnswer(done.problem));

/** The editor of procedures: drafts, their checks and differences, the preview as a citizen, publishing, taking back, import and export. */
export function procedureEditorRoutes(deps: ProcedureEditorDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/procedure-editor/procedures', policy: administrator, summary: 'Thủ tục đang dùng và bản nháp / Procedures in force, and drafts', tag, kind: 'api',
      schema: { query: ProceduresQuery, response: ProceduresResponse },
      handle: async ({ query, context }) => json(await proceduresView(deps, query.q ?? '', staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/procedure-editor/procedures/:code', policy: administrator, summary: 'Các phiên bản của một thủ tục / The versions of a procedure', tag, kind: 'api',
      schema: { params: CodeParams, response: ProcedureResponse },
      handle: async ({ params, context }) => answerOf(await procedureView(deps, params.code, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/procedure-editor/export', policy: administrator, summary: 'Xuất gói thủ tục, có thể kèm tờ khai / Export procedures as packs, on wish with their forms', tag, kind: 'api',
      schema: { query: ExportQuery },
      handle: async ({ query, context }) => {
        const today = dateAt(context.now.getTime());
        const { communeCode } = staffOf(context.actor);
        const packs = deps.catalogue.allForStaff(communeCode, today).map(({ pack }) => pack).filter(({ code }) => query.code === undefined || code === query.code);
        if (packs.length === 0) return problemAnswer({ code: 'procedure-editor.unknown-procedure', facts: { code: query.code ?? '' } });
        const forms = query.forms === undefined ? undefined : await deps.formsOf(packs.map(({ code }) => code), today);
        const name = query.code ?? `danh-muc-${today}`;
        return bytes(Buffer.from(writePackFile(packs, forms)), 'application/json; charset=utf-8', { 'content-disposition': `attachment; filename="${name}.json"` });
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/procedure-editor/import', policy: administrator, summary: 'Nhập gói thủ tục và tờ khai kèm theo thành bản nháp / Import packs and the forms beside them as drafts', tag, kind: 'api', bodyLimit: IMPORT_BYTES,
      schema: { body: ImportRequest, response: ImportResponse },
      handle: async ({ body, context }) => answerOf(await importPacks(deps, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/procedure-editor/drafts', policy: administrator, summary: 'Tạo bản nháp / Begin a draft', tag, kind: 'api',
      schema: { body: BeginDraftRequest, response: DraftDone },
      handle: async ({ body, context }) => answerOf(await beginDraft(deps, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/procedure-editor/drafts/:id', policy: administrator, summary: 'Một bản nháp, kiểm tra và khác biệt / A draft, its checks and differences', tag, kind: 'api',
      schema: { params: DraftParams, response: DraftResponse },
      handle: async ({ params, context }) => answerOf(await draftView(deps, params.id, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/procedure-editor/drafts/:id/save', policy: administrator, summary: 'Lưu bản nháp / Save a draft', tag, kind: 'api', bodyLimit: PACK_BYTES,
      schema: { params: DraftParams, body: SaveDraftRequest, response: SavedDraft },
      handle: async ({ params, body, context }) => answerOf(await saveDraft(deps, params.id, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/procedure-editor/drafts/:id/discard', policy: administrator, summary: 'Bỏ bản nháp / Throw a draft away', tag, kind: 'api',
      schema: { params: DraftParams, body: DiscardDraftRequest, response: DraftDone },
      handle: async ({ params, body, context }) => answerOf(await discardDraft(deps, params.id, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/procedure-editor/drafts/:id/publish', policy: administrator, summary: 'Công bố từ một ngày / Publish from a day on', tag, kind: 'api',
      schema: { params: DraftParams, body: PublishDraftRequest, response: VersionDone },
      handle: async ({ params, body, context }) => answerOf(await publishDraft(deps, params.id, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/procedure-editor/versions/withdraw', policy: administrator, summary: 'Rút một phiên bản đã công bố / Take a published version back', tag, kind: 'api',
      schema: { body: WithdrawVersionRequest, response: VersionDone },
      handle: async ({ body, context }) => answerOf(await withdrawPublished(deps, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'GET', url: '/can-bo/xem-thu-thu-tuc/:id', policy: administrator, summary: 'Trang thủ tục như người dân sẽ thấy / The page of a draft as citizens will see it', tag, kind: 'page',
      schema: { params: DraftParams },
      handle: async ({ params, context }) => {
        const { communeCode } = staffOf(context.actor);
        const draft = await findDraftFor(deps, params.id, staffOf(context.actor), context);
        if (draft === undefined) return problemAnswer({ code: 'procedure-editor.unknown-draft' });
        const examined = await examineDraft(deps, draft.content as object, { communeCode, code: draft.code, today: dateAt(context.now.getTime()), versions: await listVersions(deps.db, draft.code) });
        if (examined.pack === undefined) return problemAnswer({ code: 'procedure-editor.not-sound', facts: { faults: examined.faults.length } });
        const page = await deps.renderPreview(examined.pack, context);
        // It is looked at inside the editor; nothing in it is sent anywhere.
        return html(page.body, 200, { 'cache-control': 'no-store', 'x-frame-options': 'SAMEORIGIN', 'content-security-policy': page.contentSecurityPolicy });
      },
    }),
  ];
}
