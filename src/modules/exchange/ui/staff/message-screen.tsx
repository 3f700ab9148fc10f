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
import { type MessageListResponse } from '../../contract/exchange-schemas.ts';
import { SEND_PROBLEMS } from '../../domain/resend-rule.ts';
import { ExchangeFrame } from './exchange-frame.tsx';
import { EXCHANGE_WORDS } from './exchange-messages.ts';
import { OpenClosedChips } from './open-closed-chips.tsx';

type Message = MessageListResponse['items'][number];

function Standing({ item }: { readonly item: Message }): ReactElement {
  const t = useWords(EXCHANGE_WORDS);
  const { locale } = useLocale();
  const moment = (at: string | null): string => (at === null ? '' : momentWords(Date.parse(at), locale, 'without-year'));
  const known = SEND_PROBLEMS.find((problem) => problem === item.problem);
  const problem = known === undefined ? '' : t(`problem.${known}`);
  const words = (): string => {
    switch (item.state) {
      case 'sent':
        return t('sent', { moment: moment(item.closedAt) });
      case 'by-hand':
        return t('entered', { name: item.closedBy ?? '', moment: moment(item.closedAt) });
      case 'failed':
        return t('failed', { problem });
      case 'waiting':
        return problem === '' ? t('waiting-first') : t('waiting-next', { problem, attempt: item.attempts + 1, moment: moment(item.nextTryAt) });
    }
  };
  return (
    <>
      <span className={item.state === 'failed' ? 'exchange-error' : undefined}>{words()}</span>
      {item.detail === null || item.detail === '' ? null : <small className="quiet">{` ${t('their-answer', { detail: item.detail })}`}</small>}
    </>
  );
}

/** What other systems are still to be told, why it is not there yet, and what can be done. */
export function MessageScreen(): ReactElement {
  const t = useWords(EXCHANGE_WORDS);
  const shell = useWords(STAFF_WORDS);
  const { locale } = useLocale();
  const queries = useQueryClient();
  const [closed, setClosed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const reading = useApi<MessageListResponse>(`/api/exchange/messages${closed ? '?closed=1' : ''}`, { every: 30_000 });
  const list = reading.data;
  const act = async (path: string) => {
    setBusy(true);
    setFault(undefined);
    const answer = await callApi<{ readonly tried?: number }>('POST', `/api/exchange/messages/${path}`, { commandId: newId() });
    setBusy(false);
    if (answer.ok) {
      announce(answer.value.tried === undefined ? t('saved') : t('resent', { count: answer.value.tried }));
      void queries.invalidateQueries();
    } else setFault(answer.refusal.code === UNREACHABLE ? shell('no-answer') : answer.refusal.message);
  };
  return (
    <ExchangeFrame tab="messages">
      <p className="quiet">{t('messages-why')}</p>
      {list?.hasAddress === false ? <Notice kind="check"><p>{t('no-address')}</p></Notice> : null}
      <OpenClosedChips closed={closed} onChange={setClosed} />
      {fault === undefined ? null : <Notice kind="bad" live><p>{fault}</p></Notice>}
      {list === undefined ? (reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={5} />) : list.items.length === 0 ? <p className="quiet" role="status">{t(closed ? 'closed-none' : 'messages-none')}</p> : (
        <>
          {closed || !list.hasAddress ? null : <div className="button-row"><Button kind="quiet" busy={busy} onPress={() => { void act('resend'); }}>{t('resend-all')}</Button></div>}
          <div className="exchange-wide">
            <table className="exchange-table">
              <thead><tr><th scope="col">{t('code')}</th><th scope="col">{t('applicant')}</th><th scope="col">{t('status')}</th><th scope="col">{t('happened')}</th><th scope="col">{t('try')}</th><td /></tr></thead>
              <tbody>
                {list.items.map((item) => (
                  <tr key={item.id}>
                    <td className="exchange-nowrap"><Link href={STAFF_PATHS.inList('all', item.dossierId)}>{item.code}</Link></td>
                    <td>{item.applicantName}</td>
                    <td>{`${String(item.status)} · ${item.statusWords}`}</td>
                    <td>{momentWords(Date.parse(item.occurredAt), locale, 'without-year')}</td>
                    <td><Standing item={item} /></td>
                    <td>
                      {item.closedAt !== null ? null : (
                        <div className="exchange-acts">
                          {list.hasAddress ? <Button kind="quiet" busy={busy} label={`${t('resend')}: ${item.code}`} onPress={() => { void act(`${item.id}/resend`); }}>{t('resend')}</Button> : null}
                          <Button kind="quiet" busy={busy} label={`${t('by-hand')}: ${item.code}`} onPress={() => { void act(`${item.id}/by-hand`); }}>{t('by-hand')}</Button>
                        </div>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </ExchangeFrame>
  );
}
