import { type ReactElement, useState } from 'react';
import { momentWords, plainDateWords } from '../../../../kernel/date-words.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { type BookItem } from '../../contract/book-schemas.ts';
import { gapWords } from '../../domain/book.ts';
import { CloseForm, OpenForm, ReasonForm } from './book-forms.tsx';
import { BOOK_WORDS } from './book-messages.ts';

type Form = { readonly act: 'open' } | { readonly act: 'close' } | { readonly act: 'reopen' } | { readonly act: 'gap'; readonly from: number; readonly to: number };

export interface BookDetailsProps {
  readonly item: BookItem;
  readonly year: string;
  readonly today: string;
  readonly mayChange: boolean;
}

const KNOWN_EVENTS = ['opened', 'closed', 'reopened', 'gap-explained'] as const;

/** One book unfolded: when it was opened and closed, its missing and void numbers, its history, and what can be done with it. */
export function BookDetails({ item, year, today, mayChange }: BookDetailsProps): ReactElement {
  const t = useWords(BOOK_WORDS);
  const { locale } = useLocale();
  const count = useCountWords();
  const [form, setForm] = useState<Form | null>(null);
  const [done, setDone] = useState(false);
  const finish = (): void => {
    setForm(null);
    setDone(true);
  };
  const begin = (next: Form): void => {
    setForm(next);
    setDone(false);
  };
  const day = (date: string): string => plainDateWords(date, locale);
  const mayOpen = mayChange && item.state === 'unused' && item.openedOn === null;
  const facts = [
    item.openedOn === null ? null : t('opened', { day: day(item.openedOn), by: item.openedBy ?? '' }),
    item.paperLast === 0 ? null : t('paper-last', { count: count(item.paperLast) }),
    item.newestOn === null ? null : t('newest', { day: day(item.newestOn) }),
    item.closedOn === null ? null : t('closed', { day: day(item.closedOn), by: item.closedBy ?? '' }),
  ].filter((words) => words !== null);
  return (
    <div className="books-details">
      {facts.length === 0 ? null : <p className="quiet">{facts.join(' · ')}</p>}
      {item.gaps.length === 0 ? null : (
        <>
          <h3>{t('gaps')}</h3>
          <ul>
            {item.gaps.map((gap) => (
              <li key={gap.from}>
                <b>{gapWords(gap)}</b> {gap.reason ?? <span className="books-bad">{t('no-reason')}</span>}
                {gap.reason === null && mayChange ? <> <Button kind="plain" label={t('explain-of', { numbers: gapWords(gap) })} onPress={() => { begin({ act: 'gap', from: gap.from, to: gap.to }); }}>{t('explain')}</Button></> : null}
              </li>
            ))}
          </ul>
        </>
      )}
      {item.voided.length === 0 ? null : (
        <>
          <h3>{t('voided')}</h3>
          <ul>{item.voided.map(({ number, reason, by }) => <li key={number}>{t('voided-line', { number: count(number), reason, by })}</li>)}</ul>
        </>
      )}
      {item.events.length === 0 ? null : (
        <details>
          <summary>{t('history')}</summary>
          <ul>
            {item.events.map(({ kind, at, by, from, to, reason }) => {
              const known = KNOWN_EVENTS.find((one) => one === kind);
              const what = known === undefined ? kind : known === 'gap-explained' ? t('event.gap-explained', { numbers: gapWords({ from: from ?? 0, to: to ?? 0 }) }) : t(`event.${known}`);
              return <li key={`${at} ${kind}`}>{t('event-line', { what, moment: momentWords(Date.parse(at), locale), by })}{reason === '' ? null : `: ${reason}`}</li>;
            })}
          </ul>
        </details>
      )}
      {done ? <Notice kind="good" live><p>{t('done')}</p></Notice> : null}
      {form === null ? (
        <div className="button-row">
          {mayOpen ? <Button kind="quiet" onPress={() => { begin({ act: 'open' }); }}>{t('open')}</Button> : null}
          {mayChange && item.state !== 'closed' ? <Button kind="quiet" onPress={() => { begin({ act: 'close' }); }}>{t('close')}</Button> : null}
          {mayChange && item.state === 'closed' && today.startsWith(year) ? <Button kind="quiet" onPress={() => { begin({ act: 'reopen' }); }}>{t('reopen')}</Button> : null}
          {item.state === 'closed' ? <a className="button" href={`/api/number-books/closing.pdf?book=${encodeURIComponent(item.book)}&year=${year}`} target="_blank" rel="noreferrer" aria-label={t('closing-of', { book: item.title[locale] })}>{t('closing')}</a> : null}
        </div>
      ) : form.act === 'open' ? <OpenForm book={item.book} year={year} today={today} onDone={finish} onCancel={() => { setForm(null); }} />
        : form.act === 'close' ? <CloseForm book={item.book} year={year} today={today} onDone={finish} onCancel={() => { setForm(null); }} />
          : form.act === 'reopen' ? <ReasonForm path="/api/number-books/reopen" body={{ book: item.book, year }} title={t('reopen')} lead={t('reopen-lead')} onDone={finish} onCancel={() => { setForm(null); }} />
            : <ReasonForm path="/api/number-books/gaps" body={{ book: item.book, year, from: form.from, to: form.to }} title={t('explain-of', { numbers: gapWords(form) })} lead={null} onDone={finish} onCancel={() => { setForm(null); }} />}
    </div>
  );
}
