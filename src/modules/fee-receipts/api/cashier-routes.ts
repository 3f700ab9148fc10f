import { onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { bytes, defineRoute, json, problemAnswer, type Route, showing } from '../../../platform/http/route.ts';
import { communeOf, showsOne } from '../../../platform/http/shows.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { CloseDayRequest, DayDone, DayResponse, DaysQuery, DaysResponse, HandOverDayRequest, OpenDayRequest, ReceiveDayRequest, RemittanceDone, RemittanceRequest, RemittancesResponse, SheetQuery } from '../contract/cashier-schemas.ts';
import { ById } from '../contract/receipt-schemas.ts';
import { readPeriod } from '../domain/period.ts';
import { yearOf } from '../domain/receipt-rules.ts';
import { numberWords } from '../domain/receipt-symbol.ts';
import { type ReceiptView } from '../domain/receipt-view.ts';
import { buildTakingsSheet } from '../papers/build-takings-sheet.ts';
import { listBook } from '../store/receipts.ts';
import { listSeries } from '../store/series.ts';
import { chargeWords } from './book-lines.ts';
import { dayView, daysView, remittancesView } from './cashier-views.ts';
import { changeDay } from './change-day.ts';
import { type FeeReceiptsDeps } from './deps.ts';
import { answerOf } from './receipt-routes.ts';
import { remitCash } from './remit-cash.ts';

const tag = 'fee-receipts';
const collectors = onlyRoles('cashier', 'reception');
const readers = onlyRoles('cashier', 'reception', 'unit-head', 'president', 'administrator');
const receivers = onlyRoles('cashier', 'unit-head', 'president');
const remittanceReaders = onlyRoles('cashier', 'unit-head', 'president', 'administrator');

const MOST_ROWS = 5_000;

/** What cashier’s days and remittances need besides. */
export interface CashierRouteDeps extends FeeReceiptsDeps {
  /** The account of the commune in words; null: none is known. */
  readonly accountOf: (communeCode: string) => Promise<string | null>;
}

/** The days of cashiers: float, takings, count, hand-over; and what went to the treasury. */
export function cashierRoutes(deps: CashierRouteDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/cashier-days', policy: readers, summary: 'Days of cashiers of a period, the own one, and those that wait to be received', tag, kind: 'api',
      schema: { query: DaysQuery, response: DaysResponse },
      handle: async ({ query, context }) => answerOf(await daysView(deps, staffOf(context.actor), query, context.now)),
    }),
    defineRoute({
      method: 'GET', url: '/api/cashier-days/sheet.pdf', policy: readers, summary: 'The sheet of takings (Bảng kê thu) of a day or a period', tag, kind: 'api',
      schema: { query: SheetQuery },
      shows: { action: 'fee-receipts.exported' },
      handle: async ({ query, context }) => {
        const actor = staffOf(context.actor);
        const { communeCode } = actor;
        const today = dateAt(context.now.getTime());
        const period = readPeriod({ from: query.from ?? today, to: query.to ?? query.from ?? today }, today);
        if (!period.ok) return problemAnswer(period.problem);
        const { from, to } = period.value;
        const [rows, series, office, colleagues] = await Promise.all([
          listBook(deps.db, { communeCode, from, to, method: null, state: null, collectorId: query.cashier ?? null }, MOST_ROWS), listSeries(deps.db, communeCode, yearOf(today)), deps.officeOf(communeCode), deps.colleaguesOf(communeCode),
        ]);
        const sheet = buildTakingsSheet({
          bodyName: series[0]?.body_name ?? `Ủy ban nhân dân ${office.kind} ${office.name}`, taxCode: series[0]?.tax_code ?? null, centreName: office.centreName, place: office.name, from, to,
          cashier: query.cashier === undefined ? null : (colleagues.find(({ staffId }) => staffId === query.cashier)?.fullName ?? rows[0]?.issued_by_name ?? '…'),
          printedAt: context.now.getTime(), madeBy: actor.fullName,
          rows: rows.map((row) => ({
            symbol: row.symbol, number: numberWords(row.number, (row.view as ReceiptView).digits), day: row.issued_on, payer: row.payer_name, what: chargeWords(row), collector: row.issued_by_name, method: row.method, amount: row.amount, ended: row.ended_at !== null,
          })),
        });
        const answer = bytes(await renderPdf(sheet), 'application/pdf', { 'content-disposition': `inline; filename="bang-ke-thu-${from}-${to}.pdf"` });
        return showing(answer, { object: communeOf(context), part: `takings:${from}/${to}`, count: rows.length });
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/cashier-days/:id', policy: readers, summary: 'One day of a cashier with everything that went into and out of its drawer', tag, kind: 'api',
      schema: { params: ById, response: DayResponse },
      shows: showsOne('cashier-day.viewed', 'cashier-day'),
      handle: async ({ params, context }) => answerOf(await dayView(deps, staffOf(context.actor), params.id)),
    }),
    defineRoute({
      method: 'POST', url: '/api/cashier-days', policy: collectors, summary: 'Opens the own day with a float counted by notes', tag, kind: 'api',
      schema: { body: OpenDayRequest, response: DayDone },
      handle: async ({ body, context }) => answerOf(await changeDay(deps, { act: 'open', asked: body }, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/cashier-days/:id/close', policy: collectors, summary: 'Closes the own day by a count of notes', tag, kind: 'api',
      schema: { params: ById, body: CloseDayRequest, response: DayDone },
      handle: async ({ params, body, context }) => answerOf(await changeDay(deps, { act: 'close', id: params.id, asked: body }, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/cashier-days/:id/hand-over', policy: collectors, summary: 'Hands the money of a closed day to a second person', tag, kind: 'api',
      schema: { params: ById, body: HandOverDayRequest, response: DayDone },
      handle: async ({ params, body, context }) => answerOf(await changeDay(deps, { act: 'hand-over', id: params.id, asked: body }, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/cashier-days/:id/receive', policy: receivers, summary: 'Confirms that the money of a day was received, or turns it back', tag, kind: 'api',
      schema: { params: ById, body: ReceiveDayRequest, response: DayDone },
      handle: async ({ params, body, context }) => answerOf(await changeDay(deps, { act: 'receive', id: params.id, asked: body }, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/remittances', policy: remittanceReaders, summary: 'Cash that is still here with its last day, and what went to the treasury or the bank', tag, kind: 'api',
      schema: { response: RemittancesResponse },
      handle: async ({ context }) => {
        const actor = staffOf(context.actor);
        return json(await remittancesView(deps, actor, context.now, await deps.accountOf(actor.communeCode)));
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/remittances', policy: receivers, summary: 'Notes that the cash of some days went to the treasury or the bank', tag, kind: 'api',
      schema: { body: RemittanceRequest, response: RemittanceDone },
      handle: async ({ body, context }) => answerOf(await remitCash(deps, body, staffOf(context.actor), context)),
    }),
  ];
}
