import { type ReactElement } from 'react';
import { Link } from 'wouter';
import { useCountWords, useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type ReportResponse } from '../../../contract/report-schemas.ts';
import { type Figure } from '../../../domain/report-figures.ts';
import { REPORT_WORDS } from './report-messages.ts';

type Line = Pick<ReportResponse['rows'][number], 'counts' | 'sums'>;
type SumKey = 'toHandle' | 'finished' | 'underWay';

interface Group {
  readonly word: 'group.received' | 'group.finished' | 'group.under-way' | 'group.back' | 'figure.waiting-supplement';
  readonly columns: readonly (Figure | SumKey)[];
}

const GROUPS: readonly Group[] = [
  { word: 'group.received', columns: ['toHandle', 'carried-over', 'received-online', 'received-counter', 'received-post'] },
  { word: 'group.finished', columns: ['finished', 'finished-early', 'finished-on-time', 'finished-late', 'asked-twice'] },
  { word: 'group.under-way', columns: ['underWay', 'under-way-in-time', 'under-way-late'] },
  { word: 'figure.waiting-supplement', columns: ['waiting-supplement'] },
  { word: 'group.back', columns: ['withdrawn', 'stopped', 'refused'] },
];

const isSum = (column: Figure | SumKey): column is SumKey => column === 'toHandle' || column === 'finished' || column === 'underWay';
const BAD: ReadonlySet<Figure | SumKey> = new Set(['finished-late', 'under-way-late', 'asked-twice']);

interface CellsProps {
  readonly line: Line;
  readonly report: ReportResponse;
  /** What narrows the figures down to this line; null for the total. */
  readonly value: string | null;
}

function Cells({ line, report, value }: CellsProps): ReactElement {
  const countWords = useCountWords();
  const opens = (figure: Figure) => STAFF_PATHS.filtered('all', new URLSearchParams({ ...(value === null ? {} : { [report.by]: value }), figure, from: report.from, to: report.to }).toString());
  return (
    <>
      {GROUPS.flatMap(({ columns }) => columns.map((column) => {
        if (isSum(column)) return <td key={column} className="report-sum">{countWords(line.sums[column])}</td>;
        const count = line.counts[column];
        return <td key={column} className={BAD.has(column) && count > 0 ? 'report-bad' : undefined}>{count === 0 ? <span className="quiet">0</span> : <Link href={opens(column)}>{countWords(count)}</Link>}</td>;
      }))}
    </>
  );
}

/** The figures by field, procedure or unit, the total first. */
export function ReportTable({ report }: { readonly report: ReportResponse }): ReactElement {
  const t = useWords(REPORT_WORDS);
  return (
    <>
      <p className="quiet">{t('hint')}</p>
      <div className="report-scroll" tabIndex={0} role="region" aria-label={t('title')}>
        <table className="report-table">
          <thead>
            <tr>
              <th rowSpan={2} scope="col">{t(`by.${report.by}`)}</th>
              {GROUPS.map(({ word, columns }) => <th key={word} colSpan={columns.length} scope="colgroup">{t(word)}</th>)}
            </tr>
            <tr>{GROUPS.flatMap(({ columns }) => columns.map((column) => <th key={column} scope="col">{isSum(column) ? t('sum') : t(`figure.${column}`)}</th>))}</tr>
          </thead>
          <tbody>
            <tr className="report-total"><th scope="row">{t('total')}</th><Cells line={report.total} report={report} value={null} /></tr>
            {report.rows.map((row) => <tr key={row.key}><th scope="row">{row.label}</th><Cells line={row} report={report} value={row.key} /></tr>)}
          </tbody>
        </table>
      </div>
    </>
  );
}
