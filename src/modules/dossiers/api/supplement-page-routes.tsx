import { Type } from 'typebox';
import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { isUuid } from '../../../kernel/uuid.ts';
import { keepFile } from '../../../platform/files/keep-upload.ts';
import { refuse } from '../../../kernel/result.ts';
import { type Answer, defineRoute, problemAnswer, redirect, type Route, type RouteInput, type RouteSchema, showing } from '../../../platform/http/route.ts';
import { type FieldFault } from '../../../platform/http/validation-words.ts';
import { translator } from '../../../platform/i18n/catalogue.ts';
import { findDossierPage } from '../store/dossier-page.ts';
import { type DossierRow } from '../store/move-dossier.ts';
import { addDraftFile, dropDraftFile, listDraftFiles } from '../store/supplement-files.ts';
import { findSupplement, listSupplements, type WholeSupplement } from '../store/supplements.ts';
import { DOSSIER_PAGE_WORDS } from '../ui/public/messages.ts';
import { SUPPLEMENT_WORDS } from '../ui/public/supplement-messages.ts';
import { answerField } from '../ui/public/supplement-view.ts';
import { answerDigits, readOpenedPage } from './answer-digits.tsx';
import { answerNothingHere } from './answer-nothing-here.tsx';
import { answerOnline, correctionPlace, type OnlineAnswer } from './answer-supplement.ts';
import { MAX_DECLARED_FILES, MAX_SENT_BYTES } from './declaration-limits.ts';
import { type DossiersDeps } from './deps.ts';
import { findByLink, SECRET_HEADERS } from './find-by-link.ts';
import { isOpened, openedCookie } from './opened-dossier.ts';
import { type DeclarationParts, readDeclarationParts } from './read-declaration-parts.ts';
import { sayProblem } from './say-problem.ts';
import { sendFile } from './send-file.ts';
import { openSupplementBundle, readySupplementBundle } from './supplement-bundle.ts';
import { answerSupplementForm } from './supplement-form.tsx';
import { openLink } from './track-dossier.ts';

type PageInput = Pick<RouteInput<RouteSchema>, 'request' | 'context'>;

const TokenParams = Type.Object({ token: Type.String() });
/** The least that a person needs to type four digits and the most a script gets. */
const PER_MINUTE = 30;

/** Where a citizen answers a request for supplements: by the link of the slip and four digits, without signing in, with or without a script. */
export function supplementPageRoutes(deps: DossiersDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/h/:token/bo-sung', policy: anyoneOrKiosk, summary: 'Bổ sung hồ sơ / Add to a dossier', tag: 'dossiers', kind: 'page', schema: { params: TokenParams },
      shows: { action: 'citizen.supplement-viewed' },
      handle: async (input) => {
        const { token } = input.params;
        const dossier = await findByLink(deps, token);
        if (dossier === undefined) return answerNothingHere(deps, input, 'link');
        const whole = await findSupplement(deps.db, dossier, ['open']);
        if (dossier.state !== 'supplement-requested' || whole === undefined || isLate(whole, input.context.now)) return redirect(`/h/${token}`, SECRET_HEADERS);
        if (!isOpened(deps, dossier, input.context)) return answerDigits(deps, input, token, 'bo-sung', []);
        return answerSupplementForm(deps, input, { token, dossier, whole }, { commandId: deps.newId(), texts: new Map(), entries: new Map(), faults: [], news: undefined, posted: false });
      },
    }),
    defineRoute({
      method: 'POST', url: '/h/:token/mo', policy: anyoneOrKiosk, summary: 'Mở bằng 4 số cuối / Open with four digits', tag: 'dossiers', kind: 'page', perMinute: PER_MINUTE,
      schema: { params: TokenParams, body: Type.Object({ bonSo: Type.Optional(Type.String()), toi: Type.Optional(Type.String()) }) },
      handle: async (input) => {
        const { token } = input.params;
        const { context } = input;
        const dossier = await findByLink(deps, token);
        if (dossier === undefined) return answerNothingHere(deps, input, 'link');
        const to = readOpenedPage(input.body.toi ?? '');
        const digits = (input.body.bonSo ?? '').normalize('NFKC').replace(/\s/g, '');
        if (!/^\d{4}$/.test(digits)) {
          return answerDigits(deps, input, token, to, [{ field: 'bonSo', code: 'tracking.digits-missing', message: DOSSIER_PAGE_WORDS[context.locale]['digits-missing'] }], 422);
        }
        const opened = await openLink(deps, dossier, digits, context);
        if (opened.ok) return redirect(`/h/${token}/${to}`, { ...SECRET_HEADERS, 'set-cookie': openedCookie(deps, token, dossier.id, context) });
        const { status, sentence } = sayProblem(opened.problem, context.locale);
        return answerDigits(deps, input, token, to, [{ field: 'bonSo', code: opened.problem.code, message: sentence }], status);
      },
    }),
    defineRoute({
      method: 'POST', url: '/h/:token/bo-sung', policy: anyoneOrKiosk, summary: 'Tải ảnh lên, xem lại, gửi / Upload, look again, send', tag: 'dossiers', kind: 'page', bodyLimit: MAX_SENT_BYTES, perMinute: PER_MINUTE,
      schema: { params: TokenParams },
      shows: { action: 'citizen.supplement-viewed' },
      handle: async (input) => {
        const { token } = input.params;
        const dossier = await findByLink(deps, token);
        if (dossier === undefined) return answerNothingHere(deps, input, 'link');
        // A page that was open too long, or another browser's: the files are chosen again after the digits.
        if (!isOpened(deps, dossier, input.context)) return redirect(`/h/${token}/bo-sung`, SECRET_HEADERS);
        const whole = await findSupplement(deps.db, dossier, ['open']);
        if (dossier.state !== 'supplement-requested' || whole === undefined) return redirect(`/h/${token}?bs=1`, SECRET_HEADERS);
        if (isLate(whole, input.context.now)) return redirect(`/h/${token}`, SECRET_HEADERS);
        const parts = await takeParts(deps, input, dossier, whole);
        return parts.ok ? takeAnswer(deps, input, { token, dossier, whole }, parts.value) : problemAnswer(parts.problem);
      },
    }),
    defineRoute({
      method: 'GET', url: '/h/:token/bo-sung/chup/:itemId', policy: anyoneOrKiosk, summary: 'Gửi ảnh từng phần / Send pictures in pieces', tag: 'dossiers', kind: 'page',
      schema: { params: Type.Object({ token: Type.String(), itemId: Type.String() }) },
      handle: async (input) => {
        const { token, itemId } = input.params;
        const dossier = await findByLink(deps, token);
        if (dossier === undefined) return answerNothingHere(deps, input, 'link');
        const whole = await findSupplement(deps.db, dossier, ['open']);
        const back = redirect(`/h/${token}/bo-sung`, SECRET_HEADERS);
        if (dossier.state !== 'supplement-requested' || whole === undefined || isLate(whole, input.context.now) || !isOpened(deps, dossier, input.context)) return back;
        const opened = await openSupplementBundle(deps, { token, dossier, whole }, input.context.now);
        return opened === undefined || !whole.items.some(({ id, answer_field }) => id === itemId && answer_field === null) ? back : redirect(`${opened}/${itemId}`, SECRET_HEADERS);
      },
    }),
    defineRoute({
      method: 'GET', url: '/h/:token/tep/:fileId', policy: anyoneOrKiosk, summary: 'Ảnh đã nộp, có chỗ cần sửa / A picture that was handed in', tag: 'dossiers', kind: 'page',
      schema: { params: Type.Object({ token: Type.String(), fileId: Type.String() }) },
      shows: { action: 'citizen.file-viewed' },
      handle: async (input) => {
        const dossier = await findByLink(deps, input.params.token);
        if (dossier === undefined || !isOpened(deps, dossier, input.context)) return problemAnswer({ code: 'dossier.not-found' });
        const page = await findDossierPage(deps.db, dossier.commune_code, dossier.id);
        // Only papers about which something was asked: the rest of the dossier is nobody's business here.
        const asked = (await listSupplements(deps.db, dossier.commune_code, dossier.id)).filter(({ request }) => request.opened_at !== null).flatMap(({ items }) => items.map((item) => item.paper_id));
        const file = page?.files.find(({ id, paper_id }) => id === input.params.fileId && asked.includes(paper_id));
        return showing(await sendFile(deps, file && { sha256: file.sha256, mediaType: file.media_type, fileName: file.file_name }), { object: `dossier:${dossier.id}`, part: `file:${input.params.fileId}`, communeCode: dossier.commune_code });
      },
    }),
    defineRoute({
      method: 'GET', url: '/h/:token/bo-sung/:itemId/:sha256', policy: anyoneOrKiosk, summary: 'Ảnh vừa tải lên / A picture just uploaded', tag: 'dossiers', kind: 'page',
      schema: { params: Type.Object({ token: Type.String(), itemId: Type.String(), sha256: Type.String() }) },
      shows: { action: 'citizen.file-viewed' },
      handle: async (input) => {
        const dossier = await findByLink(deps, input.params.token);
        if (dossier === undefined || !isOpened(deps, dossier, input.context)) return problemAnswer({ code: 'dossier.not-found' });
        const whole = await findSupplement(deps.db, dossier, ['open']);
        const drafts = whole === undefined ? [] : await listDraftFiles(deps.db, whole.request);
        return showing(await sendFile(deps, drafts.find((file) => file.itemId === input.params.itemId && file.sha256 === input.params.sha256)), { object: `dossier:${dossier.id}`, part: `file:${input.params.sha256}`, communeCode: dossier.commune_code });
      },
    }),
  ];
}

function isLate({ request }: WholeSupplement, now: Date): boolean {
  return request.answer_by !== null && request.answer_by < now;
}

/** Reads what was sent. Every good file is kept for the answer at once: what arrived before the line broke is there again. */
async function takeParts(deps: DossiersDeps, input: PageInput, dossier: DossierRow, { request, items }: WholeSupplement) {
  const { now } = input.context;
  const itemOf = (field: string) => items.find(({ id, answer_field }) => answer_field === null && answerField.files(id) === field);
  let count = (await listDraftFiles(deps.db, request)).length;
  return readDeclarationParts(
    input.request,
    (field) => itemOf(field) !== undefined,
    async (content, name, field) => {
      const item = itemOf(field);
      if (item === undefined || count >= MAX_DECLARED_FILES) return refuse('declaration.file-count', { file: name.slice(-120), files: MAX_DECLARED_FILES });
      const kept = await keepFile(deps.db, deps.files, dossier.commune_code, content, name, now);
      if (!kept.ok) return kept;
      count += 1;
      await addDraftFile(deps.db, request, { itemId: item.id, sha256: kept.value.sha256, fileName: kept.value.fileName }, now);
      return kept;
    },
  );
}

interface Place {
  readonly token: string;
  readonly dossier: DossierRow;
  readonly whole: WholeSupplement;
}

/** Uploads are shown for a second look; only then “Gửi cho xã” sends them. */
async function takeAnswer(deps: DossiersDeps, input: PageInput, place: Place, parts: DeclarationParts): Promise<Answer> {
  const { context } = input;
  const { dossier, whole, token } = place;
  const t = translator(SUPPLEMENT_WORDS, context.locale);
  for (const file of await listDraftFiles(deps.db, whole.request)) {
    if (parts.fields.has(answerField.drop(file.itemId, file.sha256))) await dropDraftFile(deps.db, whole.request, file);
  }
  const given = parts.fields.get('commandId') ?? '';
  const commandId = isUuid(given) ? given : deps.newId();
  const faults: FieldFault[] = [];
  if (!parts.complete) faults.push({ field: '', code: 'supplement.broken-off', message: t('broken-off') });
  else if (given !== commandId) faults.push({ field: '', code: 'supplement.stale', message: t('stale') });
  for (const { field, problem } of parts.refused) faults.push({ field, code: problem.code, message: sayProblem(problem, context.locale).sentence });
  const correcting = correctionPlace(dossier, whole);
  // What was typed is kept before anything is said about it, whichever button was pressed.
  const saved = correcting.fields.length === 0 || !parts.complete || !parts.fields.has('hoi') ? undefined : await deps.declared?.save(correcting, parts.texts, context);
  const state = { commandId, texts: parts.fields, entries: parts.texts, posted: true };
  const fresh = parts.files.length;
  if (faults.length > 0) return answerSupplementForm(deps, input, place, { ...state, faults, news: undefined }, 422);
  if (saved !== undefined && saved.differing.length > 0) return answerSupplementForm(deps, input, place, { ...state, faults: [], differing: saved.differing, news: undefined }, 409);
  if (saved?.fresh === true) return answerSupplementForm(deps, input, place, { ...state, faults: [], news: t('more-questions') }, 422);
  if (parts.fields.get('buoc') !== 'gui' || fresh > 0) {
    const news = parts.fields.get('buoc') === 'gui' && fresh > 0 ? t('more-came', { count: fresh }) : undefined;
    return answerSupplementForm(deps, input, place, { ...state, faults: [], news });
  }
  const answer: OnlineAnswer = {
    commandId,
    requestId: whole.request.id,
    words: (parts.fields.get('note') ?? '').slice(0, 1000),
    items: whole.items.map(({ id }) => ({ itemId: id, words: (parts.fields.get(answerField.words(id)) ?? '').slice(0, 1000) })),
    ...(saved === undefined ? {} : { corrected: saved.version }),
  };
  const ready = await readySupplementBundle(deps, place, context.now);
  if (!ready.ok) return answerSupplementForm(deps, input, place, { ...state, faults: [{ field: '', code: ready.problem.code, message: sayProblem(ready.problem, context.locale).sentence }], news: undefined }, 409);
  const sent = await answerOnline(deps, { communeCode: dossier.commune_code, id: dossier.id }, answer, ready.value, context);
  if (sent.ok) return redirect(`/h/${token}?bs=1`, SECRET_HEADERS);
  const { code } = sent.problem;
  // Answered a moment ago from another window, withdrawn or taken back: the tracking page says how things stand.
  if (code === 'supplement.not-open' || code === 'dossier.action-not-possible' || code === 'supplement.too-late' || code === 'command.reused-id') return redirect(`/h/${token}?bs=1`, SECRET_HEADERS);
  const { status, sentence } = sayProblem(sent.problem, context.locale);
  // What the form says about the answers stands at their boxes.
  if (code === 'supplement.answer-faulty') return answerSupplementForm(deps, input, place, { ...state, faults: [], news: undefined }, status);
  return answerSupplementForm(deps, input, place, { ...state, faults: [{ field: firstUnanswered(place.whole, parts, sentence), code, message: sentence }], news: undefined }, status);
}

/** The field that the summary of faults leads to: the first paper that the sentence names. */
function firstUnanswered({ items }: WholeSupplement, parts: DeclarationParts, sentence: string): string {
  const left = items.find(({ id, paper_name }) => sentence.includes(paper_name) && (parts.fields.get(answerField.words(id)) ?? '').trim() === '');
  const at = left ?? items[0];
  return at?.answer_field ?? answerField.files(at?.id ?? '');
}
