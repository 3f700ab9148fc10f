import { type ReactElement, type ReactNode } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { type WorkList } from '../../../modules/dossiers/contract/work-lists.ts';
import { filterQuery, queryOf } from '../../../modules/dossiers/ui/staff/desk/filter-query.ts';
import { sinceWords } from '../../../modules/dossiers/ui/staff/desk/since-words.ts';
import { type CaseCountResponse } from '../../../modules/linked-cases/contract/linked-case-schemas.ts';
import { useApi } from '../api/use-api.ts';
import { Glyph } from '../components/glyph/glyph.tsx';
import { useCountWords, useLocale, useWords } from '../locale.tsx';
import { STAFF_WORDS } from '../messages.ts';
import { BOOK_READERS, holds, useSession } from '../session.tsx';
import { listOfPath, STAFF_PATHS } from '../staff-paths.ts';
import { type SavedFiltersResponse } from '../../../modules/dossiers/contract/saved-filter-schemas.ts';
import { boundedCount, SAVED_FILTERS, useWorkCounts } from './work-counts.ts';

interface EntryProps {
  readonly href: string;
  readonly current: boolean;
  readonly children: ReactNode;
}

function Entry({ href, current, children }: EntryProps): ReactElement {
  return (
    <li>
      <Link href={href} className={current ? 'side-entry side-current' : 'side-entry'} aria-current={current ? 'page' : undefined}>{children}</Link>
    </li>
  );
}

/** Cases of interlinked procedures, with how many things in them need a person. */
function LinkedEntry({ current }: { readonly current: boolean }): ReactElement {
  const t = useWords(STAFF_WORDS);
  const countWords = useCountWords();
  const read = useApi<CaseCountResponse>('/api/linked-cases/count', { every: 60_000, keepLast: true }).data;
  return (
    <Entry href={STAFF_PATHS.linkedCases} current={current}>
      <span>
        {t('linked-cases')}
        {read === undefined || read.alerts === 0 ? null : <small className="side-since side-urgent">{t('linked-alerts', { count: countWords(read.alerts) })}</small>}
      </span>
      <b className="side-count">{read === undefined ? '' : countWords(read.open)}</b>
    </Entry>
  );
}

/** Lists where a number above nought asks for haste. */
const URGENT: readonly WorkList[] = ['waiting', 'near', 'unanswered'];

/** The lists with their counts, reception and what the person's positions open besides. */
export function SideMenu({ onKeys }: { readonly onKeys: () => void }): ReactElement {
  const t = useWords(STAFF_WORDS);
  const session = useSession();
  const [path] = useLocation();
  const filter = filterQuery(useSearch());
  const countWords = useCountWords();
  const here = listOfPath(path);
  const { locale } = useLocale();
  const read = useWorkCounts(here ?? 'mine', here === undefined ? '' : filter);
  const saved = useApi<SavedFiltersResponse>(SAVED_FILTERS, { every: 60_000, keepLast: true }).data?.items ?? [];
  const list = (name: WorkList): ReactElement => {
    const count = read?.counts[name];
    const urgent = URGENT.includes(name) && (count ?? 0) > 0;
    const since = name === 'waiting' ? (read?.waitingSince ?? null) : null;
    return (
      <Entry key={name} href={STAFF_PATHS.list(name)} current={here === name && !saved.some((one) => one.list === name && queryOf(one.filter) === filter)}>
        <span>
          {t(`list.${name}`)}
          {since === null ? null : <small className={(read?.waitingLong ?? 0) > 0 ? 'side-since side-urgent' : 'side-since'}>{t('longest-since', { since: sinceWords(Date.parse(since), Date.now(), locale) })}</small>}
        </span>
        <b className={urgent ? 'side-count side-urgent' : 'side-count'}>{count === undefined ? '' : boundedCount(count, countWords)}</b>
      </Entry>
    );
  };
  const calendar = <Entry href={STAFF_PATHS.calendar} current={path.startsWith(STAFF_PATHS.calendar)}>{t('calendar')}</Entry>;
  return (
    <nav className="side" aria-label={t('lists')}>
      <ul>{(['waiting', 'near'] as const).map(list)}</ul>
      <h2 className="side-title">{t('work')}</h2>
      <ul>
        {(['mine', 'new', 'in-progress', 'supplement', 'payment', 'unanswered', 'withdrawal', 'hand-over'] as const).map(list)}
        <LinkedEntry current={path.startsWith(STAFF_PATHS.linkedCases)} />
      </ul>
      {saved.length === 0 ? null : (
        <>
          <h2 className="side-title">{t('saved-filters')}</h2>
          <ul>
            {saved.map((one) => {
              const query = queryOf(one.filter);
              return (
                <Entry key={one.id} href={STAFF_PATHS.filtered(one.list, query)} current={here === one.list && filter === query}>
                  <span>{one.name}<small className="side-since">{one.unitName === null ? t(`list.${one.list}`) : `${t(`list.${one.list}`)} · ${one.unitName}`}</small></span>
                  <b className="side-count">{one.count === null ? '' : countWords(one.count)}</b>
                </Entry>
              );
            })}
          </ul>
        </>
      )}
      {holds(session, 'reception') ? (
        <>
          <h2 className="side-title">{t('reception')}</h2>
          <ul>
            <Entry href={STAFF_PATHS.newDossier} current={path === STAFF_PATHS.newDossier}>
              <span className="side-new"><Glyph name="plus" />{t('new-dossier')}</span>
              <kbd aria-hidden={true}>N</kbd>
            </Entry>
            <Entry href={STAFF_PATHS.certify} current={path === STAFF_PATHS.certify}>
              <span>{t('certify')}</span>
              <kbd aria-hidden={true}>C</kbd>
            </Entry>
          </ul>
        </>
      ) : null}
      {holds(session, 'cashier', 'reception', 'unit-head', 'president', 'administrator') ? (
        <>
          <h2 className="side-title">{t('money')}</h2>
          <ul>
            {holds(session, 'cashier', 'reception', 'president') ? <Entry href={STAFF_PATHS.payables} current={path.startsWith(STAFF_PATHS.payables)}>{t('payables')}</Entry> : null}
            {holds(session, 'cashier', 'unit-head', 'president') ? <Entry href={STAFF_PATHS.bankStatements} current={path.startsWith(STAFF_PATHS.bankStatements)}>{t('bank-statements')}</Entry> : null}
            <Entry href={STAFF_PATHS.feeReceipts('receipts')} current={path.startsWith(STAFF_PATHS.feeReceipts('receipts'))}>{t('receipts-cash')}</Entry>
          </ul>
        </>
      ) : null}
      <h2 className="side-title">{t('lookup')}</h2>
      <ul>
        {list('all')}
        {list('stopped')}
        <Entry href={STAFF_PATHS.report} current={path === STAFF_PATHS.report}>{t('report')}</Entry>
        {holds(session, 'president', 'unit-head', 'administrator') ? <Entry href={STAFF_PATHS.assisted} current={path === STAFF_PATHS.assisted}>{t('assisted')}</Entry> : null}
        {holds(session, 'administrator') ? null : calendar}
        <Entry href={STAFF_PATHS.journal('lines')} current={path.startsWith('/nhat-ky')}>{t('journal')}</Entry>
        {holds(session, ...BOOK_READERS) ? <Entry href={STAFF_PATHS.certificationBooks} current={path === STAFF_PATHS.certificationBooks}>{t('certification-books')}</Entry> : null}
        {holds(session, 'reception', 'specialist', 'unit-head', 'president', 'clerk') ? <Entry href={STAFF_PATHS.absences} current={path === STAFF_PATHS.absences}>{t('absences')}</Entry> : null}
        {holds(session, 'clerk', 'president', 'unit-head', 'administrator') ? <Entry href={STAFF_PATHS.numberBooks} current={path === STAFF_PATHS.numberBooks}>{t('number-books')}</Entry> : null}
        <Entry href={STAFF_PATHS.papers(holds(session, 'reception', 'clerk', 'unit-head', 'president') ? 'register' : 'issued')} current={path.startsWith('/giay-to')}>{t('papers')}</Entry>
        {holds(session, 'reception', 'president', 'administrator') ? <Entry href={STAFF_PATHS.dataRequests} current={path.startsWith(STAFF_PATHS.dataRequests)}>{t('data-requests')}</Entry> : null}
        {holds(session, 'reception') || holds(session, 'team-member') ? <Entry href={STAFF_PATHS.carrying} current={path === STAFF_PATHS.carrying}>{t('carrying')}</Entry> : null}
      </ul>
      {holds(session, 'administrator') ? (
        <>
          <h2 className="side-title">{t('administration')}</h2>
          <ul>
            <Entry href={STAFF_PATHS.administration} current={path === STAFF_PATHS.administration}>{t('administration-home')}</Entry>
            <Entry href={STAFF_PATHS.staff} current={path.startsWith(STAFF_PATHS.staff) || path === STAFF_PATHS.staffLists}>{t('staff')}</Entry>
            <Entry href={STAFF_PATHS.roles} current={path === STAFF_PATHS.roles}>{t('roles')}</Entry>
            <Entry href={STAFF_PATHS.units} current={path === STAFF_PATHS.units}>{t('units')}</Entry>
            {calendar}
            <Entry href={STAFF_PATHS.feeRates} current={path === STAFF_PATHS.feeRates}>{t('fee-rates')}</Entry>
            <Entry href={STAFF_PATHS.bankAccount} current={path === STAFF_PATHS.bankAccount}>{t('bank-account')}</Entry>
            <Entry href={STAFF_PATHS.signOnLinks} current={path === STAFF_PATHS.signOnLinks}>{t('sign-on-links')}</Entry>
            <Entry href={STAFF_PATHS.devices} current={path === STAFF_PATHS.devices}>{t('devices')}</Entry>
            <Entry href={STAFF_PATHS.settings} current={path.startsWith(STAFF_PATHS.settings)}>{t('settings')}</Entry>
            <Entry href={STAFF_PATHS.health} current={path === STAFF_PATHS.health}>{t('health')}</Entry>
            <Entry href={STAFF_PATHS.operations} current={path === STAFF_PATHS.operations}>{t('operations')}</Entry>
            <Entry href={STAFF_PATHS.retention} current={path === STAFF_PATHS.retention}>{t('retention')}</Entry>
            <Entry href={STAFF_PATHS.communeMerges} current={path === STAFF_PATHS.communeMerges}>{t('commune-merges')}</Entry>
            <Entry href={STAFF_PATHS.procedures} current={path === STAFF_PATHS.procedures || path.startsWith(`${STAFF_PATHS.procedures}/`)}>{t('procedures')}</Entry>
            <Entry href={STAFF_PATHS.forms} current={path === STAFF_PATHS.forms || path.startsWith(`${STAFF_PATHS.forms}/`)}>{t('forms')}</Entry>
            <Entry href={STAFF_PATHS.undetermined} current={path === STAFF_PATHS.undetermined}>{t('undetermined')}</Entry>
          </ul>
        </>
      ) : null}
      {holds(session, 'reception', 'clerk', 'administrator') ? <ul><Entry href={STAFF_PATHS.exchange('import')} current={path.startsWith('/trao-doi')}>{t('exchange')}</Entry></ul> : null}
      <button type="button" className="side-keys" onClick={onKeys}><Glyph name="keyboard" />{t('keys')}<kbd aria-hidden={true}>?</kbd></button>
    </nav>
  );
}
