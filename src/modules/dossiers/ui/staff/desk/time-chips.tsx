import { type ReactElement } from 'react';
import { useCountWords, useWords } from '../../../../../web/staff/locale.tsx';
import { type WorkListResponse } from '../../../contract/work-list-schemas.ts';
import { chipsOf, type WorkList } from '../../../contract/work-lists.ts';
import { DESK_WORDS } from './desk-messages.ts';

export interface TimeChipsProps {
  readonly list: WorkList;
  /** As far as known: another list's counts stay until this one's have come. */
  readonly counts: WorkListResponse['chips'];
  /** The chip in the address; empty: all. */
  readonly chosen: string;
  readonly onChoose: (chip: string) => void;
}

/** The chips over a list with their counts in the whole list, whatever page is loaded. Pressing the chosen one again shows everything. */
export function TimeChips({ list, counts, chosen, onChoose }: TimeChipsProps): ReactElement | null {
  const t = useWords(DESK_WORDS);
  const countWords = useCountWords();
  const chips = chipsOf(list);
  if (chips.length === 0) return null;
  const active = chips.some((chip) => chip === chosen) ? chosen : '';
  return (
    <div className="chips" role="group" aria-label={t('chips')}>
      <button type="button" className="chip" aria-pressed={active === ''} onClick={() => { onChoose(''); }}>{t('chip.all')}</button>
      {chips.map((chip) => {
        const count = counts.find((one) => one.chip === chip)?.count;
        const urgent = (chip === 'late' || chip === 'long') && (count ?? 0) > 0;
        return (
          <button key={chip} type="button" className="chip" aria-pressed={active === chip} onClick={() => { onChoose(active === chip ? '' : chip); }}>
            {t(`chip.${chip}`)} <b className={urgent ? 'chip-count chip-urgent' : 'chip-count'}>{count === undefined ? '' : countWords(count)}</b>
          </button>
        );
      })}
    </div>
  );
}
