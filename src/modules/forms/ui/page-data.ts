import { type Locale } from '../../../platform/i18n/locale.ts';
import { type Answers } from '../domain/answers.ts';
import { type FormDefinition } from '../domain/form-definition.ts';

/** What the script of a page of questions is given beside the page. */
export interface PageData {
  /** The group of the page, after one with the fields of other groups of which its rules speak. */
  readonly definition: FormDefinition;
  readonly group: string;
  /** What was answered to the fields of other groups. */
  readonly answers: Answers;
  readonly today: string;
  readonly locale: Locale;
  /** Where it is saved while it is typed. */
  readonly save: string;
}
