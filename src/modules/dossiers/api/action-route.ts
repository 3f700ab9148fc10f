import { type TObject, type TSchema } from 'typebox';
import { onlyRoles, type Role, type StaffActor, staffOf, withRight } from '../../../kernel/actor.ts';
import { type Right } from '../../../kernel/assurance.ts';
import { type Result } from '../../../kernel/result.ts';
import { defineRoute, type RequestContext, type Route, type RouteInput } from '../../../platform/http/route.ts';
import { TransitionResponse } from '../contract/action-schemas.ts';
import { DossierParams } from '../contract/dossier-schemas.ts';
import { answerOf } from './staff-route.ts';

type Act<Body> = (id: string, body: Body, actor: StaffActor, context: RequestContext) => Promise<Result<TransitionResponse>>;

/** POST /api/dossiers/:id/<action>: one route for every action, all alike but for who, what is sent and what is done; `right` where a leader's word counts as a signature. */
export function actionRoute<Schema extends TObject>(name: string, roles: readonly Role[], summary: string, body: Schema, act: Act<RouteInput<{ readonly body: Schema }>['body']>, right?: Right): Route {
  const policy = onlyRoles(...roles);
  const schema = { params: DossierParams, body, response: TransitionResponse as TSchema };
  return defineRoute({
    method: 'POST', url: `/api/dossiers/:id/${name}`, policy: right === undefined ? policy : withRight(policy, right), summary, tag: 'dossiers', kind: 'api', schema,
    handle: async (input) => answerOf(await act(input.params.id, input.body, staffOf(input.context.actor), input.context)),
  });
}
