import { type ReactElement, useState } from 'react';
import { UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { type VersionDone } from '../../contract/editor-schemas.ts';
import { EDITOR_WORDS } from './editor-messages.ts';

export interface PublishFormProps {
  readonly draftId: string;
  readonly revision: number;
  /** Something is not saved yet: what is published is what is saved. */
  readonly waiting: boolean;
  /** How many communes share the procedures. */
  readonly communes: number;
  readonly onPublished: (version: number) => void;
}

/** Publishes a draft from a day on, with the reason. */
export function PublishForm({ draftId, revision, waiting, communes, onPublished }: PublishFormProps): ReactElement {
  const t = useWords(EDITOR_WORDS);
  const count = useCountWords();
  const shell = useWords(STAFF_WORDS);
  const [entry, setEntry] = useState({ validFrom: '', reason: '' });
  const { busy, refusal, send } = useCommand<VersionDone>(({ version }) => { onPublished(version); });
  const fault = (field: string): string | undefined => refusal?.faults.find((one) => one.field === field)?.message;
  const elsewhere = refusal?.faults.some(({ field }) => field === 'validFrom' || field === 'reason') ?? false;
  return (
    <form
      className="editor-section editor-publish" aria-labelledby="editor-publish"
      onSubmit={(event) => {
        event.preventDefault();
        if (!waiting) void send(`/api/procedure-editor/drafts/${draftId}/publish`, { revision, ...entry });
      }}
    >
      <h2 id="editor-publish">{t('publish')}</h2>
      <p className="quiet">{t('publish-lead')}</p>
      {communes > 1 ? <Notice kind="check"><p>{t('publish-for-all', { count: count(communes) })}</p></Notice> : null}
      <DayField id="editor-valid-from" label={t('valid-from')} value={entry.validFrom} needed fault={fault('validFrom')} onChange={(validFrom) => { setEntry({ ...entry, validFrom }); }} />
      <Field id="editor-reason" label={t('reason')} note={t('reason-note')} fault={fault('reason')} wide>
        {(control) => <input {...control} className="box" type="text" maxLength={500} value={entry.reason} onChange={(event) => { setEntry({ ...entry, reason: event.target.value }); }} />}
      </Field>
      {refusal === null || elsewhere ? null : <Notice kind="bad" live><p>{refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</p></Notice>}
      <div className="button-row"><Button submit busy={busy || waiting}>{waiting ? t('saving') : t('publish')}</Button></div>
    </form>
  );
}
