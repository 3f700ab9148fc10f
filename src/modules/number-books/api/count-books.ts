import { dateAt } from '../../../kernel/local-time.ts';
import { countNumbers } from '../domain/book.ts';
import { booksView } from './books-view.ts';
import { type NumberBookDeps } from './deps.ts';

/** Books of this year that are open and in use, numbers of this year and the last that are missing without a reason, and books of last year that nobody closed. */
export async function countBooks(deps: NumberBookDeps, communeCode: string, now: Date): Promise<{ readonly open: number; readonly unexplained: number; readonly unclosed: number }> {
  const today = dateAt(now.getTime());
  const year = Number(today.slice(0, 4));
  const [current, last] = await Promise.all([booksView(deps, communeCode, String(year), today, false), booksView(deps, communeCode, String(year - 1), today, false)]);
  const gaps = [...current.items, ...last.items].flatMap((item) => item.gaps.filter(({ reason }) => reason === null));
  return { open: current.items.filter(({ state }) => state === 'open').length, unexplained: countNumbers(gaps), unclosed: last.items.filter(({ state }) => state === 'open').length };
}
