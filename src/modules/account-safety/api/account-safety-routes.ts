import { onlyRoles, staffOf, withRight } from '../../../kernel/actor.ts';
import { type Result } from '../../../kernel/result.ts';
import { type Answer, defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { ownSessionId, signedIn } from '../../identity/index.ts';
import {
  AccessView, EndSessionsBody, FactorRemovedView, OwnRecoveryView, PersonParams, RecoveryActBody, RecoveryApprovedView, RecoveryCancelledView, RecoveryParams, RecoveryStartedView,
  RemoveFactorBody, SessionsEndedView, StartRecoveryBody,
} from '../contract/access.ts';
import { showAccess, showOpenRecovery } from './access-view.ts';
import { approve } from './approve-recovery.ts';
import { cancelOwnRecovery, cancelRecovery } from './cancel-recovery.ts';
import { type AccountSafetyDeps } from './deps.ts';
import { endSessions, removeFactor } from './end-access.ts';
import { recoverPageRoutes } from './recover-page-routes.ts';
import { startRecovery } from './start-recovery.ts';

const tag = 'account-safety';
const administrator = onlyRoles('administrator');
/** Acts on somebody else's account want a fresh proof of who acts. */
const recoverer = withRight(administrator, 'recover-account');

/** Sessions, factors and recoveries of colleagues for the administrator, the recovery of one's own account, and the page where its code is entered. */
export function accountSafetyRoutes(deps: AccountSafetyDeps): readonly Route[] {
  const { db } = deps;
  return [
    defineRoute({
      method: 'GET', url: '/api/staff/:id/access', policy: administrator, summary: 'Phiên, lớp bảo vệ và việc khôi phục của một người / Sessions, second factors and recovery of a person', tag, kind: 'api',
      schema: { params: PersonParams, response: AccessView },
      handle: async ({ params, context }) => {
        const access = await showAccess(db, staffOf(context.actor), params.id, await ownSessionId(db, context.cookies), context.now);
        return access === undefined ? problemAnswer({ code: 'identity.staff-unknown' }) : json(access);
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/staff/:id/sessions/end', policy: recoverer, summary: 'Kết thúc phiên của một người / End sessions of a person', tag, kind: 'api',
      schema: { params: PersonParams, body: EndSessionsBody, response: SessionsEndedView },
      handle: async ({ params, body, context }) => shown(await endSessions(deps, staffOf(context.actor), params.id, body, context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/staff/:id/factors/remove', policy: recoverer, summary: 'Bỏ một lớp bảo vệ của một người / Remove a second factor of a person', tag, kind: 'api',
      schema: { params: PersonParams, body: RemoveFactorBody, response: FactorRemovedView },
      handle: async ({ params, body, context }) => shown(await removeFactor(deps, staffOf(context.actor), params.id, body, context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/staff/:id/recovery', policy: recoverer, summary: 'Mở yêu cầu khôi phục tài khoản / Start the recovery of an account', tag, kind: 'api',
      schema: { params: PersonParams, body: StartRecoveryBody, response: RecoveryStartedView },
      handle: async ({ params, body, context }) => shown(await startRecovery(deps, staffOf(context.actor), params.id, body, context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/recoveries/:id/approve', policy: recoverer, summary: 'Duyệt khôi phục và hiện mã một lần / Approve a recovery and show its code once', tag, kind: 'api',
      schema: { params: RecoveryParams, body: RecoveryActBody, response: RecoveryApprovedView },
      handle: async ({ params, body, context }) => shown(await approve(deps, staffOf(context.actor), params.id, body.commandId, context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/recoveries/:id/cancel', policy: administrator, summary: 'Hủy khôi phục / Cancel a recovery', tag, kind: 'api',
      schema: { params: RecoveryParams, body: RecoveryActBody, response: RecoveryCancelledView },
      handle: async ({ params, body, context }) => shown(await cancelRecovery(deps, staffOf(context.actor), params.id, body.commandId, context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/own-recovery', policy: signedIn, summary: 'Việc khôi phục tài khoản của tôi / The recovery of my account', tag, kind: 'api',
      schema: { response: OwnRecoveryView },
      handle: async ({ context }) => {
        const { communeCode, staffId } = staffOf(context.actor);
        return json({ recovery: await showOpenRecovery(db, communeCode, staffId, context.now) });
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/own-recovery/cancel', policy: signedIn, summary: 'Hủy khôi phục tài khoản của tôi / Cancel the recovery of my account', tag, kind: 'api',
      schema: { body: RecoveryActBody, response: RecoveryCancelledView },
      handle: async ({ body, context }) => shown(await cancelOwnRecovery(deps, staffOf(context.actor), body.commandId, context)),
    }),
    ...recoverPageRoutes(deps),
  ];
}

function shown<T>(outcome: Result<T>): Answer {
  return outcome.ok ? json(outcome.value) : problemAnswer(outcome.problem);
}
