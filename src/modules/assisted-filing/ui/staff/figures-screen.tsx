import { type ReactElement, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { momentWords, plainDateWords } from '../../../../kernel/date-words.ts';
import { dateAt } from '../../../../kernel/local-time.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type FiguresResponse, type FilingsResponse } from '../../contract/assisted-schemas.ts';
import { ASSISTED_STAFF_WORDS } from './assisted-messages.ts';
import './assisted.css';

const KINDS = ['relative', 'team', 'officer', 'told'] as const;

/** What the address narrows the records to. */
interface Asked {
  readonly thang: string;
  readonly loai: string;
  readonly nguoi: string;
  readonly ngay: string;
  /** The last of seven days. */
  readonly tuan: string;
}

function addressOf(asked: Partial<Asked>): string {
  const given = Object.entries(asked).filter(([, value]) => value !== '');
  return `${STAFF_PATHS.assisted}?${new URLSearchParams(given).toString()}`;
}

/** `2026-11` as people write it. */
function monthWords(month: string): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`;
}

/** Declarations made with help: by month and kind, by way of agreeing, helper by helper; every number opens its declarations. */
export function FiguresScreen(): ReactElement {
  const t = useWords(ASSISTED_STAFF_WORDS);
  const search = new URLSearchParams(useSearch());
  const [, navigate] = useLocation();
  const month = search.get('thang') ?? dateAt(Date.now()).slice(0, 7);
  const asked: Asked = { thang: month, loai: search.get('loai') ?? '', nguoi: search.get('nguoi') ?? '', ngay: search.get('ngay') ?? '', tuan: search.get('tuan') ?? '' };
  const reading = useApi<FiguresResponse>(`/api/assisted-filings/figures?month=${encodeURIComponent(month)}`, { keepLast: true });
  const view = reading.data;
  return (
    <div className="assisted-page">
      <h1>{t('figures')}</h1>
      <p className="quiet">{t('figures-lead')}</p>
      <Field id="thang" label={t('month')}>
        {(control) => <input {...control} className="box assisted-month" type="month" min="2026-01" value={month} onChange={(event) => { if (/^20\d\d-\d\d$/u.test(event.target.value)) navigate(addressOf({ thang: event.target.value }), { replace: true }); }} />}
      </Field>
      {view === undefined ? (reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={6} />) : <Figures view={view} />}
      <Records asked={asked} />
    </div>
  );
}

function Figures({ view }: { readonly view: FiguresResponse }): ReactElement {
  const t = useWords(ASSISTED_STAFF_WORDS);
  const month = monthWords(view.month);
  const number = (filings: number, asked: Partial<Asked>, what: string) => (filings === 0 ? '0' : <Link href={addressOf(asked)} aria-label={t('open', { count: filings, what })}>{filings}</Link>);
  if (view.months.length === 0) return <p>{t('none')}</p>;
  return (
    <>
      <h2>{t('by-month')}</h2>
      <div className="assisted-scroll">
        <table className="assisted-table">
          <thead><tr><th scope="col">{t('month')}</th>{KINDS.map((kind) => <th key={kind} scope="col" className="assisted-number">{t(`kind-${kind}`)}</th>)}<th scope="col" className="assisted-number">{t('all')}</th></tr></thead>
          <tbody>
            {view.months.map((one) => (
              <tr key={one.month}>
                <th scope="row">{monthWords(one.month)}</th>
                {KINDS.map((kind) => <td key={kind} className="assisted-number">{number(one[kind], { thang: one.month, loai: kind }, `${monthWords(one.month)}, ${t(`kind-${kind}`)}`)}</td>)}
                <td className="assisted-number">{number(one.relative + one.team + one.officer + one.told, { thang: one.month }, monthWords(one.month))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {view.ways.length === 0 ? null : (
        <>
          <h2>{t('by-way', { month })}</h2>
          <p>{view.ways.map(({ way, filings }) => `${t(`way-${way}`)}: ${String(filings)}`).join(' · ')}</p>
        </>
      )}
      <h2>{t('by-helper', { month })}</h2>
      <p className="quiet">{t('limits', view.limits)}</p>
      {view.helpers.length === 0 ? <p>{t('none')}</p> : (
        <div className="assisted-scroll">
          <table className="assisted-table">
            <thead><tr><th scope="col">{t('name')}</th><th scope="col">{t('by-kind')}</th><th scope="col" className="assisted-number">{t('filings')}</th><th scope="col" className="assisted-number">{t('most')}</th></tr></thead>
            <tbody>
              {view.helpers.map((helper) => (
                <tr key={helper.id}>
                  <th scope="row">{helper.name}{helper.team === null ? null : <small className="quiet assisted-line">{helper.team}</small>}</th>
                  <td>{t(`kind-${helper.kind}`)}</td>
                  <td className="assisted-number">{number(helper.filings, { thang: view.month, nguoi: helper.id }, helper.name)}</td>
                  <td className="assisted-number">{helper.mostADay}{helper.mostADay > view.limits.day ? <small className="time-near assisted-line">{t('over')}</small> : null}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Records({ asked }: { readonly asked: Asked }): ReactElement | null {
  const t = useWords(ASSISTED_STAFF_WORDS);
  const { locale } = useLocale();
  const [pages, setPages] = useState<{ readonly of: string; readonly after: readonly string[] }>({ of: '', after: [] });
  const query = new URLSearchParams([['month', asked.thang], ['kind', asked.loai], ['helper', asked.nguoi], ['day', asked.ngay], ['week', asked.tuan]].filter(([, value]) => value !== '')).toString();
  const after = pages.of === query ? pages.after : [];
  const last = after.at(-1);
  const reading = useApi<FilingsResponse>(`/api/assisted-filings?${query}${last === undefined ? '' : `&after=${encodeURIComponent(last)}`}`, { keepLast: true });
  if (reading.data === undefined) return reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={4} />;
  const { rows, next } = reading.data;
  const whole = asked.loai === '' && asked.nguoi === '' && asked.ngay === '' && asked.tuan === '';
  // The figures above say it already.
  if (whole && rows.length === 0) return null;
  return (
    <>
      <h2 id="tung-ho-so">{asked.ngay !== '' ? t('records-day', { day: plainDateWords(asked.ngay, locale) }) : asked.tuan !== '' ? t('records-week', { day: plainDateWords(asked.tuan, locale) }) : t('records')}</h2>
      {whole ? null : <p><Link href={addressOf({ thang: asked.thang })}>{t('back')}</Link></p>}
      {rows.length === 0 ? <p className="quiet">{t('none')}</p> : (
        <div className="assisted-scroll">
          <table className="assisted-table" aria-labelledby="tung-ho-so">
            <thead><tr><th scope="col">{t('code')}</th><th scope="col">{t('procedure')}</th><th scope="col">{t('helper')}</th><th scope="col">{t('way')}</th><th scope="col">{t('sent')}</th></tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.dossierId}>
                  <td><Link href={STAFF_PATHS.inList('all', row.dossierId)}>{row.code}</Link></td>
                  <td>{row.procedure}</td>
                  <td>{row.helper}<small className="quiet assisted-line">{t(`kind-${row.kind}`)}</small></td>
                  <td>{row.way === null ? '' : t(`way-${row.way}`)}</td>
                  <td>{momentWords(Date.parse(row.sentAt), locale)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {next === null ? null : <div><Button kind="quiet" onPress={() => { setPages({ of: query, after: [...after, next] }); }}>{t('more')}</Button></div>}
    </>
  );
}
