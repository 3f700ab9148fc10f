import { anyStaff, onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import {
  CatalogueReportAnswer,
  CompleteTimeLimitAnswer,
  CompleteTimeLimitBody,
  ProcedureAnswer,
  ProcedureListAnswer,
  ProcedureListQuery,
  ProcedureParams,
  SuggestAnswer,
  SuggestQuery,
} from '../contract/procedure-schemas.ts';
import { completeTimeLimit } from './complete-time-limit.ts';
import { type ProceduresDeps } from './deps.ts';
import { listView, reportView, staffView, suggestedView } from './procedure-view.ts';

const tag = 'procedures';
const administrator = onlyRoles('administrator');

/** The catalogue for staff: suggestions at the counter, one procedure, and what the administrator must complete or mend. */
export function staffProcedureRoutes(deps: Pick<ProceduresDeps, 'db' | 'catalogue'>): readonly Route[] {
  const { catalogue } = deps;
  return [
    defineRoute({
      method: 'GET', url: '/api/procedures/suggest', policy: anyStaff, summary: 'Procedures that a few letters may mean', tag, kind: 'api',
      schema: { query: SuggestQuery, response: SuggestAnswer },
      handle: ({ query, context }) => {
        const found = catalogue.suggest(staffOf(context.actor).communeCode, query.q, dateAt(context.now.getTime()));
        return json({ items: found.map((procedure) => suggestedView(procedure, context.locale)) });
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/procedures/report', policy: administrator, summary: 'What the folder of packs is made of, and what is wrong with it',
      tag, kind: 'api', perMinute: 20,
      schema: { response: CatalogueReportAnswer },
      handle: async ({ context }) => {
        const { communeCode } = staffOf(context.actor);
        const day = dateAt(context.now.getTime());
        const isCompleted = (code: string): boolean => catalogue.findForStaff(communeCode, code, day)?.completion != null;
        return json(reportView(await catalogue.report(day), isCompleted, context.locale));
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/procedures/:code', policy: anyStaff, summary: 'One procedure in force, with its papers and steps', tag, kind: 'api',
      schema: { params: ProcedureParams, response: ProcedureAnswer },
      handle: ({ params, context }) => {
        const found = catalogue.findForStaff(staffOf(context.actor).communeCode, params.code, dateAt(context.now.getTime()));
        return found === undefined ? problemAnswer({ code: 'procedure.not-found' }) : json(staffView(found, context.locale));
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/procedures', policy: administrator, summary: 'Procedures without a published time limit', tag, kind: 'api',
      schema: { query: ProcedureListQuery, response: ProcedureListAnswer },
      handle: ({ query, context }) => json(listView(catalogue.inForce(staffOf(context.actor).communeCode, dateAt(context.now.getTime())), query.state, context.locale)),
    }),
    defineRoute({
      method: 'PUT', url: '/api/procedures/:code/time-limit', policy: administrator, summary: 'Fill in the time limit that the published record lacks',
      tag, kind: 'api',
      schema: { params: ProcedureParams, body: CompleteTimeLimitBody, response: CompleteTimeLimitAnswer },
      handle: async ({ params, body, context }) => {
        const done = await completeTimeLimit(deps, params.code, body, staffOf(context.actor), context);
        return done.ok ? json(done.value) : problemAnswer(done.problem);
      },
    }),
  ];
}
