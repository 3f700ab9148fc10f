import { staffOf } from '../../../kernel/actor.ts';
import { defineRoute, json, type Route } from '../../../platform/http/route.ts';
import { showsList } from '../../../platform/http/shows.ts';
import { DecisionRequest, DoneResponse, MessageListResponse, MessageParams, MismatchListResponse, OpenQuery, ResendAllResponse, RunRequest } from '../contract/exchange-schemas.ts';
import { enterByHand, resendAll, resendMessage } from './change-message.ts';
import { decideAbout } from './decide-about.ts';
import { type ExchangeDeps } from './deps.ts';
import { messageView, mismatchView } from './reconcile-view.ts';
import { answerOf, exchangers } from './staff-route.ts';

const tag = 'exchange';

/** What differs from other systems, and what they are still to be told. */
export function reconcileRoutes(deps: ExchangeDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/exchange/mismatches', policy: exchangers, summary: 'Differences between other systems and ours', tag, kind: 'api',
      schema: { query: OpenQuery, response: MismatchListResponse },
      shows: showsList('dossiers.listed', 'mismatches', 'items', 'dossierId'),
      handle: async ({ query, context }) => json(await mismatchView(deps, staffOf(context.actor).communeCode, query.closed === undefined, context.now, context.locale)),
    }),
    defineRoute({
      method: 'POST', url: '/api/exchange/mismatches/:id/decision', policy: exchangers, summary: 'Decide about a difference', tag, kind: 'api',
      schema: { params: MessageParams, body: DecisionRequest, response: DoneResponse },
      handle: async ({ params, body, context }) => answerOf(await decideAbout(deps, params.id, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/exchange/messages', policy: exchangers, summary: 'States that other systems are to be told', tag, kind: 'api',
      schema: { query: OpenQuery, response: MessageListResponse },
      shows: showsList('dossiers.listed', 'messages', 'items', 'dossierId'),
      handle: async ({ query, context }) => json(await messageView(deps, staffOf(context.actor).communeCode, query.closed === undefined, context.locale)),
    }),
    defineRoute({
      method: 'POST', url: '/api/exchange/messages/resend', policy: exchangers, summary: 'Send everything again that is not there yet', tag, kind: 'api',
      schema: { body: RunRequest, response: ResendAllResponse },
      handle: async ({ body, context }) => answerOf(await resendAll(deps, body.commandId, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/exchange/messages/:id/resend', policy: exchangers, summary: 'Send one message again', tag, kind: 'api',
      schema: { params: MessageParams, body: RunRequest, response: DoneResponse },
      handle: async ({ params, body, context }) => answerOf(await resendMessage(deps, params.id, body.commandId, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/exchange/messages/:id/by-hand', policy: exchangers, summary: 'Say that a state was entered there by hand', tag, kind: 'api',
      schema: { params: MessageParams, body: RunRequest, response: DoneResponse },
      handle: async ({ params, body, context }) => answerOf(await enterByHand(deps, params.id, body.commandId, staffOf(context.actor), context)),
    }),
  ];
}
