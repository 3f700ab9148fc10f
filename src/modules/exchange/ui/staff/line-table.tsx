import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { Icon } from '../../../../web/public/icon/icon.tsx';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { useCountWords, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type RowsResponse } from '../../contract/exchange-schemas.ts';
import { EXCHANGE_WORDS, type ExchangeWord } from './exchange-messages.ts';

export interface LineTableProps {
  readonly importId: string;
  /** What is shown as a choice, each with its count; the first with lines is open at the beginning. */
  readonly choices: readonly { readonly query: string; readonly word: ExchangeWord; readonly count: number }[];
}

/** The lines of an import by what becomes of them, two hundred at a time: many wrong lines stay readable. */
export function LineTable({ importId, choices }: LineTableProps): ReactElement {
  const t = useWords(EXCHANGE_WORDS);
  const countWords = useCountWords();
  const [chosen, setChosen] = useState(() => (choices.find(({ count }) => count > 0) ?? choices[0])?.query ?? '');
  // Where the pages before began, so that one can go back without asking the server to count.
  const [after, setAfter] = useState(0);
  const reading = useApi<RowsResponse>(`/api/exchange/imports/${importId}/rows?${chosen}&after=${String(after)}`, { keepLast: true });
  const rows = reading.data;
  return (
    <>
      <div className="chips" role="group" aria-label={t('line')}>
        {choices.map(({ query, word, count }) => (
          <button key={query} type="button" className="chip" aria-pressed={query === chosen} onClick={() => {
            setChosen(query);
            setAfter(0);
          }}>{`${t(word)} ${countWords(count)}`}</button>
        ))}
      </div>
      {rows === undefined ? (reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={5} />) : rows.items.length === 0 ? <p className="quiet">{t('none-of-plan')}</p> : (
        <div className="exchange-wide">
          <table className="exchange-table">
            <thead><tr><th scope="col">{t('line')}</th><th scope="col">{t('code')}</th><th scope="col">{t('applicant')}</th><th scope="col">{t('found')}</th></tr></thead>
            <tbody>
              {rows.items.map((row) => (
                <tr key={row.line}>
                  <td className="exchange-number-cell">{row.line}</td>
                  <td className="exchange-nowrap">{row.dossierId === null ? row.code : <Link href={STAFF_PATHS.inList('all', row.dossierId)}>{row.code}</Link>}</td>
                  <td>{row.name}</td>
                  <td>
                    <ul className="exchange-findings">
                      {row.findings.map(({ level, words }) => <li key={words} className={level === 'error' ? 'exchange-error' : undefined}><Icon name={level === 'error' ? 'bad' : 'info'} /><span>{words}</span></li>)}
                    </ul>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows?.next == null ? null : <div className="button-row"><Button kind="quiet" onPress={() => { setAfter(rows.next ?? 0); }}>{t('more-lines')}</Button></div>}
    </>
  );
}
