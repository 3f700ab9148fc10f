import { type ReactElement, type ReactNode } from 'react';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { PUBLIC_WORDS } from '../public-words.ts';

interface PublicFormProps {
  readonly action: string;
  readonly locale: Locale;
  readonly children: ReactNode;
  /** Made by the server when the page is drawn: sending twice is the same as sending once. */
  readonly commandId?: string | undefined;
  /** Key of a draft that the phone keeps for seven days; leave it out on the kiosk, which is not one person's machine. */
  readonly draft?: string | undefined;
  /** The form came back with what was sent: no draft is put over it. */
  readonly posted?: boolean | undefined;
  /** The form carries files. */
  readonly upload?: boolean | undefined;
  readonly hidden?: Readonly<Record<string, string>> | undefined;
}

/** A form that is posted as forms always were. The server checks everything; the script only saves a trip. */
export function PublicForm(props: PublicFormProps): ReactElement {
  const words = PUBLIC_WORDS[props.locale];
  return (
    <form
      className="form"
      action={props.action}
      method="post"
      encType={props.upload === true ? 'multipart/form-data' : undefined}
      noValidate
      data-form={props.draft ?? ''}
      data-posted={props.posted === true ? '' : undefined}
    >
      {props.commandId === undefined ? null : <input type="hidden" name="commandId" value={props.commandId} />}
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.children}
      {props.draft === undefined ? null : (
        <p className="draft hint no-print" data-draft hidden>
          <span role="status" data-restored={words['draft-restored']} data-kept={words['draft-kept']} data-deleted={words['draft-deleted']} />{' '}
          <button type="button" className="plain">
            {words['draft-delete']}
          </button>
        </p>
      )}
    </form>
  );
}
