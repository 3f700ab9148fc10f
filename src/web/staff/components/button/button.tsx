import { type ReactElement, type ReactNode, type Ref } from 'react';

export interface ButtonProps {
  /** For whoever puts the focus here. */
  readonly id?: string;
  /** One main button a page; `quiet` has a border, `plain` looks like a link. */
  readonly kind?: 'main' | 'quiet' | 'plain';
  /** The key that does the same, shown on the button. */
  readonly keyHint?: string | undefined;
  /** True while its work is under way: it keeps its place and the focus, and does nothing. */
  readonly busy?: boolean;
  readonly submit?: boolean;
  readonly label?: string | undefined;
  readonly expanded?: boolean | undefined;
  readonly onPress?: ((button: HTMLButtonElement) => void) | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
  readonly children: ReactNode;
}

const CLASSES = { main: 'button', quiet: 'button button-quiet', plain: 'button button-plain' } as const;

/** A button. It is never disabled for good reasons that a person could mend: pressing it says what is missing. */
export function Button({ id, kind = 'main', keyHint, busy = false, submit = false, label, expanded, onPress, ref, children }: ButtonProps): ReactElement {
  return (
    <button
      ref={ref}
      id={id}
      type={submit ? 'submit' : 'button'}
      className={CLASSES[kind]}
      aria-disabled={busy}
      aria-label={label}
      aria-expanded={expanded}
      aria-keyshortcuts={keyHint}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onPress?.(event.currentTarget);
      }}
    >
      {children}
      {keyHint === undefined ? null : <kbd aria-hidden={true}>{keyHint}</kbd>}
    </button>
  );
}
