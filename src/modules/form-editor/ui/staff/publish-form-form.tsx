import { type ReactElement, useState } from 'react';
import { UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { type FormVersionDone } from '../../contract/form-editor-schemas.ts';
import { FORM_EDITOR_WORDS } from './form-editor-messages.ts';

export interface PublishFormFormProps {
  readonly draftId: string;
  readonly revision: number;
  /** How many communes share the forms. */
  readonly communes: number;
  /** Something is not saved yet: what is published is what is saved. */
  readonly waiting: boolean;
  readonly onPublished: (version: number) => void;
}

/** Publishes a draft of a form from a day on, with the reason. */
export function PublishFormForm({ draftId, revision, communes, waiting, onPublished }: PublishFormFormProps): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const shell = useWords(STAFF_WORDS);
  const count = useCountWords();
  const [entry, setEntry] = useState({ validFrom: '', reason: '' });
  const { busy, refusal, send } = useCommand<FormVersionDone>(({ version }) => { onPublished(version); });
  const fault = (field: string): string | undefined => refusal?.faults.find((one) => one.field === field)?.message;
  const elsewhere = refusal?.faults.some(({ field }) => field === 'validFrom' || field === 'reason') ?? false;
  return (
    <form
      className="form-section form-publish" aria-labelledby="form-publish"
      onSubmit={(event) => {
        event.preventDefault();
        if (!waiting) void send(`/api/form-editor/drafts/${draftId}/publish`, { revision, ...entry });
      }}
    >
      <h2 id="form-publish">{t('publish')}</h2>
      <p className="quiet">{t('publish-lead')}</p>
      {communes > 1 ? <Notice kind="check"><p>{t('publish-for-all', { count: count(communes) })}</p></Notice> : null}
      <DayField id="form-valid-from" label={t('valid-from')} value={entry.validFrom} needed fault={fault('validFrom')} onChange={(validFrom) => { setEntry({ ...entry, validFrom }); }} />
      <Field id="form-reason" label={t('reason')} note={t('reason-note')} fault={fault('reason')} wide>
        {(control) => <input {...control} className="box" type="text" maxLength={500} value={entry.reason} onChange={(event) => { setEntry({ ...entry, reason: event.target.value }); }} />}
      </Field>
      {refusal === null || elsewhere ? null : <Notice kind="bad" live><p>{refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</p></Notice>}
      <div className="button-row"><Button submit busy={busy || waiting}>{waiting ? t('saving') : t('publish')}</Button></div>
    </form>
  );
}
