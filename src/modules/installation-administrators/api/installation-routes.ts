import { onlyRoles, staffOf, withRight } from '../../../kernel/actor.ts';
import { type Result } from '../../../kernel/result.ts';
import { type Answer, defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { ActBody, InstallationView, NamingDone, NamingParams, ProposeBody } from '../contract/installation-schemas.ts';
import { type InstallationDeps } from './deps.ts';
import { installationView } from './installation-view.ts';
import { actOnNaming, proposeAdministrator } from './name-administrators.ts';

const tag = 'installation-administrators';
const administrator = onlyRoles('administrator');
/** Whatever gives or takes the word for all communes wants a fresh proof of who acts. */
const namer = withRight(administrator, 'recover-account');

const answerOf = (done: Result<unknown>): Answer => (done.ok ? json(done.value) : problemAnswer(done.problem));

/** Who speaks for an installation of several communes: seen by every administrator, named and ended by two who do. */
export function installationRoutes(deps: InstallationDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/installation-administrators', policy: administrator, summary: 'Ai là quản trị toàn hệ thống / Who speaks for the whole installation', tag, kind: 'api',
      schema: { response: InstallationView },
      handle: async ({ context }) => json(await installationView(deps, staffOf(context.actor), context.now)),
    }),
    defineRoute({
      method: 'POST', url: '/api/installation-administrators', policy: namer, summary: 'Đề nghị cử quản trị toàn hệ thống / Propose an installation administrator', tag, kind: 'api',
      schema: { body: ProposeBody, response: NamingDone },
      handle: async ({ body, context }) => answerOf(await proposeAdministrator(deps, staffOf(context.actor), body, context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/installation-administrators/:id/acts', policy: namer, summary: 'Đồng ý, từ chối, kết thúc / Agree, decline, end', tag, kind: 'api',
      schema: { params: NamingParams, body: ActBody, response: NamingDone },
      handle: async ({ params, body, context }) => answerOf(await actOnNaming(deps, staffOf(context.actor), params.id, body, context)),
    }),
  ];
}
