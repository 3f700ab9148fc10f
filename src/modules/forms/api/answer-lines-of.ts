import { type Locale } from '../../../platform/i18n/locale.ts';
import { type Answer } from '../domain/answers.ts';
import { type CompiledForm } from '../domain/compile-form.ts';
import { answerLines } from '../ui/answer-words.ts';
import { labelOf } from '../ui/fault-sentence.ts';
import { placeName } from './look-up-places.ts';

/** A question of a form and an answer to it, as people read them. */
export function answerLinesOf({ definition }: Pick<CompiledForm, 'definition'>, field: string, answer: Answer | undefined, locale: Locale): { readonly label: string; readonly answer: string } {
  const asked = definition.groups.flatMap(({ fields }) => fields).find(({ id }) => id === field);
  return { label: labelOf(definition, field, locale), answer: asked === undefined ? '' : answerLines(asked, answer, locale, placeName).join('; ') };
}
