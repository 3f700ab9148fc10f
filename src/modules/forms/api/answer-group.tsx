import { type Answer } from '../../../platform/http/route.ts';
import { type FieldFault } from '../../../platform/http/validation-words.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { PUBLIC_PATHS } from '../../../web/public/public-paths.ts';
import { answerSecret } from '../../dossiers/index.ts';
import { type Answers } from '../domain/answers.ts';
import { type FormJudgement } from '../domain/compile-form.ts';
import { type QuestionGroup } from '../domain/form-definition.ts';
import { answerLines } from '../ui/answer-words.ts';
import { labelOf } from '../ui/fault-sentence.ts';
import { givenWords } from '../ui/given-words.ts';
import { GroupPage } from '../ui/public/group-page.tsx';
import { FORM_PAGE_WORDS } from '../ui/public/messages.ts';
import { type FormPagesDeps, type PageInput } from './deps.ts';
import { cardPeople } from './fill-from-card.ts';
import { FORM_PATHS } from './form-paths.ts';
import { questionViews } from './group-view.ts';
import { CARD_SCRIPT_PATH, CODE_READER_PATH, FORM_SCRIPT_PATH } from './form-script.ts';
import { placeName } from './look-up-places.ts';
import { type OpenDraft } from './open-draft.tsx';
import { pageDataOf, scriptJson } from './page-data-of.ts';

/** What stands in a page of questions when it is drawn. */
export interface GroupState {
  /** What stands in the boxes: normally what is kept. */
  readonly raw: Answers;
  readonly judgement: FormJudgement;
  readonly faults: readonly FieldFault[];
  readonly fresh: readonly string[];
  readonly cardNews: string | undefined;
  readonly fromReview: boolean;
}

/** The groups that are asked, in the order of the form. */
export function askedGroups({ form }: Pick<OpenDraft, 'form'>, judgement: FormJudgement): readonly QuestionGroup[] {
  return form.definition.groups.filter((group) => judgement.groups.has(group.id) && isPage(group));
}

/** Papers are sent on pages of their own: a group of nothing else is no page of questions. */
export function isPage({ fields }: QuestionGroup): boolean {
  return fields.some(({ kind }) => kind !== 'paper' && kind !== 'computed');
}

/** Draws one group of questions and answers it. */
export async function answerGroup(deps: FormPagesDeps, input: PageInput, open: OpenDraft, group: QuestionGroup, state: GroupState, status = 200): Promise<Answer> {
  const { context } = input;
  const { locale } = context;
  const { definition } = open.form;
  const groups = askedGroups(open, state.judgement);
  const at = groups.findIndex(({ id }) => id === group.id);
  const { carried } = open.draft;
  const label = (field: string) => labelOf(definition, field, locale);
  const people = cardPeople(group);
  const whole = await deps.companions?.of({ communeCode: open.draft.commune_code, draftId: open.draft.id }, locale);
  const page = renderPublicPage(
    {
      context,
      office: await deps.office(),
      title: fillMessage(FORM_PAGE_WORDS[locale]['part-of'], { at: at + 1, of: groups.length, title: group.title[locale] }),
      path: FORM_PATHS.group(open.token, group.id, state.fromReview),
      breadcrumb: [...(whole === undefined ? [] : [whole]), { label: open.procedure.name[locale] ?? open.procedure.name.vi, href: PUBLIC_PATHS.procedure(open.draft.procedure_code) }],
      indexed: false,
    },
    <GroupPage
      locale={locale}
      action={FORM_PATHS.group(open.token, group.id, state.fromReview)}
      group={group}
      formTitle={definition.title[locale]}
      help={await deps.help.lineOf({ communeCode: open.draft.commune_code, dossierId: open.draft.dossier_id }, locale)}
      at={at + 1}
      of={groups.length}
      questions={questionViews(group, state.judgement, state.raw, state.faults, open.commune, context.now).map((view) => ({ ...view, given: givenWords(open.draft.given, view.field, state.raw[view.field.id], locale, placeName) }))}
      faults={state.faults}
      hidden={{ trang: deps.newId(), nen: JSON.stringify(keptOf(group, open.draft.answers)) }}
      fromReview={state.fromReview}
      isFirst={at <= 0}
      fresh={state.fresh.map(label)}
      carried={carried === null || carried.seen ? undefined : { version: definition.version, asked: carried.asked.map(label), left: carriedLines(open, locale) }}
      cards={people.map(({ prefix, name }) => ({ prefix, label: name.label[locale] }))}
      cardNews={state.cardNews}
      script={{ src: FORM_SCRIPT_PATH, cards: CARD_SCRIPT_PATH, reader: CODE_READER_PATH, data: scriptJson(pageDataOf(open, group, state.judgement, locale, context.now)) }}
    />,
  );
  return answerSecret(input, page, status);
}

/** The kept answers of a group: what a page was drawn with. */
function keptOf(group: QuestionGroup, answers: Answers): Answers {
  return Object.fromEntries(group.fields.flatMap(({ id }) => (answers[id] === undefined ? [] : [[id, answers[id]]])));
}

/** What could not be taken over into a newer version, in lines. */
export function carriedLines({ draft }: Pick<OpenDraft, 'draft'>, locale: 'vi' | 'en'): readonly string[] {
  // The question is gone from the form: its answer is shown as it was given.
  const bare = { id: 'x', kind: 'text', label: { vi: '', en: '' }, official: '' } as const;
  return (draft.carried?.left ?? []).map(({ label, answer }) => `${label}: ${answerLines(bare, answer, locale, placeName).join(', ')}`);
}
