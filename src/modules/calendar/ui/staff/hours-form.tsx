import { type ReactElement, type RefObject, useState } from 'react';
import { plainDateWords } from '../../../../kernel/date-words.ts';
import { addDays, type Weekday } from '../../../../kernel/local-time.ts';
import { Icon } from '../../../../web/public/icon/icon.tsx';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { type TypedSession } from '../../domain/decide-hours-change.ts';
import { copyDay, type HoursDraft, MOST_SESSIONS, sessionsOfDay, wishOf } from './hours-draft.ts';
import { HOURS_WORDS } from './hours-messages.ts';
import { type HoursChanging, HoursOutcome } from './hours-outcome.tsx';
import { weekdayHead, WEEKDAYS } from './week-hours.tsx';

export interface HoursFormProps {
  readonly draft: HoursDraft;
  readonly onDraft: (draft: HoursDraft) => void;
  /** The days from which other hours are planned, the nearest first. */
  readonly planned: readonly string[];
  readonly changing: HoursChanging;
  readonly onApplied: (applied: NonNullable<HoursChanging['done']>) => void;
  readonly head: RefObject<HTMLHeadingElement | null>;
}

interface DayRowProps {
  readonly weekday: Weekday;
  readonly sessions: readonly TypedSession[];
  readonly faultOf: (place: number) => string | undefined;
  readonly onSessions: (sessions: readonly TypedSession[]) => void;
}

function DayRow({ weekday, sessions, faultOf, onSessions }: DayRowProps): ReactElement {
  const t = useWords(HOURS_WORDS);
  const { locale } = useLocale();
  const day = weekdayHead(weekday, locale);
  const own = sessionsOfDay(sessions, weekday);
  const change = (place: number, part: Partial<TypedSession>): void => {
    onSessions(sessions.map((session, index) => (index === place ? { ...session, ...part } : session)));
  };
  const fault = own.map(({ place }) => faultOf(place)).find((words) => words !== undefined);
  const faultId = `hours-fault-${String(weekday)}`;
  return (
    <div className="hours-day" role="group" aria-label={day}>
      <b>{day}{weekday > 5 && own.length > 0 ? <small className="quiet">{t('not-counted')}</small> : null}</b>
      <div className="hours-sessions">
        {own.length === 0 ? <span className="quiet">{t('closed')}</span> : own.map(({ session, place }, index) => {
          const wrong = faultOf(place) !== undefined;
          const box = (end: 'opens' | 'closes'): ReactElement => (
            <input
              className="box" type="text" autoComplete="off" size={6} maxLength={20} value={session[end]} aria-invalid={wrong} aria-describedby={wrong ? faultId : undefined}
              aria-label={t(end === 'opens' ? 'session-from' : 'session-to', { day, n: index + 1 })} onChange={(event) => { change(place, { [end]: event.target.value }); }}
            />
          );
          return (
            <span key={place} className="hours-session">
              {box('opens')}<span aria-hidden={true}>–</span>{box('closes')}
              <Button kind="plain" label={t('drop-session-of', { n: index + 1, day })} onPress={() => { onSessions(sessions.filter((_, other) => other !== place)); }}>{t('drop-session')}</Button>
            </span>
          );
        })}
      </div>
      <div className="hours-acts">
        {own.length < MOST_SESSIONS ? <Button kind="plain" label={t('add-session-of', { day })} onPress={() => { onSessions([...sessions, { weekday, opens: '', closes: '' }]); }}>{t('add-session')}</Button> : null}
        {weekday === 1 && own.length > 0 ? <Button kind="plain" onPress={() => { onSessions(copyDay(sessions, 1, [2, 3, 4, 5])); }}>{t('copy-down')}</Button> : null}
      </div>
      {fault === undefined ? null : <div className="field-fault" id={faultId}><Icon name="bad" /><span>{fault}</span></div>}
    </div>
  );
}

/** Other hours are entered, looked at with everything that would move, and planned. */
export function HoursForm({ draft, onDraft, planned, changing, onApplied, head }: HoursFormProps): ReactElement {
  const t = useWords(HOURS_WORDS);
  const { locale } = useLocale();
  const [missing, setMissing] = useState({ from: false, basis: false });
  const change = (part: Partial<HoursDraft>): void => {
    setMissing({ from: false, basis: false });
    changing.touched();
    onDraft({ ...draft, ...part });
  };
  const next = draft.from === '' ? undefined : planned.find((day) => day > draft.from);
  const look = (): void => {
    const lacks = { from: draft.from === '', basis: draft.basis.trim() === '' };
    setMissing(lacks);
    if (!lacks.from && !lacks.basis) void changing.look({ wish: wishOf(draft) });
  };
  const weekFault = changing.faultOf('sessions') !== undefined && changing.faultOf('sessions.') === undefined ? changing.faultOf('sessions') : undefined;
  return (
    <section className="cal-change" aria-labelledby="hours-change-title">
      <h2 id="hours-change-title" ref={head} tabIndex={-1}>{t('change')}</h2>
      <p className="quiet">{t('change-lead')} {t('times-note')}</p>
      <form
        className="hours-form"
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <div className="hours-days">
          {WEEKDAYS.map((weekday) => (
            <DayRow key={weekday} weekday={weekday} sessions={draft.sessions} faultOf={(place) => changing.faultOf(`sessions.${String(place)}.`)} onSessions={(sessions) => { change({ sessions }); }} />
          ))}
        </div>
        {weekFault === undefined ? null : <div className="field-fault"><Icon name="bad" /><span>{weekFault}</span></div>}
        <DayField id="hours-from" label={t('from')} value={draft.from} fault={missing.from ? t('from-missing') : changing.faultOf('from')} onChange={(from) => { change({ from }); }} />
        {next === undefined ? null : <Notice kind="check"><p>{t('next-planned', { day: plainDateWords(next, locale), last: plainDateWords(addDays(next, -1), locale) })}</p></Notice>}
        <Field id="hours-basis" label={t('basis')} note={t('basis-note')} fault={missing.basis ? t('basis-missing') : changing.faultOf('basis')}>
          {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={300} value={draft.basis} onChange={(event) => { change({ basis: event.target.value }); }} />}
        </Field>
        {changing.preview === null ? <div className="button-row"><Button submit busy={changing.busy === 'preview'}>{t(changing.busy === 'preview' ? 'previewing' : 'preview')}</Button></div> : null}
      </form>
      {draft.from === '' ? null : <HoursOutcome from={draft.from} takesBack={false} changing={changing} onApply={() => { void changing.apply({ wish: wishOf(draft) }).then((applied) => { if (applied !== null) onApplied(applied); }); }} />}
    </section>
  );
}
