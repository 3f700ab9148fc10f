import { type ReactElement, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { plainDateWords, weekdayWords } from '../../../../kernel/date-words.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type HoursPreview, type HoursPreviewRequest } from '../../contract/calendar-schemas.ts';
import { CALENDAR_WORDS } from './calendar-messages.ts';
import { HOURS_WORDS } from './hours-messages.ts';
import { MoveCountLine, MovedTable } from './moved-table.tsx';
import { type CalendarChanging } from './use-calendar-change.ts';
import { WEEKDAYS, WeekHours } from './week-hours.tsx';

export type HoursChanging = CalendarChanging<HoursPreviewRequest, HoursPreview>;

const FORTY_HOURS = 40 * 60;

/** What the law says of the week that was entered. */
function LawNotes({ preview: { closedWeekdays, openWeekend, countedMinutes } }: { readonly preview: HoursPreview }): ReactElement | null {
  const t = useWords(HOURS_WORDS);
  const { locale } = useLocale();
  const days = WEEKDAYS.filter((weekday) => closedWeekdays.includes(weekday)).map((weekday) => weekdayWords(weekday, locale)).join(', ');
  const hours = (countedMinutes / 60).toLocaleString(locale, { maximumFractionDigits: 2 });
  const notes = [openWeekend ? t('note-weekend') : null, days === '' ? null : t('note-closed', { days }), countedMinutes === FORTY_HOURS ? null : t('note-minutes', { hours })].filter((note) => note !== null);
  return notes.length === 0 ? null : <Notice kind="info">{notes.map((note) => <p key={note}>{note}</p>)}</Notice>;
}

export interface HoursOutcomeProps {
  readonly from: string;
  readonly takesBack: boolean;
  readonly changing: HoursChanging;
  readonly onApply: () => void;
}

/** What a change of hours would do, and the button that does it; what stands wrong with the whole. */
export function HoursOutcome({ from, takesBack, changing: { preview, notice, busy }, onApply }: HoursOutcomeProps): ReactElement {
  const t = useWords(HOURS_WORDS);
  const c = useWords(CALENDAR_WORDS);
  const count = useCountWords();
  const { locale } = useLocale();
  const day = plainDateWords(from, locale);
  if (preview === null) return <>{notice === undefined ? null : <Notice kind="bad" live><p>{notice}</p></Notice>}</>;
  const { counts, until } = preview;
  return (
    <div className="cal-preview">
      {notice === undefined ? null : <Notice kind="bad" live><p>{notice}</p></Notice>}
      <h3>{takesBack ? t('goes-on', { day }) : until === null ? t('understood', { day }) : t('understood-until', { day, until: plainDateWords(until, locale) })}</h3>
      <WeekHours week={preview.week} />
      {takesBack ? null : <LawNotes preview={preview} />}
      <h3 role="status">{counts.moved === 0 ? c('preview-none') : c('preview-count', { count: count(counts.moved) })}</h3>
      {counts.moved === 0 ? null : <MoveCountLine counts={counts} />}
      <div className="button-row"><Button busy={busy === 'apply'} onPress={onApply}>{t(busy === 'apply' ? 'applying' : takesBack ? 'take-back-now' : 'apply')}</Button></div>
      {counts.moved === 0 ? null : <MovedTable items={preview.items} left={preview.left} counts={counts} />}
    </div>
  );
}

/** What became of it, with the way to the list of those that moved. */
export function HoursDone({ done }: { readonly done: NonNullable<HoursChanging['done']> }): ReactElement {
  const t = useWords(HOURS_WORDS);
  const count = useCountWords();
  const { moved } = done.counts;
  const place = useRef<HTMLDivElement>(null);
  // The form is long: whoever pressed its last button sees what became of it.
  useEffect(() => {
    place.current?.focus();
    place.current?.scrollIntoView({ block: 'center' });
  }, [done]);
  return (
    <div ref={place} tabIndex={-1}>
      <Notice kind="good" live>
        <p>{moved === 0 ? t('done-none') : t('done', { count: count(moved) })} {moved === 0 ? null : <Link href={STAFF_PATHS.calendarChange(done.id)}>{t('see-change')}</Link>}</p>
      </Notice>
    </div>
  );
}
