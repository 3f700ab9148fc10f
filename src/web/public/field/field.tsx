import { type ReactElement, type ReactNode } from 'react';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { PUBLIC_WORDS } from '../public-words.ts';
import { fieldId } from './field-id.ts';

/** What every form field has. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly locale: Locale;
  readonly hint?: ReactNode;
  /** The sentence of the server about what was sent; it says how to correct it. */
  readonly error?: string | undefined;
  /** Default true; the label of a field that may stay empty says so. `by-choice`: another answer of the page decides, which the hint says and the server judges. */
  readonly required?: boolean | 'by-choice' | undefined;
  /** Shown on leaving the field empty, when scripts run. */
  readonly missing?: string | undefined;
  /** Shown on leaving the field with something that its own attributes refuse, when scripts run. */
  readonly wrong?: string | undefined;
}

/** The attributes that tie a control to its label, hint and fault. */
interface ControlTies {
  readonly 'id': string;
  readonly 'name': string;
  readonly 'required': boolean;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** Computes the ties of a control. The empty fault line is named too, so that a script can fill it without touching the ties. */
export function controlTies(props: FieldProps): ControlTies {
  const id = fieldId(props.name);
  return {
    'id': id,
    'name': props.name,
    'required': (props.required ?? true) === true,
    'aria-describedby': props.hint === undefined ? `${id}-fault` : `${id}-hint ${id}-fault`,
    'aria-invalid': props.error === undefined ? undefined : true,
  };
}

function Optional({ props }: { readonly props: FieldProps }): ReactElement | null {
  return props.required !== false ? null : <span className="optional"> ({PUBLIC_WORDS[props.locale].optional})</span>;
}

function HintAndFault({ props }: { readonly props: FieldProps }): ReactElement {
  const id = fieldId(props.name);
  return (
    <>
      {props.hint === undefined ? null : (
        <div className="hint" id={`${id}-hint`}>
          {props.hint}
        </div>
      )}
      <p className="fault" id={`${id}-fault`} hidden={props.error === undefined}>
        <span className="unseen">{PUBLIC_WORDS[props.locale]['fault-prefix']} </span>
        <span>{props.error}</span>
      </p>
    </>
  );
}

/** One control with its label, hint and fault. */
export function Field({ props, children }: { readonly props: FieldProps; readonly children: ReactNode }): ReactElement {
  return (
    <div className={props.error === undefined ? 'field' : 'field wrong'} data-missing={props.missing} data-wrong={props.wrong}>
      <label htmlFor={fieldId(props.name)}>
        {props.label}
        <Optional props={props} />
      </label>
      <HintAndFault props={props} />
      {children}
    </div>
  );
}

/** Several controls that answer one question, with a legend in place of a label. */
export function FieldGroup({ props, children }: { readonly props: FieldProps; readonly children: ReactNode }): ReactElement {
  return (
    <fieldset
      className={props.error === undefined ? 'field' : 'field wrong'}
      aria-describedby={controlTies(props)['aria-describedby']}
      data-missing={props.missing}
      data-wrong={props.wrong}
    >
      <legend>
        {props.label}
        <Optional props={props} />
      </legend>
      <HintAndFault props={props} />
      {children}
    </fieldset>
  );
}
