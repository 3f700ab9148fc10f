import { type ReactElement } from 'react';
import { addDays, dateAt, type LocalDate } from '../../../../../kernel/local-time.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { PAPER_BOOK_WORDS } from './paper-book-messages.ts';

/** The day before and the day after, one press away; nothing lies after today. */
export function NeighbourDays({ day, onChange }: { readonly day: LocalDate; readonly onChange: (day: LocalDate) => void }): ReactElement {
  const t = useWords(PAPER_BOOK_WORDS);
  return (
    <span className="papers-days">
      <Button kind="quiet" onPress={() => { onChange(addDays(day, -1)); }}>{t('day-before')}</Button>
      {day < dateAt(Date.now()) ? <Button kind="quiet" onPress={() => { onChange(addDays(day, 1)); }}>{t('day-after')}</Button> : null}
    </span>
  );
}
