import { type ReactElement } from 'react';
import { type Role, ROLES, WORK_STEPS } from '../../../../kernel/actor.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { ROLE_WORDS } from '../../contract/role-words.ts';
import { type UnitsAnswer } from '../../contract/staff.ts';
import { STAFF_ENTRY_LENGTH } from '../../domain/staff-member.ts';
import { type PositionEntry } from './person-entry.ts';
import { PositionFields } from './position-fields.tsx';
import { STAFF_LIST_WORDS } from './staff-messages.ts';

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

/** Roles that work on the steps of a dossier; the others have no use for limits by unit and step. */
const STEP_ROLES: readonly Role[] = ['reception', 'specialist', 'unit-head', 'president', 'clerk'];

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
      <DayField id={`${id}-from`} label={t('valid-from')} value={position.validFrom} needed onChange={(validFrom) => { onChange({ validFrom }); }} fault={faultOf('validFrom')} />
      <DayField id={`${id}-to`} label={t('valid-to')} value={position.validTo} onChange={(validTo) => { onChange({ validTo }); }} fault={faultOf('validTo')} />
      {position.role !== '' && STEP_ROLES.includes(position.role) ? (
        <>
          <Field id={`${id}-scope`} label={t('unit-scope')} note={t('unit-scope-note')}>
            {(control) => (
              <select {...control} className="box" value={position.unitScope} onChange={(event) => { onChange({ unitScope: event.target.value === 'own' ? 'own' : 'all' }); }}>
                <option value="all">{t('unit-scope-all')}</option>
                <option value="own">{t('unit-scope-own')}</option>
              </select>
            )}
          </Field>
          <fieldset className="field staff-steps" aria-describedby={`${id}-steps-note`}>
            <legend className="field-label">{t('steps')}</legend>
            {WORK_STEPS.map((step) => (
              <label key={step} className="staff-tick">
                <input type="checkbox" checked={position.steps.includes(step)} onChange={(event) => { onChange({ steps: event.target.checked ? [...position.steps, step] : position.steps.filter((other) => other !== step) }); }} />
                <span>{t(`step.${step}`)}</span>
              </label>
            ))}
            <div className="field-note" id={`${id}-steps-note`}>{t('steps-note')}</div>
          </fieldset>
        </>
      ) : null}
      {onRemove === null ? null : <div><Button kind="plain" onPress={onRemove}>{t('position-remove', { number })}</Button></div>}
    </fieldset>
  );
}
