import { onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { type Result } from '../../../kernel/result.ts';
import { type Answer, bytes, defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { communeOf, showsList, showsOne } from '../../../platform/http/shows.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { writeSheet } from '../../../platform/xlsx/write-sheet.ts';
import { writeCsv } from '../../exchange/index.ts';
import { AskRequest, BookQuery, ById, CloseSeriesRequest, DecisionRequest, NumberFateRequest, OpenSeriesRequest, ReceiptDone, ReceiptResponse, ReceiptsQuery, ReceiptsResponse, SeriesDone, SeriesResponse } from '../contract/receipt-schemas.ts';
import { readPeriod } from '../domain/period.ts';
import { BOOK_HEADS, bookCells, buildReceiptBook } from '../papers/build-receipt-book.ts';
import { findReceipt } from '../store/receipts.ts';
import { bookLines } from './book-lines.ts';
import { changeSeries } from './change-series.ts';
import { askCorrection, decideCorrection } from './correct-receipt.ts';
import { type FeeReceiptsDeps } from './deps.ts';
import { drawReceipt } from './receipt-stamp.ts';
import { receiptsView, receiptView, seriesView } from './receipt-views.ts';

const tag = 'fee-receipts';
const readers = onlyRoles('cashier', 'reception', 'unit-head', 'president', 'administrator');
const askers = onlyRoles('cashier', 'reception', 'unit-head', 'president');
const deciders = onlyRoles('cashier', 'unit-head', 'president');
const seriesReaders = onlyRoles('cashier', 'unit-head', 'president', 'administrator');
const seriesKeepers = onlyRoles('cashier', 'president', 'administrator');

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A JSON answer, or the refusal. */
export const answerOf = (done: Result<unknown>): Answer => (done.ok ? json(done.value) : problemAnswer(done.problem));

/** Receipts, their corrections by two people, and the series and books that give their numbers. */
export function receiptRoutes(deps: FeeReceiptsDeps): readonly Route[] {
  const book = (format: 'xlsx' | 'csv'): Route => defineRoute({
    method: 'GET', url: `/api/fee-receipts/book.${format}`, policy: readers, summary: `The book of receipts of a period as ${format.toUpperCase()}`, tag, kind: 'api',
    schema: { query: BookQuery },
    shows: { action: 'fee-receipts.exported' },
    handle: async ({ query, context }) => {
      const { communeCode } = staffOf(context.actor);
      const period = readPeriod(query, dateAt(context.now.getTime()));
      if (!period.ok) return problemAnswer(period.problem);
      const { from, to } = period.value;
      const { lines, sum } = await bookLines(deps.db, communeCode, period.value);
      const words = from === to ? `ngày ${from}` : `từ ${from} đến ${to}`;
      const file = format === 'xlsx' ? writeSheet(buildReceiptBook(lines, words, sum)) : writeCsv([[...BOOK_HEADS], ...lines.map((line) => bookCells(line).map(String))]);
      const answer = bytes(file, format === 'xlsx' ? XLSX : 'text/csv; charset=utf-8', { 'content-disposition': `attachment; filename="so-bien-lai-${from}-${to}.${format}"` });
      return answer.kind === 'bytes' ? { ...answer, seen: { object: communeOf(context), part: `receipts:${from}/${to}`, count: lines.length } } : answer;
    },
  });
  return [
    defineRoute({
      method: 'GET', url: '/api/fee-receipts', policy: readers, summary: 'Receipts of a period with their sums and the rate of cashless fees', tag, kind: 'api',
      schema: { query: ReceiptsQuery, response: ReceiptsResponse },
      shows: showsList('fee-receipts.listed', 'receipts', 'items', 'dossierId'),
      handle: async ({ query, context }) => answerOf(await receiptsView(deps, staffOf(context.actor), query, context.now)),
    }),
    book('xlsx'),
    book('csv'),
    defineRoute({
      method: 'GET', url: '/api/fee-receipts/:id', policy: readers, summary: 'One receipt with its lines and its history', tag, kind: 'api',
      schema: { params: ById, response: ReceiptResponse },
      shows: showsOne('fee-receipt.viewed', 'fee-receipt'),
      handle: async ({ params, context }) => answerOf(await receiptView(deps, staffOf(context.actor), params.id)),
    }),
    defineRoute({
      method: 'GET', url: '/api/fee-receipts/:id/receipt.pdf', policy: readers, summary: 'A receipt as it was given', tag, kind: 'api',
      schema: { params: ById },
      shows: showsOne('fee-receipt.viewed', 'fee-receipt', { part: 'pdf' }),
      handle: async ({ params, context }) => {
        const { communeCode } = staffOf(context.actor);
        const row = await findReceipt(deps.db, communeCode, params.id);
        if (row === undefined) return problemAnswer({ code: 'fee-receipts.not-found' });
        const successor = row.corrected_by === null ? undefined : await findReceipt(deps.db, communeCode, row.corrected_by);
        return bytes(await renderPdf(drawReceipt(row, successor, deps.publicUrl)), 'application/pdf', { 'content-disposition': `inline; filename="bien-lai-${String(row.number)}.pdf"` });
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/fee-receipts/:id/corrections', policy: askers, summary: 'Asks for the end or the correction of a receipt, with the reason', tag, kind: 'api',
      schema: { params: ById, body: AskRequest, response: ReceiptDone },
      handle: async ({ params, body, context }) => answerOf(await askCorrection(deps, params.id, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/fee-receipts/:id/decisions', policy: deciders, summary: 'A second person agrees to what was asked about a receipt, or declines it', tag, kind: 'api',
      schema: { params: ById, body: DecisionRequest, response: ReceiptDone },
      handle: async ({ params, body, context }) => answerOf(await decideCorrection(deps, params.id, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/receipt-series', policy: seriesReaders, summary: 'Series of electronic receipts and books on paper', tag, kind: 'api',
      schema: { response: SeriesResponse },
      handle: async ({ context }) => json(await seriesView(deps, staffOf(context.actor), context.now)),
    }),
    defineRoute({
      method: 'POST', url: '/api/receipt-series', policy: seriesKeepers, summary: 'Opens a series of electronic receipts or enters a book on paper', tag, kind: 'api',
      schema: { body: OpenSeriesRequest, response: SeriesDone },
      handle: async ({ body, context }) => answerOf(await changeSeries(deps, { act: 'open', asked: body }, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/receipt-series/:id/close', policy: seriesKeepers, summary: 'Closes a series or a book: it gives no number any more', tag, kind: 'api',
      schema: { params: ById, body: CloseSeriesRequest, response: SeriesDone },
      handle: async ({ params, body, context }) => answerOf(await changeSeries(deps, { act: 'close', id: params.id, asked: body }, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/receipt-series/:id/numbers', policy: seriesKeepers, summary: 'Says that the next numbers of a book were spoiled or lost', tag, kind: 'api',
      schema: { params: ById, body: NumberFateRequest, response: SeriesDone },
      handle: async ({ params, body, context }) => answerOf(await changeSeries(deps, { act: 'fate', id: params.id, asked: body }, staffOf(context.actor), context)),
    }),
  ];
}
