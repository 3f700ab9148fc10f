import { type ReactElement } from 'react';
import { FieldGroup, type FieldProps } from '../field/field.tsx';
import { fieldId } from '../field/field-id.ts';

interface RadioGroupProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string | undefined }[];
  readonly value?: string | undefined;
  /** Side by side where there is room: for short answers such as “Có” and “Không”. */
  readonly inline?: boolean | undefined;
}

/** One of a few choices. The first box carries the id of the field, so that error links lead to it. */
export function RadioGroup(props: RadioGroupProps): ReactElement {
  const id = fieldId(props.name);
  return (
    <FieldGroup props={props}>
      <div className={props.inline === true ? 'row' : undefined}>
        {props.options.map((option, index) => {
          const own = index === 0 ? id : `${id}-${index}`;
          return (
            <div className="choice" key={option.value}>
              <input
                type="radio"
                id={own}
                name={props.name}
                value={option.value}
                defaultChecked={option.value === props.value}
                required={(props.required ?? true) === true}
                aria-describedby={option.hint === undefined ? undefined : `${own}-hint-own`}
              />
              <div>
                <label htmlFor={own}>{option.label}</label>
                {option.hint === undefined ? null : (
                  <span className="hint" id={`${own}-hint-own`}>
                    {option.hint}
                  </span>
                )}
              </div>
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}
