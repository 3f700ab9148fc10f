import { type ReactElement } from 'react';

/** Stands on the page that follows an accepted form: the draft of that key is forgotten on the device. Shows nothing. */
export function DraftDone({ draft }: { readonly draft: string }): ReactElement {
  return <span hidden data-draft-done={draft} />;
}
