import { Type } from 'typebox';
import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { type Problem } from '../../../kernel/result.ts';
import { isUuid } from '../../../kernel/uuid.ts';
import { type Answer, bytes, defineRoute, problemAnswer, redirect, type Route, type RouteInput, type RouteSchema, showing } from '../../../platform/http/route.ts';
import { FILE_POLICY } from '../../../platform/http/standing-headers.ts';
import { type FieldFault } from '../../../platform/http/validation-words.ts';
import { UPLOADS_SCRIPT, UPLOADS_SCRIPT_NAME } from '../../../web/public/uploads-script/uploads-script.ts';
import { PAGE_ACTIONS, type PageAction } from '../domain/arrange-pages.ts';
import { listPages } from '../store/pages.ts';
import { UPLOAD_WORDS } from '../ui/public/messages.ts';
import { answerBundle, answerGone, answerSlot, SECRET_HEADERS } from './answer-pages.tsx';
import { findByLink } from './bundle-by-link.ts';
import { type BundleState, type SlotState, stateOf } from './bundle-state.ts';
import { changePage, dropTransfer } from './change-page.ts';
import { type UploadsDeps } from './deps.ts';
import { drawPage } from './draw-page.ts';
import { keepPage } from './keep-page.ts';
import { MAX_SENT_BYTES, readSentFiles } from './read-sent-files.ts';
import { sayProblem } from './say-problem.ts';

type PageInput = Pick<RouteInput<RouteSchema>, 'request' | 'context'>;

const TokenParams = Type.Object({ token: Type.String() });
const SlotParams = Type.Object({ token: Type.String(), slot: Type.String() });

/** Papers by phone: the list, one paper a page, its pictures, and what is done with its pages. All of it works without a script. */
export function uploadPageRoutes(deps: UploadsDeps): readonly Route[] {
  const open = async (input: PageInput, token: string): Promise<BundleState | undefined> => {
    const bundle = await findByLink(deps, token);
    return bundle === undefined ? undefined : stateOf(deps, bundle, input.context.now);
  };

  /** Finds the bundle and the paper of an address and goes on with them; otherwise the page that says why not. */
  const withSlot = async (input: PageInput, { token, slot }: { readonly token: string; readonly slot: string }, goOn: (state: BundleState, slot: SlotState) => Promise<Answer>): Promise<Answer> => {
    const state = await open(input, token);
    if (state === undefined) return answerGone(deps, input, { code: 'uploads.not-found' });
    if (state.phase === 'taken') return redirect(state.path, SECRET_HEADERS);
    if (state.phase === 'expired') return answerGone(deps, input, { code: 'uploads.expired' }, state.returnPath);
    const found = state.slots.find(({ id }) => id === slot);
    return found === undefined ? answerGone(deps, input, { code: 'uploads.paper-unknown' }, state.path) : goOn(state, found);
  };

  /** The page of the paper as it is now, with what went wrong. */
  const answerFaults = async (input: PageInput, token: string, slotId: string, faults: readonly FieldFault[], status: number): Promise<Answer> =>
    withSlot(input, { token, slot: slotId }, (state, slot) => answerSlot(deps, input, state, slot, faults, status));

  return [
    defineRoute({
      method: 'GET', url: '/giay-to/:token', policy: anyoneOrKiosk, summary: 'Giấy tờ cần gửi / The papers to be sent', tag: 'uploads', kind: 'page', schema: { params: TokenParams },
      shows: { action: 'citizen.upload-viewed' },
      handle: async (input) => {
        const state = await open(input, input.params.token);
        if (state === undefined) return answerGone(deps, input, { code: 'uploads.not-found' });
        return state.phase === 'expired' ? answerGone(deps, input, { code: 'uploads.expired' }, state.returnPath) : answerBundle(deps, input, state);
      },
    }),
    defineRoute({
      method: 'GET', url: '/giay-to/:token/:slot', policy: anyoneOrKiosk, summary: 'Một giấy tờ / One paper', tag: 'uploads', kind: 'page', schema: { params: SlotParams },
      shows: { action: 'citizen.upload-viewed' },
      handle: (input) => withSlot(input, input.params, (state, slot) => answerSlot(deps, input, state, slot)),
    }),
    defineRoute({
      method: 'POST', url: '/giay-to/:token/:slot', policy: anyoneOrKiosk, summary: 'Tải tệp lên / Upload files', tag: 'uploads', kind: 'page', bodyLimit: MAX_SENT_BYTES, perMinute: 60, schema: { params: SlotParams },
      shows: { action: 'citizen.upload-viewed' },
      handle: (input) => withSlot(input, input.params, async (state, slot) => {
        const { request, context } = input;
        const key = { commune_code: state.communeCode, id: state.id };
        const sent = await readSentFiles(request, (content, fileName) => keepPage(deps, key, { id: deps.newId(), slotId: slot.id, fileName, bytes: content }, context.now));
        if (!sent.ok) return problemAnswer(sent.problem);
        const problems: readonly Problem[] = sent.value.refused.length === 0 && sent.value.kept === 0 && sent.value.complete ? [{ code: 'file.none' }] : sent.value.refused;
        if (problems.length === 0 && sent.value.complete) return redirect(`${state.path}/${slot.id}`, SECRET_HEADERS);
        const said = problems.map((problem) => sayProblem(problem, context.locale));
        const faults = said.length === 0 ? [] : [{ field: 'tep', code: problems[0]?.code ?? '', message: said.map(({ sentence }) => sentence).join(' ') }];
        const broken = sent.value.complete ? [] : [{ field: '', code: 'uploads.broken-off', message: UPLOAD_WORDS[context.locale]['broken-off'] }];
        return answerFaults(input, input.params.token, slot.id, [...broken, ...faults], said[0]?.status ?? 422);
      }),
    }),
    defineRoute({
      method: 'POST', url: '/giay-to/:token/:slot/trang', policy: anyoneOrKiosk, summary: 'Xoay, xếp, bỏ một trang / Turn, order or remove a page', tag: 'uploads', kind: 'page', perMinute: 120,
      schema: { params: SlotParams, body: Type.Object({ 'viec': Type.Optional(Type.String()), 'trang': Type.Optional(Type.String()), 'do-dang': Type.Optional(Type.String()) }) },
      shows: { action: 'citizen.upload-viewed' },
      handle: (input) => withSlot(input, input.params, async (state, slot) => {
        const { body, context } = input;
        const key = { commune_code: state.communeCode, id: state.id };
        const unfinished = body['do-dang'] ?? '';
        const pageId = body.trang ?? '';
        const action = PAGE_ACTIONS.find((one) => one === body.viec);
        const done = isUuid(unfinished) ? await dropTransfer(deps, key, unfinished, context.now) : await changeOrRefuse(key, slot.id, pageId, action, context.now);
        if (done.ok) return redirect(`${state.path}/${slot.id}${action === 'remove' || pageId === '' ? '' : `#tep-${pageId}`}`, SECRET_HEADERS);
        const { status, sentence } = sayProblem(done.problem, context.locale);
        return answerFaults(input, input.params.token, slot.id, [{ field: '', code: done.problem.code, message: sentence }], status);
      }),
    }),
    defineRoute({
      method: 'GET', url: '/giay-to/:token/anh/:pageId', policy: anyoneOrKiosk, summary: 'Ảnh của một trang / The picture of a page', tag: 'uploads', kind: 'page',
      schema: { params: Type.Object({ token: Type.String(), pageId: Type.String() }), query: Type.Object({ co: Type.Optional(Type.String()) }) },
      shows: { action: 'citizen.upload-viewed' },
      handle: async (input) => {
        const bundle = await findByLink(deps, input.params.token);
        const page = bundle === undefined ? undefined : (await listPages(deps.db, bundle)).find(({ id }) => id === input.params.pageId);
        if (bundle === undefined || page === undefined) return problemAnswer({ code: 'uploads.page-unknown' });
        const drawn = await drawPage(deps, page, input.query.co === 'lon' ? 'large' : 'small');
        if (!drawn.ok) return problemAnswer(drawn.problem);
        const answer = bytes(drawn.value, 'image/jpeg', { ...FILE_POLICY, ...SECRET_HEADERS, 'cache-control': 'private, no-store' });
        return showing(answer, { object: `upload-bundle:${bundle.id}`, part: `page:${page.id}`, communeCode: bundle.commune_code });
      },
    }),
    defineRoute({
      method: 'GET', url: '/giay-to/tai-len/:file', policy: anyoneOrKiosk, summary: 'The script that sends files in pieces', tag: 'uploads', kind: 'page',
      schema: { params: Type.Object({ file: Type.String() }) },
      handle: ({ params }) => params.file !== UPLOADS_SCRIPT_NAME ? problemAnswer({ code: 'request.not-found' }) : bytes(Buffer.from(UPLOADS_SCRIPT), 'text/javascript; charset=utf-8', { 'cache-control': 'public, max-age=31536000, immutable' }),
    }),
  ];

  function changeOrRefuse(key: Parameters<typeof changePage>[1], slotId: string, pageId: string, action: PageAction | undefined, now: Date): ReturnType<typeof changePage> {
    if (action === undefined || !isUuid(pageId)) return Promise.resolve({ ok: false, problem: { code: 'uploads.page-unknown' } });
    return changePage(deps, key, slotId, pageId, action, now);
  }
}
