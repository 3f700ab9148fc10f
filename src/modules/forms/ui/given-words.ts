import { dateWords } from '../../../kernel/date-words.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type Answer } from '../domain/answers.ts';
import { type GivenNote, givenStanding } from '../domain/carry-facts.ts';
import { type FormField } from '../domain/form-definition.ts';
import { answerLines, type PlaceName } from './answer-words.ts';
import { FORM_PAGE_WORDS } from './public/messages.ts';

/** Where the answer to a question comes from, and what was said there when it was changed here; undefined when it was not told before or is empty now. */
export function givenWords(note: GivenNote | null, field: FormField, answer: Answer | undefined, locale: Locale, placeName: PlaceName): string | undefined {
  const fact = note?.fields[field.id];
  const source = fact === undefined ? undefined : note?.sources[fact.source];
  const standing = fact === undefined ? 'gone' : givenStanding(fact, answer);
  if (fact === undefined || source === undefined || standing === 'gone') return undefined;
  const words = FORM_PAGE_WORDS[locale];
  const facts = { title: source.words[locale], date: dateWords(source.day, locale), answer: answerLines(field, fact.answer, locale, placeName).join('; ') };
  if (standing === 'same') return fillMessage(words[fact.from === null ? 'given-preset' : source.kind === 'dossier' ? 'given-dossier' : 'given-from'], facts);
  return fillMessage(words[fact.from === null ? 'given-changed-preset' : source.kind === 'dossier' ? 'given-changed-dossier' : 'given-changed'], facts);
}
