import { type ReactElement, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { momentWords } from '../../../../kernel/date-words.ts';
import { callApi } from '../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { announce } from '../../../../web/staff/shell/announcement.ts';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type JobsResponse } from '../../contract/operations-schemas.ts';
import { GiveUpForm } from './give-up-form.tsx';
import { JobTable } from './job-table.tsx';
import { OPERATIONS_WORDS, type OperationsWord } from './operations-messages.ts';
import './operations.css';

type Trouble = JobsResponse['dead'][number];

/** Sends a command of this screen; what went wrong stays on the screen until the next one. */
export type Act = (path: 'retry' | 'give-up' | 'run', body: Readonly<Record<string, unknown>>) => Promise<boolean>;

const DONE: Readonly<Record<Parameters<Act>[0], OperationsWord>> = { 'retry': 'done-retry', 'give-up': 'done-give-up', 'run': 'done-run' };

interface TroubleLineProps {
  readonly item: Trouble;
  readonly busy: boolean;
  readonly act: Act;
}

function TroubleLine({ item, busy, act }: TroubleLineProps): ReactElement {
  const t = useWords(OPERATIONS_WORDS);
  const { locale } = useLocale();
  const [leaving, setLeaving] = useState(false);
  const moment = (iso: string): string => momentWords(Date.parse(iso), locale, 'without-year');
  const what = item.subscriber === 'notifications.inbox' ? t('subscriber.notifications.inbox') : t('subscriber.other', { name: item.subscriber });
  const key = { messageId: item.messageId, subscriber: item.subscriber };
  return (
    <li className="ops-line">
      <div className="ops-words">
        <b>{what}</b>
        {item.dossierId === null ? null : <Link href={STAFF_PATHS.inList('all', item.dossierId)}>{item.code === null ? t('dossier-open') : t('dossier', { code: item.code })}</Link>}
        <small className="quiet">
          {[`${t('column.since')} ${moment(item.happenedAt)}`, t('tries', { count: item.attempts }), ...(item.nextAt === null ? [] : [`${t('column.next')}: ${moment(item.nextAt)}`]), item.topic].join(' · ')}
        </small>
        {item.lastError === null ? null : <code className="ops-error">{item.lastError}</code>}
      </div>
      <div className="button-row">
        <Button kind="quiet" busy={busy} onPress={() => { void act('retry', key); }}>{t('retry')}</Button>
        {item.nextAt === null && !leaving ? <Button kind="plain" onPress={() => { setLeaving(true); }}>{t('give-up')}</Button> : null}
      </div>
      {leaving ? <GiveUpForm id={item.messageId} busy={busy} onKeep={() => { setLeaving(false); }} onGiveUp={(reason) => act('give-up', { ...key, reason })} /> : null}
    </li>
  );
}

/** What the program does by itself, what failed and since when, and what can be done about it. */
export function OperationsScreen(): ReactElement {
  const t = useWords(OPERATIONS_WORDS);
  const shell = useWords(STAFF_WORDS);
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const reading = useApi<JobsResponse>('/api/jobs', { every: 15_000, keepLast: true });
  const act: Act = async (path, body) => {
    setBusy(true);
    setFault(undefined);
    const answer = await callApi('POST', `/api/jobs/${path}`, { commandId: newId(), ...body });
    setBusy(false);
    if (answer.ok) {
      announce(t(DONE[path]));
      await queries.invalidateQueries({ queryKey: ['api', '/api/jobs'] });
    } else setFault(answer.refusal.code === UNREACHABLE ? shell('no-answer') : answer.refusal.message);
    return answer.ok;
  };
  if (reading.isError) return <div className="ops-page"><LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /></div>;
  if (reading.data === undefined) return <div className="ops-page"><Skeleton lines={8} /></div>;
  const { dead, retried, exchange, jobs } = reading.data;
  const well = dead.length === 0 && retried.length === 0 && exchange.failed === 0 && jobs.every(({ failures }) => failures === 0);
  const list = (items: readonly Trouble[]): ReactElement => <ul>{items.map((item) => <TroubleLine key={`${item.messageId} ${item.subscriber}`} item={item} busy={busy} act={act} />)}</ul>;
  return (
    <div className="ops-page">
      <h1>{t('title')}</h1>
      <p className="ops-lead">{t('lead')}</p>
      {well ? <Notice kind="good"><p>{t('all-well')}</p></Notice> : null}
      {fault === undefined ? null : <Notice kind="bad" live><p>{fault}</p></Notice>}
      {dead.length === 0 ? null : <section aria-labelledby="ops-dead"><h2 id="ops-dead">{t('dead')}</h2><p className="quiet">{t('dead-lead')}</p>{list(dead)}</section>}
      {retried.length === 0 ? null : <section aria-labelledby="ops-retried"><h2 id="ops-retried">{t('retried')}</h2>{list(retried)}</section>}
      {exchange.failed + exchange.waiting === 0 ? null : (
        <section aria-labelledby="ops-exchange">
          <h2 id="ops-exchange">{t('exchange')}</h2>
          <p>
            {exchange.failed > 0 ? <b className="ops-bad">{t('exchange-failed', { count: exchange.failed })}</b> : null} {exchange.waiting > 0 ? t('exchange-waiting', { count: exchange.waiting }) : null}{' '}
            <Link href={STAFF_PATHS.exchange('messages')}>{t('exchange-open')}</Link>
          </p>
        </section>
      )}
      <section aria-labelledby="ops-jobs"><h2 id="ops-jobs">{t('jobs')}</h2><JobTable jobs={jobs} busy={busy} onRun={(name) => { void act('run', { name }); }} /></section>
    </div>
  );
}
