import { encodeQR } from 'qr';
import { Type } from 'typebox';
import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { dateWords } from '../../../kernel/date-words.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { narrowToCommune } from '../../../platform/db/commune-scope.ts';
import { type Answer, defineRoute, problemAnswer, redirect, type Route } from '../../../platform/http/route.ts';
import { type FieldFault } from '../../../platform/http/validation-words.ts';
import { translator } from '../../../platform/i18n/catalogue.ts';
import { DeletePage, LaterPage } from '../../../web/public/kept-for-later/kept-for-later.tsx';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { PUBLIC_PATHS } from '../../../web/public/public-paths.ts';
import { answerSecret, SECRET_HEADERS } from '../../dossiers/index.ts';
import { guessSecret } from '../../identity/index.ts';
import { draftPhase } from '../domain/draft-phase.ts';
import { openingDigits, readResumeCode } from '../domain/resume-code.ts';
import { deleteDraft, findDraftByCode, type FormDraft, keepOpeningDigits } from '../store/form-drafts.ts';
import { ResumePage, StartPage } from '../ui/public/draft-pages.tsx';
import { FORM_PAGE_WORDS } from '../ui/public/messages.ts';
import { askedGroups, isPage } from './answer-group.tsx';
import { type FormPagesDeps, type PageInput } from './deps.ts';
import { FORM_PATHS, generalPath } from './form-paths.ts';
import { FORM_SCRIPT_PATH } from './form-script.ts';
import { mustLookAtGiven } from './given-view.ts';
import { answerEnd, draftToken, judgeDraft, openDraft, type OpenDraft, papersOf } from './open-draft.tsx';
import { codeDigest, makeStartIds, readStartId, resumeCode, startDraft } from './start-draft.ts';
import { wholeForm } from './whole-form.ts';

const TokenParams = Type.Object({ token: Type.String() });
const CodeParams = Type.Object({ code: Type.String() });
const PER_MINUTE = 30;

/** Beginning a declaration, leaving it, opening it again elsewhere, deleting it. */
export function draftRoutes(deps: FormPagesDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/to-khai/bat-dau/:code', policy: anyoneOrKiosk, summary: 'Trước khi khai / Before declaring', tag: 'forms', kind: 'page', schema: { params: CodeParams },
      handle: async (input) => {
        const setting = await findStart(deps, input.params.code, input.context.now);
        if (setting === undefined) return redirect(generalPath(input.params.code));
        const { context } = input;
        const { definition } = setting.form;
        const page = renderPublicPage(
          {
            context, office: await deps.office(), title: definition.title[context.locale], path: FORM_PATHS.start(input.params.code),
            breadcrumb: [{ label: setting.procedure.name[context.locale] ?? setting.procedure.name.vi, href: PUBLIC_PATHS.procedure(input.params.code) }], indexed: false,
          },
          <StartPage
            script={FORM_SCRIPT_PATH}
            locale={context.locale}
            title={definition.title[context.locale]}
            official={[definition.official.title, definition.official.basis ?? ''].filter((part) => part !== '').join(' – ')}
            parts={definition.groups.filter(isPage).map(({ title }) => title[context.locale])}
            least={definition.groups.filter((group) => isPage(group) && group.when === undefined).length}
            action={FORM_PATHS.start(input.params.code)}
            hidden={{ ...makeStartIds(deps) }}
            resume={FORM_PATHS.resume}
            general={generalPath(input.params.code)}
            empty={context.display.kiosk === true ? undefined : FORM_PATHS.empty(input.params.code)}
          />,
        );
        return answerSecret(input, page);
      },
    }),
    defineRoute({
      method: 'POST', url: '/to-khai/bat-dau/:code', policy: anyoneOrKiosk, summary: 'Bắt đầu khai / Begin to declare', tag: 'forms', kind: 'page', perMinute: PER_MINUTE,
      schema: { params: CodeParams, body: Type.Object({ ban: Type.Optional(Type.String()), dau: Type.Optional(Type.String()), ai: Type.Optional(Type.String()) }) },
      handle: async (input) => {
        const { code } = input.params;
        const setting = await findStart(deps, code, input.context.now);
        if (setting === undefined) return redirect(generalPath(code));
        const id = readStartId(deps, { ban: input.body.ban ?? '', dau: input.body.dau ?? '' });
        const token = await startDraft(deps, { communeCode: setting.communeCode, procedureCode: code, form: setting.form, id }, input.context);
        return redirect(input.body.ai === 'giup' ? deps.help.paths.who(token) : FORM_PATHS.draft(token), SECRET_HEADERS);
      },
    }),
    defineRoute({
      method: 'GET', url: '/to-khai/tiep-tuc', policy: anyoneOrKiosk, summary: 'Mở lại bản khai bằng mã / Open a draft by its code', tag: 'forms', kind: 'page', schema: {},
      handle: (input) => answerResume(deps, input, '', []),
    }),
    defineRoute({
      method: 'POST', url: '/to-khai/tiep-tuc', policy: anyoneOrKiosk, summary: 'Mở lại bản khai bằng mã và 4 số / Open a draft by its code and four digits', tag: 'forms', kind: 'page', perMinute: PER_MINUTE,
      schema: { body: Type.Object({ ma: Type.Optional(Type.String()), bonSo: Type.Optional(Type.String()) }) },
      handle: (input) => takeResume(deps, input, input.body.ma ?? '', input.body.bonSo ?? ''),
    }),
    defineRoute({
      method: 'GET', url: '/to-khai/:token', policy: anyoneOrKiosk, summary: 'Khai tiếp / Go on declaring', tag: 'forms', kind: 'page', schema: { params: TokenParams },
      handle: (input) => withDraft(deps, input, input.params.token, (open) => redirect(herePath(open, input.context.now), SECRET_HEADERS)),
    }),
    defineRoute({
      method: 'GET', url: '/to-khai/:token/de-sau', policy: anyoneOrKiosk, summary: 'Khai tiếp sau / Go on later', tag: 'forms', kind: 'page',
      schema: { params: TokenParams, query: Type.Object({ giu: Type.Optional(Type.String()) }) },
      handle: (input) => withDraft(deps, input, input.params.token, (open) => answerLater(deps, input, open, [], input.query.giu === '1')),
    }),
    defineRoute({
      method: 'POST', url: '/to-khai/:token/de-sau', policy: anyoneOrKiosk, summary: 'Chọn bốn số để mở lại / Choose four digits', tag: 'forms', kind: 'page', perMinute: PER_MINUTE,
      schema: { params: TokenParams, body: Type.Object({ bonSo: Type.Optional(Type.String()) }) },
      handle: (input) => withDraft(deps, input, input.params.token, async (open) => {
        const digits = readDigits(input.body.bonSo ?? '');
        if (digits === undefined) return answerLater(deps, input, open, [{ field: 'bonSo', code: 'form.digits-missing', message: FORM_PAGE_WORDS[input.context.locale]['resume-digits-missing'] }], false, 422);
        await keepOpeningDigits(deps.db, open.draft, digits);
        return redirect(`${FORM_PATHS.later(open.token)}?giu=1`, SECRET_HEADERS);
      }),
    }),
    defineRoute({
      method: 'GET', url: '/to-khai/:token/xoa', policy: anyoneOrKiosk, summary: 'Xóa bản khai? / Delete the draft?', tag: 'forms', kind: 'page', schema: { params: TokenParams },
      handle: (input) => withDraft(deps, input, input.params.token, async (open) => {
        const { context } = input;
        const page = renderPublicPage(
          { context, office: await deps.office(), title: FORM_PAGE_WORDS[context.locale]['delete-title'], path: FORM_PATHS.deletion(open.token), indexed: false },
          <DeletePage say={translator(FORM_PAGE_WORDS, context.locale)} locale={context.locale} action={FORM_PATHS.deletion(open.token)} goOn={FORM_PATHS.draft(open.token)} />,
        );
        return answerSecret(input, page);
      }),
    }),
    defineRoute({
      method: 'POST', url: '/to-khai/:token/xoa', policy: anyoneOrKiosk, summary: 'Xóa bản khai / Delete the draft', tag: 'forms', kind: 'page', perMinute: PER_MINUTE, schema: { params: TokenParams },
      handle: (input) => withDraft(deps, input, input.params.token, async (open) => {
        const t = translator(FORM_PAGE_WORDS, input.context.locale);
        const whole = await deps.companions?.of({ communeCode: open.draft.commune_code, draftId: open.draft.id }, input.context.locale);
        await deps.papers.drop(papersOf(open, input.context.now), input.context.now);
        await deleteDraft(deps.db, open.draft);
        return answerEnd(deps, input, 200, t('deleted-title'), t('deleted-words'), whole === undefined ? [{ label: t('home'), href: PUBLIC_PATHS.home }, { label: t('start-again'), href: FORM_PATHS.start(open.draft.procedure_code) }] : [whole, { label: t('home'), href: PUBLIC_PATHS.home }]);
      }),
    }),
  ];
}

/** Goes on with an open draft, or answers the page that says why there is none. */
export async function withDraft(deps: FormPagesDeps, input: PageInput, token: string, go: (open: OpenDraft) => Answer | Promise<Answer>): Promise<Answer> {
  const found = await openDraft(deps, input, token);
  return 'answer' in found ? found.answer : go(found.open);
}

/** Where the person is: what was told before and not looked at yet, the first part after the one that was saved last which still lacks something, else the review. */
function herePath(open: OpenDraft, now: Date): string {
  const judgement = judgeDraft(open, open.draft.answers, now);
  if (mustLookAtGiven(open.draft, judgement)) return FORM_PATHS.given(open.token);
  const groups = askedGroups(open, judgement);
  const incomplete = groups.find((group) => group.fields.some(({ id }) => judgement.faults.some(({ field }) => field === id || field.startsWith(`${id}.`))));
  return incomplete === undefined ? FORM_PATHS.review(open.token) : FORM_PATHS.group(open.token, incomplete.id);
}

/** The commune and the form of today behind the code of a procedure; undefined before set-up. */
export async function findStart(deps: FormPagesDeps, code: string, now: Date) {
  const commune = await deps.homeCommune();
  if (commune === undefined) return undefined;
  narrowToCommune(commune.code);
  const form = deps.forms.formOf(code, dateAt(now.getTime()));
  const procedure = form === undefined ? undefined : await deps.procedureInForce(commune.code, code, now.getTime());
  return form === undefined || procedure === undefined ? undefined : { communeCode: commune.code, procedure, form: wholeForm(form) };
}

function readDigits(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replace(/\s/gu, '');
  return /^\d{4}$/u.test(digits) ? digits : undefined;
}

async function answerResume(deps: FormPagesDeps, input: PageInput, code: string, faults: readonly FieldFault[], status = 200): Promise<Answer> {
  const { context } = input;
  const office = await deps.office();
  if (office === undefined) return problemAnswer({ code: 'request.not-found' });
  const page = renderPublicPage(
    { context, office, title: FORM_PAGE_WORDS[context.locale]['resume-title'], path: FORM_PATHS.resume, indexed: false },
    <ResumePage locale={context.locale} action={FORM_PATHS.resume} code={code.slice(0, 20)} faults={faults} />,
  );
  return answerSecret(input, page, status);
}

/** Opens a draft, or the list of what is declared together, by its code and four digits; wrong tries are slowed per code and per address like those at other public codes. */
async function takeResume(deps: FormPagesDeps, input: PageInput, typed: string, typedDigits: string): Promise<Answer> {
  const { locale, now, address } = input.context;
  const t = translator(FORM_PAGE_WORDS, locale);
  const [code, digits] = [readResumeCode(typed), readDigits(typedDigits)];
  const faults: FieldFault[] = [];
  if (code === undefined) faults.push({ field: 'ma', code: 'form.code-missing', message: t('resume-code-missing') });
  if (digits === undefined) faults.push({ field: 'bonSo', code: 'form.digits-missing', message: t('resume-digits-missing') });
  const commune = await deps.homeCommune();
  if (code === undefined || digits === undefined || commune === undefined) return answerResume(deps, input, typed, faults, 422);
  narrowToCommune(commune.code);
  const guess = await guessSecret(deps.db, { purpose: 'tracking', secret: `form-draft ${code}`, address }, now, async () => {
    const draft = await findDraftByCode(deps.db, commune.code, codeDigest(deps, code));
    if (draft === undefined) return deps.companions?.openByCode(commune.code, code, digits, now);
    return draftPhase(draft, now) === 'open' && knowsDigits(deps, draft, digits) ? FORM_PATHS.draft(draftToken(deps, draft.id)) : undefined;
  });
  if (guess.kind === 'right') return redirect(guess.value, SECRET_HEADERS);
  const message = guess.kind === 'wrong' ? t('resume-wrong') : t('resume-wait', { minutes: guess.minutes });
  return answerResume(deps, input, typed, [{ field: 'ma', code: `form.resume-${guess.kind}`, message }], guess.kind === 'wrong' ? 422 : 429);
}

function knowsDigits(deps: FormPagesDeps, draft: FormDraft, digits: string): boolean {
  const form = deps.forms.version(draft.form_code, draft.form_version);
  const known = form === undefined ? [] : openingDigits(wholeForm(form).definition, draft.answers);
  return known.includes(digits) || draft.opening_digits === digits;
}

async function answerLater(deps: FormPagesDeps, input: PageInput, open: OpenDraft, faults: readonly FieldFault[], digitsKept: boolean, status = 200): Promise<Answer> {
  const { context } = input;
  const { locale } = context;
  const own = `${deps.publicUrl}${FORM_PATHS.draft(open.token)}`;
  const lacksDigits = open.draft.opening_digits === null && openingDigits(open.form.definition, open.draft.answers).length === 0;
  const page = renderPublicPage(
    { context, office: await deps.office(), title: FORM_PAGE_WORDS[locale]['later-title'], path: FORM_PATHS.later(open.token), indexed: false },
    <LaterPage
      locale={locale}
      say={translator(FORM_PAGE_WORDS, locale)}
      code={resumeCode(deps, open.draft.id)}
      address={`${deps.publicUrl}${FORM_PATHS.resume}`.replace(/^https?:\/\//u, '')}
      until={dateWords(dateAt(open.draft.expires_at.getTime()), locale)}
      qr={encodeQR(own, 'raw')}
      chooseDigits={lacksDigits ? FORM_PATHS.later(open.token) : undefined}
      digitsKept={digitsKept}
      faults={faults}
      goOn={FORM_PATHS.draft(open.token)}
      deletion={FORM_PATHS.deletion(open.token)}
    />,
  );
  return answerSecret(input, page, status);
}
