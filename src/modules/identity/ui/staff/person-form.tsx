import { type ReactElement, useState } from 'react';
import { useLocation } from 'wouter';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { useSession } from '../../../../web/staff/session.tsx';
import { announce } from '../../../../web/staff/shell/announcement.ts';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type StaffMemberAnswer, type UnitsAnswer } from '../../contract/staff.ts';
import { STAFF_ENTRY_LENGTH } from '../../domain/staff-member.ts';
import { PasswordBox } from './password-box.tsx';
import { checkPerson, emptyPosition, entryOf, type PersonEntry, positionRequests } from './person-entry.ts';
import { PositionBox } from './position-box.tsx';
import { StaffForm } from './staff-form.tsx';
import { STAFF_LIST_WORDS } from './staff-messages.ts';
import { useStaffSave } from './use-staff-save.ts';

export interface PersonFormProps {
  /** Null for somebody new. */
  readonly member: StaffMemberAnswer | null;
  readonly choices: UnitsAnswer;
  /** The day of the server, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Adds a person, or changes the name, the account and the positions of one. */
export function PersonForm({ member, choices, today }: PersonFormProps): ReactElement {
  const t = useWords(STAFF_LIST_WORDS);
  const { commune } = useSession();
  const [, navigate] = useLocation();
  const save = useStaffSave();
  const [staffId] = useState(() => member?.id ?? newId());
  const [entry, setEntry] = useState<PersonEntry>(() =>
    member === null ? { fullName: '', userName: '', password: '', active: true, positions: [emptyPosition(newId(), today)] } : entryOf(member),
  );
  const change = (part: Partial<PersonEntry>) => {
    setEntry({ ...entry, ...part });
    save.touched();
  };
  const submit = async () => {
    const faults = checkPerson(entry, member === null ? 'new' : 'known', commune.name);
    if (faults.length > 0) {
      save.show(faults);
      return;
    }
    const { fullName, userName, password, active } = entry;
    const positions = positionRequests(entry);
    const done = member === null
      ? await save.send('POST', '/api/staff', { staffId, userName, fullName, password, positions })
      : await save.send('PUT', `/api/staff/${staffId}`, { fullName, active, positions });
    if (!done) return;
    announce(member === null ? t('added', { name: fullName.trim(), userName: userName.trim().toLowerCase() }) : t('saved', { name: fullName.trim() }));
    navigate(STAFF_PATHS.staff);
  };
  return (
    <StaffForm title={member === null ? t('add-title') : t('edit-title')} saveWord={t('save')} save={save} onSubmit={() => { void submit(); }}>
      <fieldset className="staff-part">
        <legend>{t('person')}</legend>
        <Field id="staff-full-name" label={t('name')} note={t('full-name-note')} fault={save.faultOf('fullName')}>
          {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={STAFF_ENTRY_LENGTH.fullName} value={entry.fullName} onChange={(event) => { change({ fullName: event.target.value }); }} />}
        </Field>
        {member === null ? (
          <>
            <Field id="staff-user-name" label={t('user-name')} note={t('user-name-note')} fault={save.faultOf('userName')}>
              {(control) => <input {...control} className="box" type="text" autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={STAFF_ENTRY_LENGTH.userName} value={entry.userName} onChange={(event) => { change({ userName: event.target.value }); }} />}
            </Field>
            <PasswordBox label={t('password')} value={entry.password} fault={save.faultOf('password')} forOther onChange={(password) => { change({ password }); }} />
          </>
        ) : (
          <div className="field">
            <span className="field-label">{t('user-name')}</span>
            <b>{member.userName}</b>
          </div>
        )}
      </fieldset>
      {member === null ? null : (
        <fieldset className="staff-part">
          <legend>{t('account')}</legend>
          <div className="field field-wide">
            <label className="staff-tick">
              <input type="checkbox" aria-describedby="staff-active-note" checked={entry.active} onChange={(event) => { change({ active: event.target.checked }); }} />
              <span>{t('active')}</span>
            </label>
            <div className="field-note" id="staff-active-note">{t('active-note')}</div>
          </div>
        </fieldset>
      )}
      <div className="staff-positions">
        {entry.positions.length === 0 ? <p className="quiet" role="status">{t('positions-none')}</p> : null}
        {entry.positions.map((position, index) => (
          <PositionBox
            key={position.positionId}
            number={index + 1}
            position={position}
            choices={choices}
            formerUnit={member?.positions.find(({ positionId }) => positionId === position.positionId)?.unitName}
            faultOf={(name) => save.faultOf(`positions.${index}.${name}`)}
            onChange={(part) => { change({ positions: entry.positions.map((other) => (other === position ? { ...position, ...part } : other)) }); }}
            onRemove={member === null && entry.positions.length === 1 ? null : () => {
              change({ positions: entry.positions.filter((other) => other !== position) });
              document.getElementById('staff-add-position')?.querySelector('button')?.focus();
            }}
          />
        ))}
        {entry.positions.length < STAFF_ENTRY_LENGTH.positions ? (
          <div id="staff-add-position"><Button kind="quiet" onPress={() => { change({ positions: [...entry.positions, emptyPosition(newId(), today)] }); }}>{t('position-add')}</Button></div>
        ) : null}
        {member === null ? null : <p className="quiet">{t('positions-note')}</p>}
      </div>
    </StaffForm>
  );
}
