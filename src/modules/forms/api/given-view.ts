import { type Locale } from '../../../platform/i18n/locale.ts';
import { givenStanding } from '../domain/carry-facts.ts';
import { type FormJudgement } from '../domain/compile-form.ts';
import { type QuestionGroup } from '../domain/form-definition.ts';
import { type FormDraft } from '../store/form-drafts.ts';
import { answerLines } from '../ui/answer-words.ts';
import { faultSentence, labelOf } from '../ui/fault-sentence.ts';
import { givenWords } from '../ui/given-words.ts';
import { type ReviewGroup } from '../ui/public/review-page.tsx';
import { placeName } from './look-up-places.ts';
import { type OpenDraft } from './open-draft.tsx';

/** Whether there is anything told before that its person has not looked at. */
export function mustLookAtGiven({ given }: Pick<FormDraft, 'given'>, judgement: FormJudgement): boolean {
  return given !== null && !given.seen && (given.left.length > 0 || Object.keys(given.fields).some((field) => judgement.fields.has(field)));
}

/** Whether a group asks nothing but what was told before and looked at: whoever goes on need not stop there. */
export function isAllGiven({ given, answers }: Pick<FormDraft, 'given' | 'answers'>, group: QuestionGroup, judgement: FormJudgement): boolean {
  if (given?.seen !== true) return false;
  const asked = group.fields.filter(({ id, kind }) => judgement.fields.has(id) && kind !== 'computed' && kind !== 'paper');
  return asked.every(({ id }) => {
    const fact = given.fields[id];
    return fact !== undefined && givenStanding(fact, answers[id]) === 'same' && !judgement.faults.some(({ field }) => field === id || field.startsWith(`${id}.`));
  });
}

/** Lines of a review with where each answer comes from. */
export function withGiven({ draft, form }: Pick<OpenDraft, 'draft' | 'form'>, groups: readonly ReviewGroup[], locale: Locale): readonly ReviewGroup[] {
  if (draft.given === null) return groups;
  const fields = new Map(form.definition.groups.flatMap((group) => group.fields.map((field) => [field.id, field] as const)));
  return groups.map((group) => ({
    ...group,
    lines: group.lines.map((line) => {
      const field = fields.get(line.field);
      return field === undefined ? line : { ...line, given: givenWords(draft.given, field, draft.answers[line.field], locale, placeName) };
    }),
  }));
}

/** What was known but does not answer the question of this form: what it was, and why. */
export function leftLines({ draft, form }: Pick<OpenDraft, 'draft' | 'form'>, locale: Locale): readonly string[] {
  const fields = new Map(form.definition.groups.flatMap((group) => group.fields.map((field) => [field.id, field] as const)));
  return (draft.given?.left ?? []).map(({ field, answer, why, facts }) => {
    const asked = fields.get(field);
    const said = asked === undefined ? '' : answerLines(asked, answer, locale, placeName).join('; ');
    return `${labelOf(form.definition, field, locale)}: ${said}. ${faultSentence(form.definition, { field, why, ...(facts === undefined ? {} : { facts }) }, locale)}`;
  });
}
