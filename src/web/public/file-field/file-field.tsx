import { type ReactElement } from 'react';
import { PUBLIC_WORDS } from '../public-words.ts';
import { controlTies, Field, type FieldProps } from '../field/field.tsx';

interface FileFieldProps extends FieldProps {
  /** As in HTML; default photographs and PDF. */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
  /** Photographs are made smaller on the phone before they are sent; default true. */
  readonly shrink?: boolean | undefined;
  /** Opens the camera at once on phones. */
  readonly camera?: boolean | undefined;
}

/** A file or a photograph of a paper. Its form must be made with `upload`. */
export function FileField(props: FileFieldProps): ReactElement {
  const words = PUBLIC_WORDS[props.locale];
  return (
    <Field props={props}>
      <input
        {...controlTies(props)}
        type="file"
        accept={props.accept ?? 'image/jpeg,image/png,image/webp,image/heic,application/pdf'}
        multiple={props.multiple ?? false}
        capture={props.camera === true ? 'environment' : undefined}
        data-shrink={(props.shrink ?? true) ? words['picture-working'] : undefined}
        data-shrunk={(props.shrink ?? true) ? words['picture-done'] : undefined}
      />
      <p className="hint" role="status" />
    </Field>
  );
}
