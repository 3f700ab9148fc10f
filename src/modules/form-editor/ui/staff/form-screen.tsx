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
import { type FormDraftDone, type FormResponse, type FormVersionDone } from '../../contract/form-editor-schemas.ts';
import { FORM_EDITOR_WORDS } from './form-editor-messages.ts';
import './form-editor.css';

type Version = FormResponse['versions'][number];

/** One form: its versions, what was published and taken back, and the way to its draft. */
export function FormScreen({ code }: { readonly code: string }): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const { locale } = useLocale();
  const [, go] = useLocation();
  const [draftId] = useState(newId);
  const [taking, setTaking] = useState<number | 'all' | null>(null);
  const reading = useApi<FormResponse>(`/api/form-editor/forms/${encodeURIComponent(code)}`);
  const beginning = useCommand<FormDraftDone>(({ id }) => { go(STAFF_PATHS.formDraft(id)); });
  const { data } = reading;
  if (data === undefined) return reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={8} />;
  const day = (date: string): string => plainDateWords(date, locale);
  const stateOf = (one: Version): string => (one.withdrawn ? t('withdrawn') : one.inForce ? t('in-force') : one.validFrom > data.today ? t('planned', { day: day(one.validFrom) }) : '');
  const ownStands = data.shipped && data.versions.some(({ own, withdrawn }) => own && !withdrawn);
  return (
    <div className="form-page">
      <p><a href={`/can-bo${STAFF_PATHS.forms}`} onClick={(event) => { event.preventDefault(); go(STAFF_PATHS.forms); }}>{t('back')}</a></p>
      <h1>{data.title}</h1>
      <p className="quiet">{data.procedures.length === 0 ? t('no-procedure') : data.procedures.map(({ code: one, name }) => `${one} ${name}`.trim()).join(' · ')}</p>
      <SharedNotice say={t} of={data} />
      {beginning.refusal === null ? null : <Notice kind="bad" live><p>{beginning.refusal.message}</p></Notice>}
      <div className="button-row">
        {data.draftId === null ? null : <Button onPress={() => { go(STAFF_PATHS.formDraft(data.draftId ?? '')); }}>{t('go-on')}</Button>}
        {data.procedures[0] === undefined ? null : <a className="button button-quiet" href={`/to-khai/bat-dau/${data.procedures[0].code}`} target="_blank" rel="noreferrer">{t('see-page')}</a>}
        {data.versions.some(({ inForce }) => inForce) ? <a className="button button-quiet" href={`/api/form-editor/forms/${encodeURIComponent(data.code)}/export`} download>{t('export')}</a> : null}
        {data.mayEdit && ownStands ? <Button kind="quiet" expanded={taking === 'all'} onPress={() => { setTaking(taking === 'all' ? null : 'all'); }}>{t('return')}</Button> : null}
      </div>
      {taking === 'all' ? <TakeBack code={data.code} version="all" onEnd={() => { setTaking(null); }} /> : null}
      <h2>{t('versions')}</h2>
      <ul className="form-versions">
        {data.versions.map((one) => (
          <li key={one.version}>
            <div>
              <b>{one.version}</b> {stateOf(one) === '' ? null : <span className="form-mark">{stateOf(one)}</span>}
              <small className="quiet">{one.validTo === null ? t('from', { from: day(one.validFrom) }) : t('from-to', { from: day(one.validFrom), to: day(one.validTo) })} · {t(one.own ? 'own' : 'program')}</small>
            </div>
            {data.mayEdit ? (
              <div className="button-row">
                {data.draftId === null ? <Button kind="quiet" busy={beginning.busy} label={`${t('edit-from')} ${String(one.version)}`} onPress={() => { void beginning.send('/api/form-editor/drafts', { id: draftId, from: { kind: 'version', code: data.code, version: one.version } }); }}>{t('edit-from')}</Button> : null}
                {one.own && !one.withdrawn ? <Button kind="plain" label={`${t('withdraw')} ${String(one.version)}`} onPress={() => { setTaking(one.version); }}>{t('withdraw')}</Button> : null}
              </div>
            ) : null}
            {taking === one.version ? <TakeBack code={data.code} version={one.version} onEnd={() => { setTaking(null); }} /> : null}
          </li>
        ))}
      </ul>
      <h2>{t('history')}</h2>
      {data.publications.length === 0 ? <p className="quiet">{t('no-history')}</p> : (
        <ul>
          {data.publications.map(({ version, act, reason, at, by }) => (
            <li key={`${act} ${String(version)}`}>{t('history-line', { what: t(act === 'published' ? 'published' : 'took-back'), version: String(version), reason })} <small className="quiet">{t('by-at', { by, at: momentWords(Date.parse(at), locale) })}</small></li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Takes one version back, or all of the office. */
function TakeBack({ code, version, onEnd }: { readonly code: string; readonly version: number | 'all'; readonly onEnd: () => void }): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const [reason, setReason] = useState('');
  const { busy, refusal, send } = useCommand<FormVersionDone>(onEnd);
  const title = t(version === 'all' ? 'return' : 'withdraw');
  return (
    <form
      className="form-section" aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        if (version === 'all') void send('/api/form-editor/versions/return', { code, reason });
        else void send('/api/form-editor/versions/withdraw', { code, version, reason });
      }}
    >
      <p>{t(version === 'all' ? 'return-lead' : 'withdraw-lead')}</p>
      <Field id="form-take-back-reason" label={t('reason')} fault={refusal?.message} wide>
        {(control) => <input {...control} className="box" type="text" maxLength={500} value={reason} onChange={(event) => { setReason(event.target.value); }} />}
      </Field>
      <div className="button-row"><Button submit busy={busy}>{t('confirm')}</Button><Button kind="quiet" onPress={onEnd}>{t('cancel')}</Button></div>
    </form>
  );
}
