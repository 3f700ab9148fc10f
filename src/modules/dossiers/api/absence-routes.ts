import { onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { type Result } from '../../../kernel/result.ts';
import { type Answer, defineRoute, json, problemAnswer, type RequestContext, type Route } from '../../../platform/http/route.ts';
import { showsList } from '../../../platform/http/shows.ts';
import { AbsenceActRequest, AbsenceOfParams, AbsenceParams, AbsencePeopleResponse, AbsencePlanResponse, AbsenceRequest, AbsenceResponse, AbsencesResponse } from '../contract/absence-schemas.ts';
import { absencePeople, absencePlanView, absencesView, absenceView } from './absence-view.ts';
import { type DossiersDeps } from './deps.ts';
import { carryOut, giveList, takeListBack } from './give-list.ts';
import { answerOf } from './staff-route.ts';

const tag = 'dossiers';
const policy = onlyRoles('reception', 'specialist', 'unit-head', 'president', 'clerk');

/** Somebody is away: the whole list goes to others, and comes back. */
export function absenceRoutes(deps: DossiersDeps): readonly Route[] {
  const shown = async (done: Result<string>, context: RequestContext): Promise<Answer> =>
    done.ok ? answerOf(await absenceView(deps, done.value, staffOf(context.actor), context)) : problemAnswer(done.problem);
  return [
    defineRoute({
      method: 'GET', url: '/api/absences', policy, summary: 'Lists that were given while somebody is away', tag, kind: 'api',
      schema: { response: AbsencesResponse },
      handle: async ({ context }) => json(await absencesView(deps, staffOf(context.actor))),
    }),
    defineRoute({
      method: 'GET', url: '/api/absences/people', policy, summary: 'Whose list the reader may give', tag, kind: 'api',
      schema: { response: AbsencePeopleResponse },
      handle: async ({ context }) => json(await absencePeople(deps, staffOf(context.actor))),
    }),
    defineRoute({
      method: 'GET', url: '/api/absences/of/:staffId', policy, summary: 'What somebody’s list holds and who could have it', tag, kind: 'api',
      schema: { params: AbsenceOfParams, response: AbsencePlanResponse },
      handle: async ({ params, context }) => answerOf(await absencePlanView(deps, params.staffId, staffOf(context.actor), context.now)),
    }),
    defineRoute({
      method: 'POST', url: '/api/absences', policy, summary: 'Give all open dossiers of somebody who is away to others', tag, kind: 'api',
      schema: { body: AbsenceRequest, response: AbsenceResponse },
      shows: showsList('dossiers.listed', 'absence', 'dossiers', 'id'),
      handle: async ({ body, context }) => shown(await giveList(deps, body, staffOf(context.actor), context), context),
    }),
    defineRoute({
      method: 'GET', url: '/api/absences/:id', policy, summary: 'A list that was given, with what became of every dossier', tag, kind: 'api',
      schema: { params: AbsenceParams, response: AbsenceResponse },
      shows: showsList('dossiers.listed', 'absence', 'dossiers', 'id'),
      handle: async ({ params, context }) => answerOf(await absenceView(deps, params.id, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/absences/:id/continue', policy, summary: 'Go on with a list whose giving broke off', tag, kind: 'api',
      schema: { params: AbsenceParams, body: AbsenceActRequest, response: AbsenceResponse },
      shows: showsList('dossiers.listed', 'absence', 'dossiers', 'id'),
      handle: async ({ params, context }) => shown(await carryOut(deps, params.id, staffOf(context.actor), context), context),
    }),
    defineRoute({
      method: 'POST', url: '/api/absences/:id/end', policy, summary: 'Take a list back', tag, kind: 'api',
      schema: { params: AbsenceParams, body: AbsenceActRequest, response: AbsenceResponse },
      shows: showsList('dossiers.listed', 'absence', 'dossiers', 'id'),
      handle: async ({ params, body, context }) => shown(await takeListBack(deps, params.id, body.commandId, staffOf(context.actor), context), context),
    }),
  ];
}
