import { Type } from 'typebox';
import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { momentWords } from '../../../kernel/date-words.ts';
import { ok, type Problem, refuse, type Result } from '../../../kernel/result.ts';
import { type Answer, defineRoute, redirect, type Route, showing } from '../../../platform/http/route.ts';
import { translator } from '../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { answerSecret, type Declaration, SECRET_HEADERS } from '../../dossiers/index.ts';
import { type Answers } from '../domain/answers.ts';
import { applicantOf } from '../domain/applicant-of.ts';
import { type FormJudgement } from '../domain/compile-form.ts';
import { type FormDefinition } from '../domain/form-definition.ts';
import { findAnswers, hashAnswers, insertAnswers } from '../store/form-answers.ts';
import { loadDraftForUpdate, markDraftSent } from '../store/form-drafts.ts';
import { answerLines } from '../ui/answer-words.ts';
import { faultSentence } from '../ui/fault-sentence.ts';
import { AnswersPage } from '../ui/public/answers-page.tsx';
import { FORM_PAGE_WORDS } from '../ui/public/messages.ts';
import { type ReviewGroup, type ReviewHelp, ReviewPage } from '../ui/public/review-page.tsx';
import { carriedLines, isPage } from './answer-group.tsx';
import { applicantInput } from './applicant-input.ts';
import { type DraftContent, type DraftId, type FormPagesDeps, type HelpState, type PageInput } from './deps.ts';
import { withDraft } from './draft-routes.tsx';
import { FORM_PATHS } from './form-paths.ts';
import { mustLookAtGiven, withGiven } from './given-view.ts';
import { placeName } from './look-up-places.ts';
import { judgeDraft, type OpenDraft, papersOf } from './open-draft.tsx';
import { wholeForm } from './whole-form.ts';

const TokenParams = Type.Object({ token: Type.String() });
const PER_MINUTE = 30;

/** Reading everything again, the papers, sending, and reading it once it was sent. */
export function reviewRoutes(deps: FormPagesDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/to-khai/:token/xem-lai', policy: anyoneOrKiosk, summary: 'Xem lại tờ khai / Read the declaration again', tag: 'forms', kind: 'page', schema: { params: TokenParams },
      handle: (input) => withDraft(deps, input, input.params.token, (open) => answerReview(deps, input, open, {})),
    }),
    defineRoute({
      method: 'GET', url: '/to-khai/:token/giay-to', policy: anyoneOrKiosk, summary: 'Giấy tờ kèm theo / Papers of the declaration', tag: 'forms', kind: 'page', schema: { params: TokenParams },
      handle: (input) => withDraft(deps, input, input.params.token, async (open) => {
        const opened = await deps.papers.open(papersOf(open, input.context.now), input.context.now);
        return redirect(opened.ok ? opened.value.path : FORM_PATHS.review(open.token), SECRET_HEADERS);
      }),
    }),
    defineRoute({
      method: 'POST', url: '/to-khai/:token/gui', policy: anyoneOrKiosk, summary: 'Gửi tờ khai cho xã / Send the declaration', tag: 'forms', kind: 'page', perMinute: PER_MINUTE,
      schema: { params: TokenParams, body: Type.Object({ ban: Type.Optional(Type.String()) }) },
      handle: (input) => withDraft(deps, input, input.params.token, (open) => send(deps, input, open, input.body.ban ?? '')),
    }),
    defineRoute({
      method: 'GET', url: '/h/:token/to-khai', policy: anyoneOrKiosk, summary: 'Những điều đã khai / What was declared', tag: 'forms', kind: 'page', schema: { params: TokenParams },
      shows: { action: 'citizen.answers-viewed' },
      handle: async (input) => {
        const opened = await deps.openedDossier(input, input.params.token);
        return 'answer' in opened ? opened.answer : answerAnswers(deps, input, input.params.token, opened.dossier.communeCode, opened.dossier.id);
      },
    }),
  ];
}

interface ReviewState {
  readonly trouble?: string;
}

async function answerReview(deps: FormPagesDeps, input: PageInput, open: OpenDraft, state: ReviewState, status = 200): Promise<Answer> {
  const { context } = input;
  const { locale, now } = context;
  const judgement = judgeDraft(open, open.draft.answers, now);
  const { definition } = open.form;
  const hrefOf = (field: string): string | undefined => {
    const group = definition.groups.find(({ fields }) => fields.some(({ id }) => field === id || field.startsWith(`${id}.`)));
    return group && `${FORM_PATHS.group(open.token, group.id, true)}#o-${field.replace(/[^\w-]+/gu, '-')}`;
  };
  const sentence = (fault: FormJudgement['faults'][number]) => faultSentence(definition, fault, locale);
  const help = await deps.help.stateOf(await draftContent(deps, open, judgement), context);
  const page = renderPublicPage(
    { context, office: await deps.office(), title: FORM_PAGE_WORDS[locale]['review-title'], path: FORM_PATHS.review(open.token), indexed: false },
    <ReviewPage
      locale={locale}
      groups={withGiven(open, reviewGroups(definition, judgement, open.draft.answers, locale, hrefOf), locale)}
      faults={judgement.faults.map((fault) => ({ message: sentence(fault), href: hrefOf(fault.field) }))}
      warnings={judgement.warnings.map((fault) => ({ message: sentence(fault), href: hrefOf(fault.field) ?? '' }))}
      trouble={state.trouble}
      carriedLeft={carriedLines(open, locale)}
      papers={await deps.papers.view(papersOf(open, now), locale, now)}
      help={reviewHelp(deps, open.token, help, locale)}
      sendTo={FORM_PATHS.send(open.token)}
      print={context.display.kiosk === true ? undefined : FORM_PATHS.print(open.token)}
      later={FORM_PATHS.later(open.token)}
      differences={(await deps.companions?.differences(idOf(open), context)) ?? []}
      whole={await deps.companions?.of(idOf(open), locale)}
      hidden={{ ban: String(open.draft.version) }}
    />,
  );
  return answerSecret(input, page, status);
}

function idOf({ draft }: Pick<OpenDraft, 'draft'>): DraftId {
  return { communeCode: draft.commune_code, draftId: draft.id };
}

/** Exactly what would be sent of a draft as it is answered now. */
export async function draftContent(deps: Pick<FormPagesDeps, 'papers'>, open: OpenDraft, judgement: FormJudgement): Promise<DraftContent> {
  const { fullName, citizenNumber, phone } = applicantOf(open.form.definition, judgement.answers);
  return {
    communeCode: open.draft.commune_code, dossierId: open.draft.dossier_id, procedureCode: open.draft.procedure_code,
    answersHash: hashAnswers(judgement.answers), papers: await deps.papers.fingerprint({ communeCode: open.draft.commune_code, dossierId: open.draft.dossier_id }), person: { fullName, citizenNumber, phone },
  };
}

/** What tells papers that are ready from any others, as `fingerprint` tells them while they wait. */
function sentFingerprint({ bundle }: Pick<Declaration, 'bundle'>): string {
  return bundle === undefined || bundle.papers.length === 0 ? '' : bundle.fingerprint;
}

/** What the review says about help. */
function reviewHelp(deps: Pick<FormPagesDeps, 'help' | 'sayProblem'>, token: string, state: HelpState, locale: Locale): ReviewHelp {
  const who = deps.help.paths.who(token);
  if (state.kind === 'self') return { who, line: undefined, agree: undefined, consent: undefined, stops: undefined, mayAsk: false };
  const stops = state.fault ?? (state.lacks?.code === 'assisted.consent-missing' ? undefined : state.lacks);
  return { who, line: state.line, agree: deps.help.paths.agree(token), consent: state.lacks === undefined ? state.consent?.line : undefined, stops: stops === undefined ? undefined : deps.sayProblem(stops, locale).sentence, mayAsk: state.fault === undefined };
}

/** The lines of every asked question and of what was taken over from an earlier one: what was answered in its one form, or as it was typed where it cannot be read. */
export function reviewGroups(definition: FormDefinition, judgement: FormJudgement, raw: Answers, locale: Locale, hrefOf: (field: string) => string | undefined): readonly ReviewGroup[] {
  const told = ({ id, kind }: FormDefinition['groups'][number]['fields'][number]) => kind !== 'paper' && (judgement.answers[id] !== undefined || (kind !== 'computed' && judgement.fields.has(id)));
  return definition.groups.filter((group) => isPage(group) && group.fields.some(told)).map((group) => ({
    id: group.id,
    title: group.title[locale],
    lines: group.fields.filter(told).map((field) => {
      const fault = judgement.faults.find((one) => one.field === field.id || one.field.startsWith(`${field.id}.`));
      return {
        field: field.id,
        label: field.label[locale],
        answer: answerLines(field, judgement.answers[field.id] ?? raw[field.id], locale, placeName),
        href: field.kind === 'computed' || !judgement.fields.has(field.id) ? undefined : hrefOf(field.id),
        fault: fault === undefined ? undefined : faultSentence(definition, fault, locale),
      };
    }),
  }));
}

/** Sends the declaration, once: the dossier, its answers and its papers are made in one transaction, and the draft is emptied. */
async function send(deps: FormPagesDeps, input: PageInput, open: OpenDraft, drawnAt: string): Promise<Answer> {
  const { context } = input;
  const { locale, now } = context;
  const t = translator(FORM_PAGE_WORDS, locale);
  const again = (state: ReviewState, status: number) => answerReview(deps, input, open, state, status);
  const refused = (problem: Problem) => {
    const { sentence, status } = deps.sayProblem(problem, locale);
    return again({ trouble: sentence }, status);
  };
  const judgement = judgeDraft(open, open.draft.answers, now);
  const content = await draftContent(deps, open, judgement);
  const help = await deps.help.stateOf(content, context);
  // An officer's account never files: it may only help a person who has agreed, and then the person is who files.
  if (context.actor.kind === 'staff' && (help.kind === 'self' || help.staffId !== context.actor.staffId)) return again({ trouble: t('fault-officer') }, 422);
  if (mustLookAtGiven(open.draft, judgement)) return redirect(FORM_PATHS.given(open.token), SECRET_HEADERS);
  if (judgement.faults.length > 0) return again({}, 422);
  // What is sent is what was read: another browser may have changed it since this page was drawn.
  if (drawnAt !== '' && drawnAt !== String(open.draft.version)) return again({ trouble: t('review-changed') }, 409);
  const papers = await deps.papers.ready(papersOf(open, now), now);
  if (!papers.ok) return refused(papers.problem);
  if (help.kind === 'helped') {
    const stops = help.fault ?? help.lacks;
    if (stops !== undefined) return refused(stops);
    // A paper came or went between the two looks at them.
    if (sentFingerprint(papers.value) !== content.papers) return again({ trouble: t('review-changed') }, 409);
  }

  const { definition } = open.form;
  const declaration: Declaration = {
    commandId: open.draft.command_id,
    dossierId: open.draft.dossier_id,
    communeCode: open.draft.commune_code,
    procedureCode: open.draft.procedure_code,
    applicant: { ...applicantInput(definition, judgement.answers), villageId: null },
    content: '',
    assistance: help.kind === 'self' ? { by: null, consent: null, account: null } : { by: help.name, consent: help.consent?.way ?? null, account: 'none' },
    // What an officer helps with across the table is no filing from home.
    ...(help.kind === 'helped' && help.by === 'officer' ? { channel: 'counter' as const } : {}),
    ...papers.value,
    answersHash: hashAnswers(judgement.answers),
  };
  const outcome = await deps.declare(declaration, context.actor.kind === 'staff' ? { ...context, actor: { kind: 'anonymous' } } : context, async (tx): Promise<Result<unknown>> => {
    const locked = await loadDraftForUpdate(tx, open.draft);
    if (locked?.version !== open.draft.version || locked.sent_at !== null) return refuse('form.draft-changed');
    await insertAnswers(tx, { communeCode: locked.commune_code, dossierId: locked.dossier_id }, {
      formCode: definition.code, formVersion: definition.version, answers: judgement.answers, filledBy: help.kind === 'self' ? 'citizen' : 'helper', agreedAt: now,
    });
    const taken = await deps.help.take(tx, content, help, now);
    if (!taken.ok) return taken;
    await markDraftSent(tx, locked, now);
    await deps.companions?.sent(tx, { ...idOf(open), dossierId: locked.dossier_id }, now);
    return ok(undefined);
  });
  const own = `/h/${deps.links.token('dossier', open.draft.dossier_id)}`;
  // What is declared together goes on at its list; a machine in the hall shows the way to the counter first.
  const whole = context.display.kiosk === true ? undefined : await deps.companions?.of(idOf(open), locale);
  if (outcome.ok) return redirect(whole === undefined ? `${own}?moi=1` : `${whole.href}?gui=${open.draft.dossier_id}`, SECRET_HEADERS);
  const { code } = outcome.problem;
  // The same draft was sent a moment ago from another window.
  if (code === 'command.reused-id') return redirect(own, SECRET_HEADERS);
  if (code === 'form.draft-changed') return redirect(FORM_PATHS.draft(open.token), SECRET_HEADERS);
  if (code.startsWith('assisted.')) return refused(outcome.problem);
  const said = deps.sayProblem(outcome.problem, locale);
  return again({ trouble: t('fault-applicant', { sentence: said.sentence }) }, said.status);
}

/** What was declared, for its citizen, behind the four digits. */
export async function answerAnswers(deps: FormPagesDeps, input: PageInput, token: string, communeCode: string, dossierId: string): Promise<Answer> {
  const { context } = input;
  const { locale } = context;
  const t = translator(FORM_PAGE_WORDS, locale);
  const given = await findAnswers(deps.db, communeCode, dossierId);
  const form = given === undefined ? undefined : deps.forms.version(given.formCode, given.formVersion);
  const page = renderPublicPage(
    { context, office: await deps.office(), title: t('answers-title'), path: `/h/${token}/to-khai`, indexed: false },
    given === undefined || form === undefined
      ? <AnswersPage locale={locale} words={t('answers-none')} help={[]} groups={[]} print={undefined} back={`/h/${token}`} />
      : <AnswersPage
          locale={locale}
          words={t('answers-words', { time: momentWords(given.agreedAt.getTime(), locale), title: form.definition.title[locale], version: form.definition.version })}
          help={await deps.help.told({ communeCode, dossierId }, locale)}
          groups={answeredGroups(wholeForm(form).definition, given.answers, locale)}
          print={context.display.kiosk === true ? undefined : `/h/${token}/to-khai/in`}
          back={`/h/${token}`}
        />,
  );
  return showing(await answerSecret(input, page), { object: `dossier:${dossierId}`, part: 'answers', communeCode });
}

/** The groups and questions that were answered. */
function answeredGroups(definition: FormDefinition, answers: Answers, locale: Locale): readonly ReviewGroup[] {
  return definition.groups.flatMap((group) => {
    const lines = group.fields.filter(({ id }) => answers[id] !== undefined).map((field) => ({ field: field.id, label: field.label[locale], answer: answerLines(field, answers[field.id], locale, placeName), href: undefined, fault: undefined }));
    return lines.length === 0 ? [] : [{ id: group.id, title: group.title[locale], lines }];
  });
}
