import { type Catalogue } from '../../../platform/i18n/catalogue.ts';
import { PORTAL_WORDS_EN } from './messages-en.ts';
import { PORTAL_WORDS_VI, type PortalWord } from './messages-vi.ts';

/** The words of the home page, the display choices and the page against scams. */
export const PORTAL_WORDS: Catalogue<PortalWord> = { vi: PORTAL_WORDS_VI, en: PORTAL_WORDS_EN };
