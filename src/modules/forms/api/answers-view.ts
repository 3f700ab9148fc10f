import { maskCitizenNumber } from '../../../kernel/citizen-number.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { maskNumbersIn, maskPhone } from '../../../kernel/mask-numbers.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type CopyAnswersResponse, type DossierAnswersResponse } from '../contract/answers-schemas.ts';
import { type Answers } from '../domain/answers.ts';
import { type CompiledForm } from '../domain/compile-form.ts';
import { mayBeCorrected } from '../domain/correct-answers.ts';
import { type FormField } from '../domain/form-definition.ts';
import { type Correction } from '../store/corrections.ts';
import { type DossierAnswers } from '../store/form-answers.ts';
import { answerLines } from '../ui/answer-words.ts';
import { placeName } from './look-up-places.ts';

/** The answers of a dossier as the office reads them: the groups and official labels of the form, every number masked, also those in running text. */
export function answersView(form: CompiledForm, given: DossierAnswers, corrections: readonly Correction[], locale: Locale, mayCopy: boolean): DossierAnswersResponse {
  const { definition } = form;
  const asked = form.judge(given.answers, { today: dateAt(given.agreedAt.getTime()), placesLookedUp: true }).fields;
  const [newest] = corrections;
  return {
    form: { code: definition.code, version: definition.version, official: definition.official.title, basis: definition.official.basis, filledBy: given.filledBy, agreedAt: given.agreedAt.toISOString() },
    groups: definition.groups.flatMap((group) => {
      const fields = group.fields.flatMap((field) => {
        const whole = answerLines(field, given.answers[field.id], locale, placeName);
        const change = corrections.flatMap(({ changes }) => changes).find((one) => one.field === field.id);
        const before = change === undefined ? null : [...maskedLines(field, answerLines(field, change.before ?? undefined, locale, placeName))];
        if (whole.length === 0 && before === null) return [];
        const answer = [...maskedLines(field, whole)];
        return [{ id: field.id, official: shortOfficial(field.official), label: field.label[locale], answer, masked: answer.join() !== whole.join(), mayMark: mayBeCorrected(field) && asked.has(field.id), before }];
      });
      return fields.length === 0 ? [] : [{ id: group.id, title: group.title[locale], fields }];
    }),
    corrected: newest === undefined ? null : { at: newest.at.toISOString(), by: newest.staffName },
    systems: [...new Set(definition.groups.flatMap(({ fields }) => fields).flatMap(({ exchange }) => Object.keys(exchange ?? {})))].sort(),
    mayCopy,
  };
}

/** Statements are paragraphs: their beginning says which one it is. */
export function shortOfficial(official: string): string {
  return official.length <= 70 ? official : `${official.slice(0, 69).trimEnd()}…`;
}

/** Lines of an answer with every number masked, also those in running text. */
export function maskedLines(field: FormField, lines: readonly string[]): readonly string[] {
  return lines.map((line) => maskedLine(field, line));
}

function maskedLine(field: FormField, line: string): string {
  if (field.kind === 'citizen-number') return maskCitizenNumber(line);
  return field.kind === 'phone' ? maskPhone(line.replace(/\s/gu, '')) : field.kind === 'date' ? line : maskNumbersIn(line);
}

/** The answers whole, by the names of another system and in the order of its form as ours follows it. A name that several questions share is filled by the first that was answered. */
export function answersForSystem(form: CompiledForm, answers: Answers, system: string): CopyAnswersResponse['fields'] {
  const named = new Map<string, CopyAnswersResponse['fields'][number]>();
  for (const field of form.definition.groups.flatMap(({ fields }) => fields)) {
    const name = field.exchange?.[system];
    const value = answerLines(field, answers[field.id], 'vi', placeName).join('; ');
    if (name !== undefined && value !== '' && !named.has(name)) named.set(name, { name, official: field.official, value });
  }
  return [...named.values()];
}
