import { type ReactElement, useState } from 'react';
import { useLocation } from 'wouter';
import { momentWords, plainDateWords } from '../../../../kernel/date-words.ts';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { SharedNotice } from '../../../../web/staff/components/shared-notice/shared-notice.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type DraftDone, type ProcedureResponse, type VersionDone } from '../../contract/editor-schemas.ts';
import { EDITOR_WORDS } from './editor-messages.ts';
import { ProcedureForms } from './procedure-forms.tsx';
import './editor.css';

type Version = ProcedureResponse['versions'][number];

/** One procedure: its versions, what was published and taken back, and the way to its draft. */
export function ProcedureScreen({ code }: { readonly code: string }): ReactElement {
  const t = useWords(EDITOR_WORDS);
  const { locale } = useLocale();
  const [, go] = useLocation();
  const [draftId] = useState(newId);
  const [taking, setTaking] = useState<number | null>(null);
  const reading = useApi<ProcedureResponse>(`/api/procedure-editor/procedures/${encodeURIComponent(code)}`);
  const beginning = useCommand<DraftDone>(({ id }) => { go(STAFF_PATHS.procedureDraft(id)); });
  const { data } = reading;
  if (data === undefined) return reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={8} />;
  const day = (date: string): string => plainDateWords(date, locale);
  const stateOf = (one: Version): string => (one.withdrawn ? t('withdrawn') : one.inForce ? t('in-force') : one.validFrom > data.today ? t('planned', { day: day(one.validFrom) }) : '');
  return (
    <div className="editor-page">
      <p><a href={`/can-bo${STAFF_PATHS.procedures}`} onClick={(event) => { event.preventDefault(); go(STAFF_PATHS.procedures); }}>{t('back')}</a></p>
      <h1>{data.name}</h1>
      <p className="quiet">{data.code}</p>
      <SharedNotice say={t} of={data} />
      {beginning.refusal === null ? null : <Notice kind="bad" live><p>{beginning.refusal.message}</p></Notice>}
      <div className="button-row">
        {data.draftId === null ? null : <Button onPress={() => { go(STAFF_PATHS.procedureDraft(data.draftId ?? '')); }}>{t('go-on')}</Button>}
        <a className="button button-quiet" href={`/t/${data.code}`} target="_blank" rel="noreferrer">{t('see-page')}</a>
        <a className="button button-quiet" href={`/api/procedure-editor/export?code=${encodeURIComponent(data.code)}`} download>{t('export')}</a>
        <a className="button button-quiet" href={`/api/procedure-editor/export?code=${encodeURIComponent(data.code)}&forms=yes`} download>{t('export-forms')}</a>
      </div>
      <ProcedureForms code={data.code} />
      <h2>{t('versions')}</h2>
      <ul className="editor-versions">
        {data.versions.map((one) => (
          <li key={one.version}>
            <div>
              <b>{one.version}</b> {stateOf(one) === '' ? null : <span className="editor-mark">{stateOf(one)}</span>}
              <small className="quiet">{one.validTo === null ? t('from', { from: day(one.validFrom) }) : t('from-to', { from: day(one.validFrom), to: day(one.validTo) })} · {t(one.own ? 'own' : 'program')}</small>
            </div>
            {data.mayEdit ? (
              <div className="button-row">
                {data.draftId === null ? <Button kind="quiet" busy={beginning.busy} label={`${t('edit-from')} ${String(one.version)}`} onPress={() => { void beginning.send('/api/procedure-editor/drafts', { id: draftId, code: data.code, version: one.version }); }}>{t('edit-from')}</Button> : null}
                {one.own && !one.withdrawn ? <Button kind="plain" label={`${t('withdraw')} ${String(one.version)}`} onPress={() => { setTaking(one.version); }}>{t('withdraw')}</Button> : null}
              </div>
            ) : null}
            {taking === one.version ? <WithdrawForm code={data.code} version={one.version} onEnd={() => { setTaking(null); }} /> : null}
          </li>
        ))}
      </ul>
      <h2>{t('history')}</h2>
      {data.publications.length === 0 ? <p className="quiet">{t('no-history')}</p> : (
        <ul>
          {data.publications.map(({ version, act, reason, at, by }) => (
            <li key={`${act} ${String(version)}`}>{t('history-line', { what: t(act === 'published' ? 'published' : 'took-back'), version, reason })} <small className="quiet">{t('by-at', { by, at: momentWords(Date.parse(at), locale) })}</small></li>
          ))}
        </ul>
      )}
    </div>
  );
}

function WithdrawForm({ code, version, onEnd }: { readonly code: string; readonly version: number; readonly onEnd: () => void }): ReactElement {
  const t = useWords(EDITOR_WORDS);
  const [reason, setReason] = useState('');
  const { busy, refusal, send } = useCommand<VersionDone>(onEnd);
  return (
    <form className="editor-section" aria-label={t('withdraw')} onSubmit={(event) => { event.preventDefault(); void send('/api/procedure-editor/versions/withdraw', { code, version, reason }); }}>
      <p>{t('withdraw-lead')}</p>
      <Field id="editor-withdraw-reason" label={t('reason')} fault={refusal?.message} wide>
        {(control) => <input {...control} className="box" type="text" maxLength={500} value={reason} onChange={(event) => { setReason(event.target.value); }} />}
      </Field>
      <div className="button-row"><Button submit busy={busy}>{t('confirm')}</Button><Button kind="quiet" onPress={onEnd}>{t('cancel')}</Button></div>
    </form>
  );
}
