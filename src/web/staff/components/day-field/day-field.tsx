import { type ReactElement, useState } from 'react';
import { useWords } from '../../locale.tsx';
import { STAFF_WORDS } from '../../messages.ts';
import { readTypedDate, shownDate } from '../../typed-date.ts';
import { Field } from '../field/field.tsx';

export interface DayFieldProps {
  readonly id: string;
  readonly label: string;
  /** `YYYY-MM-DD`; empty: no day. */
  readonly value: string;
  /** Told only of days that exist; empty when the field was emptied and may be. */
  readonly onChange: (value: string) => void;
  readonly needed?: boolean;
  /** What is wrong with the day that stands there. */
  readonly fault?: string | undefined;
}

/**
 * A day as people here write it, 05/03/2026, whatever language the browser speaks: its own date box would show the month first on half
 * of the office's machines. The day counts when the field is left or Enter is pressed.
 */
export function DayField({ id, label, value, onChange, needed = false, fault }: DayFieldProps): ReactElement {
  const t = useWords(STAFF_WORDS);
  // What is being typed, with the day it began from: when the day changes from elsewhere, that is what stands there.
  const [typed, setTyped] = useState<{ readonly from: string; readonly text: string } | null>(null);
  const shown = value === '' ? '' : shownDate(value);
  const text = typed?.from === value ? typed.text : shown;
  const day = text.trim() === '' ? '' : readTypedDate(text);
  const wrong = day === undefined || (day === '' && needed);
  const [left, setLeft] = useState(false);
  const settle = () => {
    setLeft(true);
    if (wrong) return;
    setTyped(null);
    if (day !== value) onChange(day);
  };
  return (
    <Field id={id} label={label} fault={left && wrong ? t('day-wrong') : fault}>
      {(control) => (
        <input
          {...control} className="box" type="text" inputMode="numeric" autoComplete="off" placeholder={t('day-shape')} size={t('day-shape').length} value={text}
          onChange={(event) => {
            setLeft(false);
            setTyped({ from: value, text: event.target.value });
          }}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key === 'Enter') settle();
          }}
        />
      )}
    </Field>
  );
}
