import { type ReactElement } from 'react';
import { Link } from 'wouter';
import { formatDong } from '../../../../kernel/money.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type ImportedAnswer, WAITING_VIEWS } from '../../contract/statement-schemas.ts';
import { IMPORT_WORDS } from './import-messages.ts';

/** What became of a statement that was taken over; every figure opens to its lines. */
export function ImportedStep({ imported, onAnother }: { readonly imported: ImportedAnswer; readonly onAnother: () => void }): ReactElement {
  const t = useWords(IMPORT_WORDS);
  const count = useCountWords();
  const { lists, newLines, knownLines, id } = imported;
  const waiting = WAITING_VIEWS.filter((view) => lists[view].count > 0);
  const address = (view: string): string => `${STAFF_PATHS.bankStatements}?muc=${view}&sao-ke=${id}`;
  return (
    <>
      <Notice kind="good" live>
        <h2>{t('done-title')}</h2>
        <p>{t('done', { lines: count(newLines), known: count(knownLines), paid: count(lists.exact.count), sum: formatDong(lists.exact.sum) })}</p>
        {waiting.length === 0 ? null : <p>{t('done-waiting', { count: count(waiting.reduce((sum, view) => sum + lists[view].count, 0)) })}</p>}
      </Notice>
      <div className="chips">
        {lists.exact.count === 0 ? null : <Link className="chip statements-chip" href={address('automatic')}>{`${t('list.exact')} ${count(lists.exact.count)}`}</Link>}
        {waiting.map((view) => <Link key={view} className="chip statements-chip" href={address(view)}>{`${t(`list.${view}`)} ${count(lists[view].count)}`}</Link>)}
        {lists.outgoing.count === 0 ? null : <Link className="chip statements-chip" href={address('outgoing')}>{`${t('list.outgoing')} ${count(lists.outgoing.count)}`}</Link>}
      </div>
      <div className="button-row">
        <Link className="button" href={address(waiting[0] ?? 'automatic')}>{t('to-list')}</Link>
        <Button kind="quiet" onPress={onAnother}>{t('another')}</Button>
      </div>
    </>
  );
}
