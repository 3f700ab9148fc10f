import { type ReactElement } from 'react';
import { plainDateWords } from '../../../../kernel/date-words.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { type StaffFigures } from '../../contract/staff-figures.ts';
import { STAFF_LIST_WORDS } from './staff-messages.ts';

/** The figures that open a part of the list. */
export const FIGURES = ['withoutAccount', 'withoutSecondFactor', 'neverSignedIn', 'withoutPosition', 'closed'] as const;
export type Figure = (typeof FIGURES)[number];

export interface StaffFiguresProps {
  readonly chosen: Figure | null;
  readonly onChoose: (figure: Figure | null, ids: readonly string[]) => void;
}

/** Accounts and sign-ins in figures; pressing one shows the people behind it, pressing it again everybody. */
export function StaffFiguresBar({ chosen, onChoose }: StaffFiguresProps): ReactElement | null {
  const t = useWords(STAFF_LIST_WORDS);
  const count = useCountWords();
  const { locale } = useLocale();
  const read = useApi<StaffFigures>('/api/staff/figures', { keepLast: true }).data;
  if (read === undefined) return null;
  const percent = (part: number, whole: number): string => (whole === 0 ? '' : `${(Math.floor((part * 1000) / whole) / 10).toLocaleString(locale === 'vi' ? 'vi-VN' : 'en-GB')} %`);
  const have = read.placed - read.withoutAccount.length;
  return (
    <section className="staff-figures" aria-label={t('figures')}>
      <p><b>{t('figure-accounts', { have: count(have), all: count(read.placed), percent: percent(have, read.placed) })}</b></p>
      <ul>
        {FIGURES.map((figure) => (
          <li key={figure}>
            <button type="button" className="button button-quiet" aria-pressed={chosen === figure} onClick={() => { onChoose(chosen === figure ? null : figure, read[figure]); }}>
              {t(`figure-${figure}`)} <b>{count(read[figure].length)}</b>
            </button>
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('figure-weeks')}</summary>
        <table className="staff-weeks">
          <thead><tr><th scope="col">{t('figure-week')}</th><th scope="col">{t('figure-signed-in')}</th><th scope="col">{t('figure-people')}</th><th scope="col">{t('figure-rate')}</th></tr></thead>
          <tbody>
            {read.weeks.map(({ monday, signedIn, people }) => (
              <tr key={monday}><th scope="row">{plainDateWords(monday, locale)}</th><td>{count(signedIn)}</td><td>{count(people)}</td><td>{percent(signedIn, people)}</td></tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
