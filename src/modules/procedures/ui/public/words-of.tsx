import { type ReactNode } from 'react';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { type Bilingual } from '../../domain/procedure-pack.ts';

/** A text in the reader's language; where only the official Vietnamese exists it is marked so, for voices that read aloud. */
export function wordsOf(text: Bilingual, locale: Locale): ReactNode {
  if (locale === 'vi') return text.vi;
  return text.en ?? <span lang="vi">{text.vi}</span>;
}
