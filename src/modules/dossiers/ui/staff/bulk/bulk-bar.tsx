import { type ReactElement } from 'react';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { useCountWords, useWords } from '../../../../../web/staff/locale.tsx';
import { holds, useSession } from '../../../../../web/staff/session.tsx';
import { type WorkItem } from '../../../contract/work-list-schemas.ts';
import { MOST_AT_ONCE } from '../../../contract/work-lists.ts';
import { BULK_WORDS } from './bulk-messages.ts';
import { type BulkAction } from './use-bulk.ts';
import './bulk.css';

export interface BulkBarProps {
  readonly items: readonly WorkItem[];
  /** Somebody wanted more than one bulk action takes. */
  readonly full: boolean;
  readonly onAct: (action: BulkAction) => void;
  readonly onClear: () => void;
  /** Chooses every line that is shown; undefined when all are. */
  readonly onAll: (() => void) | undefined;
}

/** What can be done to the chosen dossiers: what fits at least one of them. What does not fit another is said of that one. */
export function BulkBar({ items, full, onAct, onClear, onAll }: BulkBarProps): ReactElement | null {
  const t = useWords(BULK_WORDS);
  const session = useSession();
  const countWords = useCountWords();
  if (items.length === 0) return null;
  return (
    <div className="bulk-bar" role="region" aria-label={t('bar')}>
      <div role="status">
        <b>{t('chosen', { count: countWords(items.length) })}</b>
        {full ? <p className="bulk-full">{t('full', { most: MOST_AT_ONCE })}</p> : null}
      </div>
      <div className="button-row">
        {holds(session, 'reception') && items.some(({ state }) => state === 'received') ? <Button onPress={() => { onAct('transfer'); }}>{t('transfer')}</Button> : null}
        {holds(session, 'unit-head', 'president') && items.some(({ state }) => state === 'received' || state === 'in-progress')
          ? <Button onPress={() => { onAct('urge'); }}>{t('urge')}</Button> : null}
        <Button kind="quiet" onPress={() => { onAct('print'); }}>{t('print')}</Button>
        {onAll === undefined ? null : <Button kind="plain" onPress={onAll}>{t('choose-all')}</Button>}
        <Button kind="plain" onPress={onClear}>{t('clear')}</Button>
      </div>
    </div>
  );
}
