import { type ReactElement, useId, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { useQuery } from '@tanstack/react-query';
import { plainDateWords } from '../../../../kernel/date-words.ts';
import { dateAt } from '../../../../kernel/local-time.ts';
import { formatDong } from '../../../../kernel/money.ts';
import { callApi } from '../../../../web/staff/api/call-api.ts';
import { refusalError } from '../../../../web/staff/api/refusal.ts';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { useLateValue } from '../../../../web/staff/shell/use-late-value.ts';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { PAYABLE_LISTS, type PayableLine, type PayableList, type PayableSearch, type PayableSearchResponse } from '../../contract/payable-schemas.ts';
import { COUNTER_WORDS } from './counter-messages.ts';
import { PayableState } from './payable-state.tsx';
import { OfficeRefunds } from './refund-parts.tsx';
import './counter.css';

/** How often the list is read again while it is open: somebody may have paid. */
const AGAIN_MS = 10_000;

function usePayables(question: PayableSearch) {
  return useQuery({
    queryKey: ['api', '/api/payables/search', question],
    queryFn: async ({ signal }) => {
      const found = await callApi<PayableSearchResponse>('POST', '/api/payables/search', question, signal);
      if (found.ok) return found.value;
      throw refusalError(found.refusal);
    },
    refetchInterval: AGAIN_MS,
    placeholderData: (previous) => previous,
  });
}

function Line({ payable, list }: { readonly payable: PayableLine; readonly list: PayableList }): ReactElement {
  const t = useWords(COUNTER_WORDS);
  const { locale } = useLocale();
  const name = payable.payerName ?? payable.reference;
  const amount = list === 'surplus' ? payable.surplus : list === 'paid' ? payable.amount : payable.missing;
  return (
    <tr>
      <th scope="row"><Link href={STAFF_PATHS.payable(payable.id)} aria-label={t('open-one', { name })}>{name}</Link></th>
      <td data-head={t('dossier')}>{payable.dossierCode ?? '–'}<small className="quiet">{payable.procedureName}</small></td>
      <td data-head={t('what')}>{t(`purpose.${payable.purpose}`)}{list === 'open' && payable.paid === 0 ? null : <small><PayableState payable={payable} /></small>}</td>
      <td data-head={t('reference')}><span className="counter-reference">{payable.reference}</span></td>
      <td data-head={t('since')}>{plainDateWords(dateAt(Date.parse(payable.openedAt)), locale, 'without-year')}</td>
      <td data-head={t(list === 'surplus' ? 'surplus' : list === 'paid' ? 'due' : 'missing')} className="counter-amount"><b>{formatDong(amount)}</b></td>
    </tr>
  );
}

/** What is to be paid, what is owed back, what was paid; found by a few letters or digits. */
export function CounterScreen(): ReactElement {
  const t = useWords(COUNTER_WORDS);
  const count = useCountWords();
  const id = useId();
  const [, navigate] = useLocation();
  const given = new URLSearchParams(useSearch()).get('muc');
  const list = PAYABLE_LISTS.find((one) => one === given) ?? 'open';
  const [typed, setTyped] = useState('');
  const reading = usePayables({ list, q: useLateValue(typed, 250) });
  const { data } = reading;
  return (
    <div className="counter-page">
      <div className="counter-top">
        <h1>{t('title')}</h1>
        <p className="counter-lead">{t('lead')}</p>
      </div>
      <div className="counter-tools">
        <div role="group" className="counter-lists">
          {PAYABLE_LISTS.map((one) => (
            <button key={one} type="button" className={one === list ? 'counter-list counter-list-on' : 'counter-list'} aria-pressed={one === list} onClick={() => { navigate(one === 'open' ? STAFF_PATHS.payables : `${STAFF_PATHS.payables}?muc=${one}`, { replace: true }); }}>{t(`list.${one}`)}</button>
          ))}
        </div>
        <Field id={id} label={t('search')} wide>
          {(control) => <input {...control} className="box" type="search" autoComplete="off" spellCheck={false} value={typed} onChange={(event) => { setTyped(event.target.value); }} />}
        </Field>
      </div>
      {list === 'surplus' ? <OfficeRefunds /> : null}
      {data === undefined ? (reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={6} />) : (
        <>
          <p className="quiet" aria-live="polite">{list === 'open' ? t('found', { count: count(data.count), amount: formatDong(data.missing) }) : t('found-plain', { count: count(data.count) })}</p>
          {data.items.length === 0 ? <p>{t(typed.trim() === '' ? `none-${list}` : 'none-found')}</p> : (
            <table className="counter-table">
              <thead><tr>
                {(['payer', 'dossier', 'what', 'reference', 'since'] as const).map((head) => <th key={head} scope="col">{t(head)}</th>)}
                <th scope="col" className="counter-amount">{t(list === 'surplus' ? 'surplus' : list === 'paid' ? 'due' : 'missing')}</th>
              </tr></thead>
              <tbody>{data.items.map((payable) => <Line key={payable.id} payable={payable} list={list} />)}</tbody>
            </table>
          )}
          {data.count > data.items.length ? <p>{t('more', { count: count(data.count - data.items.length) })}</p> : null}
        </>
      )}
    </div>
  );
}
