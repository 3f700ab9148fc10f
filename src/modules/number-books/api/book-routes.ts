import { hasRole, onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { type Result } from '../../../kernel/result.ts';
import { type Answer, bytes, defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { BookDone, BooksQuery, BooksResponse, CloseBookRequest, ClosingQuery, ExplainGapRequest, OpenBookRequest, ReopenBookRequest } from '../contract/book-schemas.ts';
import { countNumbers } from '../domain/book.ts';
import { buildClosing } from '../papers/build-closing.ts';
import { booksView } from './books-view.ts';
import { changeBook } from './change-book.ts';
import { type NumberBookDeps } from './deps.ts';

const tag = 'number-books';
const readers = onlyRoles('president', 'administrator', 'clerk', 'unit-head');
/** Books are kept by the clerk (văn thư) and the administrator. */
const keepers = onlyRoles('administrator', 'clerk');

const answerOf = (done: Result<BookDone>): Answer => (done.ok ? json(done.value) : problemAnswer(done.problem));

/** The numbered books of the commune: what was given, what is missing, opening, closing. */
export function numberBookRoutes(deps: NumberBookDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/number-books', policy: readers, summary: 'The numbered books of a year: first and last number, missing ones with their reasons', tag, kind: 'api',
      schema: { query: BooksQuery, response: BooksResponse },
      handle: async ({ query, context }) => {
        const actor = staffOf(context.actor);
        const today = dateAt(context.now.getTime());
        return json(await booksView(deps, actor.communeCode, query.year ?? today.slice(0, 4), today, hasRole(actor, 'administrator', 'clerk')));
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/number-books/open', policy: keepers, summary: 'Opens a book with its first number, before a number was given', tag, kind: 'api',
      schema: { body: OpenBookRequest, response: BookDone },
      handle: async ({ body, context }) => answerOf(await changeBook(deps, { act: 'open', asked: body }, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/number-books/close', policy: keepers, summary: 'Closes a book: no number of it is given any more', tag, kind: 'api',
      schema: { body: CloseBookRequest, response: BookDone },
      handle: async ({ body, context }) => answerOf(await changeBook(deps, { act: 'close', asked: body }, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/number-books/reopen', policy: keepers, summary: 'Opens a closed book of this year again; it goes on with its next number', tag, kind: 'api',
      schema: { body: ReopenBookRequest, response: BookDone },
      handle: async ({ body, context }) => answerOf(await changeBook(deps, { act: 'reopen', asked: body }, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/number-books/gaps', policy: keepers, summary: 'Says why numbers of a book are missing', tag, kind: 'api',
      schema: { body: ExplainGapRequest, response: BookDone },
      handle: async ({ body, context }) => answerOf(await changeBook(deps, { act: 'gap', asked: body }, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/number-books/closing.pdf', policy: readers, summary: 'The closing line of a book, to be signed and bound into it', tag, kind: 'api',
      schema: { query: ClosingQuery },
      handle: async ({ query, context }) => {
        const { communeCode } = staffOf(context.actor);
        const view = await booksView(deps, communeCode, query.year, dateAt(context.now.getTime()), false);
        const book = view.items.find((one) => one.book === query.book);
        if (book === undefined) return problemAnswer({ code: 'number-books.unknown' });
        if (book.closedOn === null) return problemAnswer({ code: 'number-books.not-closed-yet' });
        const office = await deps.officeOf(communeCode);
        const paper = buildClosing({
          communeWords: `${office.kind} ${office.name}`, place: office.name, centreName: office.centreName, drawnUpAt: context.now.getTime(), title: book.title.vi, symbol: book.symbol, year: query.year,
          first: book.first, last: book.last, count: book.count, missing: countNumbers(book.gaps), gaps: book.gaps, voided: book.voided.map(({ number, reason }) => ({ number, reason })), closedOn: book.closedOn, closedBy: book.closedBy ?? '',
        });
        return bytes(await renderPdf(paper), 'application/pdf', { 'content-disposition': `inline; filename="khoa-so-${query.year}.pdf"` });
      },
    }),
  ];
}
