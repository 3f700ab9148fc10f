import { type ReactElement, useState } from 'react';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { PASSWORD_RULE_WORDS } from '../../domain/password-rule-words.ts';
import { STAFF_LIST_WORDS } from './staff-messages.ts';

export interface PasswordBoxProps {
  readonly label: string;
  readonly value: string;
  readonly fault: string | undefined;
  /** Somebody else will use it and has to be told. */
  readonly forOther: boolean;
  readonly onChange: (value: string) => void;
}

/** A new password with its rules told beforehand; it can be shown, because it is read out to the person. */
export function PasswordBox({ label, value, fault, forOther, onChange }: PasswordBoxProps): ReactElement {
  const t = useWords(STAFF_LIST_WORDS);
  const { locale } = useLocale();
  const [shown, setShown] = useState(false);
  const note = (
    <ul className="staff-rules">
      {PASSWORD_RULE_WORDS[locale].map((rule) => <li key={rule}>{rule}</li>)}
      {forOther ? <li>{t('hand-over-note')}</li> : null}
    </ul>
  );
  return (
    <div className="staff-password field-wide">
      <Field id="staff-password" label={label} note={note} fault={fault}>
        {(control) => <input {...control} className="box" type={shown ? 'text' : 'password'} autoComplete="new-password" spellCheck={false} maxLength={400} value={value} onChange={(event) => { onChange(event.target.value); }} />}
      </Field>
      <label className="staff-tick">
        <input type="checkbox" checked={shown} onChange={(event) => { setShown(event.target.checked); }} />
        <span>{t('show-password')}</span>
      </label>
    </div>
  );
}
