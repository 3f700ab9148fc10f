import { type Dispatch, type ReactElement, useState } from 'react';
import { Icon } from '../../../../../web/public/icon/icon.tsx';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { type ScannedSheet } from '../../../../forms/contract/scan-schemas.ts';
import { PAGE_WORDS } from '../pages/page-messages.ts';
import { FORM_SCAN_WORDS } from './form-messages.ts';
import { type FormDraft } from './reception-draft.ts';
import { type ReceptionEvent } from './reduce-reception.ts';

type Sent = NonNullable<ScannedSheet['sentPapers']>;
type SentPaper = Sent['papers'][number];

/** One file: what it is called, what is wrong with it, and its picture once somebody asks for it; every look is in the journal. */
function SentFile({ draftId, file }: { readonly draftId: string; readonly file: SentPaper['files'][number] }): ReactElement {
  const t = useWords(FORM_SCAN_WORDS);
  const p = useWords(PAGE_WORDS);
  const [shown, setShown] = useState<'no' | 'yes' | 'gone'>('no');
  return (
    <li className="sent-file">
      <span className="file-name">
        {t('paper-pages', { name: file.fileName, count: file.pages })}{file.signed ? ` · ${t('paper-signed')}` : ''}
        {file.warning === null ? null : <span className="field-check"><Icon name="overdue" /><span>{p(`warn.${file.warning}`)}</span></span>}
      </span>
      <Button kind="plain" expanded={shown === 'yes'} label={t(shown === 'yes' ? 'look-away-of' : 'look-of', { name: file.fileName })} onPress={() => { setShown(shown === 'yes' ? 'no' : 'yes'); }}>{t(shown === 'yes' ? 'look-away' : 'look')}</Button>
      {shown === 'yes' ? <img className="sent-picture" src={`/api/forms/drafts/${draftId}/papers/${file.id}/picture`} alt={t('picture-of', { name: file.fileName })} onError={() => { setShown('gone'); }} /> : null}
      {shown === 'gone' ? <p className="field-fault" role="alert"><Icon name="bad" /><span>{t('picture-gone')}</span></p> : null}
    </li>
  );
}

/** One paper with its files; left out, it asks for the reason. */
function Paper({ paper, draftId, reason, dispatch }: { readonly paper: SentPaper; readonly draftId: string; readonly reason: string | undefined; readonly dispatch: Dispatch<ReceptionEvent> }): ReactElement {
  const t = useWords(FORM_SCAN_WORDS);
  const id = `leave-out-${paper.id.replace(/[^\w-]+/gu, '-')}`;
  return (
    <li className={reason === undefined ? 'sent-paper' : 'sent-paper sent-paper-out'}>
      <div className="sent-paper-head">
        <b>{paper.name}</b>
        <span className="quiet">{t('paper-files', { count: paper.files.length })}</span>
      </div>
      {paper.asked ? null : <p className="quiet">{t('paper-not-asked')}</p>}
      <ul className="sent-files">{paper.files.map((file) => <SentFile key={file.id} draftId={draftId} file={file} />)}</ul>
      <label className="choice"><input type="checkbox" checked={reason !== undefined} onChange={(event) => { dispatch({ kind: 'sent-paper', paper: paper.id, reason: event.target.checked ? '' : null }); }} />{t('leave-out')}</label>
      {reason === undefined ? null : (
        <Field id={id} label={t('leave-out-reason', { name: paper.name })} note={t('leave-out-note')} wide>
          {(control) => <input {...control} className="box" type="text" maxLength={300} autoComplete="off" value={reason} onChange={(event) => { dispatch({ kind: 'sent-paper', paper: paper.id, reason: event.target.value }); }} />}
        </Field>
      )}
    </li>
  );
}

/** What was sent with the draft of the scanned form: it goes into the dossier unless it is left out, and what is still on its way is said. */
export function SentPapers({ sent, form, faults, dispatch }: { readonly sent: Sent; readonly form: FormDraft; readonly faults: readonly string[]; readonly dispatch: Dispatch<ReceptionEvent> }): ReactElement {
  const t = useWords(FORM_SCAN_WORDS);
  return (
    <section className="sent-papers" aria-labelledby="sentPapers">
      <h3 id="sentPapers" tabIndex={-1}>{t('papers')}</h3>
      {faults.length === 0 ? null : <Notice kind="bad">{faults.map((words) => <p key={words}>{words}</p>)}</Notice>}
      {sent.papers.length === 0 ? null : (
        <>
          <p className="quiet">{t('papers-words')}</p>
          <ul className="sent-list">{sent.papers.map((paper) => <Paper key={paper.id} paper={paper} draftId={sent.draftId} reason={form.leftOut[paper.id]} dispatch={dispatch} />)}</ul>
        </>
      )}
      {sent.arriving.length === 0 ? null : (
        <Notice kind="check">
          <p><b>{t('arriving-title')}</b></p>
          <ul>{sent.arriving.map(({ fileName, percent }) => <li key={fileName}>{t('arriving-file', { name: fileName, percent })}</li>)}</ul>
          <p>{t('arriving-words')}</p>
          <label className="choice"><input type="checkbox" checked={form.withoutArriving} onChange={(event) => { dispatch({ kind: 'without-arriving', value: event.target.checked }); }} />{t('without-arriving')}</label>
        </Notice>
      )}
    </section>
  );
}
