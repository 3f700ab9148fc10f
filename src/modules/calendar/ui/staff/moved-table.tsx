import { type ReactElement } from 'react';
import { Link } from 'wouter';
import { momentWords } from '../../../../kernel/date-words.ts';
import { Icon } from '../../../../web/public/icon/icon.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type MoveCounts, type MovedItem } from '../../contract/calendar-schemas.ts';
import { CALENDAR_WORDS, type CalendarWord } from './calendar-messages.ts';

function effectOf(item: MovedItem): { readonly word: CalendarWord; readonly late: boolean } {
  if (item.paused) return { word: 'effect-paused', late: false };
  if (item.lateAfter) return { word: item.lateBefore ? 'effect-late' : 'effect-becomes-late', late: true };
  if (item.lateBefore) return { word: 'effect-no-longer-late', late: false };
  return { word: item.newDueAt > item.oldDueAt ? 'effect-later' : 'effect-sooner', late: false };
}

/** How many dossiers move, and which way; nothing that is nought. */
export function MoveCountLine({ counts }: { readonly counts: MoveCounts }): ReactElement {
  const t = useWords(CALENDAR_WORDS);
  const count = useCountWords();
  const parts = ([['count-later', counts.later], ['count-sooner', counts.sooner], ['count-become-late', counts.becomeLate], ['count-no-longer-late', counts.noLongerLate], ['count-paused', counts.paused]] as const).filter(([, n]) => n > 0);
  return <ul className="cal-counts">{parts.map(([word, n]) => <li key={word} className={word === 'count-become-late' ? 'cal-late' : undefined}>{t(word, { count: count(n) })}</li>)}</ul>;
}

export interface MovedTableProps {
  readonly items: readonly MovedItem[];
  readonly left: number;
  readonly counts: MoveCounts;
}

/** The dossiers that a change moves, each opening itself, with the old and the new date. */
export function MovedTable({ items, left, counts }: MovedTableProps): ReactElement {
  const t = useWords(CALENDAR_WORDS);
  const count = useCountWords();
  const { locale } = useLocale();
  const moment = (iso: string): string => momentWords(Date.parse(iso), locale, 'without-year');
  return (
    <>
      <Notice kind={counts.later > 0 ? 'check' : 'info'}><p>{t('promise')} {counts.later > 0 ? t('promise-later') : null}</p></Notice>
      <table className="cal-moved">
        <thead><tr><th scope="col">{t('code')}</th><th scope="col">{t('procedure')}</th><th scope="col">{t('old-due')}</th><th scope="col">{t('new-due')}</th><th scope="col">{t('effect')}</th></tr></thead>
        <tbody>
          {items.map((item) => {
            const { word, late } = effectOf(item);
            return (
              <tr key={item.dossierId}>
                <th scope="row"><Link href={STAFF_PATHS.inList('all', item.dossierId)}>{item.code}</Link></th>
                <td>{item.procedureName}</td>
                <td className="quiet"><span className="cal-moved-label" aria-hidden={true}>{t('old-due')}: </span>{moment(item.oldDueAt)}</td>
                <td><span className="cal-moved-label" aria-hidden={true}>{t('new-due')}: </span>{moment(item.newDueAt)}</td>
                <td className={late ? 'cal-late' : undefined}>{late ? <Icon name="overdue" /> : null}{t(word)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {left > 0 ? <p className="quiet">{t('left', { count: count(left) })}</p> : null}
    </>
  );
}
