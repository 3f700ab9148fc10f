import { type ReactElement, type ReactNode } from 'react';
import { Icon } from '../../../public/icon/icon.tsx';

/** What a control must carry so that its label, note and faults belong to it. */
interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

export interface FieldProps {
  /** Also the id of the control. */
  readonly id: string;
  readonly label: ReactNode;
  readonly note?: ReactNode;
  /** What is wrong and how to mend it. */
  readonly fault?: string | undefined;
  /** What the officer should look at twice; it never stops anything. */
  readonly checks?: readonly string[];
  readonly wide?: boolean;
  readonly children: (control: ControlProps) => ReactNode;
}

/** A labelled control with its note, its fault and its warnings beside it. */
export function Field({ id, label, note, fault, checks = [], wide = false, children }: FieldProps): ReactElement {
  const described = [
    note === undefined ? '' : `${id}-note`,
    fault === undefined ? '' : `${id}-fault`,
    checks.length === 0 ? '' : `${id}-checks`,
  ].filter((part) => part !== '').join(' ');
  return (
    <div className={wide ? 'field field-wide' : 'field'}>
      <label className="field-label" htmlFor={id}>{label}</label>
      {children({ 'id': id, 'aria-describedby': described === '' ? undefined : described, 'aria-invalid': fault !== undefined })}
      {note === undefined ? null : <div className="field-note" id={`${id}-note`}>{note}</div>}
      {fault === undefined ? null : <div className="field-fault" id={`${id}-fault`}><Icon name="bad" /><span>{fault}</span></div>}
      {checks.length === 0 ? null : (
        <div id={`${id}-checks`}>
          {checks.map((check) => <div key={check} className="field-check"><Icon name="overdue" /><span>{check}</span></div>)}
        </div>
      )}
    </div>
  );
}
