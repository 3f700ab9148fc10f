import { type ReactElement, useState } from 'react';
import { callApi } from '../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { type Refusal, UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { type BeginAssistedRequest, type BeginAssistedResponse } from '../../contract/assisted-schemas.ts';
import { ASSISTED_STAFF_WORDS } from './assisted-messages.ts';

/** Begins a declaration for the citizen across the table and opens its pages beside the workspace. */
export function StartAssisted({ procedureCode }: { readonly procedureCode: string }): ReactElement {
  const t = useWords(ASSISTED_STAFF_WORDS);
  const shell = useWords(STAFF_WORDS);
  const [path, setPath] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const begin = async () => {
    setBusy(true);
    setRefusal(null);
    const begun = await callApi<BeginAssistedResponse>('POST', '/api/assisted-filings', { commandId: newId(), procedureCode } satisfies BeginAssistedRequest);
    setBusy(false);
    if (!begun.ok) {
      setRefusal(begun.refusal);
      return;
    }
    setPath(begun.value.path);
    // A browser that keeps windows from opening leaves the link below.
    window.open(begun.value.path, '_blank', 'noopener');
  };
  return (
    <div className="start-assisted">
      <div className="button-row">
        <Button kind="quiet" busy={busy} onPress={() => { void begin(); }}>{t('start')}</Button>
        {path === null ? null : <a href={path} target="_blank" rel="noreferrer">{t('start-open')}</a>}
      </div>
      <p className="quiet">{t('start-note')}</p>
      {refusal === null ? null : <p role="alert">{refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</p>}
    </div>
  );
}
