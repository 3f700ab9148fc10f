import { type ReactElement } from 'react';
import { PUBLIC_WORDS } from '../public-words.ts';
import { controlTies, type FieldProps } from '../field/field.tsx';

interface CheckboxFieldProps extends FieldProps {
  readonly checked?: boolean | undefined;
  /** What is sent when it is ticked; default `co`. */
  readonly value?: string | undefined;
}

/** One box to tick. A consent is never ticked beforehand: that is the caller's duty and the law's (Luật 91/2025/QH15). */
export function CheckboxField(props: CheckboxFieldProps): ReactElement {
  const ties = controlTies(props);
  return (
    <div className={props.error === undefined ? 'field' : 'field wrong'} data-missing={props.missing} data-wrong={props.wrong}>
      <p className="fault" id={`${ties.id}-fault`} hidden={props.error === undefined}>
        <span className="unseen">{PUBLIC_WORDS[props.locale]['fault-prefix']} </span>
        <span>{props.error}</span>
      </p>
      <div className="choice">
        <input type="checkbox" {...ties} defaultChecked={props.checked ?? false} value={props.value ?? 'co'} />
        <div>
          <label htmlFor={ties.id}>{props.label}</label>
          {props.hint === undefined ? null : (
            <div className="hint" id={`${ties.id}-hint`}>
              {props.hint}
            </div>
          )}
        </div>
      </div>
    </div>
  );
}
