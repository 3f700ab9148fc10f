import { encodeQR } from 'qr';
import { Type } from 'typebox';
import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { type Problem, type Result } from '../../../kernel/result.ts';
import { isUuid } from '../../../kernel/uuid.ts';
import { readOneFileForm } from '../../../platform/http/one-file-form.ts';
import { type Answer, defineRoute, redirect, type Route, type RouteInput, type RouteSchema } from '../../../platform/http/route.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { answerSecret, SECRET_HEADERS } from '../../dossiers/index.ts';
import { FORM_PATHS, type OpenDraft, readDraft, withDraft } from '../../forms/index.ts';
import { readCode } from '../domain/consent.ts';
import { type Helper } from '../domain/who-helps.ts';
import { LARGEST_RECORDING, readRecording } from '../domain/read-recording.ts';
import { drawStrokes, readStrokes } from '../domain/read-strokes.ts';
import { findFiling, helperOf } from '../store/filings.ts';
import { AgreePage } from '../ui/public/agree-page.tsx';
import { AGREE_SHEET } from '../ui/public/agree-sheet.ts';
import { ASSISTED_WORDS } from '../ui/public/messages.ts';
import { AGREE_HEADERS, AGREE_SCRIPT_PATH } from './agree-script.ts';
import { ASSISTED_PATHS } from './assisted-paths.ts';
import { contentHash } from './content-hash.ts';
import { type AssistedDeps } from './deps.ts';
import { helperLine } from './draft-help.ts';
import { giveConsent, giveConsentByCode, type Shown } from './give-consent.ts';
import { agreeSecret } from './name-who-helps.ts';
import { helperBrowserCookie } from './same-browser.ts';
import { sayAssisted } from './say-assisted.ts';

type PageInput = Pick<RouteInput<RouteSchema>, 'request' | 'context'>;

const TokenParams = Type.Object({ token: Type.String() });
const PER_MINUTE = 20;
/** As much as is read of a recording that is far too large, so that the browser gets its sentence. */
const MOST_READ = 120 * 1024 * 1024;
const FIELD_BYTES = 200;

/** The page on which the person reads everything in large type, on the helper's device, and the three ways to agree. */
export function agreeRoutes(deps: AssistedDeps): readonly Route[] {
  const withHelper = (input: PageInput, token: string, go: (open: OpenDraft, helper: Helper) => Promise<Answer>): Promise<Answer> =>
    withDraft(deps.forms, input, token, async (open) => {
      const row = await findFiling(deps.db, { communeCode: open.draft.commune_code, dossierId: open.draft.dossier_id });
      return row === undefined ? redirect(FORM_PATHS.review(open.token), SECRET_HEADERS) : go(open, helperOf(row));
    });
  const take = async (input: PageInput, open: OpenDraft, helper: Helper, sent: { readonly hash: string; readonly commandId: string }, agree: (shown: Shown) => Promise<Result<unknown>>): Promise<Answer> => {
    const { context } = input;
    const reading = await readDraft(deps.forms, open, context.locale, context.now);
    const refused = (problem: Problem) => answerAgree(deps, input, open, helper, problem);
    const state = await deps.forms.help.stateOf(reading.content, context);
    // The same consent twice, or from another window: it is there already.
    if (state.kind === 'helped' && state.lacks === undefined) return redirect(FORM_PATHS.review(open.token), SECRET_HEADERS);
    if (reading.faults > 0) return refused({ code: 'assisted.faults-left' });
    if (state.kind === 'helped' && state.fault !== undefined) return refused(state.fault);
    if (contentHash(reading.content, helper) !== sent.hash) return refused({ code: 'assisted.content-changed' });
    const agreed = await agree({ content: reading.content, hash: sent.hash, commandId: isUuid(sent.commandId) ? sent.commandId : deps.newId() });
    return agreed.ok ? redirect(FORM_PATHS.review(open.token), SECRET_HEADERS) : refused(agreed.problem.code === 'command.reused-id' ? { code: 'assisted.content-changed' } : agreed.problem);
  };
  const Body = { noiDung: Type.Optional(Type.String()), commandId: Type.Optional(Type.String()) };

  return [
    defineRoute({
      method: 'GET', url: '/to-khai/:token/dong-y', policy: anyoneOrKiosk, summary: 'Người khai xem lại và đồng ý / The person reads and agrees', tag: 'assisted-filing', kind: 'page', schema: { params: TokenParams },
      handle: (input) => withHelper(input, input.params.token, (open, helper) => answerAgree(deps, input, open, helper, undefined)),
    }),
    defineRoute({
      method: 'POST', url: '/to-khai/:token/dong-y/chu-ky', policy: anyoneOrKiosk, summary: 'Đồng ý bằng chữ ký / Agree with a signature', tag: 'assisted-filing', kind: 'page', perMinute: PER_MINUTE, bodyLimit: 256 * 1024,
      schema: { params: TokenParams, body: Type.Object({ ...Body, chuKy: Type.Optional(Type.String()) }) },
      handle: (input) => withHelper(input, input.params.token, (open, helper) => take(input, open, helper, sentOf(input.body), async (shown) => {
        const strokes = readStrokes(input.body.chuKy ?? '');
        if (!strokes.ok) return strokes;
        const file = { bytes: Buffer.from(drawStrokes(strokes.value)), mediaType: 'image/svg+xml', fileName: 'chu-ky.svg' };
        return giveConsent(deps, shown, { way: 'signature', file, milliseconds: null, said: null }, input.context);
      })),
    }),
    defineRoute({
      method: 'POST', url: '/to-khai/:token/dong-y/ma', policy: anyoneOrKiosk, summary: 'Đồng ý bằng mã / Agree by the code of the own phone', tag: 'assisted-filing', kind: 'page', perMinute: PER_MINUTE,
      schema: { params: TokenParams, body: Type.Object({ ...Body, ma: Type.Optional(Type.String()) }) },
      handle: (input) => withHelper(input, input.params.token, (open, helper) => take(input, open, helper, sentOf(input.body), async (shown) => {
        const code = readCode(input.body.ma ?? '');
        return code === undefined ? { ok: false, problem: { code: 'assisted.code-missing', field: 'ma' } } : giveConsentByCode(deps, shown, code, input.context);
      })),
    }),
    defineRoute({
      method: 'POST', url: '/to-khai/:token/dong-y/ghi-am', policy: anyoneOrKiosk, summary: 'Đồng ý bằng lời ghi âm / Agree in a recording', tag: 'assisted-filing', kind: 'page', perMinute: PER_MINUTE, bodyLimit: MOST_READ,
      schema: { params: TokenParams },
      handle: (input) => withHelper(input, input.params.token, async (open, helper) => {
        if (!input.request.isMultipart()) return answerAgree(deps, input, open, helper, { code: 'assisted.recording-empty', field: 'ghiAm' });
        const form = await readOneFileForm(input.request, { bytes: LARGEST_RECORDING, fields: 5, fieldBytes: FIELD_BYTES }, 'ghi-am');
        if (form.tooLarge) return answerAgree(deps, input, open, helper, { code: 'assisted.recording-too-large', facts: { megabytes: LARGEST_RECORDING / 1024 / 1024 }, field: 'ghiAm' });
        return take(input, open, helper, { hash: form.fields.get('noiDung') ?? '', commandId: form.fields.get('commandId') ?? '' }, async (shown) => {
          const bytes = form.file?.bytes ?? Buffer.alloc(0);
          const recording = readRecording(bytes);
          if (!recording.ok) return recording;
          const { mediaType, milliseconds } = recording.value;
          const said = sentenceOf(shown.content.person.fullName, open.form.definition.title[input.context.locale], helper.name, input.context.locale);
          return giveConsent(deps, shown, { way: 'recording', file: { bytes, mediaType, fileName: 'ghi-am' }, milliseconds, said }, input.context);
        });
      }),
    }),
  ];
}

function sentOf(body: { readonly noiDung?: string | undefined; readonly commandId?: string | undefined }) {
  return { hash: body.noiDung ?? '', commandId: body.commandId ?? '' };
}

function sentenceOf(name: string, title: string, helper: string, locale: 'vi' | 'en'): string {
  return fillMessage(ASSISTED_WORDS[locale]['record-sentence'], { name, title, helper });
}

async function answerAgree(deps: AssistedDeps, input: PageInput, open: OpenDraft, helper: Helper, problem: Problem | undefined): Promise<Answer> {
  const { context } = input;
  const { locale, now } = context;
  const reading = await readDraft(deps.forms, open, locale, now);
  // Nothing is agreed to that is still to be corrected.
  if (reading.faults > 0 && problem === undefined) return redirect(FORM_PATHS.review(open.token), SECRET_HEADERS);
  const said = problem === undefined ? undefined : sayAssisted(problem, locale);
  const state = await deps.forms.help.stateOf(reading.content, context);
  const { fullName } = reading.content.person;
  const address = `${deps.publicUrl}${ASSISTED_PATHS.ownPhone(agreeSecret(deps, open.draft.dossier_id))}`;
  const page = renderPublicPage(
    {
      // Turned to somebody who may not see well: the largest type whatever the helper chose.
      context: { ...context, display: { ...context.display, scale: '150' } },
      office: await deps.office(), title: ASSISTED_WORDS[locale]['agree-title-unnamed'], path: ASSISTED_PATHS.agree(open.token), indexed: false, sheet: AGREE_SHEET,
    },
    <AgreePage
      locale={locale}
      title={reading.title}
      name={fullName}
      helperLine={helperLine(helper, locale)}
      groups={reading.groups}
      papers={reading.papers.sent}
      given={state.kind === 'helped' && state.lacks === undefined ? state.consent?.line : undefined}
      outdated={state.kind === 'helped' && state.lacks?.code === 'assisted.consent-outdated' ? sayAssisted(state.lacks, locale).sentence : undefined}
      faults={problem === undefined || said === undefined ? [] : [{ field: problem.field ?? '', code: problem.code, message: said.sentence }]}
      hash={contentHash(reading.content, helper)}
      newId={deps.newId}
      paths={{ review: FORM_PATHS.review(open.token), signature: ASSISTED_PATHS.way(open.token, 'chu-ky'), code: ASSISTED_PATHS.way(open.token, 'ma'), recording: ASSISTED_PATHS.way(open.token, 'ghi-am') }}
      ownPhone={{ address, qr: encodeQR(address, 'raw') }}
      sentence={sentenceOf(fullName, reading.title, helper.name, locale)}
      script={AGREE_SCRIPT_PATH}
    />,
  );
  const answer = await answerSecret(input, page, said?.status ?? 200);
  return answer.kind === 'html' ? { ...answer, headers: { ...answer.headers, ...AGREE_HEADERS, 'set-cookie': helperBrowserCookie(deps, open.draft.dossier_id) } } : answer;
}
