import { type ReactElement, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { momentWords, plainDateWords } from '../../../../kernel/date-words.ts';
import { formatDong } from '../../../../kernel/money.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { LINE_VIEWS, type LinesAnswer, type LineView, type OverviewAnswer, WAITING_VIEWS } from '../../contract/statement-schemas.ts';
import { LineCard } from './line-card.tsx';
import { STATEMENT_WORDS } from './statement-messages.ts';
import './statements.css';

const DECIDED_VIEWS = LINE_VIEWS.filter((view) => !(WAITING_VIEWS as readonly LineView[]).includes(view));

/** The address of a view, of all statements or of one. */
function addressOf(view: LineView, statement: string | null): string {
  return `${STAFF_PATHS.bankStatements}?muc=${view}${statement === null ? '' : `&sao-ke=${statement}`}`;
}

function ViewChips({ views, figures, current, statement }: { readonly views: readonly LineView[]; readonly figures: OverviewAnswer['views']; readonly current: LineView; readonly statement: string | null }): ReactElement {
  const t = useWords(STATEMENT_WORDS);
  const count = useCountWords();
  return (
    <div className="chips">
      {views.map((view) => <Link key={view} href={addressOf(view, statement)} className="chip statements-chip" aria-current={view === current ? 'page' : undefined}>{t(`view.${view}`)}{statement === null ? ` ${count(figures[view].count)}` : ''}</Link>)}
    </div>
  );
}

/** The lines of a view, page after page. */
function Lines({ view, statement }: { readonly view: LineView; readonly statement: string | null }): ReactElement {
  const t = useWords(STATEMENT_WORDS);
  const count = useCountWords();
  const [pages, setPages] = useState<readonly string[]>(['']);
  return (
    <>
      {pages.map((after, index) => (
        <Page key={after} view={view} statement={statement} after={after} isLast={index === pages.length - 1} onMore={(next) => { setPages([...pages, next]); }} totalWords={(total) => t('total', { count: count(total.count), sum: formatDong(total.sum) })} />
      ))}
    </>
  );
}

interface PageProps {
  readonly view: LineView;
  readonly statement: string | null;
  readonly after: string;
  readonly isLast: boolean;
  readonly onMore: (next: string) => void;
  readonly totalWords: (total: LinesAnswer['total']) => string;
}

function Page({ view, statement, after, isLast, onMore, totalWords }: PageProps): ReactElement {
  const t = useWords(STATEMENT_WORDS);
  const query = new URLSearchParams({ view, ...(statement === null ? {} : { statement }), ...(after === '' ? {} : { after }) });
  const reading = useApi<LinesAnswer>(`/api/bank-statements/lines?${query.toString()}`, { keepLast: true });
  const { data } = reading;
  if (data === undefined) return reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={6} />;
  const { next } = data;
  return (
    <>
      {after === '' ? <p className="quiet" role="status">{data.total.count === 0 ? t('none') : totalWords(data.total)}</p> : null}
      {data.items.length === 0 ? null : <ul className="statements-lines">{data.items.map((line) => <LineCard key={line.id} line={line} mayChange={data.mayChange} />)}</ul>}
      {next === null || !isLast ? null : <div className="button-row"><Button kind="quiet" onPress={() => { onMore(next); }}>{t('more')}</Button></div>}
    </>
  );
}

function Statements({ data }: { readonly data: OverviewAnswer }): ReactElement {
  const t = useWords(STATEMENT_WORDS);
  const { locale } = useLocale();
  const count = useCountWords();
  const day = (date: string): string => plainDateWords(date, locale);
  return (
    <section aria-labelledby="statements-files">
      <h2 id="statements-files">{t('statements')}</h2>
      {data.statements.length === 0 ? <p className="quiet">{t('statements-none')}</p> : (
        <table className="statements-table">
          <thead><tr>{(['file', 'period', 'lines', 'waiting-lines', 'money-in', 'money-out', 'imported'] as const).map((head) => <th key={head} scope="col" className={['lines', 'waiting-lines', 'money-in', 'money-out'].includes(head) ? 'statements-number' : undefined}>{t(head)}</th>)}</tr></thead>
          <tbody>
            {data.statements.map((one) => (
              <tr key={one.id}>
                <th scope="row"><Link href={addressOf(one.waiting > 0 ? 'probable' : 'automatic', one.id)}>{one.fileName}</Link><small className="quiet">{one.layoutName}</small></th>
                <td data-head={t('period')}>{one.firstOn === one.lastOn ? day(one.firstOn) : `${day(one.firstOn)} – ${day(one.lastOn)}`}</td>
                <td data-head={t('lines')} className="statements-number">{count(one.newLines)}{one.knownLines === 0 ? null : <small className="quiet">{t('known', { count: count(one.knownLines) })}</small>}</td>
                <td data-head={t('waiting-lines')} className="statements-number">{count(one.waiting)}</td>
                <td data-head={t('money-in')} className="statements-number">{formatDong(one.moneyIn)}</td>
                <td data-head={t('money-out')} className="statements-number">{formatDong(one.moneyOut)}</td>
                <td data-head={t('imported')}>{momentWords(Date.parse(one.importedAt), locale, 'without-year')}<small className="quiet">{one.importedBy}</small></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {data.layouts.length === 0 ? null : (
        <details>
          <summary>{t('layouts')}</summary>
          <ul>{data.layouts.map((layout) => <li key={layout.id}>{t('layout-line', { name: layout.name, by: layout.savedBy, at: momentWords(Date.parse(layout.savedAt), locale) })}</li>)}</ul>
        </details>
      )}
    </section>
  );
}

/** Bank statements: what waits for a person and why, what is done, and the files it came from. */
export function StatementsScreen(): ReactElement {
  const t = useWords(STATEMENT_WORDS);
  const asked = new URLSearchParams(useSearch());
  const wanted = LINE_VIEWS.find((view) => view === asked.get('muc'));
  const statement = asked.get('sao-ke');
  const reading = useApi<OverviewAnswer>('/api/bank-statements', { every: 60_000, keepLast: true });
  const { data } = reading;
  if (data === undefined) return reading.isError ? <div className="statements-page"><h1>{t('title')}</h1><LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /></div> : <Skeleton lines={8} />;
  const view = wanted ?? WAITING_VIEWS.find((one) => data.views[one].count > 0) ?? 'automatic';
  return (
    <section className="statements-page" aria-labelledby="statements-title">
      <div className="statements-top">
        <h1 id="statements-title">{t('title')}</h1>
        {data.mayChange && data.account !== null ? <Link className="button" href={STAFF_PATHS.bankStatementImport}>{t('import')}</Link> : null}
      </div>
      {data.account === null ? <Notice kind="check"><p>{t('no-account')}</p></Notice> : <p className="statements-lead">{t('lead', { number: data.account.number, bank: data.account.bankName })}</p>}
      <div className="statements-views">
        <div><h2>{t('waiting')}</h2><ViewChips views={WAITING_VIEWS} figures={data.views} current={view} statement={statement} /></div>
        <div><h2>{t('decided')}</h2><ViewChips views={DECIDED_VIEWS} figures={data.views} current={view} statement={statement} /></div>
      </div>
      {statement === null ? null : <p className="quiet">{t('of-statement')} <Link href={addressOf(view, null)}>{t('all-statements')}</Link></p>}
      <section aria-labelledby="statements-view">
        <h2 id="statements-view">{t(`view.${view}`)}</h2>
        <p className="statements-lead">{t(`why.${view}`)}</p>
        <Lines key={`${view} ${statement ?? ''}`} view={view} statement={statement} />
      </section>
      <Statements data={data} />
    </section>
  );
}
