import { type ReactElement } from 'react';
import { ROLES } from '../../../../kernel/actor.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { type UnitsAnswer } from '../../contract/staff.ts';
import { STAFF_ENTRY_LENGTH } from '../../domain/staff-member.ts';
import { type PositionEntry } from './person-entry.ts';
import { PositionFields } from './position-fields.tsx';
import { ROLE_WORDS, STAFF_LIST_WORDS } from './staff-messages.ts';

export interface PositionBoxProps {
  /** 1 for the first. */
  readonly number: number;
  readonly position: PositionEntry;
  readonly choices: UnitsAnswer;
  /** The unit that the position is in although it has ended. */
  readonly formerUnit: string | undefined;
  /** What is wrong with an entry of this position, by its name. */
  readonly faultOf: (entry: string) => string | undefined;
  readonly onChange: (change: Partial<PositionEntry>) => void;
  /** Null for the only position of somebody new: nobody is added without one. */
  readonly onRemove: (() => void) | null;
}

/** One position of a person: where, in which role, under which title, for which fields. */
export function PositionBox({ number, position, choices, formerUnit, faultOf, onChange, onRemove }: PositionBoxProps): ReactElement {
  const t = useWords(STAFF_LIST_WORDS);
  const roleWord = useWords(ROLE_WORDS);
  const id = `position-${position.positionId}`;
  const isKnown = position.unitId === '' || choices.units.some((unit) => unit.id === position.unitId);
  return (
    <fieldset className="staff-position">
      <legend>{t('position-number', { number })}</legend>
      <Field id={`${id}-unit`} label={t('unit')} fault={faultOf('unitId')}>
        {(control) => (
          <select {...control} className="box" value={position.unitId} onChange={(event) => { onChange({ unitId: event.target.value }); }}>
            <option value="">{t('choose-unit')}</option>
            {isKnown ? null : <option value={position.unitId}>{formerUnit ?? ''}</option>}
            {choices.units.map((unit) => <option key={unit.id} value={unit.id}>{unit.name}</option>)}
          </select>
        )}
      </Field>
      <Field id={`${id}-role`} label={t('role')} fault={faultOf('role')}>
        {(control) => (
          <select {...control} className="box" value={position.role} onChange={(event) => { onChange({ role: ROLES.find((role) => role === event.target.value) ?? '' }); }}>
            <option value="">{t('choose-role')}</option>
            {ROLES.map((role) => <option key={role} value={role}>{roleWord(role)}</option>)}
          </select>
        )}
      </Field>
      <Field id={`${id}-title`} label={t('job-title')} note={t('job-title-note')} fault={faultOf('title')} wide>
        {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={STAFF_ENTRY_LENGTH.title} value={position.title} onChange={(event) => { onChange({ title: event.target.value }); }} />}
      </Field>
      <PositionFields id={`${id}-fields`} offered={choices.fields} chosen={position.fields} fault={faultOf('fields')} onChange={(fields) => { onChange({ fields }); }} />
      {onRemove === null ? null : <div><Button kind="plain" onPress={onRemove}>{t('position-remove', { number })}</Button></div>}
    </fieldset>
  );
}
