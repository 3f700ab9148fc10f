import { type ReactElement, useId } from 'react';
import { momentWords } from '../../../../../kernel/date-words.ts';
import { BoxDialog } from '../../../../../web/staff/components/dialog/box-dialog.tsx';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../../web/staff/messages.ts';
import { type BulkResponse } from '../../../contract/bulk-schemas.ts';
import { type WorkItem } from '../../../contract/work-list-schemas.ts';
import { BULK_PAPERS } from '../../../contract/work-lists.ts';
import { eventWord } from '../dossier/action-rules.ts';
import { DOSSIER_WORDS } from '../dossier/dossier-messages.ts';
import { BULK_WORDS } from './bulk-messages.ts';
import { type useBulk } from './use-bulk.ts';

type Bulk = ReturnType<typeof useBulk>;

/** What became of each dossier: how many were done, and of every other one why not. */
function Outcome({ action, items, answer, onClose }: { readonly action: 'transfer' | 'urge' | 'print'; readonly items: readonly WorkItem[]; readonly answer: BulkResponse; readonly onClose: () => void }): ReactElement {
  const t = useWords(BULK_WORDS);
  const events = useWords(DOSSIER_WORDS);
  const { locale } = useLocale();
  const countWords = useCountWords();
  const refused = answer.rows.flatMap(({ id, refusal }) => (refusal === null ? [] : [{ id, refusal, item: items.find((one) => one.id === id) }]));
  return (
    <div className="bulk-form">
      {answer.done === 0 ? null : <Notice kind="good" live><p>{t(`done.${action}`, { count: countWords(answer.done) })}</p></Notice>}
      {refused.length === 0 ? null : (
        <Notice kind="check" live>
          <p>{t('refused', { count: countWords(refused.length) })}</p>
          <ul className="bulk-refused">
            {refused.map(({ id, refusal, item }) => (
              <li key={id}>
                <b>{item?.applicantName}</b> <small className="quiet">{item?.code}</small>
                <span>{refusal.message}</span>
                {refusal.change === null ? null : (
                  <span>{t('change', { name: refusal.change.by, moment: momentWords(Date.parse(refusal.change.at), locale, 'without-year'), event: events(eventWord(refusal.change.event)) })}</span>
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="button-row">
        {action === 'print' && answer.done > 0
          ? <a className="button" href={`/api/dossiers/bulk/${answer.batchId}/print.pdf`} target="_blank" rel="noreferrer" autoFocus>{t('open-file', { count: countWords(answer.done) })}</a>
          : null}
        <Button kind="quiet" onPress={onClose}>{t('close')}</Button>
      </div>
    </div>
  );
}

/** What a bulk action needs to know, and then what became of each dossier, in one dialog. */
export function BulkDialog({ bulk: { bulk, busy, change, send, close } }: { readonly bulk: Bulk }): ReactElement | null {
  const t = useWords(BULK_WORDS);
  const shell = useWords(STAFF_WORDS);
  const countWords = useCountWords();
  const id = useId();
  if (bulk === null) return null;
  const { action, items, answer, refusal, missing } = bulk;
  return (
    <BoxDialog title={t(`title.${action}`, { count: countWords(items.length) })} onClose={close}>
      {answer === null ? (
        <form
          className="bulk-form"
          onSubmit={(event) => { event.preventDefault(); void send(); }}
          onKeyDown={(event) => { if (event.key === 'Enter' && event.ctrlKey) { event.preventDefault(); void send(); } }}
        >
          <p className="quiet">{t(`${action}-hint`)}</p>
          {action === 'print' ? (
            <fieldset className="bulk-papers">
              <legend>{t('paper')}</legend>
              {BULK_PAPERS.map((paper, index) => (
                <label key={paper}><input type="radio" name={`${id}-paper`} checked={bulk.paper === paper} autoFocus={index === 0} onChange={() => { change({ paper }); }} />{t(`paper.${paper}`)}</label>
              ))}
            </fieldset>
          ) : (
            <Field id={`${id}-words`} label={t(action === 'urge' ? 'words' : 'note')} fault={missing ? t('words-missing') : undefined} wide>
              {(control) => <textarea {...control} className="box" rows={3} maxLength={1000} value={bulk.words} autoFocus onChange={(event) => { change({ words: event.target.value }); }} />}
            </Field>
          )}
          {refusal === null ? null : <Notice kind="bad" live><p>{refusal.message === '' ? shell('no-answer') : refusal.message}</p></Notice>}
          <div className="button-row">
            <Button submit busy={busy} keyHint="Ctrl Enter">{busy ? t('busy') : t(action === 'print' ? 'prepare' : action)}</Button>
            <Button kind="quiet" onPress={close}>{t('cancel')}</Button>
          </div>
        </form>
      ) : <Outcome action={action} items={items} answer={answer} onClose={close} />}
    </BoxDialog>
  );
}
