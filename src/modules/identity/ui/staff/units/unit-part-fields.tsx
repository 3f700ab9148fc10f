import { type ReactElement } from 'react';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { UNIT_KINDS, VILLAGE_KINDS } from '../../../contract/units.ts';
import { UNIT_ENTRY } from '../../../domain/decide-unit-change.ts';
import { PositionFields } from '../position-fields.tsx';
import { kindOf, type PartEntry, type Subject } from './unit-draft.ts';
import { UNIT_WORDS } from './unit-messages.ts';

export interface UnitPartFieldsProps {
  /** Null where there is only one. */
  readonly number: number | null;
  readonly part: PartEntry;
  readonly subject: Subject;
  readonly choosesKind: boolean;
  /** Every field of the catalogue in force. */
  readonly offered: readonly string[];
  readonly faultOf: (field: string) => string | undefined;
  readonly onChange: (part: Partial<PartEntry>) => void;
}

/** The entries of one unit or village: names, kind, fields. */
export function UnitPartFields({ number, part, subject, choosesKind, offered, faultOf, onChange }: UnitPartFieldsProps): ReactElement {
  const t = useWords(UNIT_WORDS);
  return (
    <fieldset className="staff-position">
      {number === null ? null : <legend>{t('new-unit', { number })}</legend>}
      <Field id={`unit-${part.id}-name`} label={t('name')} fault={faultOf('name')} wide={subject === 'unit'}>
        {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={UNIT_ENTRY.name} value={part.name} onChange={(event) => { onChange({ name: event.target.value }); }} />}
      </Field>
      {subject === 'village' ? null : (
        <Field id={`unit-${part.id}-short`} label={t('short-name')} note={t('short-name-note')} fault={faultOf('shortName')}>
          {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={UNIT_ENTRY.shortName} value={part.shortName} onChange={(event) => { onChange({ shortName: event.target.value }); }} />}
        </Field>
      )}
      {choosesKind ? (
        <Field id={`unit-${part.id}-kind`} label={t('kind')}>
          {(control) => (
            <select {...control} className="box" value={part.kind} onChange={(event) => { onChange({ kind: kindOf(subject, event.target.value) }); }}>
              {(subject === 'unit' ? UNIT_KINDS : VILLAGE_KINDS).map((kind) => <option key={kind} value={kind}>{t(`kind.${kind}`)}</option>)}
            </select>
          )}
        </Field>
      ) : null}
      {subject === 'village' ? null : <PositionFields id={`unit-${part.id}-fields`} label={t('fields')} none={t('fields-none')} note={null} offered={offered} chosen={part.fields} fault={faultOf('fields')} onChange={(fields) => { onChange({ fields }); }} />}
    </fieldset>
  );
}
