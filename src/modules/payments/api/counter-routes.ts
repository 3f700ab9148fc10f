import { onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { type Result } from '../../../kernel/result.ts';
import { type Answer, defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { showsList, showsOne } from '../../../platform/http/shows.ts';
import { CashDone, CashRequest, MoneyDone, MoneyReason, PayableParams, PayableResponse, PayableSearch, PayableSearchResponse, StandingResponse } from '../contract/payable-schemas.ts';
import { giveUpPayable, reverseByHand, takeCash } from './change-money.ts';
import { type CounterDeps } from './deps.ts';
import { TAKERS } from './may-take-cash.ts';
import { payableView, searchPayables, standingView } from './payable-view.ts';

const tag = 'payments';
/** Whoever takes money, and who answers for the office. */
const readers = onlyRoles(...TAKERS, 'president');
const takers = onlyRoles(...TAKERS);
/** What was recorded wrongly or is owed back is for the cashier alone. */
const correctors = onlyRoles('cashier');

const answerOf = <T>(done: Result<T>): Answer => (done.ok ? json(done.value) : problemAnswer(done.problem));

/** The counter of the cashier: what is to be paid, its payment code, cash, and what goes back. */
export function counterRoutes(deps: CounterDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'POST', url: '/api/payables/search', policy: readers, summary: 'What is to be paid, owed back or was paid lately, narrowed down by what is typed', tag, kind: 'api',
      schema: { body: PayableSearch, response: PayableSearchResponse },
      shows: showsList('payables.listed', 'payables', 'items', 'dossierId'),
      handle: async ({ body, context }) => json(await searchPayables(deps, staffOf(context.actor).communeCode, body)),
    }),
    defineRoute({
      method: 'GET', url: '/api/payables/:id', policy: readers, summary: 'One payable with its payment code, its payments and its history', tag, kind: 'api',
      schema: { params: PayableParams, response: PayableResponse },
      shows: showsOne('payable.viewed', 'payable'),
      handle: async ({ params, context }) => {
        const view = await payableView(deps, staffOf(context.actor), params.id, context.now);
        return view === undefined ? problemAnswer({ code: 'payable.not-found' }) : json(view);
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/payables/:id/standing', policy: readers, summary: 'Whether a payable was paid meanwhile; nobody’s name is in it', tag, kind: 'api',
      schema: { params: PayableParams, response: StandingResponse },
      handle: async ({ params, context }) => {
        const view = await standingView(deps, staffOf(context.actor).communeCode, params.id);
        return view === undefined ? problemAnswer({ code: 'payable.not-found' }) : json(view);
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/payables/:id/cash', policy: takers, summary: 'Cash over the counter: what is missing is recorded, the rest is the change', tag, kind: 'api',
      schema: { params: PayableParams, body: CashRequest, response: CashDone },
      handle: async ({ params, body, context }) => answerOf(await takeCash(deps, params.id, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/payables/:id/give-up', policy: correctors, summary: 'Gives up a payable that was paid: its money goes back to the payer', tag, kind: 'api',
      schema: { params: PayableParams, body: MoneyReason, response: MoneyDone },
      handle: async ({ params, body, context }) => answerOf(await giveUpPayable(deps, params.id, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/payments/:id/reverse', policy: correctors, summary: 'Reverses a payment that was recorded wrongly, with the reason', tag, kind: 'api',
      schema: { params: PayableParams, body: MoneyReason, response: MoneyDone },
      handle: async ({ params, body, context }) => answerOf(await reverseByHand(deps, params.id, body, staffOf(context.actor), context)),
    }),
  ];
}
