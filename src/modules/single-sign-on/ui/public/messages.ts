import { type Catalogue } from '../../../../platform/i18n/catalogue.ts';
import { SIGN_ON_WORDS_EN } from './messages-en.ts';
import { SIGN_ON_WORDS_VI, type SignOnWord } from './messages-vi.ts';

/** The words of signing in with an electronic identity and of the citizen's own pages. */
export const SIGN_ON_WORDS: Catalogue<SignOnWord> = { vi: SIGN_ON_WORDS_VI, en: SIGN_ON_WORDS_EN };
