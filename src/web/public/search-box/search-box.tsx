import { type ReactElement, type ReactNode } from 'react';
import { fieldId } from '../field/field-id.ts';

interface SearchBoxProps {
  readonly action: string;
  readonly name: string;
  readonly label: string;
  /** The word on the button. */
  readonly button: string;
  readonly value?: string | undefined;
  readonly placeholder?: string | undefined;
  /** True when a heading above already says what the box is for. */
  readonly labelHidden?: boolean | undefined;
  readonly size?: 'large' | 'normal' | undefined;
  readonly hint?: ReactNode;
}

/** One box and one button that ask a page by GET, so that the answer has an address of its own. */
export function SearchBox(props: SearchBoxProps): ReactElement {
  const id = fieldId(props.name);
  return (
    <form className={props.size === 'large' ? 'search large' : 'search'} action={props.action} method="get" role="search" aria-label={props.label}>
      <label htmlFor={id} className={props.labelHidden === true ? 'unseen' : undefined}>
        {props.label}
      </label>
      <div className="search-row">
        <input
          id={id}
          name={props.name}
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          defaultValue={props.value}
          placeholder={props.placeholder}
          aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
        />
        <button className="button" type="submit">
          {props.button}
        </button>
      </div>
      {props.hint === undefined ? null : (
        <p className="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </form>
  );
}
