import { type ReactElement } from 'react';
import { dayWords, plainDateWords } from '../../../../kernel/date-words.ts';
import { dateAt } from '../../../../kernel/local-time.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { type CalendarYear } from '../../contract/calendar-schemas.ts';
import { choiceOf } from './calendar-draft.ts';
import { CALENDAR_WORDS } from './calendar-messages.ts';
import { dayClass } from './month-grid.tsx';

type Named = CalendarYear['named'][number];

interface NamedDayProps {
  readonly day: Named;
  readonly onRemove: ((date: string) => void) | undefined;
}

function NamedDay({ day, onRemove }: NamedDayProps): ReactElement {
  const t = useWords(CALENDAR_WORDS);
  const { locale } = useLocale();
  const unsure = day.status === 'expected' || day.status === 'estimate';
  const notes = [
    day.basis,
    unsure ? t('unsure') : null,
    day.changedByName === null || day.changedAt === null ? null : t('by', { name: day.changedByName, day: plainDateWords(dateAt(Date.parse(day.changedAt)), locale) }),
  ].filter((note) => note !== null);
  return (
    <li className="cal-named">
      <span className={`cal-mark ${dayClass(day, false)}`} aria-hidden={true} />
      <div className="cal-named-words">
        <b>{dayWords(day.date, locale, 'without-year')}</b> {day.name}
        <small className="quiet">{[`${t(`choice.${choiceOf(day)}`)}, ${t(day.scope === 'commune' ? 'for-commune' : 'for-country')}`, ...notes].join(' · ')}</small>
      </div>
      {onRemove !== undefined && day.changeable && !day.computed ? <Button kind="plain" label={t('remove-day', { day: dayWords(day.date, locale) })} onPress={() => { onRemove(day.date); }}>{t('remove')}</Button> : null}
    </li>
  );
}

/** The named days of a year in order; the administrator takes out those that a commune may. */
export function NamedDays({ days, onRemove }: { readonly days: readonly Named[]; readonly onRemove: ((date: string) => void) | undefined }): ReactElement {
  const t = useWords(CALENDAR_WORDS);
  return (
    <section aria-labelledby="named-title">
      <h2 id="named-title">{t('named')}</h2>
      {days.length === 0 ? <p className="quiet">{t('named-none')}</p> : <ul className="cal-named-list">{days.map((day) => <NamedDay key={day.date} day={day} onRemove={onRemove} />)}</ul>}
    </section>
  );
}
