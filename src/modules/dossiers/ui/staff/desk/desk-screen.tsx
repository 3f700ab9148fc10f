import { type ReactElement, useCallback, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useKeys } from '../../../../../web/staff/keyboard/use-keys.ts';
import { holds, useSession } from '../../../../../web/staff/session.tsx';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type WorkList } from '../../../contract/work-lists.ts';
import { extendTo, NOTHING_CHOSEN, type Selection, toggleAll } from '../bulk/selection.ts';
import { DossierPanel } from '../dossier/dossier-panel.tsx';
import { readFilter, writeFilter } from './filter-query.ts';
import { WorkListPane } from './work-list-pane.tsx';
import './desk.css';

export interface DeskScreenProps {
  readonly list: WorkList;
  /** The dossier that is open beside the list. */
  readonly openId: string | null;
}

/** A work list with the dossier that is open in it. Narrow windows show one of the two. */
export function DeskScreen({ list, openId }: DeskScreenProps): ReactElement {
  const [, navigate] = useLocation();
  const filter = readFilter(useSearch());
  const query = writeFilter(filter);
  const mayChoose = holds(useSession(), 'reception', 'specialist', 'unit-head', 'president', 'clerk');
  // What was chosen belongs to one list under one filter.
  const [{ of, selection }, setChosen] = useState<{ readonly of: string; readonly selection: Selection }>({ of: '', selection: NOTHING_CHOSEN });
  const here = `${list}?${query}`;
  const shown = of === here ? selection : NOTHING_CHOSEN;
  const select = (change: (selection: Selection) => Selection) => { setChosen((last) => ({ of: here, selection: change(last.of === here ? last.selection : NOTHING_CHOSEN) })); };
  const desk = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const rows = () => [...(desk.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];

  const focusRow = (step: 1 | -1) => {
    const all = rows();
    const focused = all.findIndex((row) => row === document.activeElement);
    const here = focused >= 0 ? focused : all.findIndex((row) => row.dataset['row'] === openId);
    const next = here < 0 ? all[step === 1 ? 0 : all.length - 1] : all[here + step];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
    return { before: all[focused]?.dataset['row'], now: next?.dataset['row'] };
  };
  const ids = () => rows().flatMap((row) => row.dataset['row'] ?? []);
  const close = useCallback(() => {
    if (openId === null) return;
    navigate(STAFF_PATHS.filtered(list, query));
    // The row may only become visible with the next paint: a narrow window hides the list behind the dossier.
    requestAnimationFrame(() => {
      const row = [...(desk.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].find((candidate) => candidate.dataset['row'] === openId);
      (row ?? document.getElementById('main'))?.focus();
    });
  }, [openId, list, query, navigate]);
  const arrow = (step: 1 | -1) => (event: KeyboardEvent) => {
    // In the dossier the arrows scroll, and in a group of choices they choose.
    if (event.target instanceof Element && event.target.closest('.dossier, input') !== null) return;
    event.preventDefault();
    const { before, now } = focusRow(step);
    if (event.shiftKey && mayChoose && now !== undefined) select((last) => extendTo(last, ids(), before, now));
  };
  useKeys({
    j: () => { focusRow(1); },
    k: () => { focusRow(-1); },
    arrowdown: arrow(1),
    arrowup: arrow(-1),
    '/': () => { search.current?.focus(); },
    a: () => { if (mayChoose) select((last) => toggleAll(last, ids())); },
    escape: () => {
      if (openId === null) select(() => NOTHING_CHOSEN);
      else close();
    },
  });
  return (
    <div className={openId === null ? 'desk' : 'desk desk-open'} ref={desk}>
      <WorkListPane list={list} openId={openId} filter={filter} onFilter={(next) => { navigate(STAFF_PATHS.filtered(list, writeFilter(next))); }} searchRef={search} selection={mayChoose ? shown : undefined} onSelect={select} />
      {openId === null ? null : <DossierPanel key={openId} id={openId} onClose={close} />}
    </div>
  );
}
