import { type ReactElement, useState } from 'react';
import { Icon, type IconName } from '../../../../web/public/icon/icon.tsx';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { ROLE_WORDS } from '../../../identity/contract/role-words.ts';
import { type ListLineView, type PreviewAnswer } from '../../contract/staff-list-schemas.ts';
import { STAFF_LIST_WORDS } from './staff-list-messages.ts';

type State = ListLineView['state'];

const STATES = ['error', 'new', 'changed', 'unchanged', 'skipped'] as const;
const ICONS: Readonly<Record<State, IconName>> = { error: 'bad', new: 'good', changed: 'info', unchanged: 'check', skipped: 'paused' };
/** As many lines as are drawn at first: five hundred at once make an old computer slow. */
const AT_ONCE = 60;

function Line({ line }: { readonly line: ListLineView }): ReactElement {
  const t = useWords(STAFF_LIST_WORDS);
  const { locale } = useLocale();
  const role = line.role === null ? '' : ROLE_WORDS[locale][line.role];
  return (
    <li className={`lists-line lists-${line.state}`}>
      <div className="lists-line-head">
        <span className="lists-number">{t('line', { line: line.line })}</span>
        <span className="lists-state"><Icon name={ICONS[line.state]} />{t(`state.${line.state}`)}</span>
      </div>
      <div>
        <b>{line.fullName}</b>
        {line.userName === '' ? null : <span className="quiet">{` ${line.userName}`}</span>}
        <div className="quiet">{[role, line.unit].filter((part) => part !== '').join(' · ')}</div>
        {line.changes.length + line.faults.length + line.notices.length === 0 ? null : (
          <ul className="lists-findings">
            {line.faults.map((words) => <li key={words} className="lists-fault"><Icon name="bad" /><span>{words}</span></li>)}
            {line.changes.map((change) => <li key={change.what}><Icon name="next" /><span>{t(change.before === '' ? 'change-new' : 'change', { ...change })}</span></li>)}
            {line.notices.map((words) => <li key={words} className="quiet"><Icon name="info" /><span>{words}</span></li>)}
          </ul>
        )}
      </div>
    </li>
  );
}

/** The lines of a list by what they would do, faults first. */
export function ListLines({ preview }: { readonly preview: Pick<PreviewAnswer, 'lines' | 'counts'> }): ReactElement {
  const t = useWords(STAFF_LIST_WORDS);
  const count = useCountWords();
  const { lines, counts } = preview;
  const [chosen, setChosen] = useState<State | 'all'>(() => (counts.error > 0 ? 'error' : 'all'));
  const [shown, setShown] = useState(AT_ONCE);
  const fitting = chosen === 'all' ? lines : lines.filter(({ state }) => state === chosen);
  const choose = (state: State | 'all') => {
    setChosen(state);
    setShown(AT_ONCE);
  };
  return (
    <>
      <div className="chips" role="group" aria-label={t('title')}>
        {(['all', ...STATES] as const).map((state) => (
          <button key={state} type="button" className="chip" aria-pressed={state === chosen} onClick={() => { choose(state); }}>{`${t(`state.${state}`)} ${count(state === 'all' ? lines.length : counts[state])}`}</button>
        ))}
      </div>
      {fitting.length === 0 ? <p className="quiet" role="status">{t('nothing-here')}</p> : <ul className="lists-lines">{fitting.slice(0, shown).map((line) => <Line key={line.line} line={line} />)}</ul>}
      {fitting.length <= shown ? null : <div className="button-row"><Button kind="quiet" onPress={() => { setShown(shown + 200); }}>{t('more', { count: count(fitting.length - shown) })}</Button></div>}
    </>
  );
}
