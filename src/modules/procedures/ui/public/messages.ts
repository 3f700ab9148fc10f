import { type Catalogue } from '../../../../platform/i18n/catalogue.ts';
import { PROCEDURE_WORDS_EN } from './messages-en.ts';
import { PROCEDURE_WORDS_VI, type ProcedureWord } from './messages-vi.ts';

/** The words of the public pages of procedures. */
export const PROCEDURE_WORDS: Catalogue<ProcedureWord> = { vi: PROCEDURE_WORDS_VI, en: PROCEDURE_WORDS_EN };
