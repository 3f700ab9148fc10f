import { type ReactElement, type Ref, useState } from 'react';
import { Icon } from '../../../../../web/public/icon/icon.tsx';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Glyph } from '../../../../../web/staff/components/glyph/glyph.tsx';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { useCountWords, useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../../web/staff/messages.ts';
import { useLateValue } from '../../../../../web/staff/shell/use-late-value.ts';
import { boundedCount } from '../../../../../web/staff/shell/work-counts.ts';
import { MOST_AT_ONCE, type WorkList } from '../../../contract/work-lists.ts';
import { DESK_WORDS, type DeskWord } from './desk-messages.ts';
import { FilterBar } from './filter-bar.tsx';
import { type FilterKey, withFilter, writeFilter } from './filter-query.ts';
import { joinPages } from './join-pages.ts';
import { TimeChips } from './time-chips.tsx';
import { useListing } from './use-listing.ts';
import { WorkTable } from './work-table.tsx';
import { AbsenceReminder } from '../absence/absence-reminder.tsx';
import { BulkBar } from '../bulk/bulk-bar.tsx';
import { BulkDialog } from '../bulk/bulk-dialog.tsx';
import { NOTHING_CHOSEN, type Selection, toggle, toggleAll, without } from '../bulk/selection.ts';
import { useBulk } from '../bulk/use-bulk.ts';

function SearchBox({ value, onChange, inputRef }: { readonly value: string; readonly onChange: (value: string) => void; readonly inputRef: Ref<HTMLInputElement> }): ReactElement {
  const t = useWords(DESK_WORDS);
  return (
    <div className="work-search">
      <Icon name="search" />
      <input
        ref={inputRef}
        className="box"
        type="text"
        role="searchbox"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('search')}
        placeholder={t('search-hint')}
        value={value}
        onChange={(event) => { onChange(event.target.value); }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          if (value === '') event.currentTarget.blur();
          onChange('');
        }}
      />
      {value === ''
        ? <kbd aria-hidden={true}>/</kbd>
        : <button type="button" className="icon-button" aria-label={t('search-clear')} onClick={() => { onChange(''); }}><Glyph name="close" /></button>}
    </div>
  );
}

/** Lists that are not in the order of haste. */
const ORDERS: Readonly<Partial<Record<WorkList, DeskWord>>> = { waiting: 'order.oldest', stopped: 'order.newest', all: 'order.newest' };

function Nothing({ words, onEverywhere }: { readonly words: string; readonly onEverywhere: (() => void) | undefined }): ReactElement {
  const t = useWords(DESK_WORDS);
  return (
    <div className="work-message">
      <p className="quiet" role="status">{words}</p>
      {onEverywhere === undefined ? null : <p><Button kind="quiet" onPress={onEverywhere}>{t('search-everywhere')}</Button></p>}
    </div>
  );
}

export interface WorkListPaneProps {
  readonly list: WorkList;
  readonly openId: string | null;
  /** What the list is narrowed down by; it stands in the address. */
  readonly filter: ReadonlyMap<FilterKey, string>;
  readonly onFilter: (filter: ReadonlyMap<FilterKey, string>) => void;
  readonly searchRef: Ref<HTMLInputElement>;
  /** Which lines are chosen for a bulk action; undefined where nobody may do one. */
  readonly selection: Selection | undefined;
  readonly onSelect: (change: (selection: Selection) => Selection) => void;
}

/** One work list: its title and query, the chips, the search box and the table with all its states. */
export function WorkListPane({ list, openId, filter: chosen, onFilter, searchRef, selection, onSelect }: WorkListPaneProps): ReactElement {
  const t = useWords(DESK_WORDS);
  const shell = useWords(STAFF_WORDS);
  const [typed, setTyped] = useState('');
  const q = useLateValue(typed.trim(), 220);
  // What was not found here may stand in another list.
  const [everywhere, setEverywhere] = useState(false);
  const query = writeFilter(chosen);
  const { first, later, count, chips } = useListing(everywhere && q !== '' ? 'all' : list, query, q);
  const items = joinPages([first.data?.items ?? [], ...later.pages]);
  const bulk = useBulk((ids) => { onSelect((last) => without(last, ids)); });
  // What has left the list since it was chosen is no longer meant.
  const chosenItems = selection === undefined ? [] : items.filter(({ id }) => selection.chosen.has(id));
  const inWords = useCountWords();
  const countWords = (count: number) => `${inWords(count)}${later.next === null ? '' : '+'}`;
  const facts = [
    first.data === undefined ? '' : t('count', { count: q === '' && count !== undefined ? (chosen.size > 0 ? inWords(count) : boundedCount(count, inWords)) : countWords(items.length) }),
    q === '' ? t(ORDERS[list] ?? 'order.urgent') : t('found', { text: q }),
  ].filter((fact) => fact !== '');
  const emptyWords = () => {
    if (q !== '') return t('empty-search', { text: q });
    return chosen.size === 0 ? t(`empty.${list}`) : t('empty-chip');
  };
  return (
    <section className="work" aria-labelledby="work-title" aria-busy={first.isFetching}>
      <div className="work-top">
        <h1 id="work-title">{shell(`list.${list}`)}</h1>
        <p className="quiet work-facts" role="status">{facts.join(' · ')}</p>
        <SearchBox value={typed} onChange={(value) => { setTyped(value); if (value.trim() === '') setEverywhere(false); }} inputRef={searchRef} />
        {q === '' ? <FilterBar list={list} filter={chosen} onChange={onFilter} /> : null}
        {q === '' ? <TimeChips list={list} counts={chips} chosen={chosen.get('time') ?? ''} onChoose={(chip) => { onFilter(withFilter(chosen, 'time', chip)); }} /> : null}
      </div>
      {list === 'mine' && selection !== undefined ? <div className="work-reminder"><AbsenceReminder /></div> : null}
      {first.isError ? <div className="work-message"><LoadFault error={first.error} onRetry={() => { void first.refetch(); }} /></div> : null}
      {first.data === undefined
        ? (first.isError ? null : <Skeleton lines={7} />)
        : (items.length === 0 ? <Nothing words={emptyWords()} onEverywhere={q === '' || list === 'all' || everywhere ? undefined : () => { setEverywhere(true); }} /> : <WorkTable items={items} list={list} openId={openId} query={query} label={shell(`list.${list}`)} choosing={selection === undefined ? undefined : {
          chosen: selection.chosen,
          onToggle: (id) => { onSelect((last) => toggle(last, id)); },
          onToggleAll: () => { onSelect((last) => toggleAll(last, items.map(({ id }) => id))); },
        }} />)}
      {later.error === null ? null : <div className="work-message"><LoadFault error={later.error} onRetry={() => { void later.load(); }} /></div>}
      {later.next === null ? null : (
        <div className="work-message">
          <Button kind="quiet" busy={later.loading} onPress={() => { void later.load(); }}>{later.loading ? t('more-loading') : t('more')}</Button>
        </div>
      )}
      <BulkBar items={chosenItems} full={selection?.full ?? false} onAct={(action) => { bulk.open(action, chosenItems); }} onClear={() => { onSelect(() => NOTHING_CHOSEN); }}
        onAll={chosenItems.length === Math.min(items.length, MOST_AT_ONCE) ? undefined : () => { onSelect((last) => toggleAll(last, items.map(({ id }) => id))); }} />
      <BulkDialog bulk={bulk} />
    </section>
  );
}
