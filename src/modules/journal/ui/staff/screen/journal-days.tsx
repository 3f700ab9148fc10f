import { type ReactElement } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { plainDateWords } from '../../../../../kernel/date-words.ts';
import { readApi } from '../../../../../web/staff/api/call-api.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { useCountWords, useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { type DaysResponse } from '../../../contract/journal-schemas.ts';
import { JOURNAL_WORDS } from './journal-messages.ts';

/** Days that are over: how many entries, the root, and the record to be printed and signed. */
export function JournalDays(): ReactElement {
  const t = useWords(JOURNAL_WORDS);
  const { locale } = useLocale();
  const countWords = useCountWords();
  const reading = useInfiniteQuery({
    queryKey: ['api', '/api/journal/days'],
    queryFn: ({ signal, pageParam }) => readApi<DaysResponse>(`/api/journal/days${pageParam === '' ? '' : `?before=${pageParam}`}`, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
  if (reading.data === undefined) return reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={6} />;
  const days = reading.data.pages.flatMap((page) => page.items);
  return (
    <>
      <p className="journal-lead">{t('days-lead')} <a href="/nhat-ky" target="_blank" rel="noreferrer">{t('public')}</a></p>
      {days.length === 0 ? <p role="status">{t('days-none')}</p> : (
        <table className="journal-table">
          <thead><tr><th scope="col">{t('days-day')}</th><th scope="col">{t('days-count')}</th><th scope="col">{t('days-root')}</th><td /></tr></thead>
          <tbody>
            {days.map(({ day, count, groups }) => {
              const words = plainDateWords(day, locale);
              return (
                <tr key={day}>
                  <th scope="row">{words}</th>
                  <td data-head={t('days-count')}>{countWords(count)}</td>
                  <td data-head={t('days-root')}><code className="journal-root">{groups.join(' ')}</code></td>
                  <td><a className="button button-quiet" href={`/api/journal/days/${day}/record.pdf`} target="_blank" rel="noreferrer" aria-label={t('record-of', { day: words })}>{t('record')}</a></td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {reading.hasNextPage ? <div><Button kind="quiet" busy={reading.isFetchingNextPage} onPress={() => { void reading.fetchNextPage(); }}>{t('more')}</Button></div> : null}
    </>
  );
}
