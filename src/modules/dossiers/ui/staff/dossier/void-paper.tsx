import { type ReactElement, useId, useState } from 'react';
import { callApi } from '../../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { announce } from '../../../../../web/staff/shell/announcement.ts';
import { type IssuedPaper } from '../../../contract/issued-paper-schema.ts';
import { PAPER_WORDS } from './paper-words.ts';

/** Declares an issued paper void, with the reason: first a word, then the form in its place. */
export function VoidPaper({ paper, onVoided }: { readonly paper: IssuedPaper; readonly onVoided: () => void }): ReactElement {
  const t = useWords(PAPER_WORDS);
  const field = useId();
  const [open, setOpen] = useState<{ readonly commandId: string } | null>(null);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  if (open === null) {
    return <Button kind="plain" label={t('void-of', { title: paper.title, number: paper.number })} onPress={() => { setOpen({ commandId: newId() }); }}>{t('void')}</Button>;
  }
  const send = async () => {
    setBusy(true);
    const done = await callApi('POST', `/api/papers/${paper.id}/void`, { commandId: open.commandId, reason });
    setBusy(false);
    if (!done.ok) {
      setRefusal(done.refusal.message);
      return;
    }
    announce(t('void-done'));
    onVoided();
  };
  return (
    <span className="issued-voiding">
      <label htmlFor={field}>{t('void-why')}</label>
      <input id={field} type="text" maxLength={500} value={reason} autoFocus onChange={(event) => { setReason(event.target.value); }} />
      {refusal === null ? null : <Notice kind="check" live><p>{refusal}</p></Notice>}
      <span className="button-row">
        <Button busy={busy} onPress={() => { void send(); }}>{t('void-confirm')}</Button>
        <Button kind="quiet" onPress={() => { setOpen(null); }}>{t('keep')}</Button>
      </span>
    </span>
  );
}
