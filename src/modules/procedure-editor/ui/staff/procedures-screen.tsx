import { type ReactElement, useState } from 'react';
import { useLocation } from 'wouter';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { useCountWords, useWords } from '../../../../web/staff/locale.tsx';
import { SharedNotice } from '../../../../web/staff/components/shared-notice/shared-notice.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type DraftDone, type ProceduresResponse } from '../../contract/editor-schemas.ts';
import { EDITOR_WORDS } from './editor-messages.ts';
import { ImportForm } from './import-form.tsx';
import './editor.css';

/** Every procedure of the office: found by words, begun anew, exported and imported. */
export function ProceduresScreen(): ReactElement {
  const t = useWords(EDITOR_WORDS);
  const count = useCountWords();
  const [question, setQuestion] = useState('');
  const [act, setAct] = useState<'new' | 'import' | null>(null);
  const reading = useApi<ProceduresResponse>(`/api/procedure-editor/procedures${question.trim() === '' ? '' : `?q=${encodeURIComponent(question.trim())}`}`, { keepLast: true });
  const { data } = reading;
  if (data === undefined) return reading.isError ? <div className="editor-page"><h1>{t('title')}</h1><LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /></div> : <Skeleton lines={8} />;
  return (
    <div className="editor-page">
      <h1>{t('title')}</h1>
      <p className="editor-lead">{t('lead')}</p>
      <SharedNotice say={t} of={data} />
      <div className="editor-top">
        <Field id="editor-search" label={t('search')}>
          {(control) => <input {...control} className="box" type="search" value={question} onChange={(event) => { setQuestion(event.target.value); }} />}
        </Field>
        {data.mayEdit ? (
          <div className="button-row">
            <Button kind="quiet" expanded={act === 'new'} onPress={() => { setAct(act === 'new' ? null : 'new'); }}>{t('new')}</Button>
            <Button kind="quiet" expanded={act === 'import'} onPress={() => { setAct(act === 'import' ? null : 'import'); }}>{t('import')}</Button>
            <a className="button button-quiet" href="/api/procedure-editor/export" download>{t('export-all')}</a>
            <a className="button button-quiet" href="/api/procedure-editor/export?forms=yes" download>{t('export-all-forms')}</a>
          </div>
        ) : null}
      </div>
      {act === 'new' ? <NewForm onCancel={() => { setAct(null); }} /> : act === 'import' ? <ImportForm onCancel={() => { setAct(null); }} /> : null}
      <p className="quiet" role="status">{t('found', { count: count(data.total) })}</p>
      <table className="editor-table">
        <thead><tr><th scope="col">{t('procedure')}</th><th scope="col">{t('field-head')}</th><th scope="col">{t('version')}</th></tr></thead>
        <tbody>{data.items.map((item) => <ProcedureLine key={item.code} item={item} />)}</tbody>
      </table>
      {data.total > data.items.length ? <p className="quiet">{t('more', { count: count(data.total - data.items.length) })}</p> : null}
    </div>
  );
}

function ProcedureLine({ item }: { readonly item: ProceduresResponse['items'][number] }): ReactElement {
  const t = useWords(EDITOR_WORDS);
  const [, go] = useLocation();
  const to = item.version === 0 && item.draftId !== null ? STAFF_PATHS.procedureDraft(item.draftId) : STAFF_PATHS.procedure(item.code);
  return (
    <tr>
      <th scope="row">
        <a href={`/can-bo${to}`} onClick={(event) => { event.preventDefault(); go(to); }}>{item.name === '' ? t('unnamed') : item.name}</a>
        <small className="quiet">{item.code}{item.hidden ? ` · ${t('hidden')}` : ''}</small>
      </th>
      <td data-head={t('field-head')}>{item.field}</td>
      <td data-head={t('version')}>
        <span className="editor-only-narrow">{t('version')} </span>{item.version === 0 ? '–' : item.version}
        <small className="quiet">{item.draftId === null ? t(item.own ? 'own' : 'program') : t('draft-open')}</small>
      </td>
    </tr>
  );
}

function NewForm({ onCancel }: { readonly onCancel: () => void }): ReactElement {
  const t = useWords(EDITOR_WORDS);
  const [, go] = useLocation();
  const [code, setCode] = useState('');
  const [id] = useState(newId);
  const { busy, refusal, send } = useCommand<DraftDone>((done) => { go(STAFF_PATHS.procedureDraft(done.id)); });
  return (
    <form className="editor-section" aria-label={t('new')} onSubmit={(event) => { event.preventDefault(); void send('/api/procedure-editor/drafts', { id, code: code.trim(), version: null }); }}>
      <p className="quiet">{t('new-lead')}</p>
      <Field id="editor-code" label={t('new-code')} fault={refusal?.message}>
        {(control) => <input {...control} className="box editor-short" type="text" autoComplete="off" value={code} onChange={(event) => { setCode(event.target.value); }} />}
      </Field>
      <div className="button-row"><Button submit busy={busy}>{t('begin')}</Button><Button kind="quiet" onPress={onCancel}>{t('cancel')}</Button></div>
    </form>
  );
}
