import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { type Refusal, UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { LIMIT_UNITS, type LimitEntry, MOST, readLimit } from './time-limit-entry.ts';
import { UNDETERMINED_WORDS } from './undetermined-messages.ts';

export interface TimeLimitFormProps {
  readonly code: string;
  /** What the form begins with: the figure of the published record, or what was completed before. */
  readonly start: LimitEntry;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** Completes the time limit of one procedure, in place. */
export function TimeLimitForm({ code, start, onSaved, onCancel }: TimeLimitFormProps): ReactElement {
  const t = useWords(UNDETERMINED_WORDS);
  const shell = useWords(STAFF_WORDS);
  const queries = useQueryClient();
  const [entry, setEntry] = useState(start);
  const [commandId, setCommandId] = useState(newId);
  const [faults, setFaults] = useState<readonly ('value-missing' | 'basis-missing')[]>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => { form.current?.querySelector('input')?.focus(); }, []);
  useEffect(() => {
    if (faults.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);
  const change = (part: Partial<LimitEntry>) => {
    setEntry({ ...entry, ...part });
    setFaults([]);
    // Another content is another command, unless the last one may have arrived without an answer.
    if (refusal?.code !== UNREACHABLE) setCommandId(newId());
  };
  const save = async () => {
    if (busy) return;
    const read = readLimit(entry);
    if ('faults' in read) {
      setFaults(read.faults);
      return;
    }
    setBusy(true);
    setRefusal(null);
    const result = await callApi('PUT', `/api/procedures/${encodeURIComponent(code)}/time-limit`, { commandId, ...read.request });
    setBusy(false);
    if (!result.ok) {
      setRefusal(result.refusal);
      return;
    }
    await queries.invalidateQueries();
    onSaved();
  };
  return (
    <form
      ref={form}
      className="limit-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      {entry.unit === 'same-day' ? null : (
        <Field id={`value-${code}`} label={t('value')} fault={faults.includes('value-missing') ? t('value-missing', { most: MOST }) : undefined}>
          {(control) => <input {...control} className="box" type="text" inputMode="numeric" autoComplete="off" maxLength={4} value={entry.value} onChange={(event) => { change({ value: event.target.value }); }} />}
        </Field>
      )}
      <Field id={`unit-${code}`} label={t('unit')}>
        {(control) => (
          <select
            {...control} className="box" value={entry.unit}
            onChange={(event) => {
              const unit = LIMIT_UNITS.find((candidate) => candidate === event.target.value);
              if (unit !== undefined) change({ unit });
            }}
          >
            {LIMIT_UNITS.map((unit) => <option key={unit} value={unit}>{t(`unit.${unit}`)}</option>)}
          </select>
        )}
      </Field>
      <Field id={`basis-${code}`} label={t('basis')} note={t('basis-note')} fault={faults.includes('basis-missing') ? t('basis-missing') : undefined} wide>
        {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={300} value={entry.basis} onChange={(event) => { change({ basis: event.target.value }); }} />}
      </Field>
      <div className="limit-acts">
        {refusal === null ? null : <Notice kind="bad" live><p>{refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</p></Notice>}
        <div className="button-row">
          <Button submit busy={busy}>{busy ? t('saving') : t('save')}</Button>
          <Button kind="quiet" onPress={onCancel}>{t('cancel')}</Button>
        </div>
      </div>
    </form>
  );
}
