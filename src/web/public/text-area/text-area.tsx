import { type ReactElement } from 'react';
import { controlTies, Field, type FieldProps } from '../field/field.tsx';

interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps): ReactElement {
  return (
    <Field props={props}>
      <textarea {...controlTies(props)} defaultValue={props.value} rows={props.rows ?? 4} maxLength={props.maxLength} spellCheck={false} />
    </Field>
  );
}
