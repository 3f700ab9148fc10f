import { type Catalogue } from '../../../../platform/i18n/catalogue.ts';
import { FORM_PAGE_WORDS_EN } from './messages-en.ts';
import { FORM_PAGE_WORDS_VI } from './messages-vi.ts';

export type FormPageWord = keyof typeof FORM_PAGE_WORDS_VI;

/** The words of the pages of a declaration. */
export const FORM_PAGE_WORDS: Catalogue<FormPageWord> = { vi: FORM_PAGE_WORDS_VI, en: FORM_PAGE_WORDS_EN };
