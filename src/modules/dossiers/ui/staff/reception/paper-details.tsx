import { type Dispatch, type ReactElement, useId } from 'react';
import { momentWords } from '../../../../../kernel/date-words.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { type PaperEntry } from './reception-draft.ts';
import { RECEPTION_WORDS } from './reception-messages.ts';
import { type ReceptionEvent } from './reduce-reception.ts';

/** Databases that papers are looked up in (NQ 66.7/2025/NQ-CP; NĐ 309/2026/NĐ-CP, Điều 4.2a). Names, not words: they are not translated. */
const DATABASES = [
  'Cơ sở dữ liệu quốc gia về dân cư', 'Cơ sở dữ liệu hộ tịch điện tử', 'Cơ sở dữ liệu đất đai', 'Cơ sở dữ liệu quốc gia về bảo hiểm', 'Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp',
  'Cơ sở dữ liệu giấy phép lái xe', 'Cơ sở dữ liệu lý lịch tư pháp', 'Kho dữ liệu điện tử của tổ chức, cá nhân',
];

interface DetailProps {
  readonly entry: PaperEntry;
  readonly dispatch: Dispatch<ReceptionEvent>;
}

/** Where and when a paper was looked up. The moment is that of the tick; looking again sets it anew. */
export function LookUpEntry({ entry, dispatch }: DetailProps): ReactElement {
  const t = useWords(RECEPTION_WORDS);
  const { locale } = useLocale();
  const id = useId();
  const change = (part: Partial<Pick<PaperEntry, 'database' | 'lookedUpAt'>>) => { dispatch({ kind: 'paper', paperId: entry.id, change: part }); };
  return (
    <div className="paper-look-up">
      <label className="field" htmlFor={id}>
        <span className="field-label">{t('look-up-database')}</span>
        <input id={id} className="box" type="text" list={`${id}-list`} maxLength={200} autoComplete="off" value={entry.database} onChange={(event) => { change({ database: event.target.value }); }} />
        <datalist id={`${id}-list`}>{DATABASES.map((name) => <option key={name} value={name} />)}</datalist>
      </label>
      <p className="quiet">
        {entry.lookedUpAt === '' ? null : t('looked-up-at', { moment: momentWords(Date.parse(entry.lookedUpAt), locale, 'without-year') })}{' '}
        <Button kind="plain" onPress={() => { change({ lookedUpAt: new Date().toISOString() }); }}>{t('look-up-again')}</Button>
      </p>
    </div>
  );
}

/** What is said of a paper only now and then, folded away: copies, pages, whether the original stays and on which shelf. */
export function PaperDetails({ entry, dispatch }: DetailProps): ReactElement {
  const t = useWords(RECEPTION_WORDS);
  const id = useId();
  const change = (part: Partial<Pick<PaperEntry, 'copies' | 'pages' | 'kept' | 'shelf'>>) => { dispatch({ kind: 'paper', paperId: entry.id, change: part }); };
  const seen = entry.files.reduce((sum, file) => sum + (file.pages ?? 0), 0);
  const pages = entry.pages === '' && seen > 0 ? String(seen) : entry.pages;
  const said = [
    ...(entry.copies > 1 ? [t('copies-of', { count: entry.copies })] : []),
    ...(pages === '' ? [] : [t('pages-of', { count: pages })]),
    ...(entry.kept && entry.form === 'original' ? [entry.shelf.trim() === '' ? t('paper-kept') : t('kept-on', { shelf: entry.shelf.trim() })] : []),
  ];
  return (
    <details className="paper-details">
      <summary>{said.length === 0 ? t(entry.form === 'original' ? 'more-of-paper' : 'more-pages') : said.join(' · ')}</summary>
      <div className="paper-details-line">
        <label className="field" htmlFor={`${id}-copies`}>
          <span className="field-label">{t('paper-copies')}</span>
          <input id={`${id}-copies`} className="box" type="number" inputMode="numeric" min={0} max={999} value={entry.copies} onChange={(event) => { change({ copies: Math.min(999, Math.max(0, Math.trunc(Number(event.target.value)) || 0)) }); }} />
        </label>
        <label className="field" htmlFor={`${id}-pages`}>
          <span className="field-label">{t('pages')}</span>
          <input id={`${id}-pages`} className="box" type="number" inputMode="numeric" min={1} max={999} value={pages} onChange={(event) => { change({ pages: event.target.value }); }} />
        </label>
        {entry.form === 'original' && entry.reusedFrom === null ? (
          <>
            <label className="paper-kept">
              <input type="checkbox" checked={entry.kept} onChange={(event) => { change({ kept: event.target.checked }); }} />
              {t('keep-original')}
            </label>
            {entry.kept ? (
              <label className="field" htmlFor={`${id}-shelf`}>
                <span className="field-label">{t('shelf')}</span>
                <input id={`${id}-shelf`} className="box" type="text" maxLength={80} autoComplete="off" value={entry.shelf} onChange={(event) => { change({ shelf: event.target.value }); }} />
              </label>
            ) : null}
          </>
        ) : null}
      </div>
    </details>
  );
}

/** What the office looks up by itself: a tick says that it was done just now, and where. */
export function LookedUpItem({ entry, dispatch }: DetailProps): ReactElement {
  const t = useWords(RECEPTION_WORDS);
  return (
    <li className="looked-up-item">
      <label>
        <input
          type="checkbox" data-paper-box="" checked={entry.ticked}
          onChange={(event) => { dispatch({ kind: 'paper', paperId: entry.id, change: { ticked: event.target.checked, ...(event.target.checked ? { lookedUpAt: new Date().toISOString() } : {}) } }); }}
        />
        {entry.name}
      </label>
      {entry.ticked ? <LookUpEntry entry={entry} dispatch={dispatch} /> : <span className="quiet">{entry.database === '' ? t('look-up-todo') : entry.database}</span>}
    </li>
  );
}
