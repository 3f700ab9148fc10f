import { dateWords } from '../../../kernel/date-words.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { narrowToCommune } from '../../../platform/db/commune-scope.ts';
import { type Answer, redirect, showing } from '../../../platform/http/route.ts';
import { translator } from '../../../platform/i18n/catalogue.ts';
import { KeptEndPage } from '../../../web/public/kept-for-later/kept-for-later.tsx';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { PUBLIC_PATHS } from '../../../web/public/public-paths.ts';
import { answerSecret, type DossierCommune, type DossierProcedure, SECRET_HEADERS } from '../../dossiers/index.ts';
import { carryAnswers } from '../domain/carry-answers.ts';
import { type CompiledForm, type FormJudgement } from '../domain/compile-form.ts';
import { draftPhase } from '../domain/draft-phase.ts';
import { papersCalledFor } from '../domain/papers-called-for.ts';
import { type FormDraft, findDraftByTokenHash, loadDraftForUpdate, saveDraft } from '../store/form-drafts.ts';
import { labelOf } from '../ui/fault-sentence.ts';
import { FORM_PAGE_WORDS } from '../ui/public/messages.ts';
import { type DraftOfPapers, type FormPagesDeps, type PageInput } from './deps.ts';
import { FORM_PATHS, generalPath } from './form-paths.ts';
import { wholeForm } from './whole-form.ts';

/** Exactly what the link signer makes. */
const TOKEN = /^[A-Za-z0-9_-]{22}$/;

/** A draft that can be gone on with. */
export interface OpenDraft {
  readonly token: string;
  readonly draft: FormDraft;
  /** Of today, with the page for the contact. */
  readonly form: CompiledForm;
  readonly commune: DossierCommune;
  readonly procedure: DossierProcedure;
}

/** The secret of a draft's link; the same draft always has the same one. */
export function draftToken(deps: Pick<FormPagesDeps, 'links'>, draftId: string): string {
  return deps.links.token('form-draft', draftId);
}

/** What the form of a draft says about its answers at a moment. */
export function judgeDraft({ form }: Pick<OpenDraft, 'form'>, answers: FormDraft['answers'], now: Date): FormJudgement {
  return form.judge(answers, { today: dateAt(now.getTime()), placesLookedUp: true });
}

/**
 * The draft behind a secret link, with the form of today. Otherwise the page that says what became of it: unknown, of another commune, sent,
 * expired, or its form ended. Answers to a former version are taken over here, once.
 */
export async function openDraft(deps: FormPagesDeps, input: PageInput, token: string): Promise<{ readonly open: OpenDraft } | { readonly answer: Answer }> {
  const { now, locale } = input.context;
  const t = translator(FORM_PAGE_WORDS, locale);
  const draft = TOKEN.test(token) ? await findDraftByTokenHash(deps.db, deps.links.hash(token)) : undefined;
  const resume = { label: t('start-resume'), href: FORM_PATHS.resume };
  const home = { label: t('home'), href: PUBLIC_PATHS.home };
  if (draft === undefined) return { answer: await answerEnd(deps, input, 404, t('gone-title'), t('gone-words'), [resume, home]) };
  narrowToCommune(draft.commune_code);
  const commune = await deps.homeCommune();
  if (commune?.code !== draft.commune_code) return { answer: await answerEnd(deps, input, 404, t('other-title'), t('other-words'), [home]) };
  const phase = draftPhase(draft, now);
  if (phase === 'sent') return { answer: redirect(`/h/${deps.links.token('dossier', draft.dossier_id)}`, SECRET_HEADERS) };
  const until = dateWords(dateAt(draft.expires_at.getTime()), locale);
  const again = { label: t('start-again'), href: FORM_PATHS.start(draft.procedure_code) };
  if (phase === 'expired') {
    // What is declared together is begun anew from its list, with what the others know.
    const whole = await deps.companions?.of({ communeCode: draft.commune_code, draftId: draft.id }, locale);
    return { answer: await answerEnd(deps, input, 410, t('expired-title'), t('expired-words', { date: until }), [whole ?? again, home]) };
  }
  const today = deps.forms.formOfDraft({ procedureCode: draft.procedure_code, code: draft.form_code, version: draft.form_version }, dateAt(now.getTime()));
  const procedure = await deps.procedureInForce(commune.code, draft.procedure_code, now.getTime());
  if (today === undefined || procedure === undefined) {
    const title = deps.forms.version(draft.form_code, draft.form_version)?.definition.title[locale] ?? draft.form_code;
    return { answer: await answerEnd(deps, input, 410, t('ended-title'), t('ended-words', { title, date: until }), procedure === undefined ? [home] : [{ label: t('ended-go'), href: generalPath(draft.procedure_code) }, home]) };
  }
  const form = wholeForm(today);
  const { code, version } = form.definition;
  const carried = draft.form_code === code && draft.form_version === version ? draft : await carryDraft(deps, draft, form, now);
  // Deleted or sent by another browser a moment ago.
  if (carried === undefined) return { answer: redirect(FORM_PATHS.draft(token), SECRET_HEADERS) };
  return { open: { token, draft: carried, form, commune, procedure } };
}

/** What the papers of a draft are told about it. */
export function papersOf(open: OpenDraft, now: Date): DraftOfPapers {
  const { token, draft, procedure, form } = open;
  return {
    called: papersCalledFor(form.definition, judgeDraft(open, draft.answers, now), dateAt(now.getTime())),
    communeCode: draft.commune_code, dossierId: draft.dossier_id, procedure, returnPath: FORM_PATHS.review(token), addPath: FORM_PATHS.papers(token), expiresAt: draft.expires_at,
  };
}

/** A page that ends the way, with the ways on. */
export async function answerEnd(deps: FormPagesDeps, input: PageInput, status: number, title: string, words: string, ways: readonly { readonly label: string; readonly href: string }[]): Promise<Answer> {
  const { context } = input;
  const page = renderPublicPage({ context, office: await deps.office(), title, path: FORM_PATHS.resume, indexed: false }, <KeptEndPage title={title} words={words} ways={ways} />);
  return showing(await answerSecret(input, page, status), null);
}

/** Takes answers over into the form of today; what no longer fits is kept beside them and named. */
async function carryDraft(deps: FormPagesDeps, before: FormDraft, form: CompiledForm, now: Date): Promise<FormDraft | undefined> {
  const { definition } = form;
  const former = deps.forms.version(before.form_code, before.form_version);
  const known = new Set(definition.groups.flatMap(({ fields }) => fields.map(({ id }) => id)));
  const formerly = new Set(former === undefined ? [] : wholeForm(former).definition.groups.flatMap(({ fields }) => fields.map(({ id }) => id)));
  return deps.db.transaction().execute(async (tx) => {
    const draft = await loadDraftForUpdate(tx, before);
    if (draft === undefined || draft.sent_at !== null) return undefined;
    if (draft.form_code === definition.code && draft.form_version === definition.version) return draft;
    const carried = carryAnswers(draft.answers, form, { today: dateAt(now.getTime()), placesLookedUp: false });
    const judged = form.judge(draft.answers, { today: dateAt(now.getTime()), placesLookedUp: false });
    // A question that is only not asked now is not gone: its answer waits for it.
    const waiting = carried.left.filter(({ field }) => known.has(field) && !judged.fields.has(field));
    const answers = { ...carried.answers, ...Object.fromEntries(waiting.map(({ field, answer }) => [field, answer])) };
    const note = {
      from: draft.form_version,
      left: carried.left.filter((one) => !waiting.includes(one)).map(({ field, answer }) => ({ label: labelOf(former?.definition ?? definition, field, 'vi'), answer })),
      asked: carried.asked.filter((field) => !formerly.has(field)),
      seen: false,
    };
    const change = { answers, writers: draft.writers, at_group: null, form_code: definition.code, form_version: definition.version, carried: note, saved_at: draft.saved_at, expires_at: draft.expires_at };
    await saveDraft(tx, draft, change);
    return { ...draft, ...change, version: draft.version + 1 };
  });
}
