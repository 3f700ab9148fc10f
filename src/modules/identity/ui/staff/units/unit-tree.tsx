import { type ReactElement } from 'react';
import { plainDateWords } from '../../../../../kernel/date-words.ts';
import { foldForSearch } from '../../../../../kernel/text-folding.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { useCountWords, useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { type UnitNodeAnswer } from '../../../contract/units.ts';
import { type Subject, type UnitAct } from './unit-draft.ts';
import { UNIT_WORDS, type UnitWord } from './unit-messages.ts';

export interface UnitTreeProps {
  readonly subject: Subject;
  readonly nodes: readonly UnitNodeAnswer[];
  readonly today: string;
  readonly typed: string;
  readonly onAct: (act: UnitAct, node: UnitNodeAnswer) => void;
}

/** What stands beside a name: since when, until when, what it was called, what it became. */
function useFacts(today: string): (node: UnitNodeAnswer) => readonly string[] {
  const t = useWords(UNIT_WORDS);
  const { locale } = useLocale();
  const day = (date: string) => plainDateWords(date, locale);
  return (node) => {
    const former = [...new Set(node.names.filter(({ from }) => from <= today).map(({ name }) => name))].filter((name) => name !== node.name);
    return [
      node.validFrom > today ? t('from-future', { date: day(node.validFrom) }) : t('since', { date: day(node.validFrom) }),
      ...(node.validTo === null ? [] : [t('until', { date: day(node.validTo) })]),
      ...(former.length === 0 ? [] : [t('formerly', { names: former.join(', ') })]),
      ...node.names.filter(({ from }) => from > today && from !== node.validFrom).map(({ name, from }) => t('will-be', { date: day(from), name })),
      ...(node.predecessors.length === 0 ? [] : [t('came-from', { names: node.predecessors.join(', ') })]),
      ...(node.successors.length === 0 ? [] : [t('became', { names: node.successors.join(', ') })]),
    ];
  };
}

/** Units or villages under their commune, found by every name that they had, each with what can be done to it. */
export function UnitTreeList({ subject, nodes, today, typed, onAct }: UnitTreeProps): ReactElement {
  const t = useWords(UNIT_WORDS);
  const count = useCountWords();
  const factsOf = useFacts(today);
  const folded = foldForSearch(typed);
  const shown = nodes.filter((node) => foldForSearch([node.name, node.shortName, ...node.names.map(({ name }) => name)].join(' ')).includes(folded));
  if (shown.length === 0) return <p className="quiet" role="status">{t('none', { text: typed })}</p>;
  const acts: readonly UnitAct[] = ['rename', 'merge', 'split', 'close'];
  return (
    <ul className="unit-tree">
      {shown.map((node) => (
        <li key={node.id} className={node.validTo !== null && node.validTo < today ? 'unit-node unit-ended' : 'unit-node'}>
          <div className="unit-words">
            <b>{node.name}</b>
            <small className="quiet">{[t(`kind.${node.kind}` as UnitWord), ...factsOf(node)].join(' · ')}</small>
            {subject === 'village' ? null : (
              <>
                <small className="quiet">{[node.people === 1 ? t('people-one') : t('people', { count: count(node.people) }), ...(node.dossiers === 0 ? [] : [t('dossiers', { count: count(node.dossiers) })])].join(' · ')}</small>
                <small className="quiet unit-fields" title={node.fields.join(', ')}>{node.fields.length === 0 ? t('fields-none') : t('fields-of', { fields: node.fields.join(', ') })}</small>
              </>
            )}
          </div>
          {node.validTo !== null && node.validTo <= today ? null : (
            <div className="unit-acts" role="group" aria-label={t('acts-of', { name: node.name })}>
              {acts.map((act) => <Button key={act} kind="plain" onPress={() => { onAct(act, node); }}>{t(act === 'rename' && subject === 'village' ? 'act-rename-village' : `act-${act}`)}</Button>)}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
