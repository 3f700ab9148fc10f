import { dateAt } from '../../../kernel/local-time.ts';
import { type FieldFault } from '../../../platform/http/validation-words.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type Answers, isAddress } from '../domain/answers.ts';
import { type FormJudgement } from '../domain/compile-form.ts';
import { type FormDefinition, type FormField, type QuestionGroup } from '../domain/form-definition.ts';
import { type FormFault } from '../domain/form-fault.ts';
import { compileRule } from '../domain/rules.ts';
import { faultSentence } from '../ui/fault-sentence.ts';
import { type QuestionView } from '../ui/public/question-view.ts';
import { type HomePlace, placeHelp } from './look-up-places.ts';

/** Where a fault of a form stands in a page: the name of its box. */
export function isInGroup(group: QuestionGroup, fault: FormFault): boolean {
  return group.fields.some(({ id }) => fault.field === id || fault.field.startsWith(`${id}.`));
}

/** Faults of a form in the words of the page. */
export function faultsInWords(definition: FormDefinition, faults: readonly FormFault[], locale: Locale): readonly FieldFault[] {
  return faults.map((fault) => ({ field: fault.field, code: fault.why, message: faultSentence(definition, fault, locale) }));
}

/** The questions of a group as they are drawn: also those that are not asked yet, hidden, so that a script can ask them at once. */
export function questionViews(group: QuestionGroup, judgement: FormJudgement, raw: Answers, faults: readonly FieldFault[], home: HomePlace | undefined, now: Date): readonly QuestionView[] {
  const sentences = new Map<string, string>();
  for (const { field, message } of faults) sentences.set(field, sentences.has(field) ? `${sentences.get(field) ?? ''} ${message}` : message);
  const scope = { answers: judgement.answers, today: dateAt(now.getTime()) };
  return group.fields.map((field) => {
    const answer = field.kind === 'computed' ? judgement.answers[field.id] : raw[field.id];
    return {
      field,
      answer,
      asked: judgement.fields.has(field.id),
      required: isRequired(field, scope),
      faults: sentences,
      place: field.kind === 'address' && isAddress(answer) ? placeHelp(answer, home) : undefined,
    };
  });
}

function isRequired(field: FormField, scope: Parameters<ReturnType<typeof compileRule>>[0]): boolean {
  if (field.kind === 'consent' || field.required === false) return false;
  return field.required === undefined || field.required === true ? true : compileRule(field.required)(scope) === true;
}
