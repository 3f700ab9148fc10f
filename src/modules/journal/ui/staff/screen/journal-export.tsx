import { type ReactElement, useId, useState } from 'react';
import { UNREACHABLE } from '../../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { useCommand } from '../../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../../web/staff/messages.ts';
import { type ExportChoicesResponse, type ExportRequest, type ExportResponse, type PurposesResponse } from '../../../contract/journal-schemas.ts';
import { JOURNAL_WORDS } from './journal-messages.ts';

const KINDS = ['all', 'looks', 'changes', 'sign-ins'] as const satisfies readonly ExportRequest['kind'][];
const FORMATS = ['csv', 'jsonl'] as const satisfies readonly ExportRequest['format'][];

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
  readonly onChange: (value: string) => void;
  readonly fault?: string | undefined;
}

function Choice({ id, label, value, options, onChange, fault }: ChoiceProps): ReactElement {
  return (
    <Field id={id} label={label} fault={fault}>
      {(control) => (
        <select {...control} className="box" value={value} onChange={(event) => { onChange(event.target.value); }}>
          {options.map((option) => <option key={option.value} value={option.value}>{option.words}</option>)}
        </select>
      )}
    </Field>
  );
}

/** Half a year back to yesterday would be a guess; the month that is under way is where auditors begin least wrongly. */
function thisMonth(): { readonly from: string; readonly to: string } {
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  return { from: `${today.slice(0, 8)}01`, to: today };
}

/** The journal as a file for auditors: what it contains, why, and then the download. */
export function JournalExport(): ReactElement {
  const t = useWords(JOURNAL_WORDS);
  const shell = useWords(STAFF_WORDS);
  const { locale } = useLocale();
  const id = useId();
  const choices = useApi<ExportChoicesResponse>('/api/journal/export-choices').data;
  const purposes = useApi<PurposesResponse>('/api/journal/purposes').data?.items ?? [];
  const [entry, setEntry] = useState({ ...thisMonth(), unitId: '', staffId: '', kind: 'all', format: 'csv', purpose: '', words: '' });
  const [made, setMade] = useState<ExportResponse | null>(null);
  const { busy, refusal, send } = useCommand<ExportResponse>((answer) => {
    setMade(answer);
    // The browser asks where to put it; the page stays.
    window.location.assign(fileOf(answer.id));
  });
  const faultOf = (field: string): string | undefined => refusal?.faults.find((fault) => fault.field === field)?.message;
  const change = (part: Partial<typeof entry>): void => {
    setEntry({ ...entry, ...part });
    setMade(null);
  };
  const shownElsewhere = ['from', 'to', 'purpose', 'words'].some((field) => faultOf(field) !== undefined);
  return (
    <form
      className="journal-export"
      onSubmit={(event) => {
        event.preventDefault();
        if (made !== null) {
          window.location.assign(fileOf(made.id));
          return;
        }
        const { unitId, staffId, ...rest } = entry;
        void send('/api/journal/exports', { ...rest, unitId: unitId === '' ? null : unitId, staffId: staffId === '' ? null : staffId });
      }}
    >
      <p className="journal-lead">{t('export-lead')}</p>
      <div className="journal-export-fields">
        <DayField id={`${id}-from`} label={t('export-from')} value={entry.from} onChange={(from) => { change({ from }); }} needed fault={faultOf('from')} />
        <DayField id={`${id}-to`} label={t('export-to')} value={entry.to} onChange={(to) => { change({ to }); }} needed fault={faultOf('to')} />
        <Choice id={`${id}-unit`} label={t('export-unit')} value={entry.unitId} onChange={(unitId) => { change({ unitId }); }} options={[{ value: '', words: t('export-everywhere') }, ...(choices?.units ?? []).map((unit) => ({ value: unit.id, words: unit.name }))]} />
        <Choice id={`${id}-person`} label={t('export-person')} value={entry.staffId} onChange={(staffId) => { change({ staffId }); }} options={[{ value: '', words: t('export-everybody') }, ...(choices?.people ?? []).map((person) => ({ value: person.id, words: person.name }))]} />
        <Choice id={`${id}-kind`} label={t('export-kind')} value={entry.kind} onChange={(kind) => { change({ kind }); }} options={KINDS.map((kind) => ({ value: kind, words: t(`export-kind-${kind}`) }))} />
        <Choice id={`${id}-format`} label={t('export-format')} value={entry.format} onChange={(format) => { change({ format }); }} options={FORMATS.map((format) => ({ value: format, words: t(`export-format-${format}`) }))} />
        <Choice id={`${id}-purpose`} label={t('export-purpose')} value={entry.purpose} onChange={(purpose) => { change({ purpose }); }} fault={faultOf('purpose')} options={[{ value: '', words: t('export-choose') }, ...purposes.map((one) => ({ value: one.code, words: one[locale] }))]} />
        <Field id={`${id}-words`} label={t('export-words')} note={t('export-words-note')} fault={faultOf('words')}>
          {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={300} value={entry.words} onChange={(event) => { change({ words: event.target.value }); }} />}
        </Field>
      </div>
      <p className="quiet">{t(entry.unitId === '' && entry.staffId === '' && entry.kind === 'all' ? 'export-whole' : 'export-part')}</p>
      {refusal === null || shownElsewhere ? null : <Notice kind="bad" live><p>{refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</p></Notice>}
      {made === null ? null : <Notice kind="good" live><p>{t('export-ready')}</p></Notice>}
      <div><Button submit busy={busy}>{t(made === null ? 'export-make' : 'export-download')}</Button></div>
    </form>
  );
}

function fileOf(id: string): string {
  return `/api/journal/exports/${id}/file`;
}
