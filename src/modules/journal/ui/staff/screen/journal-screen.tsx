import { type ReactElement, useId } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { TabLinks } from '../../../../../web/staff/components/tab-links/tab-links.tsx';
import { useCountWords, useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { holds, useSession } from '../../../../../web/staff/session.tsx';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { ACTION_WORDS } from '../../../contract/action-words.ts';
import { JournalDays } from './journal-days.tsx';
import { JournalExport } from './journal-export.tsx';
import { JournalLines } from './journal-lines.tsx';
import { JOURNAL_WORDS } from './journal-messages.ts';
import { type JournalFilter, useJournal } from './use-journal.ts';
import './journal.css';

/** The filter stands in the address, so that a view of the journal can be sent to a colleague who may see it. */
function useFilter() {
  const given = new URLSearchParams(useSearch());
  const [, navigate] = useLocation();
  const filter: JournalFilter = { day: given.get('ngay') ?? '', staff: given.get('ai') ?? '', object: given.get('ve') ?? '', action: given.get('viec') ?? '', month: given.get('thang') ?? '' };
  const change = (part: Partial<JournalFilter>) => {
    const next = { ...filter, ...part };
    const query = new URLSearchParams(Object.entries({ ngay: next.day, ai: next.staff, ve: next.object, viec: next.action, thang: next.month }).filter(([, value]) => value !== ''));
    navigate(`${STAFF_PATHS.journal('lines')}?${query.toString()}`, { replace: true });
  };
  return { filter, change };
}

function monthOf(month: string): string {
  return month.split('-').reverse().join('/');
}

/** Months that lie in sealed files: below the last line of the tables, each opened by pressing it. */
function SealedMonths({ months, onOpen }: { readonly months: readonly { readonly month: string; readonly rows: number }[]; readonly onOpen: (month: string) => void }): ReactElement | null {
  const t = useWords(JOURNAL_WORDS);
  const countWords = useCountWords();
  if (months.length === 0) return null;
  return (
    <section className="journal-sealed" aria-label={t('sealed')}>
      <h2>{t('sealed')}</h2>
      <p className="journal-lead">{t('sealed-lead')}</p>
      <ul>{months.map(({ month, rows }) => <li key={month}><button type="button" className="chip" onClick={() => { onOpen(month); }}>{t('sealed-month', { month: monthOf(month), count: countWords(rows) })}</button></li>)}</ul>
    </section>
  );
}

function Lines(): ReactElement {
  const t = useWords(JOURNAL_WORDS);
  const { locale } = useLocale();
  const id = useId();
  const mayHold = holds(useSession(), 'administrator');
  const { filter, change } = useFilter();
  const reading = useJournal(filter);
  const lines = (reading.data?.pages ?? []).flatMap((page) => page.items);
  const opened = reading.data?.pages[0]?.openedMonth ?? null;
  const held = reading.data?.pages[0]?.heldMonth ?? null;
  const everybody = reading.data?.pages[0]?.everybody === true;
  const person = lines.find(({ actor }) => actor?.id === filter.staff)?.actor?.name ?? '…';
  const object = lines.find((line) => line.object === filter.object)?.code ?? filter.object;
  const actions = Object.entries(ACTION_WORDS).map(([action, words]) => ({ action, words: words[locale] })).toSorted((a, b) => a.words.localeCompare(b.words, locale));
  return (
    <>
      <p className="journal-lead">{t(everybody ? 'lead-all' : 'lead-own')}</p>
      {held === null ? null : (
        <Notice kind="check">
          <p>{t('held-month', { month: monthOf(held) })}</p>
          {mayHold ? <p><Link href={STAFF_PATHS.retention}>{t('held-where')}</Link></p> : null}
        </Notice>
      )}
      <div className="journal-query">
        <DayField id={`${id}-day`} label={t('day')} value={filter.day} onChange={(day) => { change({ day, month: '' }); }} />
        <Field id={`${id}-action`} label={t('action')}>
          {(control) => (
            <select {...control} className="box" value={filter.action} onChange={(event) => { change({ action: event.target.value }); }}>
              <option value="">{t('any-action')}</option>
              {actions.map(({ action, words }) => <option key={action} value={action}>{words}</option>)}
            </select>
          )}
        </Field>
        <div className="chips">
          {filter.staff === '' || !everybody ? null : <button type="button" className="chip" aria-pressed={true} title={t('clear', { what: person })} onClick={() => { change({ staff: '' }); }}>{t('only-person', { name: person })} ×</button>}
          {filter.month === '' ? null : <button type="button" className="chip" aria-pressed={true} title={t('clear', { what: monthOf(filter.month) })} onClick={() => { change({ month: '' }); }}>{t('only-month', { month: monthOf(filter.month) })} ×</button>}
          {filter.object === '' ? null : <button type="button" className="chip" aria-pressed={true} title={t('clear', { what: object })} onClick={() => { change({ object: '' }); }}>{t('only-object', { object })} ×</button>}
        </div>
      </div>
      {opened === null ? null : <p className="journal-lead" role="status">{t('opened-archive', { month: monthOf(opened) })}</p>}
      {reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : null}
      {reading.data === undefined ? (reading.isError ? null : <Skeleton lines={8} />) : lines.length === 0 ? <p role="status">{t('none')}</p> : <JournalLines lines={lines} onPerson={everybody ? (actor) => { change({ staff: actor.id }); } : undefined} />}
      {reading.hasNextPage ? <div><Button kind="quiet" busy={reading.isFetchingNextPage} onPress={() => { void reading.fetchNextPage(); }}>{t('more')}</Button></div> : null}
      {reading.data === undefined || reading.hasNextPage || opened !== null || filter.day !== '' ? null : <SealedMonths months={reading.data.pages[0]?.archived ?? []} onOpen={(month) => { change({ month }); }} />}
    </>
  );
}

/** The journal: its lines, and for leaders the days that are over with their roots and files for auditors. */
export function JournalScreen({ tab }: { readonly tab: 'lines' | 'days' | 'export' }): ReactElement {
  const t = useWords(JOURNAL_WORDS);
  const leads = holds(useSession(), 'president', 'administrator');
  return (
    <div className="journal">
      <h1>{t('title')}</h1>
      {leads ? <TabLinks label={t('tabs')} tabs={(['lines', 'days', 'export'] as const).map((one) => ({ href: STAFF_PATHS.journal(one), words: t(`tab-${one}`), current: one === tab }))} /> : null}
      {tab === 'days' && leads ? <JournalDays /> : tab === 'export' && leads ? <JournalExport /> : <Lines />}
    </div>
  );
}
