import { type ReactElement, type Ref, useState } from 'react';
import { Icon } from '../../../../../web/public/icon/icon.tsx';
import { callApi } from '../../../../../web/staff/api/call-api.ts';
import { refusalError } from '../../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Glyph } from '../../../../../web/staff/components/glyph/glyph.tsx';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { useCountWords, useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../../web/staff/messages.ts';
import { useLateValue } from '../../../../../web/staff/shell/use-late-value.ts';
import { listAddress } from '../../../../../web/staff/shell/work-counts.ts';
import { type WorkItem, type WorkList, type WorkListResponse } from '../../../contract/dossier-schemas.ts';
import { DESK_WORDS } from './desk-messages.ts';
import { filterByTime, hasTimeFilter, joinPages, TIME_FILTERS, type TimeFilter } from './time-filter.ts';
import { WorkTable } from './work-table.tsx';

interface LaterPages {
  readonly address: string;
  readonly pages: readonly (readonly WorkItem[])[];
  readonly next: string | null;
}

interface MoreState {
  readonly later: LaterPages | null;
  readonly loading: boolean;
  readonly error: unknown;
}

/** The pages after the first one; they belong to one address and are forgotten with it. */
function useLaterPages(address: string, firstNext: string | null) {
  const [state, setState] = useState<MoreState>({ later: null, loading: false, error: null });
  const later = state.later?.address === address ? state.later : null;
  const next = later === null ? firstNext : later.next;
  const load = async () => {
    if (next === null || state.loading) return;
    setState({ ...state, loading: true, error: null });
    const result = await callApi<WorkListResponse>('GET', `${address}&after=${encodeURIComponent(next)}`);
    setState((last) => {
      if (!result.ok) return { ...last, loading: false, error: refusalError(result.refusal) };
      const pages = last.later?.address === address ? last.later.pages : [];
      return { later: { address, pages: [...pages, result.value.items], next: result.value.next }, loading: false, error: null };
    });
  };
  return { pages: later?.pages ?? [], next, loading: state.loading, error: state.error, load };
}

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

const ORDERS = { 'mine': 'order.urgent', 'near': 'order.urgent', 'hand-over': 'order.urgent', 'waiting': 'order.oldest', 'all': 'order.newest' } as const;

export interface WorkListPaneProps {
  readonly list: WorkList;
  readonly openId: string | null;
  readonly searchRef: Ref<HTMLInputElement>;
}

/** One work list: its title and query, the chips, the search box and the table with all its states. */
export function WorkListPane({ list, openId, searchRef }: WorkListPaneProps): ReactElement {
  const t = useWords(DESK_WORDS);
  const shell = useWords(STAFF_WORDS);
  const [typed, setTyped] = useState('');
  const [filter, setFilter] = useState<TimeFilter>('all');
  const q = useLateValue(typed.trim(), 220);
  const address = listAddress(list, q);
  const first = useApi<WorkListResponse>(address, { every: 30_000, keepLast: true });
  const later = useLaterPages(address, first.data?.next ?? null);
  const items = joinPages([first.data?.items ?? [], ...later.pages]);
  const shown = filterByTime(items, filter);
  const inWords = useCountWords();
  const countWords = (count: number) => `${inWords(count)}${later.next === null ? '' : '+'}`;
  const facts = [
    first.data === undefined ? '' : t('count', { count: q === '' ? inWords(first.data.counts[list]) : countWords(items.length) }),
    q === '' ? t(ORDERS[list]) : t('found', { text: q }),
  ].filter((fact) => fact !== '');
  const emptyWords = () => {
    if (q !== '') return t('empty-search', { text: q });
    return filter === 'all' ? t(`empty.${list}`) : t('empty-chip');
  };
  return (
    <section className="work" aria-labelledby="work-title" aria-busy={first.isFetching}>
      <div className="work-top">
        <h1 id="work-title">{shell(`list.${list}`)}</h1>
        <p className="quiet work-facts" role="status">{facts.join(' · ')}</p>
        <SearchBox value={typed} onChange={setTyped} inputRef={searchRef} />
        {hasTimeFilter(list) ? (
          <div className="chips" role="group" aria-label={t('chips')}>
            {TIME_FILTERS.map((name) => (
              <button key={name} type="button" className="chip" aria-pressed={filter === name} onClick={() => { setFilter(name); }}>
                {t(`chip.${name}`)}
                {name === 'all' ? '' : ` ${String(filterByTime(items, name).length)}`}
              </button>
            ))}
          </div>
        ) : null}
      </div>
      {first.isError ? <div className="work-message"><LoadFault error={first.error} onRetry={() => { void first.refetch(); }} /></div> : null}
      {first.data === undefined
        ? (first.isError ? null : <Skeleton lines={7} />)
        : (shown.length === 0 ? <p className="work-message quiet" role="status">{emptyWords()}</p> : <WorkTable items={shown} list={list} openId={openId} label={shell(`list.${list}`)} />)}
      {later.error === null ? null : <div className="work-message"><LoadFault error={later.error} onRetry={() => { void later.load(); }} /></div>}
      {later.next === null || filter !== 'all' ? null : (
        <div className="work-message">
          <Button kind="quiet" busy={later.loading} onPress={() => { void later.load(); }}>{later.loading ? t('more-loading') : t('more')}</Button>
        </div>
      )}
    </section>
  );
}
