import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { momentWords } from '../../../../../kernel/date-words.ts';
import { UNREACHABLE } from '../../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { useCommand } from '../../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../../web/staff/messages.ts';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type HoldResponse, type RetentionResponse } from '../../../contract/retention-schemas.ts';
import { RETENTION_WORDS } from './retention-messages.ts';
import '../privacy.css';

function HoldLine({ hold }: { readonly hold: RetentionResponse['holds'][number] }): ReactElement {
  const t = useWords(RETENTION_WORDS);
  const shell = useWords(STAFF_WORDS);
  const { locale } = useLocale();
  const [reason, setReason] = useState<string | null>(null);
  const { busy, refusal, send } = useCommand<HoldResponse>(() => { setReason(null); });
  return (
    <li className="privacy-line">
      <Link href={STAFF_PATHS.inList('all', hold.dossierId)}>{hold.code}</Link>
      <p>{t('hold-line', { by: hold.by, moment: momentWords(Date.parse(hold.since), locale), reason: hold.reason })}</p>
      {reason === null ? <div><Button kind="quiet" onPress={() => { setReason(''); }}>{t('release')}</Button></div> : (
        <form onSubmit={(event) => { event.preventDefault(); void send(`/api/dossiers/${hold.dossierId}/release-data`, { reason }); }}>
          <Field id={`release-${hold.dossierId}`} label={t('release-why')}>
            {(control) => <input {...control} className="box" type="text" required maxLength={1000} value={reason} onChange={(event) => { setReason(event.target.value); }} />}
          </Field>
          {refusal === null ? null : <Notice kind="bad" live><p>{refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</p></Notice>}
          <div className="button-row"><Button submit busy={busy}>{t('save')}</Button><Button kind="quiet" onPress={() => { setReason(null); }}>{t('cancel')}</Button></div>
        </form>
      )}
    </li>
  );
}

/** How long each kind of data is kept by law, what would go now, what went, and what is held. */
export function RetentionScreen(): ReactElement {
  const t = useWords(RETENTION_WORDS);
  const { locale } = useLocale();
  const reading = useApi<RetentionResponse>('/api/retention');
  const view = reading.data;
  if (view === undefined) return <div className="privacy">{reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={6} />}</div>;
  return (
    <div className="privacy">
      <h1>{t('title')}</h1>
      <p className="quiet">{t('lead')} <Link href={STAFF_PATHS.settings}>{t('to-settings')}</Link>.</p>
      <ul className="privacy-list">
        {view.kinds.map((kind) => (
          <li key={kind.kind} className="privacy-line">
            <h3>{kind.name}</h3>
            <p>{[t(`rule.${kind.after}`, { days: kind.days }), t(`act.${kind.act}`)].join(', ')}</p>
            <p><b>{kind.due === 0 ? t('due-none') : t('due', { count: kind.due })}</b></p>
            {kind.codes.length === 0 ? null : <p className="quiet">{t('codes', { codes: kind.codes.join(', ') })}</p>}
            <small className="quiet">{kind.basis}</small>
          </li>
        ))}
      </ul>
      <h2>{t('stays')}</h2>
      <dl className="privacy-facts">{view.stays.map(({ what, years, basis }) => <div key={what}><dt>{t('stays-years', { years })}</dt><dd>{what}<br /><small className="quiet">{basis}</small></dd></div>)}</dl>
      <h2>{t('holds')}</h2>
      {view.holds.length === 0 ? <p className="quiet">{t('holds-none')}</p> : <ul className="privacy-list">{view.holds.map((hold) => <HoldLine key={hold.dossierId} hold={hold} />)}</ul>}
      <h2>{t('runs')}</h2>
      {view.runs.length === 0 ? <p className="quiet">{t('runs-none')}</p> : <ul className="privacy-list">{view.runs.map((run) => <li key={`${run.at} ${run.name}`}>{t('run', { moment: momentWords(Date.parse(run.at), locale), name: run.name, count: run.erased })}</li>)}</ul>}
    </div>
  );
}
