import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type BookDone, type CloseBookRequest, type ExplainGapRequest, type OpenBookRequest, type ReopenBookRequest } from '../contract/book-schemas.ts';
import { explainGaps } from '../domain/book.ts';
import { decideClose, decideGap, decideOpen, decideReopen } from '../domain/decide-book.ts';
import { beginCounter, type BookEventRow, type BookKey, type BookRow, insertBook, insertBookEvent, listBookRows, loadBookForUpdate, updateClosing } from '../store/books.ts';
import { explanationsOf, stateOf } from './books-view.ts';
import { type NumberBookDeps } from './deps.ts';

type Change = { readonly act: 'open'; readonly asked: OpenBookRequest } | { readonly act: 'close'; readonly asked: CloseBookRequest } | { readonly act: 'reopen'; readonly asked: ReopenBookRequest } | { readonly act: 'gap'; readonly asked: ExplainGapRequest };

const KINDS = { open: 'open-number-book', close: 'close-number-book', reopen: 'reopen-number-book', gap: 'explain-number-gap' } as const;
const ACTIONS = { open: 'number-book.opened', close: 'number-book.closed', reopen: 'number-book.reopened', gap: 'number-book.gap-explained' } as const;

/**
 * Opens, closes or opens again a book of a year, or says why numbers of it are missing: the rule, the row, its history and the journal in one
 * transaction, while nobody takes a number of it. Refuses `number-books.unknown` for a book that no module knows, and what the rules refuse.
 */
export async function changeBook(deps: NumberBookDeps, change: Change, actor: StaffActor, context: RequestContext): Promise<Result<BookDone>> {
  const { act, asked } = change;
  const { communeCode } = actor;
  const { now } = context;
  const key: BookKey = { communeCode, book: asked.book, period: asked.year };
  const envelope = { communeCode, commandId: asked.commandId, kind: KINDS[act], actor, request: asked, now, address: context.address };
  return runCommand<BookDone>(deps.db, envelope, async (tx) => {
    if (!deps.listBooks(Number(asked.year)).some(({ book }) => book === asked.book)) return refuse('number-books.unknown');
    const { row, counter } = await loadBookForUpdate(tx, key);
    const done = await write(deps, tx, key, row, counter, change, actor, now);
    if (!done.ok) return done;
    return ok({ result: { book: asked.book, last: counter ?? 0 }, journal: { action: ACTIONS[act], object: `number-book:${asked.year}:${asked.book}`, facts: { last: counter ?? 0, ...done.value } } });
  });
}

async function write(deps: NumberBookDeps, tx: Tx, key: BookKey, row: BookRow | undefined, counter: number | undefined, { act, asked }: Change, actor: StaffActor, now: Date): Promise<Result<Readonly<Record<string, unknown>>>> {
  const today = dateAt(now.getTime());
  const book = stateOf(row, counter);
  const { period } = key;
  const records = () => deps.recordsOf(tx, key.communeCode, key.book, Number(period), counter ?? 0);
  const by = { at: now, by_id: actor.staffId, by_name: actor.fullName };
  const event = (kind: BookEventRow['kind'], reason: string, run: { readonly from: number; readonly to: number } | null = null) => insertBookEvent(tx, key, { kind, ...by, from_number: run?.from ?? null, to_number: run?.to ?? null, reason });
  switch (act) {
    case 'open': {
      const decided = decideOpen(asked, book, { period, today, used: (await records()).highest });
      if (!decided.ok) return decided;
      const { firstNumber, paperLast, openedOn } = asked;
      if (firstNumber > 1 && !(await beginCounter(tx, key, firstNumber - 1))) return refuse('number-books.begun-already', { last: firstNumber - 1 });
      await insertBook(tx, key, { first_number: firstNumber, paper_last: paperLast, opened_on: openedOn, opened_at: now, opened_by: actor.staffId, opened_by_name: actor.fullName });
      await event('opened', decided.value.reason);
      return ok({ firstNumber, paperLast, openedOn, reason: decided.value.reason });
    }
    case 'close': {
      const { newestOn } = await records();
      const decided = decideClose(asked, book, { period, today, openedOn: row?.opened_on ?? null, lastGivenOn: newestOn });
      if (!decided.ok) return decided;
      const { closedOn } = asked;
      // A book that was in use without having been opened here began with 1 on the first day of its year.
      if (row === undefined) await insertBook(tx, key, { first_number: 1, paper_last: 0, opened_on: `${period}-01-01`, opened_at: now, opened_by: actor.staffId, opened_by_name: actor.fullName });
      const first = row?.first_number ?? 1;
      await updateClosing(tx, key, { closed_on: closedOn, closed_at: now, closed_by: actor.staffId, closed_by_name: actor.fullName, closed_last: counter === undefined || counter < first ? 0 : counter });
      await event('closed', decided.value.reason);
      return ok({ closedOn, reason: decided.value.reason });
    }
    case 'reopen': {
      const decided = decideReopen(asked, book, { period, today });
      if (!decided.ok) return decided;
      await updateClosing(tx, key, { closed_on: null, closed_at: null, closed_by: null, closed_by_name: null, closed_last: null });
      await event('reopened', decided.value.reason);
      return ok({ reason: decided.value.reason });
    }
    case 'gap': {
      const { events } = await listBookRows(tx, key.communeCode, period);
      const gaps = explainGaps((await records()).gaps, explanationsOf(row, events.filter((one) => one.book === key.book)));
      const decided = decideGap(asked, gaps);
      if (!decided.ok) return decided;
      await event('gap-explained', decided.value.reason, { from: asked.from, to: asked.to });
      return ok({ from: asked.from, to: asked.to, reason: decided.value.reason });
    }
  }
}
