import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { type ReceivedFile, ReceivedFiles } from '../../../../web/public/received-files/received-files.tsx';
import { type PaperWords } from './paper-view.ts';
import { SENT_PAPERS_WORDS } from './sent-papers-messages.ts';

/** The papers that were sent one by one: those of which files are here, those that are missing, and those of which only a part is here. */
export interface SentPapersView {
  readonly papers: readonly { readonly id: string; readonly name: PaperWords; readonly files: readonly ReceivedFile[] }[];
  readonly missing: readonly PaperWords[];
  readonly arriving: readonly PaperWords[];
}

/** The button of the form that leads to the pages for papers; what was typed is kept. */
const TO_PAPERS = { name: 'buoc', value: 'giay-to' } as const;

/** The papers part of the form once papers are sent one by one: the receipt of each, and the way back to add more. */
export function SentPapers({ locale, sent }: { readonly locale: Locale; readonly sent: SentPapersView }): ReactElement {
  const t = translator(SENT_PAPERS_WORDS, locale);
  const named = (words: readonly PaperWords[]) => words.map(({ text }) => text).join('; ');
  return (
    <section>
      <h2>{t('title')}</h2>
      {sent.papers.length === 0 ? <p>{t('none')}</p> : null}
      {sent.papers.map((paper) => (
        <section key={paper.id}>
          <h3 lang={paper.name.lang === locale ? undefined : paper.name.lang}>{paper.name.text}</h3>
          <ReceivedFiles locale={locale} files={paper.files} />
        </section>
      ))}
      {sent.arriving.length === 0 ? null : <Notice kind="warning">{t('arriving', { papers: named(sent.arriving) })}</Notice>}
      {sent.missing.length === 0 ? null : <p className="hint">{t('missing', { papers: named(sent.missing) })}</p>}
      <p>
        <Button kind="quiet" {...TO_PAPERS} skipChecks>{t('change')}</Button>
      </p>
    </section>
  );
}

/** The better way for a phone on a weak line, before the file fields. */
export function PapersOneByOne({ locale }: { readonly locale: Locale }): ReactElement {
  const t = translator(SENT_PAPERS_WORDS, locale);
  return (
    <section className="gold-edge">
      <h3>{t('one-by-one')}</h3>
      <p>{t('one-by-one-why')}</p>
      <p>
        <Button kind="quiet" icon="camera" {...TO_PAPERS} skipChecks>{t('open')}</Button>
      </p>
    </section>
  );
}
