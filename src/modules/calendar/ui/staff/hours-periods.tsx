import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { momentWords, plainDateWords } from '../../../../kernel/date-words.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type HoursPreview, type HoursPreviewRequest, type HoursResponse } from '../../contract/calendar-schemas.ts';
import { HOURS_WORDS } from './hours-messages.ts';
import { HoursOutcome } from './hours-outcome.tsx';
import { type CalendarChanging, useCalendarChange } from './use-calendar-change.ts';
import { WeekHours } from './week-hours.tsx';

export type Period = HoursResponse['periods'][number];

/** Where hours are previewed and changed. */
export const HOURS_ADDRESSES = { preview: '/api/calendar/hours/preview', apply: '/api/calendar/hours' } as const;

/** From when to when hours hold, who entered them and why. */
export function PeriodWords({ period: { from, until, by } }: { readonly period: Period }): ReactElement {
  const t = useWords(HOURS_WORDS);
  const { locale } = useLocale();
  const day = (date: string): string => plainDateWords(date, locale);
  const span = from === null ? (until === null ? t('always') : t('until', { until: day(until) })) : until === null ? t('since', { from: day(from) }) : t('since-until', { from: day(from), until: day(until) });
  return (
    <div className="hours-span">
      <b>{span}</b>
      {by === null ? null : (
        <small className="quiet">
          {t('by', { name: by.name, moment: momentWords(Date.parse(by.at), locale) })} · {by.basis} · <Link href={STAFF_PATHS.calendarChange(by.changeId)}>{t('see-change')}</Link>
        </small>
      )}
    </div>
  );
}

export interface PlannedProps {
  readonly period: Period & { readonly from: string };
  readonly mayChange: boolean;
  readonly onDone: (done: NonNullable<CalendarChanging<HoursPreviewRequest, HoursPreview>['done']>) => void;
}

/** Hours that are planned; the administrator takes them back, after looking at what would move. */
export function PlannedPeriod({ period, mayChange, onDone }: PlannedProps): ReactElement {
  const t = useWords(HOURS_WORDS);
  const { locale } = useLocale();
  const [open, setOpen] = useState(false);
  const [basis, setBasis] = useState('');
  const [missing, setMissing] = useState(false);
  const changing = useCalendarChange<HoursPreviewRequest, HoursPreview>(HOURS_ADDRESSES);
  const wish = { act: 'take-back', from: period.from, basis } as const;
  const id = `take-back-${period.from}`;
  const close = (): void => {
    setOpen(false);
    setMissing(false);
    changing.touched();
  };
  return (
    <li className="hours-period">
      <PeriodWords period={period} />
      <WeekHours week={period.week} />
      {!mayChange || open ? null : <div className="button-row"><Button kind="quiet" label={t('take-back-of', { day: plainDateWords(period.from, locale) })} onPress={() => { setOpen(true); }}>{t('take-back')}</Button></div>}
      {!open ? null : (
        <form
          className="cal-basis"
          onSubmit={(event) => {
            event.preventDefault();
            setMissing(basis.trim() === '');
            if (basis.trim() !== '') void changing.look({ wish });
          }}
        >
          <p className="quiet">{t('take-back-lead')}</p>
          <Field id={id} label={t('basis')} note={t('basis-note')} fault={missing ? t('basis-missing') : changing.faultOf('basis')}>
            {(control) => (
              <input
                {...control} className="box" type="text" autoComplete="off" maxLength={300} value={basis}
                onChange={(event) => {
                  setBasis(event.target.value);
                  setMissing(false);
                  changing.touched();
                }}
              />
            )}
          </Field>
          <div className="button-row">
            {changing.preview === null ? <Button kind="quiet" submit busy={changing.busy === 'preview'}>{t(changing.busy === 'preview' ? 'previewing' : 'preview')}</Button> : null}
            <Button kind="plain" onPress={close}>{t('leave')}</Button>
          </div>
        </form>
      )}
      {open ? <HoursOutcome from={period.from} takesBack changing={changing} onApply={() => { void changing.apply({ wish }).then((done) => { if (done !== null) onDone(done); }); }} /> : null}
    </li>
  );
}
