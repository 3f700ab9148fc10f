import { type ReactElement, useId, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useInfiniteQuery } from '@tanstack/react-query';
import { monthWords } from '../../../../../kernel/date-words.ts';
import { dateAt } from '../../../../../kernel/local-time.ts';
import { formatDong } from '../../../../../kernel/money.ts';
import { callApi } from '../../../../../web/staff/api/call-api.ts';
import { refusalError } from '../../../../../web/staff/api/refusal.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { focusPart } from '../../../../../web/staff/keyboard/focus-part.ts';
import { useKeys } from '../../../../../web/staff/keyboard/use-keys.ts';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { useLateValue } from '../../../../../web/staff/shell/use-late-value.ts';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type RegisterQuery, type RegisterResponse } from '../../../contract/certification-schemas.ts';
import { REGISTER_WORDS } from './register-messages.ts';
import { bookPeriod, bookYears } from './register-period.ts';
import { RegisterTable } from './register-table.tsx';
import './register.css';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** What the address opens: a book, a year, and a month of it (0: the whole year). */
function useOpenBook() {
  const given = new URLSearchParams(useSearch());
  const [, navigate] = useLocation();
  const today = dateAt(Date.now());
  const year = Number(given.get('nam') ?? today.slice(0, 4));
  const open = { book: given.get('so') ?? 'SCT/BS', year, month: Number(given.get('thang') ?? (year === Number(today.slice(0, 4)) ? Number(today.slice(5, 7)) : 0)) };
  const change = (part: Partial<typeof open>) => {
    const next = { ...open, ...part };
    navigate(`${STAFF_PATHS.certificationBooks}?${new URLSearchParams({ so: next.book, nam: String(next.year), thang: String(next.month) }).toString()}`, { replace: true });
  };
  return { open, today, change };
}

function useBook(question: Omit<RegisterQuery, 'after'>) {
  return useInfiniteQuery({
    queryKey: ['api', '/api/certifications/register', question],
    queryFn: async ({ signal, pageParam }) => {
      const part = await callApi<RegisterResponse>('POST', '/api/certifications/register', { ...question, after: pageParam } satisfies RegisterQuery, signal);
      if (part.ok) return part.value;
      throw refusalError(part.refusal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: (previous) => previous,
  });
}

/** The yearly books of certifications: by kind, year and month, searched, printed, and as a sheet. */
export function RegisterScreen(): ReactElement {
  const t = useWords(REGISTER_WORDS);
  const { locale } = useLocale();
  const id = useId();
  const { open, today, change } = useOpenBook();
  const [typed, setTyped] = useState('');
  const q = useLateValue(typed.trim(), 200);
  const period = { book: open.book, ...bookPeriod(open.year, open.month) };
  const address = new URLSearchParams(period).toString();
  const reading = useBook({ ...period, q });
  useKeys({ '/': () => { focusPart(`${id}-q`); } });
  const parts = reading.data?.pages ?? [];
  const [first] = parts;
  const rows = parts.flatMap((part) => part.rows);
  return (
    <div className="register">
      <div className="register-top">
        <h1>{first?.title ?? t('title')}</h1>
        <a className="button button-quiet" href={`/api/certifications/register.pdf?${address}`} target="_blank" rel="noreferrer">{t('print')}</a>
        <a className="button button-quiet" href={`/api/certifications/register.xlsx?${address}`} download>{t('excel')}</a>
      </div>
      <div className="register-query">
        <div className="chips" role="group" aria-label={t('books')}>
          {(first?.books ?? []).map(({ symbol, title }) => <button key={symbol} type="button" className="chip" title={title} aria-pressed={symbol === open.book} onClick={() => { change({ book: symbol }); }}>{symbol}</button>)}
        </div>
        <Field id={`${id}-year`} label={t('year')}>
          {(control) => (
            <select {...control} className="box" value={open.year} onChange={(event) => { change({ year: Number(event.target.value) }); }}>
              {bookYears(today).map((year) => <option key={year} value={year}>{year}</option>)}
            </select>
          )}
        </Field>
        <Field id={`${id}-month`} label={t('month')}>
          {(control) => (
            <select {...control} className="box" value={open.month} onChange={(event) => { change({ month: Number(event.target.value) }); }}>
              <option value={0}>{t('whole-year')}</option>
              {MONTHS.map((month) => <option key={month} value={month}>{monthWords(month, locale)}</option>)}
            </select>
          )}
        </Field>
        <Field id={`${id}-q`} label={<>{t('search')} <kbd aria-hidden={true}>/</kbd></>}>
          {(control) => <input {...control} className="box register-search" type="search" maxLength={100} autoComplete="off" placeholder={t('search-hint')} value={typed} onChange={(event) => { setTyped(event.target.value); }} />}
        </Field>
      </div>
      {reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : null}
      {first === undefined ? (reading.isError ? null : <Skeleton lines={7} />) : (
        <>
          <p className="register-sums" role="status">{rows.length === 0 ? (q === '' ? t('none') : t('none-found', { text: q })) : t('sums', { count: first.count, copies: first.copies, fee: formatDong(first.fee) })}</p>
          {rows.length === 0 ? null : <RegisterTable rows={rows} />}
          {reading.hasNextPage ? <div><Button kind="quiet" busy={reading.isFetchingNextPage} onPress={() => { void reading.fetchNextPage(); }}>{t('more')}</Button></div> : null}
        </>
      )}
    </div>
  );
}
