import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { momentWords } from '../../../../../kernel/date-words.ts';
import { newId } from '../../../../../web/staff/api/new-id.ts';
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
import { holds, useSession } from '../../../../../web/staff/session.tsx';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type DataRequestChanged, type DataRequestListResponse } from '../../../contract/data-request-schemas.ts';
import { DATA_REQUEST_KINDS, type DataRequestKind } from '../../../domain/data-request.ts';
import { REQUEST_WORDS } from './request-messages.ts';
import '../privacy.css';

const EMPTY = { citizenNumber: '', kind: 'access' as DataRequestKind, words: '' };

function NewRequest(): ReactElement {
  const t = useWords(REQUEST_WORDS);
  const shell = useWords(STAFF_WORDS);
  const [entry, setEntry] = useState(EMPTY);
  const [requestId, setRequestId] = useState(newId);
  const [saved, setSaved] = useState(false);
  const { busy, refusal, send, forget } = useCommand<DataRequestChanged>(() => {
    setEntry(EMPTY);
    setRequestId(newId());
    setSaved(true);
  });
  const change = (part: Partial<typeof EMPTY>) => {
    setEntry({ ...entry, ...part });
    setSaved(false);
    forget();
  };
  const faultAt = (field: string) => refusal?.faults.find((fault) => fault.field === field)?.message;
  const placed = ['citizenNumber', 'words'].some((field) => faultAt(field) !== undefined);
  return (
    <form className="privacy-form" onSubmit={(event) => { event.preventDefault(); void send('/api/data-requests', { requestId, ...entry }); }}>
      <h2>{t('new')}</h2>
      <Field id="request-number" label={t('number')} fault={faultAt('citizenNumber')}>
        {(control) => <input {...control} className="box" type="text" inputMode="numeric" autoComplete="off" maxLength={20} required value={entry.citizenNumber} onChange={(event) => { change({ citizenNumber: event.target.value }); }} />}
      </Field>
      <Field id="request-kind" label={t('kind')}>
        {(control) => (
          <select {...control} className="box" value={entry.kind} onChange={(event) => { change({ kind: DATA_REQUEST_KINDS.find((kind) => kind === event.target.value) ?? 'access' }); }}>
            {DATA_REQUEST_KINDS.map((kind) => <option key={kind} value={kind}>{t(`kind.${kind}`)}</option>)}
          </select>
        )}
      </Field>
      <Field id="request-words" label={t('words')} fault={faultAt('words')} wide>
        {(control) => <textarea {...control} className="box" rows={2} maxLength={2000} required value={entry.words} onChange={(event) => { change({ words: event.target.value }); }} />}
      </Field>
      {refusal === null || placed ? null : <Notice kind="bad" live><p>{refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</p></Notice>}
      {saved ? <Notice kind="good" live><p>{t('saved')}</p></Notice> : null}
      <div className="button-row"><Button submit busy={busy}>{t(busy ? 'saving' : 'save')}</Button></div>
    </form>
  );
}

/** Requests of people about their data: what waits with the next to be due first, what is over, and one that is made at the counter. */
export function RequestListScreen(): ReactElement {
  const t = useWords(REQUEST_WORDS);
  const { locale } = useLocale();
  const session = useSession();
  const [list, setList] = useState<'open' | 'over'>('open');
  const reading = useApi<DataRequestListResponse>(`/api/data-requests?list=${list}`, { every: 60_000, keepLast: true });
  const moment = (iso: string): string => momentWords(Date.parse(iso), locale, 'without-year');
  return (
    <div className="privacy">
      <h1>{t('title')}</h1>
      <p className="quiet">{t('lead')}</p>
      {holds(session, 'president', 'administrator') ? <p><Link href={STAFF_PATHS.consents}>{t('consents')}</Link></p> : null}
      <div className="chips">
        {(['open', 'over'] as const).map((one) => <button key={one} type="button" className="chip" aria-pressed={list === one} onClick={() => { setList(one); }}>{t(one, { count: reading.data?.open ?? 0 })}</button>)}
      </div>
      {reading.isPending ? <Skeleton lines={4} /> : null}
      {reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : null}
      {reading.data?.items.length === 0 ? <p className="quiet">{t(list === 'open' ? 'none-open' : 'none-over')}</p> : null}
      <ul className="privacy-list">
        {(reading.data?.items ?? []).map((item) => (
          <li key={item.id} className="privacy-line">
            <Link href={STAFF_PATHS.dataRequest(item.id)}><b>{item.personName}</b> · {t(`kind.${item.kind}`)}</Link>
            {item.decidedAt === null ? <p className={item.late ? 'privacy-late' : ''}>{t(item.late ? 'late' : 'due', { moment: moment(item.dueAt) })}</p> : null}
            <small className="quiet">{[item.code, t(`state.${item.state}`), t('received', { moment: moment(item.receivedAt) }), t(`channel.${item.channel}`), item.takenBy].filter(Boolean).join(' · ')}</small>
          </li>
        ))}
      </ul>
      <NewRequest />
    </div>
  );
}
