import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { CardList } from '../../../../web/public/cards/card-list.tsx';
import { SIGN_ON_WORDS } from './messages.ts';
import { type SignOnWord } from './messages-vi.ts';
import { type OwnPaper } from './own-affairs.ts';

const GROUPS: readonly (readonly [OwnPaper['kind'], SignOnWord])[] = [
  ['result', 'results'],
  ['letter', 'letters'],
  ['fee-receipt', 'fee-receipts'],
  ['receipt', 'receipts'],
];

/** What a citizen can open or download: results, letters of the office, receipts. */
export function MyPapers({ locale, papers }: { readonly locale: Locale; readonly papers: readonly OwnPaper[] }): ReactElement {
  const t = translator(SIGN_ON_WORDS, locale);
  if (papers.length === 0) return <p>{t('no-papers')}</p>;
  return (
    <>
      <p>{t('papers-lead')}</p>
      {GROUPS.map(([kind, title]) => {
        const group = papers.filter((paper) => paper.kind === kind);
        return group.length === 0 ? null : (
          <section key={kind}>
            <h2>{t(title)}</h2>
            <CardList>
              {group.map((paper) => (
                <li key={paper.address}>
                  <p>
                    <a href={paper.address} rel="nofollow" lang={locale === 'vi' ? undefined : 'vi'}>
                      {paper.day === null ? paper.title : t('paper-day', { title: paper.title, day: paper.day })}
                    </a>
                  </p>
                  <p className="hint code">{t('of-dossier', { code: paper.dossierCode })}</p>
                </li>
              ))}
            </CardList>
          </section>
        );
      })}
    </>
  );
}
