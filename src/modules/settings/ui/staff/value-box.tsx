import { type ReactElement } from 'react';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useCountWords, useWords } from '../../../../web/staff/locale.tsx';
import { type SettingItem, type SettingValue } from '../../contract/setting-schemas.ts';
import { SETTING_WORDS } from './setting-messages.ts';

export interface ValueBoxProps {
  readonly item: SettingItem;
  readonly value: SettingValue;
  readonly fault: string | undefined;
  readonly onChange: (value: SettingValue) => void;
}

/** Entry of a value as its schema has it: a number, a choice, several, yes or no, a text, or several texts. */
export function ValueBox({ item, value, fault, onChange }: ValueBoxProps): ReactElement {
  const t = useWords(SETTING_WORDS);
  const count = useCountWords();
  const { control, law } = item;
  const id = `value-${item.key}`;
  const bounds = control.kind === 'number' ? t('bounds', { least: count(control.least ?? 0), most: count(control.most ?? 0) }) : '';
  const note = [bounds, law === null ? '' : t('law', { law })].filter((part) => part !== '').join(' ');
  const options = control.kind === 'switch' ? [{ value: 'true', label: t('on'), longest: null }, { value: 'false', label: t('off'), longest: null }] : control.options;
  if (control.kind === 'choices') {
    const chosen = Array.isArray(value) ? value : [];
    return (
      <fieldset className="set-choices">
        <legend className="field-label">{t('value')}</legend>
        {options.map((option) => (
          <label key={option.value} className="set-choice">
            <input type="checkbox" checked={chosen.includes(option.value)} onChange={(event) => { onChange(options.map((one) => one.value).filter((one) => (one === option.value ? event.target.checked : chosen.includes(one)))); }} />
            {option.label}
          </label>
        ))}
        {fault === undefined ? null : <p className="field-fault">{fault}</p>}
      </fieldset>
    );
  }
  if (control.kind === 'texts') {
    const texts = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
    return (
      <fieldset className="set-texts">
        <legend className="field-label">{t('value')}</legend>
        {options.map((option) => (
          <Field key={option.value} id={`${id}-${option.value}`} label={option.label}>
            {(field) => <input {...field} className="box" type="text" autoComplete="off" maxLength={option.longest ?? 100} value={texts[option.value] ?? ''} onChange={(event) => { onChange({ ...texts, [option.value]: event.target.value }); }} />}
          </Field>
        ))}
        {note === '' ? null : <p className="quiet">{note}</p>}
        {fault === undefined ? null : <p className="field-fault">{fault}</p>}
      </fieldset>
    );
  }
  return (
    <Field id={id} label={t('value')} fault={fault} {...(note === '' ? {} : { note })}>
      {(field) => {
        if (control.kind === 'number') {
          return <input {...field} className="box set-number" type="text" inputMode="numeric" autoComplete="off" maxLength={9} value={typeof value === 'number' || typeof value === 'string' ? String(value) : ''} onChange={(event) => { const text = event.target.value.trim(); onChange(/^-?\d+$/u.test(text) ? Number(text) : text); }} />;
        }
        if (control.kind === 'text') return <input {...field} className="box" type="text" autoComplete="off" maxLength={control.most ?? 100} value={typeof value === 'string' ? value : ''} onChange={(event) => { onChange(event.target.value); }} />;
        return (
          <select {...field} className="box" value={typeof value === 'object' ? '' : String(value)} onChange={(event) => { onChange(control.kind === 'switch' ? event.target.value === 'true' : event.target.value); }}>
            {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
          </select>
        );
      }}
    </Field>
  );
}
