import { type ReactElement, useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import { Icon } from '../../../../web/public/icon/icon.tsx';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type CalendarYear, type PreviewRequest, type PreviewResponse } from '../../contract/calendar-schemas.ts';
import { type DayEdit } from '../../domain/calendar-edit.ts';
import { type DraftEntry, mergeEdits } from './calendar-draft.ts';
import { CALENDAR_WORDS, type CalendarWord } from './calendar-messages.ts';
import { ChangeForm } from './change-form.tsx';
import { ChangeList } from './change-list.tsx';
import { MonthGrid } from './month-grid.tsx';
import { NamedDays } from './named-days.tsx';
import { useCalendarChange } from './use-calendar-change.ts';
import './calendar.css';

const LEGEND: readonly (readonly [string, CalendarWord])[] = [['cal-off', 'choice.statutory'], ['cal-closing', 'choice.closing'], ['cal-make-up', 'choice.make-up'], ['cal-rest', 'legend-weekend']];
const RECEPTION: (typeof LEGEND)[number] = ['cal-reception', 'legend-reception'];
const NOTHING: DraftEntry = { choice: 'closing', from: '', to: '', name: '' };

interface YearProps {
  readonly year: CalendarYear;
  readonly onYear: (year: number) => void;
}

function Year({ year, onYear }: YearProps): ReactElement {
  const t = useWords(CALENDAR_WORDS);
  const [entry, setEntry] = useState(NOTHING);
  const [edits, setEdits] = useState<readonly DayEdit[]>([]);
  const changing = useCalendarChange<PreviewRequest, PreviewResponse>({ preview: '/api/calendar/preview', apply: '/api/calendar/changes' });
  const head = useRef<HTMLHeadingElement>(null);
  const named = useMemo(() => new Map(year.named.map((day) => [day.date, day])), [year]);
  const plainOff = useMemo(() => new Set(year.plainOff), [year]);
  const prepared = useMemo(() => new Set(edits.map(({ date }) => date)), [edits]);
  const prepare = (next: readonly DayEdit[]): void => {
    changing.touched();
    setEdits(next);
  };
  const toForm = (): void => {
    head.current?.focus();
    head.current?.scrollIntoView({ block: 'start' });
  };
  const remove = (date: string): void => {
    prepare(mergeEdits(edits, [{ act: 'remove', date }]));
    toForm();
  };
  const may = year.mayChange;
  return (
    <div className="cal-page">
      <div className="cal-top">
        <h1>{t('title', { year: year.year })}</h1>
        <div className="button-row">
          <Link className="button button-quiet" href={STAFF_PATHS.calendarHours}><Icon name="clock" />{t('to-hours')}</Link>
          {year.year > year.firstYear ? <Button kind="quiet" onPress={() => { onYear(year.year - 1); }}><Icon name="previous" />{t('year-before', { year: year.year - 1 })}</Button> : null}
          {year.year < year.lastYear ? <Button kind="quiet" onPress={() => { onYear(year.year + 1); }}>{t('year-after', { year: year.year + 1 })}<Icon name="next" /></Button> : null}
        </div>
      </div>
      <p className="cal-lead">{t('lead')}</p>
      <ul className="cal-legend" aria-label={t('legend')}>{(year.receptionOnly.length === 0 ? LEGEND : [...LEGEND, RECEPTION]).map(([mark, word]) => <li key={word}><span className={`cal-mark ${mark}`} aria-hidden={true} />{t(word)}</li>)}</ul>
      <div className="cal-months">
        {Array.from({ length: 12 }, (_, index) => (
          <MonthGrid
            key={index} year={year} month={index + 1} named={named} plainOff={plainOff} prepared={prepared}
            onDay={may ? (date) => {
              setEntry({ ...entry, from: date, to: '' });
              toForm();
            } : undefined}
          />
        ))}
      </div>
      <div className="cal-columns">
        <div className="cal-side">
          {may ? (
            <ChangeForm
              entry={entry} onEntry={setEntry} edits={edits} plainOff={plainOff} changing={changing} head={head}
              nameOf={(date) => named.get(date)?.name ?? ''}
              onEdits={prepare}
              onApplied={() => {
                setEdits([]);
                setEntry(NOTHING);
              }}
              onAdd={(more) => {
                prepare(mergeEdits(edits, more));
                setEntry({ ...entry, from: '', to: '' });
              }}
            />
          ) : null}
          <ChangeList />
        </div>
        <div className="cal-side">
          <NamedDays days={year.named} onRemove={may ? remove : undefined} />
        </div>
      </div>
    </div>
  );
}

/** The working calendar of a year, by months, and for the administrator its change. */
export function CalendarScreen(): ReactElement {
  const [year, setYear] = useState<number | null>(null);
  const reading = useApi<CalendarYear>(year === null ? '/api/calendar' : `/api/calendar?year=${String(year)}`, { keepLast: true });
  if (reading.isError) return <div className="cal-page"><LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /></div>;
  return reading.data === undefined ? <div className="cal-page"><Skeleton lines={10} /></div> : <Year year={reading.data} onYear={setYear} />;
}
