import { type ReactElement, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { plainDateWords } from '../../../../kernel/date-words.ts';
import { callApi } from '../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { SharedNotice } from '../../../../web/staff/components/shared-notice/shared-notice.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type FormDraftDone, type FormsResponse } from '../../contract/form-editor-schemas.ts';
import { FORM_EDITOR_WORDS } from './form-editor-messages.ts';
import './form-editor.css';

/** More than any form by far. */
const MOST_BYTES = 1_000_000;

/** Every form with its procedures: found by words, begun anew, imported. `?thu-tuc=` begins a new one for a procedure. */
export function FormsScreen(): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const count = useCountWords();
  const [search] = useSearchParams();
  const wanted = search.get('thu-tuc');
  const [question, setQuestion] = useState('');
  const [act, setAct] = useState<'new' | 'import' | null>(wanted === null ? null : 'new');
  const reading = useApi<FormsResponse>(`/api/form-editor/forms${question.trim() === '' ? '' : `?q=${encodeURIComponent(question.trim())}`}`, { keepLast: true });
  const { data } = reading;
  if (data === undefined) return reading.isError ? <div className="form-page"><h1>{t('title')}</h1><LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /></div> : <Skeleton lines={8} />;
  return (
    <div className="form-page">
      <h1>{t('title')}</h1>
      <p className="form-lead">{t('lead')}</p>
      <SharedNotice say={t} of={data} />
      <div className="form-top">
        <Field id="form-search" label={t('search')}>
          {(control) => <input {...control} className="box" type="search" value={question} onChange={(event) => { setQuestion(event.target.value); }} />}
        </Field>
        {data.mayEdit ? (
          <div className="button-row">
            <Button kind="quiet" expanded={act === 'new'} onPress={() => { setAct(act === 'new' ? null : 'new'); }}>{t('new')}</Button>
            <Button kind="quiet" expanded={act === 'import'} onPress={() => { setAct(act === 'import' ? null : 'import'); }}>{t('import')}</Button>
          </div>
        ) : null}
      </div>
      {!data.mayEdit ? null : act === 'new' ? <NewForm data={data} procedure={wanted ?? ''} onCancel={() => { setAct(null); }} /> : act === 'import' ? <ImportForm onCancel={() => { setAct(null); }} /> : null}
      <p className="quiet" role="status">{t('found', { count: count(data.total) })}</p>
      <table className="form-table">
        <thead><tr><th scope="col">{t('form')}</th><th scope="col">{t('procedures')}</th><th scope="col">{t('state')}</th></tr></thead>
        <tbody>{data.items.map((item) => <FormLine key={item.code} item={item} />)}</tbody>
      </table>
    </div>
  );
}

function FormLine({ item }: { readonly item: FormsResponse['items'][number] }): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const { locale } = useLocale();
  const [, go] = useLocation();
  const to = item.version === 0 && item.draftId !== null ? STAFF_PATHS.formDraft(item.draftId) : STAFF_PATHS.form(item.code);
  return (
    <tr>
      <th scope="row">
        <a href={`/can-bo${to}`} onClick={(event) => { event.preventDefault(); go(to); }}>{item.title === '' ? t('unnamed') : item.title}</a>
        <small className="quiet">{item.number ?? item.code}</small>
      </th>
      <td data-head={t('procedures')}>{item.procedures.length === 0 ? <span className="quiet">{t('no-procedure')}</span> : item.procedures.map(({ code, name }) => <div key={code}>{name === '' ? code : name} <small className="quiet">{code}</small></div>)}</td>
      <td data-head={t('state')}>
        {item.version === 0 ? null : t('version', { version: String(item.version) })}
        <small className="quiet">{[t(item.own ? 'own' : 'program'), ...(item.planned === null ? [] : [t('planned', { day: plainDateWords(item.planned, locale) })]), ...(item.draftId === null ? [] : [t('draft-open')])].join(' · ')}</small>
      </td>
    </tr>
  );
}

function NewForm({ data, procedure, onCancel }: { readonly data: FormsResponse; readonly procedure: string; readonly onCancel: () => void }): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const [, go] = useLocation();
  const [entry, setEntry] = useState({ title: '', procedure, copy: '' });
  const [id] = useState(newId);
  const { busy, refusal, send } = useCommand<FormDraftDone>((done) => { go(STAFF_PATHS.formDraft(done.id)); });
  const fault = (field: string): string | undefined => refusal?.faults.find((one) => one.field === field)?.message;
  const code = entry.procedure.trim().split(' ')[0] ?? '';
  return (
    <form
      className="form-section" aria-label={t('new')}
      onSubmit={(event) => {
        event.preventDefault();
        const from = entry.copy === '' ? { kind: 'new', procedure: code === '' ? null : code, title: entry.title } : { kind: 'copy', code: entry.copy, procedure: code, title: entry.title };
        void send('/api/form-editor/drafts', { id, from });
      }}
    >
      <p className="quiet">{t('new-lead')}</p>
      <Field id="form-new-title" label={t('new-title')} note={t('new-title-note')} fault={fault('title')} wide>
        {(control) => <input {...control} className="box" type="text" maxLength={200} autoComplete="off" value={entry.title} onChange={(event) => { setEntry({ ...entry, title: event.target.value }); }} />}
      </Field>
      <Field id="form-new-procedure" label={t('new-procedure')} note={t('new-procedure-note')} fault={fault('procedure')}>
        {(control) => <input {...control} className="box" type="text" list="form-procedures" autoComplete="off" value={entry.procedure} onChange={(event) => { setEntry({ ...entry, procedure: event.target.value }); }} />}
      </Field>
      <datalist id="form-procedures">{data.procedures.map(({ code: one, name }) => <option key={one} value={`${one} ${name}`} />)}</datalist>
      <Field id="form-new-copy" label={t('new-copy')}>
        {(control) => (
          <select {...control} className="box" value={entry.copy} onChange={(event) => { setEntry({ ...entry, copy: event.target.value }); }}>
            <option value="">{t('new-empty')}</option>
            {data.items.filter(({ version }) => version > 0).map(({ code: one, title }) => <option key={one} value={one}>{title}</option>)}
          </select>
        )}
      </Field>
      {refusal === null || fault('title') !== undefined || fault('procedure') !== undefined ? null : <Notice kind="bad" live><p>{refusal.message}</p></Notice>}
      <div className="button-row"><Button submit busy={busy}>{t('begin')}</Button><Button kind="quiet" onPress={onCancel}>{t('cancel')}</Button></div>
    </form>
  );
}

function ImportForm({ onCancel }: { readonly onCancel: () => void }): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const [, go] = useLocation();
  const [fault, setFault] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const read = async (file: File | undefined): Promise<void> => {
    setFault(undefined);
    if (file === undefined) return;
    if (file.size > MOST_BYTES) {
      setFault(t('import-huge'));
      return;
    }
    setBusy(true);
    const answer = await callApi<FormDraftDone>('POST', '/api/form-editor/import', { commandId: newId(), id: newId(), text: await file.text() });
    setBusy(false);
    if (answer.ok) go(STAFF_PATHS.formDraft(answer.value.id));
    else setFault(answer.refusal.faults[0]?.message ?? answer.refusal.message);
  };
  return (
    <section className="form-section" aria-label={t('import')} aria-busy={busy}>
      <p className="quiet">{t('import-lead')}</p>
      <Field id="form-file" label={t('import-file')} fault={fault}>
        {(control) => <input {...control} type="file" accept=".json,application/json" disabled={busy} onChange={(event) => { void read(event.target.files?.[0]); }} />}
      </Field>
      <Button kind="quiet" onPress={onCancel}>{t('cancel')}</Button>
    </section>
  );
}
