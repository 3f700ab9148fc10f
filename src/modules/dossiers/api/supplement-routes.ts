import { anyStaff, onlyRoles, type Role, staffOf } from '../../../kernel/actor.ts';
import { defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { showsOne } from '../../../platform/http/shows.ts';
import { NoteRequest, ReasonRequest } from '../contract/action-schemas.ts';
import { DossierParams } from '../contract/dossier-schemas.ts';
import { PaymentConfirmation, PaymentRequest, RequestsResponse, SupplementAcceptance, SupplementAnswerRequest, SupplementPlanResponse, SupplementRequest } from '../contract/supplement-schemas.ts';
import { findDossierPage } from '../store/dossier-page.ts';
import { actionRoute } from './action-route.ts';
import { acceptSupplement, answerAtCounter } from './answer-supplement.ts';
import { type DossiersDeps } from './deps.ts';
import { cancelPayment, confirmPayment, requestPayment } from './request-payment.ts';
import { approveSupplement, cancelSupplement, declineSupplement, requestSupplement } from './request-supplement.ts';
import { requestsView } from './requests-view.ts';
import { supplementPlanView } from './supplement-plan-view.ts';

const tag = 'dossiers';
const ASKERS = ['reception', 'specialist'] as const satisfies readonly Role[];
const LEADERS = ['unit-head', 'president'] as const satisfies readonly Role[];
const ASKERS_AND_LEADERS = [...ASKERS, ...LEADERS] as const;

/** What the office asks of the citizen, for papers and for money. Who may is decided again with the dossier at hand, by the transition table. */
export function supplementRoutes(deps: DossiersDeps): readonly Route[] {
  return [
    actionRoute('supplement', ASKERS, 'Ask the citizen for everything that is missing or wrong, in one request', SupplementRequest, (id, body, actor, context) => requestSupplement(deps, id, body, actor, context)),
    actionRoute('supplement/approve', LEADERS, 'Let a further request go out', NoteRequest, (id, body, actor, context) => approveSupplement(deps, id, body, actor, context), 'sign'),
    actionRoute('supplement/decline', LEADERS, 'Keep a further request from going out, with the reason', ReasonRequest, (id, body, actor, context) => declineSupplement(deps, id, body, actor, context)),
    actionRoute('supplement/cancel', ASKERS_AND_LEADERS, 'Take a request back, with the reason', ReasonRequest, (id, body, actor, context) => cancelSupplement(deps, id, body, actor, context)),
    actionRoute('supplement/answer', ['reception'], 'Enter an answer that was brought to the counter or came by post', SupplementAnswerRequest, (id, body, actor, context) => answerAtCounter(deps, id, body, actor, context)),
    actionRoute('supplement/accept', ASKERS, 'Take the answer over after looking at it', SupplementAcceptance, (id, body, actor, context) => acceptSupplement(deps, id, body, actor, context)),
    actionRoute('payment', ASKERS, 'Ask the citizen to pay during the work', PaymentRequest, (id, body, actor, context) => requestPayment(deps, id, body, actor, context)),
    actionRoute('payment/confirm', ['reception', 'cashier'], 'Record that it was paid, with its receipt', PaymentConfirmation, (id, body, actor, context) => confirmPayment(deps, id, body, actor, context)),
    actionRoute('payment/cancel', ASKERS_AND_LEADERS, 'Take a payment request back, with the reason', ReasonRequest, (id, body, actor, context) => cancelPayment(deps, id, body, actor, context)),
    defineRoute({
      method: 'GET', url: '/api/dossiers/:id/supplement-plan', policy: onlyRoles(...ASKERS), summary: 'What the form of a request for supplements needs', tag, kind: 'api',
      schema: { params: DossierParams, response: SupplementPlanResponse },
      shows: showsOne('dossier.viewed', 'dossier', { part: 'supplement-plan' }),
      handle: async ({ params, context }) => {
        const page = await findDossierPage(deps.db, staffOf(context.actor).communeCode, params.id);
        return page === undefined ? problemAnswer({ code: 'dossier.not-found' }) : json(await supplementPlanView(deps, page, context));
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/dossiers/:id/requests', policy: anyStaff, summary: 'What was asked of the citizen: papers and money', tag, kind: 'api',
      schema: { params: DossierParams, response: RequestsResponse },
      shows: showsOne('dossier.viewed', 'dossier', { part: 'requests' }),
      handle: async ({ params, context }) => {
        const page = await findDossierPage(deps.db, staffOf(context.actor).communeCode, params.id);
        return page === undefined ? problemAnswer({ code: 'dossier.not-found' }) : json(await requestsView(deps, page, context));
      },
    }),
  ];
}
