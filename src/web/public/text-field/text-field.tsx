import { type ReactElement } from 'react';
import { controlTies, Field, type FieldProps } from '../field/field.tsx';

interface TextFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'tel' | 'email' | 'password' | 'search' | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | undefined;
  readonly autoComplete?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly minLength?: number | undefined;
  /** A regular expression for the whole value, as in HTML. */
  readonly pattern?: string | undefined;
  /** How much is expected, seen in the width of the box. */
  readonly width?: 'short' | 'medium' | 'full' | undefined;
  readonly spellCheck?: boolean | undefined;
}

/** One line of text. */
export function TextField(props: TextFieldProps): ReactElement {
  return (
    <Field props={props}>
      <input
        {...controlTies(props)}
        className={props.width === undefined || props.width === 'full' ? undefined : props.width}
        type={props.type ?? 'text'}
        defaultValue={props.type === 'password' ? undefined : props.value}
        inputMode={props.inputMode}
        autoComplete={props.autoComplete}
        maxLength={props.maxLength}
        minLength={props.minLength}
        pattern={props.pattern}
        spellCheck={props.spellCheck ?? false}
      />
    </Field>
  );
}
