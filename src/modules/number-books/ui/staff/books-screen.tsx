import { type ReactElement, useState } from 'react';
import { plainDateWords } from '../../../../kernel/date-words.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { Icon } from '../../../../web/public/icon/icon.tsx';
import { type BookItem, type BooksResponse } from '../../contract/book-schemas.ts';
import { countNumbers } from '../../domain/book.ts';
import { BookDetails } from './book-details.tsx';
import { BOOK_WORDS } from './book-messages.ts';
import './books.css';

const GROUPS = ['certification', 'paper', 'data-request'] as const;

function BookLine({ item, open, onToggle }: { readonly item: BookItem; readonly open: boolean; readonly onToggle: () => void }): ReactElement {
  const t = useWords(BOOK_WORDS);
  const { locale } = useLocale();
  const count = useCountWords();
  const missing = countNumbers(item.gaps);
  const unexplained = countNumbers(item.gaps.filter(({ reason }) => reason === null));
  return (
    <tr className={open ? 'books-open' : undefined}>
      <th scope="row">
        <button type="button" className="books-name" aria-expanded={open} aria-label={t('details', { book: item.title[locale] })} onClick={onToggle}>{item.title[locale]}</button>
        {item.symbol === '' ? null : <small className="quiet">{item.symbol}</small>}
      </th>
      <td data-head={t('first')} className="books-number">{item.state === 'unused' ? '–' : count(item.first)}</td>
      <td data-head={t('last')} className="books-number">{item.last === 0 ? t('none-yet') : count(item.last)}</td>
      <td data-head={t('count')} className="books-number">{count(item.count)}</td>
      <td data-head={t('missing')} className="books-number">{count(missing)}{unexplained === 0 ? null : <small className="books-bad"><Icon name="overdue" />{t('unexplained', { count: count(unexplained) })}</small>}</td>
      <td data-head={t('state')}>{t(`state.${item.state}`)}</td>
    </tr>
  );
}

/** The numbered books of a year: what was given, what is missing and why, opening and closing. */
export function BooksScreen(): ReactElement {
  const t = useWords(BOOK_WORDS);
  const { locale } = useLocale();
  const count = useCountWords();
  const [year, setYear] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const reading = useApi<BooksResponse>(`/api/number-books${year === '' ? '' : `?year=${year}`}`, { keepLast: true });
  const { data } = reading;
  if (data === undefined) return reading.isError ? <div className="books-page"><h1>{t('title')}</h1><LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /></div> : <Skeleton lines={8} />;
  return (
    <div className="books-page">
      <div className="books-top">
        <h1>{t('title')}</h1>
        <Field id="books-year" label={t('year')}>
          {(control) => <select {...control} className="box" value={data.year} onChange={(event) => { setYear(event.target.value); }}>{data.years.map((one) => <option key={one} value={one}>{one}</option>)}</select>}
        </Field>
      </div>
      <p className="books-lead">{t('lead')}</p>
      {GROUPS.map((group) => (
        <section key={group} aria-labelledby={`books-${group}`}>
          <h2 id={`books-${group}`}>{t(`group.${group}`)}</h2>
          <table className="books-table">
            <thead><tr>{(['book', 'first', 'last', 'count', 'missing', 'state'] as const).map((head) => <th key={head} scope="col" className={head === 'book' || head === 'state' ? undefined : 'books-number'}>{t(head)}</th>)}</tr></thead>
            <tbody>
              {data.items.filter((item) => item.group === group).flatMap((item) => {
                const isOpen = open === item.book;
                return [
                  <BookLine key={item.book} item={item} open={isOpen} onToggle={() => { setOpen(isOpen ? null : item.book); }} />,
                  ...(isOpen ? [<tr key={`${item.book} more`} className="books-more"><td colSpan={6}><BookDetails item={item} year={data.year} today={data.today} mayChange={data.mayChange} /></td></tr>] : []),
                ];
              })}
            </tbody>
          </table>
        </section>
      ))}
      <section aria-labelledby="books-daily">
        <h2 id="books-daily">{t('daily')}</h2>
        <p className="books-lead">{t('daily-lead')}</p>
        {data.daily.length === 0 ? <p>{t('daily-none')}</p> : (
          <ul>{data.daily.map(({ agency, total, days, lastDay, lastNumber }) => <li key={agency}>{t('daily-line', { agency, total: count(total), days: count(days), day: plainDateWords(lastDay, locale), number: count(lastNumber) })}</li>)}</ul>
        )}
      </section>
    </div>
  );
}
