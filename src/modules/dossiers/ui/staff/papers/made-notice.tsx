import { type ReactElement } from 'react';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { paperAddress } from '../receipt-address.ts';
import { PAPER_BOOK_WORDS } from './paper-book-messages.ts';
import { type PaperOrdering } from './use-paper-order.ts';

/** Why a paper was not made, or the one that was, to be opened once more. */
export function MadeNotice({ ordering, title }: { readonly ordering: PaperOrdering; readonly title: string }): ReactElement | null {
  const t = useWords(PAPER_BOOK_WORDS);
  if (ordering.refusal !== null) return <Notice kind="check" live><p>{ordering.refusal}</p></Notice>;
  if (ordering.made === null) return null;
  return (
    <Notice kind="good" live>
      <p>{t('made', { title, number: ordering.made.number })} <a href={paperAddress(ordering.made.id)} target="_blank" rel="noreferrer">{t('open')}</a></p>
    </Notice>
  );
}
