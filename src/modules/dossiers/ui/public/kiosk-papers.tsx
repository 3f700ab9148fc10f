import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { KIOSK_PAGE_WORDS } from './kiosk-messages.ts';
import { DOSSIER_PAGE_WORDS } from './messages.ts';
import { WordList } from './paper-fields.tsx';
import { type PaperPlan, type SendablePaper } from './paper-view.ts';

/** The papers of a declaration at a kiosk: all of them are handed over at the counter, none is sent as a picture. */
export function KioskPapers({ locale, plan }: { readonly locale: Locale; readonly plan: PaperPlan }): ReactElement {
  const t = translator(KIOSK_PAGE_WORDS, locale);
  const choice = (papers: readonly SendablePaper[]) => {
    const [first] = papers;
    return papers.length === 1 && first !== undefined ? first.name : { text: t('any-of', { papers: papers.map(({ name }) => name.text).join('; ') }), lang: first?.name.lang ?? locale };
  };
  const needed = plan.send.filter((papers) => papers.some(({ onlyWhen }) => onlyWhen === null)).map(choice);
  const conditional = plan.send.filter((papers) => papers.every(({ onlyWhen }) => onlyWhen !== null));
  return (
    <>
      {needed.length + conditional.length + plan.bring.length === 0 ? null : (
        <section>
          <h2>{t('papers')}</h2>
          <p>{t('papers-lead')}</p>
          <WordList locale={locale} items={[...needed, ...plan.bring]} />
          {conditional.length === 0 ? null : (
            <ul>
              {conditional.map((papers) => (
                <li key={papers[0]?.id}>
                  <span lang={choice(papers).lang === locale ? undefined : choice(papers).lang}>{choice(papers).text}</span>
                  {papers[0]?.onlyWhen == null ? null : <span className="only-when" lang={papers[0].onlyWhen.lang === locale ? undefined : papers[0].onlyWhen.lang}>{papers[0].onlyWhen.text}</span>}
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      {plan.lookedUp.length === 0 ? null : (
        <Notice kind="good" title={translator(DOSSIER_PAGE_WORDS, locale)('looked-up')}>
          <WordList locale={locale} items={plan.lookedUp} />
        </Notice>
      )}
    </>
  );
}
