import { type ReactElement } from 'react';
import { PUBLIC_WORDS } from '../public-words.ts';
import { controlTies, FieldGroup, type FieldProps } from '../field/field.tsx';
import { type DateBoxes } from './read-date-boxes.ts';

interface DateFieldProps extends FieldProps {
  readonly value?: DateBoxes | undefined;
  /** True for the person's own birth date: the browser may fill it in. */
  readonly birthday?: boolean | undefined;
}

const PARTS = [
  { part: 'day', size: 2, autoComplete: 'bday-day' },
  { part: 'month', size: 2, autoComplete: 'bday-month' },
  { part: 'year', size: 4, autoComplete: 'bday-year' },
] as const;

/** A date as three boxes in the Vietnamese order: typing beats turning a calendar back seventy years. */
export function DateField(props: DateFieldProps): ReactElement {
  const ties = controlTies(props);
  return (
    <FieldGroup props={props}>
      <div className="date" data-date>
        {PARTS.map(({ part, size, autoComplete }, index) => {
          const id = index === 0 ? ties.id : `${ties.id}-${part}`;
          return (
            <div key={part} className={part}>
              <label htmlFor={id}>{PUBLIC_WORDS[props.locale][part]}</label>
              <input
                id={id}
                name={`${props.name}-${part}`}
                defaultValue={props.value?.[part]}
                inputMode="numeric"
                maxLength={size}
                required={ties.required}
                aria-invalid={ties['aria-invalid']}
                autoComplete={props.birthday === true ? autoComplete : 'off'}
              />
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}
