import { onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { type Result } from '../../../kernel/result.ts';
import { type Answer, bytes, defineRoute, json, problemAnswer, type Route, showing } from '../../../platform/http/route.ts';
import { showsList } from '../../../platform/http/shows.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { MoneyReason, PayableParams } from '../contract/payable-schemas.ts';
import { AskRefundRequest, DecideRefundRequest, PayRefundRequest, RefundDone, RefundParams, RefundSearch, RefundSearchResponse, RetryRefundRequest } from '../contract/refund-schemas.ts';
import { buildRefundVoucher } from '../papers/build-refund-voucher.ts';
import { type OnlineDeps } from './deps.ts';
import { TAKERS } from './may-take-cash.ts';
import { refundsView, refundVoucher } from './refund-views.ts';
import { askRefund, decideRefundRequest, payRefund, REFUND_DECIDERS, retryRefund, withdrawRefund } from './refunds.ts';

const tag = 'payments';
const readers = onlyRoles(...TAKERS, 'president');
const takers = onlyRoles(...TAKERS);
const cashiers = onlyRoles('cashier');

const answerOf = (done: Result<RefundDone>): Answer => (done.ok ? json(done.value) : problemAnswer(done.problem));

/** Money that goes back: asked for by one, approved by another, paid over the counter, by the bank or by the gateway that took it. */
export function refundRoutes(deps: OnlineDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'POST', url: '/api/refunds/search', policy: readers, summary: 'Refunds that are under way, or over; of one payable, where it is named', tag, kind: 'api',
      schema: { body: RefundSearch, response: RefundSearchResponse },
      shows: showsList('refunds.listed', 'payables', 'items', 'dossierId'),
      handle: async ({ body, context }) => json(await refundsView(deps, staffOf(context.actor), body, context.locale)),
    }),
    defineRoute({
      method: 'GET', url: '/api/refunds/:id/voucher.pdf', policy: readers, summary: 'The voucher of an approved refund, for the payee to sign, as PDF', tag, kind: 'api',
      schema: { params: RefundParams },
      shows: { action: 'payable.viewed' },
      handle: async ({ params, context }) => {
        const found = await refundVoucher(deps, staffOf(context.actor).communeCode, params.id, context.now);
        if (!found.ok) return problemAnswer(found.problem);
        const { voucher, payableId } = found.value;
        return showing(bytes(await renderPdf(buildRefundVoucher(voucher)), 'application/pdf', { 'content-disposition': 'inline; filename="phieu-tra-lai-tien.pdf"' }), { object: `payable:${payableId}`, part: 'refund-voucher' });
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/payables/:id/refunds', policy: takers, summary: 'Asks for a surplus to go back; somebody else approves it', tag, kind: 'api',
      schema: { params: PayableParams, body: AskRefundRequest, response: RefundDone },
      handle: async ({ params, body, context }) => answerOf(await askRefund(deps, params.id, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/refunds/:id/decision', policy: onlyRoles(...REFUND_DECIDERS), summary: 'Approves or declines a refund that somebody else asked for', tag, kind: 'api',
      schema: { params: RefundParams, body: DecideRefundRequest, response: RefundDone },
      handle: async ({ params, body, context }) => answerOf(await decideRefundRequest(deps, params.id, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/refunds/:id/paid', policy: cashiers, summary: 'An approved refund was paid in cash, or ordered at the bank', tag, kind: 'api',
      schema: { params: RefundParams, body: PayRefundRequest, response: RefundDone },
      handle: async ({ params, body, context }) => answerOf(await payRefund(deps, params.id, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/refunds/:id/retry', policy: cashiers, summary: 'Sends a refund that failed to its gateway again', tag, kind: 'api',
      schema: { params: RefundParams, body: RetryRefundRequest, response: RefundDone },
      handle: async ({ params, body, context }) => answerOf(await retryRefund(deps, params.id, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/refunds/:id/withdraw', policy: takers, summary: 'Takes a refund back that was not paid', tag, kind: 'api',
      schema: { params: RefundParams, body: MoneyReason, response: RefundDone },
      handle: async ({ params, body, context }) => answerOf(await withdrawRefund(deps, params.id, body, staffOf(context.actor), context)),
    }),
  ];
}
