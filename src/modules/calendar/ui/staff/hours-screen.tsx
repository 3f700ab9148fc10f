import { type ReactElement, useRef, useState } from 'react';
import { Link } from 'wouter';
import { plainDateWords } from '../../../../kernel/date-words.ts';
import { Icon } from '../../../../web/public/icon/icon.tsx';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type HoursPreview, type HoursPreviewRequest, type HoursResponse } from '../../contract/calendar-schemas.ts';
import { CALENDAR_WORDS } from './calendar-messages.ts';
import { draftOf, type HoursDraft } from './hours-draft.ts';
import { HoursForm } from './hours-form.tsx';
import { HOURS_WORDS } from './hours-messages.ts';
import { type HoursChanging, HoursDone } from './hours-outcome.tsx';
import { HOURS_ADDRESSES, type Period, PeriodWords, PlannedPeriod } from './hours-periods.tsx';
import { useCalendarChange } from './use-calendar-change.ts';
import { WeekHours } from './week-hours.tsx';
import './calendar.css';

const isPlanned = (period: Period): period is Period & { readonly from: string } => period.state === 'planned' && period.from !== null;

function Hours({ hours }: { readonly hours: HoursResponse }): ReactElement {
  const t = useWords(HOURS_WORDS);
  const { locale } = useLocale();
  const { periods, mayChange } = hours;
  const now = periods.find(({ state }) => state === 'now');
  const planned = periods.filter(isPlanned).toReversed();
  const past = periods.filter(({ state }) => state === 'past');
  const fresh: HoursDraft = { from: '', sessions: draftOf(now?.week ?? []), basis: '' };
  const [draft, setDraft] = useState(fresh);
  const [done, setDone] = useState<HoursChanging['done']>(null);
  const changing = useCalendarChange<HoursPreviewRequest, HoursPreview>(HOURS_ADDRESSES);
  const head = useRef<HTMLHeadingElement>(null);
  const useAgain = ({ week }: Period): void => {
    changing.touched();
    setDone(null);
    setDraft({ ...draft, sessions: draftOf(week) });
    head.current?.focus();
    head.current?.scrollIntoView({ block: 'start' });
  };
  return (
    <>
      {done === null ? null : <HoursDone done={done} />}
      <div className="cal-columns hours-columns">
        <div className="cal-side">
          <section aria-labelledby="hours-now">
            <h2 id="hours-now">{t('now')}</h2>
            {now === undefined ? <p className="quiet">{t('now-none')}</p> : <><PeriodWords period={now} /><WeekHours week={now.week} /></>}
          </section>
          <section aria-labelledby="hours-planned">
            <h2 id="hours-planned">{t('planned')}</h2>
            {planned.length === 0 ? <p className="quiet">{t('planned-none')}</p> : (
              <ul className="hours-periods">{planned.map((period) => <PlannedPeriod key={period.from} period={period} mayChange={mayChange} onDone={setDone} />)}</ul>
            )}
          </section>
          {past.length === 0 ? null : (
            <section aria-labelledby="hours-former">
              <h2 id="hours-former">{t('former')}</h2>
              <ul className="hours-periods">
                {past.map((period) => (
                  <li key={period.from ?? ''} className="hours-period">
                    <PeriodWords period={period} />
                    <WeekHours week={period.week} />
                    {mayChange ? <div className="button-row"><Button kind="quiet" label={period.from === null ? t('use-again-first') : t('use-again-of', { day: plainDateWords(period.from, locale) })} onPress={() => { useAgain(period); }}>{t('use-again')}</Button></div> : null}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <div className="cal-side">
          {mayChange ? (
            <HoursForm
              draft={draft} planned={planned.map(({ from }) => from)} changing={changing} head={head}
              onDraft={(next) => {
                setDone(null);
                setDraft(next);
              }}
              onApplied={(applied) => {
                setDone(applied);
                setDraft(fresh);
              }}
            />
          ) : null}
        </div>
      </div>
    </>
  );
}

/** The weekly opening hours: in force, planned and former; the administrator plans others from a day on. */
export function HoursScreen(): ReactElement {
  const t = useWords(HOURS_WORDS);
  const c = useWords(CALENDAR_WORDS);
  const reading = useApi<HoursResponse>('/api/calendar/hours', { keepLast: true });
  return (
    <div className="cal-page">
      <Link className="cal-back" href={STAFF_PATHS.calendar}><Icon name="previous" />{c('back')}</Link>
      <h1>{t('title')}</h1>
      <p className="cal-lead">{t('lead')}</p>
      {reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : reading.data === undefined ? <Skeleton lines={8} /> : <Hours hours={reading.data} />}
    </div>
  );
}
