import { type ReactElement, useState } from 'react';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { MERGE_LENGTH, type MergeView, type UndoPreview } from '../../contract/merge-schemas.ts';
import { COMMUNE_MERGE_PROBLEMS } from '../../contract/problems.ts';
import { MERGE_WORDS, type MergeWord } from './merge-messages.ts';

export interface UndoFormProps {
  readonly merge: MergeView;
  readonly busy: boolean;
  readonly onKeep: () => void;
  readonly onAsk: (reason: string) => Promise<void>;
}

function isWord(key: string): key is MergeWord {
  return Object.hasOwn(MERGE_WORDS.vi, key);
}

/** What undoing would sever, and the reason for it. */
export function UndoForm({ merge, busy, onKeep, onAsk }: UndoFormProps): ReactElement {
  const t = useWords(MERGE_WORDS);
  const { locale } = useLocale();
  const count = useCountWords();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const reading = useApi<UndoPreview>(`/api/commune-merges/${merge.id}/undo`);
  const severed = Object.entries(reading.data?.severed ?? {});
  const forbidden = reading.data?.forbidden ?? [];
  return (
    <form
      className="merges-undo"
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(reason.trim() === '');
        if (reason.trim() !== '') void onAsk(reason);
      }}
    >
      <h4>{t('undo-title')}</h4>
      <p>{t('undo-lead', { from: merge.from.name, into: merge.into.name })}</p>
      {reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : null}
      {reading.data === undefined ? reading.isError ? null : <p className="quiet" role="status">{t('undo-looking')}</p> : severed.length === 0 ? <p>{t('undo-clean')}</p> : (
        <div>
          <p>{t('undo-severed', { count: count(severed.reduce((sum, [, n]) => sum + n, 0)) })}</p>
          <ul>{severed.map(([name, n]) => <li key={name}><b>{count(n)}</b> {isWord(`cut.${name}`) ? t(`cut.${name}` as MergeWord) : name}</li>)}</ul>
        </div>
      )}
      {forbidden.length === 0 ? null : <Notice kind="bad"><p>{t('undo-forbidden', { names: forbidden.join(', ') })}</p></Notice>}
      <Field id={`undo-${merge.id}`} label={t('reason')} note={t('reason-note')} fault={missing ? COMMUNE_MERGE_PROBLEMS['merge.reason-missing'][locale] : undefined}>
        {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={MERGE_LENGTH.reason} value={reason} onChange={(event) => { setReason(event.target.value); }} />}
      </Field>
      <div className="button-row">
        {reading.data === undefined || forbidden.length > 0 ? null : <Button submit busy={busy}>{t('ask-undo')}</Button>}
        <Button kind="plain" onPress={onKeep}>{t('keep')}</Button>
      </div>
    </form>
  );
}
