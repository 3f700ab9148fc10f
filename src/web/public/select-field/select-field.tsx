import { type ReactElement } from 'react';
import { controlTies, Field, type FieldProps } from '../field/field.tsx';

interface SelectFieldProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value?: string | undefined;
  /** The first choice, which stands for none, such as “Chọn thôn”. */
  readonly empty?: string | undefined;
}

/** One of many choices; for up to six, radio buttons are easier. */
export function SelectField(props: SelectFieldProps): ReactElement {
  return (
    <Field props={props}>
      <select {...controlTies(props)} defaultValue={props.value ?? (props.empty === undefined ? undefined : '')}>
        {props.empty === undefined ? null : <option value="">{props.empty}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
