import { type Locale } from '../../../../platform/i18n/locale.ts';
import { type ReceivedFile } from '../../../../web/public/received-files/received-files.tsx';

/** Words with the language they are in: papers that only have their official Vietnamese text keep it on English pages. */
export interface SaidWords {
  readonly text: string;
  readonly lang: 'vi' | 'en';
}

/** One paper, as the pages show it. */
export interface SlotView {
  readonly id: string;
  readonly name: SaidWords;
  readonly help: SaidWords | null;
  readonly onlyWhen: SaidWords | null;
  readonly required: boolean;
  /** Not called for; it may be sent all the same. */
  readonly other: boolean;
  readonly address: string;
  readonly files: readonly ReceivedFile[];
  readonly arriving: readonly { readonly id: string; readonly fileName: string; readonly received: string; readonly total: string }[];
}

/** Words in the reader's language, or the official Vietnamese ones where no others exist. */
export function said(words: { readonly vi: string; readonly en: string | null }, locale: Locale): SaidWords {
  return locale === 'en' && words.en !== null ? { text: words.en, lang: 'en' } : { text: words.vi, lang: 'vi' };
}

/** The language of words where it is not that of the page. */
export function otherLang({ lang }: SaidWords, locale: Locale): 'vi' | 'en' | undefined {
  return lang === locale ? undefined : lang;
}

/** Whether a picture should be looked at again: it seems blurred or blank, and nobody has said that it is kept. */
export function looksBad({ looks, keptAnyway }: ReceivedFile): boolean {
  return looks !== null && !keptAnyway;
}
