import { type ReactElement, useState } from 'react';
import { plainDateWords } from '../../../../kernel/date-words.ts';
import { formatDong } from '../../../../kernel/money.ts';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { movedWords } from '../../contract/finding-words.ts';
import { type PreviewAnswer } from '../../contract/statement-schemas.ts';
import { MATCH_LISTS } from '../../domain/match-statement.ts';
import { IMPORT_WORDS } from './import-messages.ts';
import { PayableWords } from './payable-words.tsx';
import { STATEMENT_WORDS } from './statement-messages.ts';

type List = (typeof MATCH_LISTS)[number] | 'known';

/** Where every line of a statement would go: a figure for each list, which opens to its lines. */
export function PreviewLines({ preview }: { readonly preview: PreviewAnswer }): ReactElement {
  const t = useWords(IMPORT_WORDS);
  const words = useWords(STATEMENT_WORDS);
  const { locale } = useLocale();
  const count = useCountWords();
  const figures: readonly (readonly [List, number, number | null])[] = [...MATCH_LISTS.map((list) => [list, preview.lists[list].count, preview.lists[list].sum] as const), ['known', preview.knownLines, null] as const];
  const [chosen, setChosen] = useState<List>(() => figures.find(([, many]) => many > 0)?.[0] ?? 'exact');
  const shown = preview.lines.filter(({ list, known }) => (chosen === 'known' ? known : !known && list === chosen));
  const all = figures.find(([list]) => list === chosen)?.[1] ?? 0;
  return (
    <section aria-labelledby="statements-lists">
      <h3 id="statements-lists">{t('lists')}</h3>
      <div className="chips" role="group" aria-labelledby="statements-lists">
        {figures.filter(([list, many]) => many > 0 || list === 'exact').map(([list, many, sum]) => (
          <button key={list} type="button" className="chip" aria-pressed={list === chosen} onClick={() => { setChosen(list); }}>{`${t(`list.${list}`)} ${count(many)}${sum === null || many === 0 ? '' : ` · ${formatDong(sum)}`}`}</button>
        ))}
      </div>
      {shown.length === 0 ? <p className="quiet" role="status">{words('none')}</p> : (
        <ul className="statements-lines">
          {shown.map((line) => (
            <li key={line.line} className="statements-line">
              <div className="statements-line-head">
                <b className={line.list === 'outgoing' ? 'statements-out' : 'statements-in'}>{movedWords(line.amount, line.list === 'outgoing' ? 'out' : 'in')}</b>
                <span>{plainDateWords(line.date, locale)}</span>
                <span className="quiet">{t('line', { line: line.line })}</span>
              </div>
              <div className="statements-line-body">
                <p className="statements-memo">{line.memo === '' ? words('no-memo') : line.memo}</p>
                {line.payable === null ? null : <p>→ <PayableWords payable={line.payable} /></p>}
                {line.reasons.length === 0 ? null : <small className="statements-why">{line.reasons.map((reason) => words(`reason.${reason}`)).join(' · ')}</small>}
              </div>
            </li>
          ))}
        </ul>
      )}
      {all <= shown.length ? null : <p className="quiet">{t('lines-more', { count: count(all - shown.length) })}</p>}
    </section>
  );
}
