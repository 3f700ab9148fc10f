import { type ReactElement, useState } from 'react';
import { callApi } from '../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { MERGE_LENGTH, type MergePreview, type MergesResponse } from '../../contract/merge-schemas.ts';
import { COMMUNE_MERGE_PROBLEMS } from '../../contract/problems.ts';
import { MERGE_WORDS } from './merge-messages.ts';
import { type Send } from './send-merge.ts';

export interface ProposeFormProps {
  readonly own: MergesResponse['own'];
  readonly others: MergesResponse['others'];
  readonly busy: boolean;
  readonly send: Send;
}

const SHOWN = ['dossier', 'person', 'staff', 'unit', 'village', 'linked_case', 'official_paper', 'certified_document'] as const;

type Missing = 'commune' | 'resolution' | 'day';

/** Chooses the commune, shows what would move and what stands in the way, and proposes. */
export function ProposeForm({ own, others, busy, send }: ProposeFormProps): ReactElement {
  const t = useWords(MERGE_WORDS);
  const { locale } = useLocale();
  const [fromCode, setFromCode] = useState('');
  const [resolution, setResolution] = useState('');
  const [resolutionOn, setResolutionOn] = useState('');
  const [missing, setMissing] = useState<Missing | null>(null);
  const [preview, setPreview] = useState<MergePreview | null>(null);
  const [refusal, setRefusal] = useState<string>();
  const [looking, setLooking] = useState(false);
  const from = others.find(({ code }) => code === fromCode)?.name ?? '';
  const look = async (): Promise<void> => {
    const wrong = fromCode === '' ? 'commune' : resolution.trim() === '' ? 'resolution' : resolutionOn === '' ? 'day' : null;
    setMissing(wrong);
    setRefusal(undefined);
    if (wrong !== null) return;
    setLooking(true);
    const answer = await callApi<MergePreview>('POST', '/api/commune-merges/preview', { fromCode });
    setLooking(false);
    if (answer.ok) setPreview(answer.value);
    else setRefusal(answer.refusal.message);
  };
  return (
    <section className="merges-new" aria-labelledby="merges-new">
      <h2 id="merges-new">{t('new')}</h2>
      <form
        className="merges-form"
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <Field id="merge-from" label={t('from', { into: own.name })} fault={missing === 'commune' ? t('choose-first') : undefined}>
          {(control) => (
            <select {...control} className="box" value={fromCode} onChange={(event) => { setFromCode(event.target.value); setPreview(null); }}>
              <option value="">{t('choose')}</option>
              {others.map(({ code, name }) => <option key={code} value={code}>{`${name} (${code})`}</option>)}
            </select>
          )}
        </Field>
        <Field id="merge-resolution" label={t('resolution')} note={t('resolution-note')} fault={missing === 'resolution' ? COMMUNE_MERGE_PROBLEMS['merge.resolution-missing'][locale] : undefined}>
          {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={MERGE_LENGTH.resolution} value={resolution} onChange={(event) => { setResolution(event.target.value); }} />}
        </Field>
        <DayField id="merge-day" label={t('resolution-on')} value={resolutionOn} onChange={setResolutionOn} />
        {missing === 'day' ? <p className="field-fault" role="alert">{t('day-missing')}</p> : null}
        {refusal === undefined ? null : <Notice kind="bad" live><p>{refusal}</p></Notice>}
        {preview === null ? <div className="button-row"><Button submit busy={looking}>{t('preview')}</Button></div> : null}
      </form>
      {preview === null ? null : (
        <div className="merges-preview" role="status">
          <PreviewWords preview={preview} from={from} into={own.name} />
          {preview.hindrances.length > 0 ? null : (
            <div className="button-row">
              <Button busy={busy} onPress={() => { void send('', { mergeId: newId(), fromCode, resolution, resolutionOn }).then((done) => { if (done) setPreview(null); }); }}>{t('propose', { from })}</Button>
            </div>
          )}
        </div>
      )}
    </section>
  );
}

function PreviewWords({ preview, from, into }: { readonly preview: MergePreview; readonly from: string; readonly into: string }): ReactElement {
  const t = useWords(MERGE_WORDS);
  const count = useCountWords();
  const hindered = { 'same-codes': preview.sameCodes, 'messages-wait': preview.waitingMessages, 'nobody-agrees': 0 } as const;
  const known = { 'twins': preview.twins, 'same-names': preview.sameNames, 'different-days': preview.differentDays, 'no-second-administrator': 0 } as const;
  return (
    <>
      <h3>{t('preview-title', { from, into })}</h3>
      <ul className="merges-counts">{SHOWN.map((table) => <li key={table}><b>{count(preview.rows[table] ?? 0)}</b> {t(`row.${table}`)}</li>)}</ul>
      {preview.books.length === 0 ? null : <p>{t('books', { count: count(preview.books.length), into })}</p>}
      <p>{t('stays', { into })}</p>
      {preview.hindrances.length === 0 ? null : (
        <Notice kind="bad"><p><b>{t('hindrances')}</b></p><ul>{preview.hindrances.map((one) => <li key={one}>{t(`hindrance.${one}`, { count: count(hindered[one]) })}</li>)}</ul></Notice>
      )}
      {preview.notes.length === 0 ? null : (
        <Notice kind="check"><p><b>{t('notes')}</b></p><ul>{preview.notes.map((one) => <li key={one}>{t(`note.${one}`, { count: count(known[one]) })}</li>)}</ul></Notice>
      )}
    </>
  );
}
