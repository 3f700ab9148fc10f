import { type ReactElement } from 'react';
import { Link } from 'wouter';
import { dayWords, momentWords, plainDateWords } from '../../../../kernel/date-words.ts';
import { Icon } from '../../../../web/public/icon/icon.tsx';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type ChangeDetail } from '../../contract/calendar-schemas.ts';
import { choiceOf } from './calendar-draft.ts';
import { CALENDAR_WORDS } from './calendar-messages.ts';
import { MoveCountLine, MovedTable } from './moved-table.tsx';
import { WeekHours } from './week-hours.tsx';
import './calendar.css';

type Change = ChangeDetail['change'];

function ChangedHours({ hours: { from, before, after } }: { readonly hours: NonNullable<Change['hours']> }): ReactElement {
  const t = useWords(CALENDAR_WORDS);
  const { locale } = useLocale();
  return (
    <>
      <h2>{t(after === null ? 'hours-back' : 'hours-from', { day: plainDateWords(from, locale) })}</h2>
      {after === null ? null : <section><h3>{t('hours-after')}</h3><WeekHours week={after} /></section>}
      {before === null ? null : <section><h3>{t(after === null ? 'hours-taken-back' : 'hours-before')}</h3><WeekHours week={before} /></section>}
    </>
  );
}

function ChangedDays({ days }: { readonly days: Change['days'] }): ReactElement {
  const t = useWords(CALENDAR_WORDS);
  const { locale } = useLocale();
  return (
    <>
      <h2>{t('days')}</h2>
      <ul className="cal-prepared-list">
        {days.map(({ date, before, after }) => (
          <li key={date}>
            <span>
              <b>{dayWords(date, locale)}</b> {after === null ? t('day-removed', { name: before?.name ?? '' }) : `${t(`choice.${choiceOf(after)}`)}: ${after.name}`}
              {after !== null && before !== null ? <small className="quiet"> {t('day-was', { name: before.name })}</small> : null}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** One change of the calendar: its days, its basis, and every dossier that moved. */
export function ChangeScreen({ id }: { readonly id: string }): ReactElement {
  const t = useWords(CALENDAR_WORDS);
  const { locale } = useLocale();
  const count = useCountWords();
  const reading = useApi<ChangeDetail>(`/api/calendar/changes/${encodeURIComponent(id)}`);
  if (reading.isError) return <div className="cal-page"><LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /></div>;
  if (reading.data === undefined) return <div className="cal-page"><Skeleton lines={6} /></div>;
  const { change, items, left } = reading.data;
  return (
    <div className="cal-page">
      <Link className="cal-back" href={STAFF_PATHS.calendar}><Icon name="previous" />{t('back')}</Link>
      <h1>{t('change-title', { seq: change.seq })}</h1>
      <p className="quiet">{[t('change-by', { name: change.byName, moment: momentWords(Date.parse(change.at), locale) }), change.basis].join(' · ')}</p>
      {change.hours === null ? <ChangedDays days={change.days} /> : <ChangedHours hours={change.hours} />}
      <h2>{change.counts.moved === 0 ? t('applied-none') : t('moved-count', { count: count(change.counts.moved) })}</h2>
      {change.counts.moved === 0 ? null : <><MoveCountLine counts={change.counts} /><MovedTable items={items} left={left} counts={change.counts} /></>}
    </div>
  );
}
