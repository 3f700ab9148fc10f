import { type ReactElement, useId } from 'react';
import { useLocation, useSearch } from 'wouter';
import { dateAt } from '../../../../../kernel/local-time.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { DayField } from '../../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type ReportResponse } from '../../../contract/report-schemas.ts';
import { REPORT_WORDS } from './report-messages.ts';
import { daysOfPeriod, PERIODS } from './report-period.ts';
import { ReportTable } from './report-table.tsx';
import './report.css';

const BYS = ['field', 'procedure', 'unit'] as const;

function useReportQuery() {
  const search = useSearch();
  const [, navigate] = useLocation();
  const given = new URLSearchParams(search);
  const today = dateAt(Date.now());
  const month = daysOfPeriod('this-month', today);
  const by = BYS.find((one) => one === given.get('by')) ?? 'field';
  const query = { from: given.get('from') ?? month.from, to: given.get('to') ?? month.to, by };
  const change = (part: Partial<typeof query>) => { navigate(`${STAFF_PATHS.report}?${new URLSearchParams({ ...query, ...part }).toString()}`, { replace: true }); };
  return { query, today, change };
}

function Shares({ sums }: { readonly sums: ReportResponse['total']['sums'] }): ReactElement {
  const t = useWords(REPORT_WORDS);
  const words = (share: number | null) => (share === null ? t('no-share') : `${(share * 100).toFixed(1).replace('.', ',')} %`);
  return (
    <div className="report-shares">
      <p><b>{t('share', { share: words(sums.onTimeShare) })}</b></p>
      <p>{t('share-766', { share: words(sums.onTimeShare766) })}</p>
      <p className="quiet">{t('share-note')}</p>
    </div>
  );
}

/** What came, was finished, is under way and went back in any period; every number opens its dossiers. */
export function ReportScreen(): ReactElement {
  const t = useWords(REPORT_WORDS);
  const id = useId();
  const { query, today, change } = useReportQuery();
  const address = new URLSearchParams(query).toString();
  const reading = useApi<ReportResponse>(`/api/reports/dossiers?${address}`, { keepLast: true, enabled: query.from !== '' && query.to !== '' });
  return (
    <div className="report">
      <div className="report-top">
        <h1>{t('title')}</h1>
        <a className="button button-quiet" href={`/api/reports/dossiers.pdf?${address}`} target="_blank" rel="noreferrer">{t('print')}</a>
        <a className="button button-quiet" href={`/api/reports/dossiers.xlsx?${address}`} download>{t('excel')}</a>
      </div>
      <div className="report-query">
        <div className="chips" role="group" aria-label={t('periods')}>
          {PERIODS.map((period) => {
            const days = daysOfPeriod(period, today);
            return <button key={period} type="button" className="chip" aria-pressed={days.from === query.from && days.to === query.to} onClick={() => { change(days); }}>{t(`period.${period}`)}</button>;
          })}
        </div>
        {(['from', 'to'] as const).map((key) => (
          <DayField key={key} id={`${id}-${key}`} label={t(key)} needed value={query[key]} onChange={(day) => { change({ [key]: day }); }} />
        ))}
        <Field id={`${id}-by`} label={t('by')}>
          {(control) => (
            <select {...control} className="box" value={query.by} onChange={(event) => { change({ by: BYS.find((one) => one === event.target.value) ?? 'field' }); }}>
              {BYS.map((one) => <option key={one} value={one}>{t(`by.${one}`)}</option>)}
            </select>
          )}
        </Field>
      </div>
      {reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : null}
      {reading.data === undefined ? (reading.isError ? null : <Skeleton lines={7} />) : (
        <>
          <Shares sums={reading.data.total.sums} />
          {reading.data.rows.length === 0 ? <p className="quiet" role="status">{t('none')}</p> : <ReportTable report={reading.data} />}
        </>
      )}
    </div>
  );
}
