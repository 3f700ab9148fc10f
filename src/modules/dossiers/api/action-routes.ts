import { onlyRoles, type Role, staffOf } from '../../../kernel/actor.ts';
import { defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import {
  AssignRequest, DeliveryReportRequest, DispatchRequest, HandOverRequest, NoteRequest, PlainRequest, ReasonRequest, SealRequest, StepRequest, StopRequest, UnitMoveRequest, WithdrawalRequest,
} from '../contract/action-schemas.ts';
import { AgencyAnswerRequest, AgencyQuestionRequest, AgencyReceiptRequest } from '../contract/agency-schemas.ts';
import { AssigneesResponse, DossierParams } from '../contract/dossier-schemas.ts';
import { findDossierPage } from '../store/dossier-page.ts';
import { callOffAgency, noteAgencyAnswer, noteAgencyReceipt, sendToAgency } from './agency-request.ts';
import { actionRoute as action } from './action-route.ts';
import { assignDossier, claimDossier, releaseDossier } from './assign-dossier.ts';
import { assigneesView } from './assignees-view.ts';
import { staffChange } from './change-dossier.ts';
import { dispatchResult, handOver, reportDelivery } from './deliver-dossier.ts';
import { type DossiersDeps } from './deps.ts';
import { acceptWithdrawal, declineWithdrawal, rejectDeclared, requestWithdrawal, stopDossier } from './end-dossier.ts';
import { moveDossier, reopenDossier, sealDossier } from './move-dossier.ts';
import { callBackDossier, moveToUnit, takeOverDossier, turnBackDossier } from './unit-handover.ts';

const tag = 'dossiers';
const STEP_HOLDERS = ['reception', 'specialist', 'unit-head', 'president', 'clerk'] as const satisfies readonly Role[];
const LEADERS = ['unit-head', 'president'] as const satisfies readonly Role[];

/** What staff do to a dossier. Who may is decided again with the dossier at hand, by the transition table. */
export function actionRoutes(deps: DossiersDeps): readonly Route[] {
  return [
    action('actions', STEP_HOLDERS, 'Move a dossier along the five steps', StepRequest, (id, body, actor, context) => moveDossier(deps, id, body, actor, context)),
    action('seal', ['clerk'], 'Number and seal the result, with its electronic form', SealRequest, (id, body, actor, context) => sealDossier(deps, id, body, actor, context)),
    action('hand-over', ['reception'], 'Hand the result over at the counter', HandOverRequest, (id, body, actor, context) => handOver(deps, id, body, actor, context)),
    action('dispatch', ['reception'], 'Send the result on its way', DispatchRequest, (id, body, actor, context) => dispatchResult(deps, id, body, actor, context)),
    action('delivery', ['reception', 'team-member'], 'Say what happened to a result on its way', DeliveryReportRequest, (id, body, actor, context) => reportDelivery(deps, id, body, actor, context)),
    action('reject', ['reception'], 'Refuse a declaration, with its reason', ReasonRequest, (id, body, actor, context) => rejectDeclared(deps, id, body, actor, context)),
    action('reopen', LEADERS, 'Take a decided dossier back, with the reason', ReasonRequest, (id, body, actor, context) => reopenDossier(deps, id, body, actor, context), 'sign'),
    action('stop', STEP_HOLDERS, 'Stop the work before a decision, with the reason', StopRequest, (id, body, actor, context) => stopDossier(deps, id, body, actor, context)),
    action('withdrawal', ['reception'], 'The citizen asks at the counter to stop', WithdrawalRequest, (id, body, actor, context) =>
      requestWithdrawal(deps, staffChange('request-withdrawal', id, body, actor, context), body, actor)),
    action('withdrawal/accept', STEP_HOLDERS, 'Accept the withdrawal', NoteRequest, (id, body, actor, context) => acceptWithdrawal(deps, id, body, actor, context)),
    action('withdrawal/decline', STEP_HOLDERS, 'Decline the withdrawal, with the reason', ReasonRequest, (id, body, actor, context) => declineWithdrawal(deps, id, body, actor, context)),
    action('claim', STEP_HOLDERS, 'Take the step on for oneself', PlainRequest, (id, body, actor, context) => claimDossier(deps, id, body, actor, context)),
    action('release', STEP_HOLDERS, 'Give the step back', PlainRequest, (id, body, actor, context) => releaseDossier(deps, id, body, actor, context)),
    action('assign', LEADERS, 'Give the step to one officer', AssignRequest, (id, body, actor, context) => assignDossier(deps, id, body, actor, context)),
    action('unit', STEP_HOLDERS, 'Move a dossier to another unit', UnitMoveRequest, (id, body, actor, context) => moveToUnit(deps, id, body, actor, context)),
    action('unit/take-over', STEP_HOLDERS, 'Take over what another unit handed to this one', PlainRequest, (id, body, actor, context) => takeOverDossier(deps, id, body, actor, context)),
    action('unit/turn-back', STEP_HOLDERS, 'Turn a hand-over back, with the reason', ReasonRequest, (id, body, actor, context) => turnBackDossier(deps, id, body, actor, context)),
    action('unit/call-back', STEP_HOLDERS, 'Call a hand-over back before it was taken over', PlainRequest, (id, body, actor, context) => callBackDossier(deps, id, body, actor, context)),
    action('agency', STEP_HOLDERS, 'Note that it went to an agency of the province', AgencyQuestionRequest, (id, body, actor, context) => sendToAgency(deps, id, body, actor, context)),
    action('agency/receipt', STEP_HOLDERS, 'Note that the agency has it', AgencyReceiptRequest, (id, body, actor, context) => noteAgencyReceipt(deps, id, body, actor, context)),
    action('agency/answer', STEP_HOLDERS, 'Note what the agency answered', AgencyAnswerRequest, (id, body, actor, context) => noteAgencyAnswer(deps, id, body, actor, context)),
    action('agency/call-off', STEP_HOLDERS, 'Stop waiting for the agency, with the reason', ReasonRequest, (id, body, actor, context) => callOffAgency(deps, id, body, actor, context)),
    defineRoute({
      method: 'GET', url: '/api/dossiers/:id/assignees', policy: onlyRoles(...STEP_HOLDERS), summary: 'Who could take a dossier on, and the units it could go to', tag, kind: 'api',
      schema: { params: DossierParams, response: AssigneesResponse },
      handle: async ({ params, context }) => {
        const actor = staffOf(context.actor);
        const page = await findDossierPage(deps.db, actor.communeCode, params.id);
        return page === undefined ? problemAnswer({ code: 'dossier.not-found' }) : json(await assigneesView(deps, page.dossier));
      },
    }),
  ];
}
