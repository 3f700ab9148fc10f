import { type ReactElement, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { announce } from '../../../../web/staff/shell/announcement.ts';
import { type MergesResponse } from '../../contract/merge-schemas.ts';
import { MergeCard } from './merge-card.tsx';
import { MERGE_WORDS } from './merge-messages.ts';
import { ProposeForm } from './propose-form.tsx';
import { type Send } from './send-merge.ts';
import './merges.css';

const MERGES = '/api/commune-merges';

/** Communes going over into one another: what would move, who agreed, what became of it, and the way back. */
export function MergeScreen(): ReactElement {
  const t = useWords(MERGE_WORDS);
  const shell = useWords(STAFF_WORDS);
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const reading = useApi<MergesResponse>(MERGES, { every: 3_000, keepLast: true });
  const send: Send = async (path, body) => {
    setBusy(true);
    setFault(undefined);
    const answer = await callApi('POST', `${MERGES}${path}`, { commandId: newId(), ...body });
    setBusy(false);
    if (!answer.ok) setFault(answer.refusal.code === UNREACHABLE ? shell('no-answer') : answer.refusal.message);
    else announce(t('done'));
    await queries.invalidateQueries({ queryKey: ['api', MERGES] });
    return answer.ok;
  };
  if (reading.isError) return <div className="merges-page"><LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /></div>;
  if (reading.data === undefined) return <div className="merges-page"><Skeleton lines={8} /></div>;
  const { own, others, items } = reading.data;
  const underWay = items.some(({ state, into }) => into.code === own.code && (state === 'proposed' || state === 'agreed'));
  return (
    <div className="merges-page">
      <h1>{t('title')}</h1>
      <p className="merges-lead">{t('lead')}</p>
      {fault === undefined ? null : <Notice kind="bad" live><p>{fault}</p></Notice>}
      {others.length === 0 && items.length === 0 ? <Notice kind="info"><p>{t('alone')}</p></Notice> : null}
      {others.length === 0 || underWay ? null : <ProposeForm own={own} others={others} busy={busy} send={send} />}
      {others.length === 0 && items.length === 0 ? null : (
        <section aria-labelledby="merges-list">
          <h2 id="merges-list">{t('list')}</h2>
          {items.length === 0 ? <p className="quiet">{t('none')}</p> : <ul className="merges-list">{items.map((item) => <li key={item.id}><MergeCard merge={item} busy={busy} send={send} /></li>)}</ul>}
        </section>
      )}
    </div>
  );
}
