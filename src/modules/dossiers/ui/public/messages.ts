import { type Catalogue } from '../../../../platform/i18n/catalogue.ts';
import { DOSSIER_PAGE_WORDS_EN } from './messages-en.ts';
import { DOSSIER_PAGE_WORDS_VI, type DossierPageWord } from './messages-vi.ts';

/** The words of the declaration form, its receipt, the tracking page and the look-up. */
export const DOSSIER_PAGE_WORDS: Catalogue<DossierPageWord> = { vi: DOSSIER_PAGE_WORDS_VI, en: DOSSIER_PAGE_WORDS_EN };
