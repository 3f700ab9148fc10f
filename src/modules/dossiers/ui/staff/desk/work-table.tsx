import { type KeyboardEvent, type ReactElement } from 'react';
import { Link } from 'wouter';
import { Icon } from '../../../../../web/public/icon/icon.tsx';
import { TimeLeft } from '../../../../../web/staff/components/time-left/time-left.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { useSession } from '../../../../../web/staff/session.tsx';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type WorkItem } from '../../../contract/work-list-schemas.ts';
import { type WorkList } from '../../../contract/work-lists.ts';
import { BULK_WORDS } from '../bulk/bulk-messages.ts';
import { DESK_WORDS } from './desk-messages.ts';
import { shortPlace } from './short-place.ts';
import { sinceWords } from './since-words.ts';
import { taskWord } from './task-words.ts';

/** Choosing lines for a bulk action; undefined where nobody may do one. */
export interface Choosing {
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
  readonly onToggleAll: () => void;
}

interface RowProps {
  readonly choosing: Choosing | undefined;
  readonly item: WorkItem;
  readonly list: WorkList;
  readonly query: string;
  readonly open: boolean;
}

function useHolderWords(): (item: WorkItem) => string {
  const t = useWords(DESK_WORDS);
  const { locale } = useLocale();
  const { fullName } = useSession();
  return (item) => {
    if (item.state === 'returned' || item.state === 'rejected') return '';
    const now = Date.now();
    if (item.heldSince === null) return t('sent-at', { since: sinceWords(Date.parse(item.submittedAt), now, locale) });
    const since = sinceWords(Date.parse(item.heldSince), now, locale);
    if (item.holderName === null) return t('held-by-nobody', { since });
    return item.holderName === fullName ? t('held-by-you', { since }) : t('held-by', { name: item.holderName, since });
  };
}

function Row({ item, list, query, open, choosing }: RowProps): ReactElement {
  const t = useWords(DESK_WORDS);
  const bulk = useWords(BULK_WORDS);
  const holderWords = useHolderWords();
  const details = [
    item.code,
    ...(item.channel === 'counter' ? [] : [t(`channel.${item.channel}`)]),
    ...(item.assisted ? [t('assisted')] : []),
  ];
  return (
    <tr className={open ? 'work-row work-open' : 'work-row'}>
      {choosing === undefined ? null : (
        <td className="work-pick">
          <label><input type="checkbox" tabIndex={-1} checked={choosing.chosen.has(item.id)} aria-label={bulk('choose', { code: item.code })} onChange={() => { choosing.onToggle(item.id); }} /></label>
        </td>
      )}
      <td className="work-dossier">
        <Link href={STAFF_PATHS.inList(list, item.id, query)} className="work-link" data-row={item.id} aria-current={open ? 'true' : undefined}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key !== ' ' || choosing === undefined) return;
            event.preventDefault();
            choosing.onToggle(item.id);
          }}
        >
          {item.procedureName}
        </Link>
        <small>{details.join(' · ')}</small>
        {item.supplements > 1 ? <small className="work-again"><Icon name="overdue" />{t('asked-again', { count: item.supplements })}</small> : null}
      </td>
      <td className="work-person">
        {item.applicantName}
        <small title={item.place}>{shortPlace(item.place)}</small>
      </td>
      <td className="work-task">
        {item.handing === null
          ? t(item.leaderAsked ? 'leader-asked' : item.answered ? 'answered' : taskWord(item))
          : <b className="work-handing">{t(item.handing.way === 'incoming' ? 'handing-in' : 'handing-out', { unit: item.handing.unit ?? t('other-unit') })}</b>}
        <small>{holderWords(item)}</small>
      </td>
      <td className="work-time"><TimeLeft standing={item.timeState} words={item.timeWords} used={item.used} /></td>
    </tr>
  );
}

export interface WorkTableProps {
  readonly items: readonly WorkItem[];
  readonly list: WorkList;
  readonly openId: string | null;
  /** The filter in the address, which stays while a dossier is open. */
  readonly query: string;
  readonly label: string;
  readonly choosing: Choosing | undefined;
}

/** The dossiers of a list, one line each. The link of a line covers the whole line. */
export function WorkTable({ items, list, openId, query, label, choosing }: WorkTableProps): ReactElement {
  const t = useWords(DESK_WORDS);
  const bulk = useWords(BULK_WORDS);
  const all = choosing !== undefined && items.every(({ id }) => choosing.chosen.has(id));
  return (
    <table className="work-table" aria-label={label}>
      <thead>
        <tr>
          {choosing === undefined ? null : (
            <th className="work-pick"><label><input type="checkbox" checked={all} aria-label={bulk('choose-all')} title={bulk('choose-all')} onChange={choosing.onToggleAll} /></label></th>
          )}
          <th scope="col" className="work-dossier">{t('column.dossier')}</th>
          <th scope="col" className="work-person">{t('column.applicant')}</th>
          <th scope="col" className="work-task">{t('column.task')}</th>
          <th scope="col">{t(list === 'waiting' ? 'column.waiting' : 'column.time')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => <Row key={item.id} item={item} list={list} query={query} open={item.id === openId} choosing={choosing} />)}
      </tbody>
    </table>
  );
}
