import { type ReactElement } from 'react';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { freshId, moved, type Plain, textOf, valueAt } from './definition-edit.ts';
import { FORM_EDITOR_WORDS } from './form-editor-messages.ts';

export interface GroupListProps {
  readonly groups: readonly Plain[];
  readonly chosen: number | 'facts' | 'rules';
  readonly readOnly: boolean;
  /** How many things must be mended in a part; -1: in the form as a whole. */
  readonly stops: ReadonlyMap<number, number>;
  readonly onChoose: (chosen: number | 'facts' | 'rules') => void;
  readonly onChange: (groups: readonly unknown[]) => void;
  readonly onRemoved: (position: number, value: Plain, name: string) => void;
}

/** The parts of a form: chosen, added, moved by buttons and keys, removed. */
export function GroupList({ groups, chosen, readOnly, stops, onChoose, onChange, onRemoved }: GroupListProps): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const { locale } = useLocale();
  const nameOf = (group: Plain): string => textOf(valueAt(group, ['title', locale])) || textOf(valueAt(group, ['title', 'vi'])) || t('new-group');
  const move = (position: number, by: -1 | 1): void => {
    const to = position + by;
    if (readOnly || to < 0 || to >= groups.length) return;
    onChange(moved(groups, position, by));
    onChoose(to);
    setTimeout(() => { document.getElementById(`mau-phan-${String(to)}`)?.focus(); }, 30);
  };
  const mark = (count: number | undefined): ReactElement | null => (count === undefined ? null : <span className="form-count" aria-label={`${t('must')}: ${String(count)}`}>{count}</span>);
  return (
    <nav className="form-groups" aria-label={t('parts')}>
      <ol>
        <li><button type="button" aria-current={chosen === 'facts'} onClick={() => { onChoose('facts'); }}>{t('facts')}{mark(stops.get(-1))}</button></li>
        {groups.map((group, position) => {
          const name = nameOf(group);
          return (
            <li key={position}>
              <button
                type="button" id={`mau-phan-${String(position)}`} aria-current={chosen === position} aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                onClick={() => { onChoose(position); }}
                onKeyDown={(event) => {
                  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
                  event.preventDefault();
                  move(position, event.key === 'ArrowUp' ? -1 : 1);
                }}
              >{position + 1}. {name}{mark(stops.get(position))}</button>
              {readOnly || chosen !== position ? null : (
                <div className="form-group-buttons">
                  <Button kind="plain" label={t('up-of', { name })} onPress={() => { move(position, -1); }}>{t('up')}</Button>
                  <Button kind="plain" label={t('down-of', { name })} onPress={() => { move(position, 1); }}>{t('down')}</Button>
                  <Button kind="plain" label={t('remove-of', { name })} onPress={() => { onRemoved(position, group, name); }}>{t('remove')}</Button>
                </div>
              )}
            </li>
          );
        })}
        <li><button type="button" aria-current={chosen === 'rules'} onClick={() => { onChoose('rules'); }}>{t('rules')}</button></li>
      </ol>
      {readOnly ? null : (
        <>
          <Button
            kind="quiet"
            onPress={() => {
              onChange([...groups, { id: freshId('phan-', new Set(groups.map(({ id }) => textOf(id)))), title: { vi: '', en: '' }, fields: [] }]);
              onChoose(groups.length);
            }}
          >{t('add-group')}</Button>
          <p className="quiet">{t('move-note')}</p>
        </>
      )}
    </nav>
  );
}
