import { type ReactElement, type RefObject, useState } from 'react';
import { Link } from 'wouter';
import { dayWords } from '../../../../kernel/date-words.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type PreviewRequest, type PreviewResponse } from '../../contract/calendar-schemas.ts';
import { type DayEdit } from '../../domain/calendar-edit.ts';
import { choiceOf, DAY_CHOICES, type DayChoice, type DraftEntry, editsOf, MOST_DAYS } from './calendar-draft.ts';
import { CALENDAR_WORDS } from './calendar-messages.ts';
import { MoveCountLine, MovedTable } from './moved-table.tsx';
import { type CalendarChanging } from './use-calendar-change.ts';

export interface ChangeFormProps {
  /** What stands in the entry: a day that was pressed in the calendar comes from outside. */
  readonly entry: DraftEntry;
  readonly onEntry: (entry: DraftEntry) => void;
  readonly edits: readonly DayEdit[];
  readonly onEdits: (edits: readonly DayEdit[]) => void;
  readonly onApplied: () => void;
  readonly onAdd: (edits: readonly DayEdit[]) => void;
  readonly nameOf: (date: string) => string;
  readonly plainOff: ReadonlySet<string>;
  readonly changing: CalendarChanging<PreviewRequest, PreviewResponse>;
  readonly head: RefObject<HTMLHeadingElement | null>;
}

type EntryFault = 'day-missing' | 'name-missing' | 'stretch-empty' | 'stretch-long';

/** Days are put together, looked at with everything that would move, and applied. */
export function ChangeForm({ entry, onEntry, edits, onEdits, onApplied, onAdd, nameOf, plainOff, changing, head }: ChangeFormProps): ReactElement {
  const t = useWords(CALENDAR_WORDS);
  const { locale } = useLocale();
  const count = useCountWords();
  const [fault, setFault] = useState<EntryFault | null>(null);
  const [basis, setBasis] = useState('');
  const [basisMissing, setBasisMissing] = useState(false);
  const change = (part: Partial<DraftEntry>): void => {
    setFault(null);
    onEntry({ ...entry, ...part });
  };
  const add = (): void => {
    const found = editsOf(entry, plainOff);
    const wrong = entry.from === '' ? 'day-missing' : entry.name.trim() === '' ? 'name-missing' : found.length === 0 ? 'stretch-empty' : edits.length + found.length > MOST_DAYS ? 'stretch-long' : null;
    setFault(wrong);
    if (wrong === null) onAdd(found);
  };
  const look = (): void => {
    setBasisMissing(basis.trim() === '');
    if (basis.trim() !== '') void changing.look({ edits: [...edits], basis });
  };
  const option = (choice: DayChoice): ReactElement => <option key={choice} value={choice}>{t(`choice.${choice}`)}</option>;
  const words = (edit: DayEdit): string => (edit.act === 'remove' ? t('removes', { name: nameOf(edit.date) }) : `${t(`choice.${choiceOf(edit)}`)}: ${edit.name}`);
  return (
    <section className="cal-change" aria-labelledby="change-title">
      <h2 id="change-title" ref={head} tabIndex={-1}>{t('add-title')}</h2>
      <p className="quiet">{t('add-lead')}</p>
      <form
        className="cal-entry"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Field id="day-kind" label={t('kind')}>
          {(control) => (
            <select {...control} className="box" value={entry.choice} onChange={(event) => { change({ choice: DAY_CHOICES.find((choice) => choice === event.target.value) ?? 'closing' }); }}>
              <optgroup label={t('group-commune')}>{DAY_CHOICES.slice(0, 2).map(option)}</optgroup>
              <optgroup label={t('group-country')}>{DAY_CHOICES.slice(2).map(option)}</optgroup>
            </select>
          )}
        </Field>
        <DayField id="day-from" label={t('from')} value={entry.from} onChange={(from) => { change({ from }); }} />
        <DayField id="day-to" label={t('to')} value={entry.to} onChange={(to) => { change({ to }); }} />
        <Field id="day-name" label={t('name')} note={t('name-hint')} wide fault={fault === null ? undefined : t(fault)}>
          {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={200} value={entry.name} onChange={(event) => { change({ name: event.target.value }); }} />}
        </Field>
        <div className="button-row field-wide"><Button kind="quiet" submit>{t('add')}</Button></div>
      </form>
      <h3>{t('prepared')}</h3>
      {edits.length === 0 ? <p className="quiet">{t('prepared-none')}</p> : (
        <ul className="cal-prepared-list">
          {edits.map((edit, index) => {
            const wrong = changing.faultOf(`edits.${String(index)}.`);
            const day = dayWords(edit.date, locale);
            return (
              <li key={edit.date}>
                <span><b>{day}</b> {words(edit)}</span>
                <Button kind="plain" label={t('take-out', { day })} onPress={() => { onEdits(edits.filter(({ date }) => date !== edit.date)); }}>{t('leave')}</Button>
                {wrong === undefined ? null : <p className="field-fault">{wrong}</p>}
              </li>
            );
          })}
        </ul>
      )}
      {edits.length === 0 ? null : (
        <form
          className="cal-basis"
          onSubmit={(event) => {
            event.preventDefault();
            look();
          }}
        >
          <Field id="change-basis" label={t('basis')} note={t('basis-note')} fault={basisMissing ? t('basis-missing') : changing.faultOf('basis')}>
            {(control) => (
              <input
                {...control} className="box" type="text" autoComplete="off" maxLength={300} value={basis}
                onChange={(event) => {
                  setBasis(event.target.value);
                  setBasisMissing(false);
                  changing.touched();
                }}
              />
            )}
          </Field>
          {changing.preview === null ? <div className="button-row"><Button submit busy={changing.busy === 'preview'}>{t(changing.busy === 'preview' ? 'previewing' : 'preview')}</Button></div> : null}
        </form>
      )}
      {changing.notice === undefined ? null : <Notice kind="bad" live><p>{changing.notice}</p></Notice>}
      {changing.preview === null ? null : (
        <div className="cal-preview">
          <h3 role="status">{changing.preview.counts.moved === 0 ? t('preview-none') : t('preview-count', { count: count(changing.preview.counts.moved) })}</h3>
          {changing.preview.counts.moved === 0 ? null : <MoveCountLine counts={changing.preview.counts} />}
          <div className="button-row"><Button busy={changing.busy === 'apply'} onPress={() => { void changing.apply({ edits: [...edits], basis }).then((applied) => { if (applied !== null) { onApplied(); setBasis(''); } }); }}>{t(changing.busy === 'apply' ? 'applying' : 'apply')}</Button></div>
          {changing.preview.counts.moved === 0 ? null : <MovedTable items={changing.preview.items} left={changing.preview.left} counts={changing.preview.counts} />}
        </div>
      )}
      {changing.done === null ? null : (
        <Notice kind="good" live>
          <p>{changing.done.counts.moved === 0 ? t('applied-none') : t('applied', { count: count(changing.done.counts.moved) })} {changing.done.counts.moved === 0 ? null : <Link href={STAFF_PATHS.calendarChange(changing.done.id)}>{t('see-moved')}</Link>}</p>
        </Notice>
      )}
    </section>
  );
}
