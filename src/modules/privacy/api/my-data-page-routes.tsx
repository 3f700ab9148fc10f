import { Type } from 'typebox';
import { anyone } from '../../../kernel/actor.ts';
import { momentWords, plainDateWords } from '../../../kernel/date-words.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { isUuid } from '../../../kernel/uuid.ts';
import { type Answer, bytes, defineRoute, problemAnswer, redirect, type Route, type RouteInput, type RouteSchema } from '../../../platform/http/route.ts';
import { type FieldFault } from '../../../platform/http/validation-words.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { answerSecret, SECRET_HEADERS } from '../../dossiers/index.ts';
import { DATA_REQUEST_KINDS } from '../domain/data-request.ts';
import { isConsented, purposesOn } from '../domain/consent.ts';
import { listStanding } from '../store/consents.ts';
import { type DataRequestRow, findDataRequest, listRequestsOf } from '../store/data-requests.ts';
import { MY_DATA_WORDS } from '../ui/public/my-data-messages.ts';
import { MyDataPage, type MyDataPageProps, type MyRequest } from '../ui/public/my-data-page.tsx';
import { sayConsent } from './consents.ts';
import { copyOfData } from './copy-of-data.ts';
import { copyUntil, outcomeOf } from './data-request-view.ts';
import { receiveDataRequest, withdrawDataRequest } from './data-requests.ts';
import { type About, type OpenedDossier, type PrivacyDeps } from './deps.ts';
import { consentPurposes } from './privacy-data.ts';

type PageInput = Pick<RouteInput<RouteSchema>, 'request' | 'context'>;
const TokenParams = Type.Object({ token: Type.String() });
const tag = 'privacy';

function aboutOf({ communeCode, personId }: OpenedDossier): About | undefined {
  return personId === null ? undefined : { communeCode, personId };
}

function requestView(deps: PrivacyDeps, row: DataRequestRow, { context }: PageInput): MyRequest {
  const { locale, now } = context;
  const open = row.state === 'received' || row.state === 'in-progress';
  const until = copyUntil(row, now);
  return {
    id: row.id, code: row.code, kind: row.kind, state: row.state, words: row.words, receivedWords: momentWords(row.received_at.getTime(), locale), dueWords: momentWords(row.due_at.getTime(), locale),
    late: open && row.due_at < now, answer: row.answer, legalBasis: row.legal_basis,
    stays: (outcomeOf(row)?.stays ?? []).map(({ what, basis, until: day }) => ({ what, basis, untilWords: day === null ? null : plainDateWords(day, locale) })),
    copyUntilWords: until === null ? null : momentWords(until.getTime(), locale), mayTakeBack: open, commandId: deps.newId(),
  };
}

async function knownOf(deps: PrivacyDeps, about: About, input: PageInput): Promise<NonNullable<MyDataPageProps['known']>> {
  const { locale, now } = input.context;
  const [rows, standing] = await Promise.all([listRequestsOf(deps.db, about.communeCode, about.personId), listStanding(deps.db, about, now)]);
  const day = dateAt(now.getTime());
  return {
    requests: rows.map((row) => requestView(deps, row, input)),
    consents: purposesOn(consentPurposes(), day).map(({ purpose, name, words, basis }) => ({
      purpose, name: name[locale], words: words[locale], basis, given: isConsented(consentPurposes(), standing, purpose, day), commandId: deps.newId(),
    })),
  };
}

async function answerPage(deps: PrivacyDeps, input: PageInput, token: string, dossier: OpenedDossier, typed: Pick<MyDataPageProps, 'commandId' | 'kind' | 'words' | 'faults'>, status = 200): Promise<Answer> {
  const { context } = input;
  const path = `/h/${token}/du-lieu`;
  const about = aboutOf(dossier);
  const office = await deps.office();
  const page = renderPublicPage(
    { context, office, title: MY_DATA_WORDS[context.locale].title, path, indexed: false },
    <MyDataPage locale={context.locale} path={path} back={`/h/${token}`} hotline={office?.hotline ?? ''} known={about === undefined ? null : await knownOf(deps, about, input)} {...typed} />,
  );
  return answerSecret(input, page, status);
}

/** What citizens see and ask about their own data, by the link of the slip and four digits, without an account. */
export function myDataPageRoutes(deps: PrivacyDeps): readonly Route[] {
  const commandOf = (given: string | undefined): string => (given !== undefined && isUuid(given) ? given : deps.newId());
  const here = (token: string): Answer => redirect(`/h/${token}/du-lieu`, SECRET_HEADERS);
  return [
    defineRoute({
      method: 'GET', url: '/h/:token/du-lieu', policy: anyone, summary: 'Dữ liệu cá nhân của người nộp / The applicant’s own data', tag, kind: 'page', schema: { params: TokenParams },
      handle: async (input) => {
        const opened = await deps.openedDossier(input, input.params.token);
        if ('answer' in opened) return opened.answer;
        return answerPage(deps, input, input.params.token, opened.dossier, { commandId: deps.newId(), kind: '', words: '', faults: [] });
      },
    }),
    defineRoute({
      method: 'POST', url: '/h/:token/du-lieu', policy: anyone, summary: 'Gửi yêu cầu về dữ liệu / Ask about one’s data', tag, kind: 'page', perMinute: 10,
      schema: { params: TokenParams, body: Type.Object({ commandId: Type.Optional(Type.String()), viec: Type.Optional(Type.String()), noiDung: Type.Optional(Type.String()) }) },
      handle: async (input) => {
        const { params: { token }, body, context } = input;
        const opened = await deps.openedDossier(input, token);
        if ('answer' in opened) return opened.answer;
        const about = aboutOf(opened.dossier);
        if (about === undefined) return here(token);
        const words = (body.noiDung ?? '').trim().slice(0, 2000);
        const kind = DATA_REQUEST_KINDS.find((one) => one === body.viec);
        const t = MY_DATA_WORDS[context.locale];
        const faults: FieldFault[] = [
          ...(kind === undefined ? [{ field: 'viec', code: 'privacy.words-missing', message: t['kind-missing'] }] : []),
          ...(words === '' ? [{ field: 'noiDung', code: 'privacy.words-missing', message: t['words-missing'] }] : []),
        ];
        const commandId = commandOf(body.commandId);
        if (kind === undefined || faults.length > 0) return answerPage(deps, input, token, opened.dossier, { commandId, kind: kind ?? '', words, faults }, 422);
        const done = await receiveDataRequest(deps, { commandId, requestId: commandId, kind, words }, { ...about, dossierId: opened.dossier.id, channel: 'tracking', actor: context.actor }, context);
        // Sent twice it is one request; the page says how it stands.
        return done.ok || done.problem.code === 'command.reused-id' ? here(token) : problemAnswer(done.problem);
      },
    }),
    defineRoute({
      method: 'POST', url: '/h/:token/du-lieu/rut', policy: anyone, summary: 'Rút yêu cầu về dữ liệu / Take a request back', tag, kind: 'page', perMinute: 10,
      schema: { params: TokenParams, body: Type.Object({ commandId: Type.Optional(Type.String()), yeuCau: Type.Optional(Type.String()) }) },
      handle: async (input) => {
        const { params: { token }, body, context } = input;
        const opened = await deps.openedDossier(input, token);
        if ('answer' in opened) return opened.answer;
        const about = aboutOf(opened.dossier);
        if (about === undefined || body.yeuCau === undefined || !isUuid(body.yeuCau)) return here(token);
        await withdrawDataRequest(deps, { commandId: commandOf(body.commandId), requestId: body.yeuCau }, about, context);
        return here(token);
      },
    }),
    defineRoute({
      method: 'POST', url: '/h/:token/du-lieu/dong-y', policy: anyone, summary: 'Đồng ý hoặc rút lại / Consent, or take it back', tag, kind: 'page', perMinute: 30,
      schema: { params: TokenParams, body: Type.Object({ commandId: Type.Optional(Type.String()), mucDich: Type.Optional(Type.String()), noi: Type.Optional(Type.String()) }) },
      handle: async (input) => {
        const { params: { token }, body, context } = input;
        const opened = await deps.openedDossier(input, token);
        if ('answer' in opened) return opened.answer;
        const about = aboutOf(opened.dossier);
        // Consent is said in so many words: anything but yes is no.
        if (about !== undefined) await sayConsent(deps, about, { commandId: commandOf(body.commandId), purpose: body.mucDich ?? '', act: body.noi === 'co' ? 'given' : 'withdrawn', channel: 'tracking' }, context.actor, context);
        return here(token);
      },
    }),
    ...(['pdf', 'json'] as const).map((format) => defineRoute({
      method: 'GET', url: `/h/:token/du-lieu/:requestId/ban-sao.${format}`, policy: anyone, summary: 'Bản sao dữ liệu / The copy of the data', tag, kind: 'page', perMinute: 10,
      schema: { params: Type.Object({ token: Type.String(), requestId: Type.String() }) },
      handle: async (input) => {
        const { params: { token, requestId }, context } = input;
        const opened = await deps.openedDossier(input, token);
        if ('answer' in opened) return opened.answer;
        const about = aboutOf(opened.dossier);
        const row = about === undefined || !isUuid(requestId) ? undefined : await findDataRequest(deps.db, about.communeCode, requestId);
        // Another person's request is not there.
        if (row === undefined || row.person_id !== about?.personId) return here(token);
        const copy = await copyOfData(deps, row, format, context.actor, context);
        if (!copy.ok) return problemAnswer(copy.problem);
        return bytes(copy.value.bytes, copy.value.mediaType, { 'content-disposition': `attachment; filename="${copy.value.fileName}"`, 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' });
      },
    })),
  ];
}
