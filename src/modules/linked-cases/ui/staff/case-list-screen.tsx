import { type ReactElement, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { momentWords } from '../../../../kernel/date-words.ts';
import { Icon } from '../../../../web/public/icon/icon.tsx';
import { callApi } from '../../../../web/staff/api/call-api.ts';
import { UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { TimeLeft } from '../../../../web/staff/components/time-left/time-left.tsx';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { holds, useSession } from '../../../../web/staff/session.tsx';
import { announce } from '../../../../web/staff/shell/announcement.ts';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type CaseListResponse, type ExchangeResponse } from '../../contract/linked-case-schemas.ts';
import { LINKED_WORDS } from './linked-messages.ts';
import './linked.css';

type Item = CaseListResponse['items'][number];

const ALERTS = ['failing', 'unacknowledged', 'late'] as const;

/** What a person must look at, in words; nothing where nothing is wrong. */
function AlertWords({ of }: { readonly of: Pick<CaseListResponse, (typeof ALERTS)[number]> }): ReactElement | null {
  const t = useWords(LINKED_WORDS);
  const there = ALERTS.filter((kind) => of[kind] > 0);
  if (there.length === 0) return null;
  return (
    <ul className="linked-alerts">
      {there.map((kind) => <li key={kind}><Icon name={kind === 'late' ? 'overdue' : 'bad'} />{t(kind, { count: of[kind] })}</li>)}
    </ul>
  );
}

function Row({ item }: { readonly item: Item }): ReactElement {
  const t = useWords(LINKED_WORDS);
  const { locale } = useLocale();
  return (
    <tr className="linked-row">
      <td>
        <Link href={STAFF_PATHS.linkedCase(item.id)} className="linked-link">{item.subjectName}</Link>
        <small>{item.groupName} · {item.code}</small>
        <AlertWords of={item} />
      </td>
      <td>
        {item.applicantName}
        <small>{momentWords(Date.parse(item.receivedAt), locale, 'without-year')}</small>
      </td>
      <td>{t('progress', { ended: item.ended, children: item.children })}</td>
      <td className="linked-time"><TimeLeft standing={item.timeState} words={item.timeWords} used={item.used} /></td>
    </tr>
  );
}

/** Cases of interlinked procedures: open ones with what does not arrive or is not acknowledged on top, and ended ones. */
export function CaseListScreen(): ReactElement {
  const t = useWords(LINKED_WORDS);
  const shell = useWords(STAFF_WORDS);
  const countWords = useCountWords();
  const queries = useQueryClient();
  const session = useSession();
  const [list, setList] = useState<'open' | 'ended'>('open');
  const [pages, setPages] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const after = pages.at(-1);
  const reading = useApi<CaseListResponse>(`/api/linked-cases?list=${list}${after === undefined ? '' : `&after=${after}`}`, { every: 30_000, keepLast: true });
  const read = reading.data;
  const show = (next: 'open' | 'ended') => {
    setList(next);
    setPages([]);
  };
  const exchange = async () => {
    setBusy(true);
    setFault(undefined);
    const answer = await callApi<ExchangeResponse>('POST', '/api/linked-cases/exchange', {});
    setBusy(false);
    if (answer.ok) {
      announce(t('exchanged', { ...answer.value }));
      void queries.invalidateQueries();
    } else setFault(answer.refusal.code === UNREACHABLE ? shell('no-answer') : answer.refusal.message);
  };
  return (
    <section className="linked" aria-labelledby="linked-title">
      <div className="linked-top">
        <h1 id="linked-title">{t('title')}</h1>
        {holds(session, 'reception', 'specialist', 'unit-head', 'president') ? <Button kind="quiet" busy={busy} onPress={() => { void exchange(); }}>{t('exchange-now')}</Button> : null}
      </div>
      <p className="quiet">{t('why')}</p>
      {read === undefined ? null : read.alerts > 0 ? <Notice kind="bad"><AlertWords of={read} /></Notice> : <Notice kind="good"><p>{t('all-well')}</p></Notice>}
      <div className="chips">
        <button type="button" className="chip" aria-pressed={list === 'open'} onClick={() => { show('open'); }}>{t('open-ones', { count: read === undefined ? '…' : countWords(read.open) })}</button>
        <button type="button" className="chip" aria-pressed={list === 'ended'} onClick={() => { show('ended'); }}>{t('ended-ones')}</button>
      </div>
      {fault === undefined ? null : <Notice kind="bad" live><p>{fault}</p></Notice>}
      {read === undefined
        ? (reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={6} />)
        : read.items.length === 0 ? <p className="quiet" role="status">{t(list === 'open' ? 'open-none' : 'ended-none')}</p> : (
          <table className="linked-table" aria-labelledby="linked-title">
            <thead>
              <tr>
                <th scope="col">{t('column.case')}</th>
                <th scope="col">{t('column.people')}</th>
                <th scope="col">{t('column.progress')}</th>
                <th scope="col">{t('column.time')}</th>
              </tr>
            </thead>
            <tbody>{read.items.map((item) => <Row key={item.id} item={item} />)}</tbody>
          </table>
        )}
      {read?.next == null ? null : <div><Button kind="quiet" onPress={() => { setPages([...pages, read.next ?? '']); }}>{t('more')}</Button></div>}
    </section>
  );
}
