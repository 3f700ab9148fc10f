import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { plainDateWords } from '../../../../kernel/date-words.ts';
import { personNameSortKey } from '../../../../kernel/person-name.ts';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { announce } from '../../../../web/staff/shell/announcement.ts';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type StaffMemberAnswer } from '../../contract/staff.ts';
import { StaffForm } from './staff-form.tsx';
import { STAFF_LIST_WORDS } from './staff-messages.ts';
import { useStaffSave } from './use-staff-save.ts';

export interface LeaveFormProps {
  readonly member: StaffMemberAnswer;
  readonly people: readonly StaffMemberAnswer[];
  readonly today: string;
}

/** The leave of one person: what is entered, another one with who acts meanwhile, and the way to the dossiers in hand. */
export function LeaveForm({ member, people, today }: LeaveFormProps): ReactElement {
  const t = useWords(STAFF_LIST_WORDS);
  const { locale } = useLocale();
  const save = useStaffSave();
  const begin = () => ({ leaveId: newId(), fromDay: today, untilDay: today, reason: '', actingStaffId: '' });
  const [entry, setEntry] = useState(begin);
  const change = (part: Partial<typeof entry>) => {
    setEntry({ ...entry, ...part });
    save.touched();
  };
  const name = member.fullName;
  const day = (date: string) => plainDateWords(date, locale);
  const submit = async () => {
    if (!(await save.send('POST', `/api/staff/${member.id}/leave`, { ...entry, actingStaffId: entry.actingStaffId === '' ? null : entry.actingStaffId }))) return;
    announce(t('leave-saved', { name }));
    setEntry(begin());
    save.touched();
  };
  const end = async (leaveId: string) => {
    save.touched();
    if (await save.send('POST', `/api/leaves/${leaveId}/end`, {})) announce(t('leave-ended'));
  };
  const others = people.filter(({ id, active }) => id !== member.id && active).toSorted((a, b) => (personNameSortKey(a.fullName) < personNameSortKey(b.fullName) ? -1 : 1));
  return (
    <StaffForm title={t('leave-title', { name })} lead={t('leave-lead', { name })} saveWord={t('leave-save')} save={save} onSubmit={() => { void submit(); }}>
      <div>
        <h2>{t('leave-list')}</h2>
        {member.leaves.length === 0 ? <p className="quiet">{t('leave-none')}</p> : (
          <ul className="staff-leaves">
            {member.leaves.map((leave) => (
              <li key={leave.id}>
                <span>{t('leave-line', { from: day(leave.fromDay), until: day(leave.untilDay), reason: leave.reason })}{leave.acting === null ? null : <small className="quiet"> · {t('leave-acted', { name: leave.acting.fullName })}</small>}</span>
                <Button kind="quiet" busy={save.busy} onPress={() => { void end(leave.id); }}>{t('leave-end')}</Button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <fieldset className="staff-part">
        <DayField id="leave-from" label={t('leave-from')} value={entry.fromDay} needed onChange={(fromDay) => { change({ fromDay, untilDay: entry.untilDay < fromDay ? fromDay : entry.untilDay }); }} fault={save.faultOf('fromDay')} />
        <DayField id="leave-until" label={t('leave-until')} value={entry.untilDay} needed onChange={(untilDay) => { change({ untilDay }); }} fault={save.faultOf('untilDay')} />
        <Field id="leave-reason" label={t('leave-reason')} fault={save.faultOf('reason')}>
          {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={200} value={entry.reason} onChange={(event) => { change({ reason: event.target.value }); }} />}
        </Field>
        <Field id="leave-acting" label={t('leave-acting')} fault={save.faultOf('actingStaffId')}>
          {(control) => (
            <select {...control} className="box" value={entry.actingStaffId} onChange={(event) => { change({ actingStaffId: event.target.value }); }}>
              <option value="">{t('leave-nobody')}</option>
              {others.map(({ id, fullName, positions }) => <option key={id} value={id}>{[fullName, ...positions.slice(0, 1).map(({ title }) => title)].join(' · ')}</option>)}
            </select>
          )}
        </Field>
      </fieldset>
      <p className="quiet">{t('leave-dossiers', { name })} <Link href={STAFF_PATHS.absences}>{t('leave-dossiers-link')}</Link></p>
    </StaffForm>
  );
}
