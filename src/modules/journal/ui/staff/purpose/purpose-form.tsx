import { type ReactElement, useId, useState } from 'react';
import { UNREACHABLE } from '../../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { useCommand } from '../../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../../web/staff/messages.ts';
import { type PurposesResponse } from '../../../contract/journal-schemas.ts';
import { PURPOSE_WORDS } from './purpose-messages.ts';
import './purpose.css';

export interface PurposeFormProps {
  readonly dossierId: string;
  /** The purpose stands in the journal: the file can be read now. */
  readonly onGiven: () => void;
}

/** Asks why a file outside the own work is opened; once a day for each file. */
export function PurposeForm({ dossierId, onGiven }: PurposeFormProps): ReactElement {
  const t = useWords(PURPOSE_WORDS);
  const shell = useWords(STAFF_WORDS);
  const { locale } = useLocale();
  const id = useId();
  const listed = useApi<PurposesResponse>('/api/journal/purposes');
  const [purpose, setPurpose] = useState('');
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState(false);
  const { busy, refusal, send } = useCommand(onGiven);
  const wordsFault = refusal?.faults.find(({ field }) => field === 'words')?.message;
  return (
    <form
      className="purpose"
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(purpose === '');
        if (purpose !== '') void send('/api/journal/purposes', { dossierId, purpose, words });
      }}
    >
      <h2>{t('title')}</h2>
      <p className="purpose-lead">{t('lead')}</p>
      <fieldset className="purpose-choices" aria-describedby={missing ? `${id}-missing` : undefined}>
        <legend>{t('purpose')}</legend>
        {(listed.data?.items ?? []).map((item) => (
          <label key={item.code}><input type="radio" name={`${id}-purpose`} checked={purpose === item.code} onChange={() => { setPurpose(item.code); setMissing(false); }} />{item[locale]}</label>
        ))}
        {missing ? <p className="field-fault" id={`${id}-missing`} role="alert">{t('purpose-missing')}</p> : null}
      </fieldset>
      <Field id={`${id}-words`} label={t('words')} note={t('words-note')} fault={wordsFault}>
        {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={300} value={words} onChange={(event) => { setWords(event.target.value); }} />}
      </Field>
      {refusal === null || wordsFault !== undefined ? null : <Notice kind="bad" live><p>{refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</p></Notice>}
      <div><Button submit busy={busy}>{t('open')}</Button></div>
    </form>
  );
}
