import { type ReactElement } from 'react';
import { Link } from 'wouter';
import { dayWords, momentWords, plainDateWords } from '../../../../kernel/date-words.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type ChangesResponse } from '../../contract/calendar-schemas.ts';
import { CALENDAR_WORDS } from './calendar-messages.ts';

/** Who changed what and when, and how many dossiers moved; each opens its list. */
export function ChangeList(): ReactElement {
  const t = useWords(CALENDAR_WORDS);
  const { locale } = useLocale();
  const count = useCountWords();
  const reading = useApi<ChangesResponse>('/api/calendar/changes');
  const days = (item: ChangesResponse['items'][number]): string => {
    if (item.hours !== null) return t(item.hours.after === null ? 'hours-back' : 'hours-from', { day: plainDateWords(item.hours.from, locale) });
    const [first] = item.days;
    if (first === undefined) return '';
    const name = (first.after ?? first.before)?.name ?? '';
    const words = `${dayWords(first.date, locale)}: ${first.after === null ? t('day-removed', { name }) : name}`;
    return item.days.length === 1 ? words : `${words} (+${String(item.days.length - 1)})`;
  };
  return (
    <section aria-labelledby="changes-title">
      <h2 id="changes-title">{t('changes')}</h2>
      {reading.isPending ? <Skeleton lines={2} /> : null}
      {reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : null}
      {reading.data?.items.length === 0 ? <p className="quiet">{t('changes-none')}</p> : null}
      <ul className="cal-change-list">
        {(reading.data?.items ?? []).map((item) => (
          <li key={item.id}>
            <Link href={STAFF_PATHS.calendarChange(item.id)}>{days(item)}</Link>
            <small className="quiet">{[t('change-by', { name: item.byName, moment: momentWords(Date.parse(item.at), locale) }), item.basis].join(' · ')}</small>
            <small>{item.counts.moved === 0 ? t('change-moved-none') : t('change-moved', { count: count(item.counts.moved) })}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
