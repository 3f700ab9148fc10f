import { type Catalogue } from '../../../../platform/i18n/catalogue.ts';
import { FORM_EDITOR_WORDS_EN } from './messages-en.ts';
import { FORM_EDITOR_WORDS_VI } from './messages-vi.ts';

export type FormEditorWord = keyof typeof FORM_EDITOR_WORDS_VI;

/** Words of the editor of forms. */
export const FORM_EDITOR_WORDS: Catalogue<FormEditorWord> = { vi: FORM_EDITOR_WORDS_VI, en: FORM_EDITOR_WORDS_EN };
