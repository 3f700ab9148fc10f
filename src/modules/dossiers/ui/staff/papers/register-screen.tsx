import { type ReactElement, useId } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { momentWords } from '../../../../../kernel/date-words.ts';
import { dateAt } from '../../../../../kernel/local-time.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { useCountWords, useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { holds, useSession } from '../../../../../web/staff/session.tsx';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type PaperListResponse } from '../../../../official-papers/contract/paper-schemas.ts';
import { type RegisterResponse } from '../../../contract/paper-order-schemas.ts';
import { paperAddress } from '../receipt-address.ts';
import { REPORT_WORDS } from '../report/report-messages.ts';
import { daysOfPeriod, PERIODS } from '../report/report-period.ts';
import { MadeNotice } from './made-notice.tsx';
import { PAPER_BOOK_WORDS } from './paper-book-messages.ts';
import { PapersFrame } from './papers-frame.tsx';
import { usePaperOrder } from './use-paper-order.ts';

function useRegisterQuery() {
  const given = new URLSearchParams(useSearch());
  const [, navigate] = useLocation();
  const today = dateAt(Date.now());
  const month = daysOfPeriod('this-month', today);
  const query = { from: given.get('from') ?? month.from, to: given.get('to') ?? month.to, field: given.get('field') ?? '' };
  const change = (part: Partial<typeof query>) => { navigate(`${STAFF_PATHS.papers('register')}?${new URLSearchParams({ ...query, ...part }).toString()}`, { replace: true }); };
  return { query, today, change };
}

function Rows({ register }: { readonly register: RegisterResponse }): ReactElement {
  const t = useWords(PAPER_BOOK_WORDS);
  const { locale } = useLocale();
  const moment = (at: string) => momentWords(Date.parse(at), locale, 'without-year');
  return (
    <div className="papers-scroll" tabIndex={0} role="region" aria-label={t('tab.register')}>
      <table className="papers-table">
        <thead><tr>{(['code', 'procedure', 'person', 'unit', 'received', 'due', 'returned'] as const).map((word) => <th key={word} scope="col">{t(word)}</th>)}</tr></thead>
        <tbody>
          {register.rows.map((row) => (
            <tr key={row.id}>
              <td><Link href={STAFF_PATHS.inList('all', row.id)}>{row.code}</Link></td>
              <td lang="vi">{row.procedureName}</td>
              <td>{row.applicant}</td>
              <td lang="vi">{row.unit}</td>
              <td>{moment(row.receivedAt)}</td>
              <td>{moment(row.dueAt)}</td>
              <td>{row.returnedAt === null ? (row.ended ?? '') : moment(row.returnedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MadeBefore(): ReactElement | null {
  const t = useWords(PAPER_BOOK_WORDS);
  const { locale } = useLocale();
  const reading = useApi<PaperListResponse>('/api/papers?kind=register-book');
  const made = (reading.data?.items ?? []).slice(0, 12);
  if (made.length === 0) return null;
  return (
    <section aria-labelledby="papers-made">
      <h2 id="papers-made">{t('made-before')}</h2>
      <ul className="papers-made">
        {made.map((paper) => (
          <li key={paper.id}>
            <a href={paperAddress(paper.id)} target="_blank" rel="noreferrer">{paper.number}</a>
            <span>{(paper.about ?? '').split('/').map((day) => day.split('-').reverse().join('/')).join(' – ')}</span>
            <small className="quiet">{momentWords(Date.parse(paper.issuedAt), locale, 'without-year')}, {paper.issuedBy}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The register (form 07) of a period and a field: how much it holds, its first rows, and the paper. */
export function RegisterScreen(): ReactElement {
  const t = useWords(PAPER_BOOK_WORDS);
  const report = useWords(REPORT_WORDS);
  const count = useCountWords();
  const id = useId();
  const { query, today, change } = useRegisterQuery();
  const makes = holds(useSession(), 'reception', 'clerk', 'unit-head', 'president');
  const wish = { from: query.from, to: query.to, ...(query.field === '' ? {} : { field: query.field }) };
  const reading = useApi<RegisterResponse>(`/api/papers/register?${new URLSearchParams(wish).toString()}`, { keepLast: true, enabled: makes });
  const ordering = usePaperOrder('/api/papers/register');
  const register = reading.data;
  if (!makes) return <PapersFrame tab="register"><p>{t('register-not-yours')}</p></PapersFrame>;
  return (
    <PapersFrame tab="register">
      <div className="papers-query">
        <div className="chips" role="group" aria-label={t('periods')}>
          {PERIODS.map((period) => {
            const days = daysOfPeriod(period, today);
            return <button key={period} type="button" className="chip" aria-pressed={days.from === query.from && days.to === query.to} onClick={() => { change(days); }}>{report(`period.${period}`)}</button>;
          })}
        </div>
        {(['from', 'to'] as const).map((key) => <DayField key={key} id={`${id}-${key}`} label={t(key)} needed value={query[key]} onChange={(day) => { change({ [key]: day }); }} />)}
        <Field id={`${id}-field`} label={t('field')}>
          {(control) => (
            <select {...control} className="box" value={query.field} onChange={(event) => { change({ field: event.target.value }); }}>
              <option value="">{t('all-fields')}</option>
              {[...(register?.fields ?? []), ...(query.field === '' || register?.fields.some(({ field }) => field === query.field) === true ? [] : [{ field: query.field, count: 0 }])].map((one) => (
                <option key={one.field} value={one.field}>{t('field-count', { field: one.field, count: count(one.count) })}</option>
              ))}
            </select>
          )}
        </Field>
        {(register?.total ?? 0) === 0 ? null : <Button busy={ordering.busy} onPress={() => { void ordering.order(wish); }}>{t('make-register')}</Button>}
      </div>
      <MadeNotice ordering={ordering} title={t('tab.register')} />
      {reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : null}
      {register === undefined ? (reading.isError ? null : <Skeleton lines={6} />) : register.total === 0 ? <p className="quiet" role="status">{t('register-none')}</p> : (
        <>
          <p role="status">
            <b>{t('register-sum', { total: count(register.total), returned: count(register.returned) })}</b>{' '}
            <span className="quiet">
              {register.total > register.rows.length ? t('register-first', { count: register.rows.length }) : ''} {register.total > 500 ? t('register-parts') : ''}
            </span>
          </p>
          <Rows register={register} />
        </>
      )}
      <MadeBefore />
    </PapersFrame>
  );
}
