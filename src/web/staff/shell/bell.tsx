import { type ReactElement } from 'react';
import { Link } from 'wouter';
import { type InboxCount } from '../../../modules/notifications/contract/inbox-schemas.ts';
import { useApi } from '../api/use-api.ts';
import { Glyph } from '../components/glyph/glyph.tsx';
import { useCountWords, useWords } from '../locale.tsx';
import { STAFF_WORDS } from '../messages.ts';
import { STAFF_PATHS } from '../staff-paths.ts';
import './bell.css';

/** The bell with the number of unread notices; it leads to the inbox. */
export function Bell(): ReactElement {
  const t = useWords(STAFF_WORDS);
  const countWords = useCountWords();
  const unread = useApi<InboxCount>('/api/inbox/count', { every: 30_000, keepLast: true }).data?.unread ?? 0;
  const words = unread === 0 ? t('notices-none') : t('notices-unread', { count: countWords(unread) });
  return (
    <Link href={STAFF_PATHS.inbox} className="header-button header-bell" title={words}>
      <Glyph name="bell" />
      {unread === 0 ? null : <b className="header-bell-count" aria-hidden={true}>{unread > 99 ? '99+' : countWords(unread)}</b>}
      <span className="unseen">{words}</span>
    </Link>
  );
}
