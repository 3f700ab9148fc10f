import { type ReactElement, useId } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { momentWords } from '../../../../../kernel/date-words.ts';
import { dateAt } from '../../../../../kernel/local-time.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { DayField } from '../../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type PaperListResponse } from '../../../../official-papers/contract/paper-schemas.ts';
import { paperAddress, papersAddress, shelfLabelsAddress } from '../receipt-address.ts';
import { PAPER_BOOK_WORDS } from './paper-book-messages.ts';
import { NeighbourDays } from './neighbour-days.tsx';
import { PapersFrame } from './papers-frame.tsx';
import { useChosen } from './use-chosen.ts';

type Listed = PaperListResponse['items'][number];

/** One print takes no more. */
const MOST = 100;
const KINDS = ['receipt', 'supplement', 'refusal', 'apology', 'stop', 'control-sheet', 'register-book', 'hand-over-slip', 'result-receipt', 'envelope-label'] as const satisfies readonly Listed['kind'][];

function useIssuedQuery() {
  const given = new URLSearchParams(useSearch());
  const [, navigate] = useLocation();
  const query = { day: given.get('day') ?? dateAt(Date.now()), kind: KINDS.find((kind) => kind === given.get('kind')) ?? '' };
  const change = (part: Partial<typeof query>) => { navigate(`${STAFF_PATHS.papers('issued')}?${new URLSearchParams({ ...query, ...part }).toString()}`, { replace: true }); };
  return { query, change };
}

function Row({ paper, chosen, onTurn }: { readonly paper: Listed; readonly chosen: boolean; readonly onTurn: () => void }): ReactElement {
  const t = useWords(PAPER_BOOK_WORDS);
  const { locale } = useLocale();
  const about = paper.kind === 'register-book' ? (paper.about ?? '').split('/').map((day) => day.split('-').reverse().join('/')).join(' – ') : (paper.about ?? '');
  return (
    <tr className={paper.holds ? undefined : 'papers-void'}>
      <td><input type="checkbox" aria-label={t('choose-one', { name: paper.number })} checked={chosen} onChange={onTurn} /></td>
      <td>{t(`kind.${paper.kind}`)}{paper.holds ? null : <small>{t('void')}</small>}</td>
      <td><a href={paperAddress(paper.id)} target="_blank" rel="noreferrer">{paper.number}</a></td>
      <td>{paper.dossierId === null ? about : <Link href={STAFF_PATHS.inList('all', paper.dossierId)}>{about}</Link>}</td>
      <td>{paper.person}</td>
      <td>{momentWords(Date.parse(paper.issuedAt), locale, 'without-year')}</td>
      <td>{paper.issuedBy}</td>
    </tr>
  );
}

/** The papers that were issued on a day: any of them, or all of a kind, are printed together in one file. */
export function IssuedScreen(): ReactElement {
  const t = useWords(PAPER_BOOK_WORDS);
  const id = useId();
  const { query, change } = useIssuedQuery();
  const address = new URLSearchParams({ day: query.day, ...(query.kind === '' ? {} : { kind: query.kind }) }).toString();
  const reading = useApi<PaperListResponse>(`/api/papers?${address}`, { keepLast: true });
  const items = reading.data?.items ?? [];
  const chosen = useChosen(address, items.map((item) => item.id), []);
  const dossiers = [...new Set(items.filter((item) => chosen.has(item.id)).flatMap((item) => (item.dossierId === null ? [] : [item.dossierId])))];
  const fits = chosen.ids.length > 0 && chosen.ids.length <= MOST;
  return (
    <PapersFrame tab="issued">
      <div className="papers-query">
        <DayField id={`${id}-day`} label={t('day')} needed value={query.day} onChange={(day) => { change({ day }); }} />
        <NeighbourDays day={query.day} onChange={(day) => { change({ day }); }} />
        <Field id={`${id}-kind`} label={t('kind')}>
          {(control) => (
            <select {...control} className="box" value={query.kind} onChange={(event) => { change({ kind: KINDS.find((kind) => kind === event.target.value) ?? '' }); }}>
              <option value="">{t('all-kinds')}</option>
              {KINDS.map((kind) => <option key={kind} value={kind}>{t(`kind.${kind}`)}</option>)}
            </select>
          )}
        </Field>
        {fits ? <a className="button" href={papersAddress(chosen.ids)} target="_blank" rel="noreferrer">{t('print-chosen', { count: chosen.ids.length })}</a> : null}
        {fits && dossiers.length > 0 ? <a className="button button-quiet" href={shelfLabelsAddress(dossiers)} target="_blank" rel="noreferrer">{t('labels-chosen', { count: dossiers.length })}</a> : null}
      </div>
      {chosen.ids.length > MOST ? <p role="status">{t('most', { count: MOST })}</p> : null}
      {reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : null}
      {reading.isPending ? <Skeleton lines={5} /> : null}
      {reading.isSuccess && items.length === 0 ? <p className="quiet" role="status">{t('issued-none')}</p> : null}
      {reading.data?.more === true ? <p className="quiet" role="status">{t('issued-more')}</p> : null}
      {items.length === 0 ? null : (
        <div className="papers-scroll" tabIndex={0} role="region" aria-label={t('tab.issued')}>
          <table className="papers-table">
            <thead>
              <tr>
                <th scope="col"><input type="checkbox" aria-label={t('choose-all')} checked={chosen.ids.length === items.length} onChange={chosen.turnAll} /></th>
                {(['paper', 'number', 'about', 'person', 'issued-at', 'issued-by'] as const).map((word) => <th key={word} scope="col">{t(word)}</th>)}
              </tr>
            </thead>
            <tbody>{items.map((paper) => <Row key={paper.id} paper={paper} chosen={chosen.has(paper.id)} onTurn={() => { chosen.turn(paper.id); }} />)}</tbody>
          </table>
        </div>
      )}
    </PapersFrame>
  );
}
