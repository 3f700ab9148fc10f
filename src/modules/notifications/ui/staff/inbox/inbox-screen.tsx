import { type ReactElement, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { momentWords, plainDateWords } from '../../../../../kernel/date-words.ts';
import { Icon, type IconName } from '../../../../../web/public/icon/icon.tsx';
import { callApi } from '../../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type InboxResponse } from '../../../contract/inbox-schemas.ts';
import { INBOX_WORDS } from './inbox-messages.ts';
import './inbox.css';

type Item = InboxResponse['items'][number];

/** Notices that tell of time running out carry its picture and colour; the words say the same. */
const STANDING: Readonly<Partial<Record<Item['kind'], { readonly icon: IconName; readonly time: string }>>> = {
  'three-quarters': { icon: 'near', time: 'near' },
  'day-before': { icon: 'near', time: 'near' },
  'due': { icon: 'today', time: 'due-today' },
  'overdue': { icon: 'overdue', time: 'overdue' },
  'transfer-failed': { icon: 'overdue', time: 'overdue' },
  'transfer-refused': { icon: 'overdue', time: 'overdue' },
  'transfer-unacknowledged': { icon: 'overdue', time: 'overdue' },
  'urged': { icon: 'speaker', time: 'near' },
  'agency-silent': { icon: 'overdue', time: 'overdue' },
  'handed-to-unit': { icon: 'near', time: 'near' },
  'handover-overdue': { icon: 'overdue', time: 'overdue' },
  'dates-moved': { icon: 'today', time: 'near' },
  'helper-unusual-day': { icon: 'near', time: 'near' },
  'helper-unusual-week': { icon: 'near', time: 'near' },
  'data-request-near': { icon: 'near', time: 'near' },
  'data-request-late': { icon: 'overdue', time: 'overdue' },
  'recovery-started': { icon: 'near', time: 'near' },
  'recovery-asked': { icon: 'near', time: 'near' },
  'installation-asked': { icon: 'near', time: 'near' },
  'installation-end-asked': { icon: 'near', time: 'near' },
  'session-stolen': { icon: 'overdue', time: 'overdue' },
  'money-short': { icon: 'near', time: 'near' },
  'money-surplus': { icon: 'near', time: 'near' },
  'refund-asked': { icon: 'near', time: 'near' },
  'refund-failed': { icon: 'overdue', time: 'overdue' },
  'refund-beyond': { icon: 'overdue', time: 'overdue' },
  'receipt-refused': { icon: 'overdue', time: 'overdue' },
  'remittance-near': { icon: 'near', time: 'near' },
  'remittance-late': { icon: 'overdue', time: 'overdue' },
};

/** Notices about an account: an administrator's open the page of the person, one's own the own account. */
const ACCOUNT_NOTICES: ReadonlySet<Item['kind']> = new Set(['recovery-started', 'recovery-asked', 'recovery-approved', 'recovery-used', 'recovery-cancelled', 'session-stolen']);

/** Notices about who speaks for the whole installation. */
const INSTALLATION_NOTICES: ReadonlySet<Item['kind']> = new Set(['installation-asked', 'installation-granted', 'installation-end-asked', 'installation-ended']);

/** Notices about a whole list open the lists that were given. */
const LIST_NOTICES: ReadonlySet<Item['kind']> = new Set(['list-given', 'list-taken', 'list-back']);

/** Notices about receipts and cash, and where each is worked on. */
const RECEIPT_NOTICES: Readonly<Partial<Record<Item['kind'], 'receipts' | 'days' | 'remittances'>>> = {
  'receipt-correction-asked': 'receipts', 'receipt-refused': 'receipts', 'cash-handed-over': 'days', 'cash-turned-back': 'days', 'remittance-near': 'remittances', 'remittance-late': 'remittances',
};

function NoticeLine({ item, onOpen }: { readonly item: Item; readonly onOpen: (item: Item) => void }): ReactElement {
  const t = useWords(INBOX_WORDS);
  const { locale } = useLocale();
  const { facts } = item;
  const moment = (iso: string): string => momentWords(Date.parse(iso), locale, 'without-year');
  const words = t(item.kind, { by: facts['by'] ?? '', words: facts['words'] ?? '', name: facts['name'] ?? '', count: facts['count'] ?? '', day: facts['day'] === undefined ? '' : plainDateWords(facts['day'], locale), until: facts['until'] === undefined ? '' : plainDateWords(facts['until'], locale), dueAt: facts['dueAt'] === undefined ? '' : moment(facts['dueAt']) });
  const standing = STANDING[item.kind];
  return (
    <li className={item.read ? 'inbox-line' : 'inbox-line inbox-unread'}>
      <button type="button" className="inbox-open" onClick={() => { onOpen(item); }}>
        {item.read ? null : <span className="unseen">{t('unread')}</span>}
        <b>{ACCOUNT_NOTICES.has(item.kind) ? t('account-title') : INSTALLATION_NOTICES.has(item.kind) ? t('installation-title') : item.kind === 'dates-moved' ? t('dates-moved-title') : facts['helperId'] !== undefined ? t('helper-title') : facts['requestId'] !== undefined ? t('data-request-title') : RECEIPT_NOTICES[item.kind] !== undefined ? t('receipts-title') : [facts['applicant'] ?? facts['name'], facts['procedure']].filter(Boolean).join(' · ')}</b>
        <span className={standing === undefined ? 'inbox-words' : `inbox-words inbox-haste time-${standing.time}`}>{standing === undefined ? null : <Icon name={standing.icon} />}{words.trim()}</span>
        <small className="quiet">{[facts['code'], moment(item.toldAt)].filter(Boolean).join(' · ')}</small>
      </button>
    </li>
  );
}

/** Everything that the person was told, newest first; a line opens its dossier and counts as read. */
export function InboxScreen(): ReactElement {
  const t = useWords(INBOX_WORDS);
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [before, setBefore] = useState<readonly string[]>([]);
  const last = before.at(-1);
  const reading = useApi<InboxResponse>(last === undefined ? '/api/inbox' : `/api/inbox?before=${last}`, { every: 30_000, keepLast: true });
  const read = async (ids: readonly string[] | null) => {
    await callApi('POST', '/api/inbox/read', { commandId: newId(), ids });
    await queries.invalidateQueries({ queryKey: ['api'] });
  };
  const open = (item: Item) => {
    if (!item.read) void read([item.id]);
    const receipts = RECEIPT_NOTICES[item.kind];
    if (item.facts['caseId'] !== undefined) navigate(STAFF_PATHS.linkedCase(item.facts['caseId']));
    else if (item.facts['requestId'] !== undefined) navigate(STAFF_PATHS.dataRequest(item.facts['requestId']));
    else if (item.facts['helperId'] !== undefined) navigate(STAFF_PATHS.assistedOf(item.facts['helperId'], item.facts['until'] ?? '', item.kind === 'helper-unusual-day'));
    else if (item.facts['payableId'] !== undefined) navigate(STAFF_PATHS.payable(item.facts['payableId']));
    else if (item.dossierId !== null) navigate(STAFF_PATHS.inList('all', item.dossierId));
    else if (item.facts['changeId'] !== undefined) navigate(STAFF_PATHS.calendarChange(item.facts['changeId']));
    else if (item.facts['staffId'] !== undefined) navigate(STAFF_PATHS.staffAccess(item.facts['staffId']));
    else if (ACCOUNT_NOTICES.has(item.kind)) navigate(STAFF_PATHS.ownAccount);
    else if (INSTALLATION_NOTICES.has(item.kind)) navigate(STAFF_PATHS.installationAdministrators);
    else if (LIST_NOTICES.has(item.kind)) navigate(STAFF_PATHS.absences);
    else if (receipts !== undefined) navigate(STAFF_PATHS.feeReceipts(receipts));
  };
  const items = reading.data?.items ?? [];
  const oldest = items.at(-1);
  return (
    <div className="inbox">
      <div className="inbox-top">
        <h1>{t('title')}</h1>
        {(reading.data?.unread ?? 0) > 0 ? <Button kind="quiet" onPress={() => { void read(null); }}>{t('read-all')}</Button> : null}
      </div>
      {reading.isPending ? <Skeleton lines={6} /> : null}
      {reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : null}
      {reading.isSuccess && items.length === 0 ? <p className="quiet">{t('none')}</p> : null}
      <ul>{items.map((item) => <NoticeLine key={item.id} item={item} onOpen={open} />)}</ul>
      {reading.data?.more === true && oldest !== undefined ? <Button kind="quiet" onPress={() => { setBefore([...before, oldest.id]); }}>{t('more')}</Button> : null}
    </div>
  );
}
