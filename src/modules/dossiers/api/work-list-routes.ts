import { anyStaff, staffOf } from '../../../kernel/actor.ts';
import { defineRoute, json, type Route } from '../../../platform/http/route.ts';
import { showsList } from '../../../platform/http/shows.ts';
import { SearchRequest, SearchResponse, WorkListQuery, WorkListResponse } from '../contract/work-list-schemas.ts';
import { FilterChoicesResponse } from '../contract/work-filter-schemas.ts';
import { listProcedureChoices } from '../store/filter-choices.ts';
import { type DossiersDeps } from './deps.ts';
import { searchView, workListView } from './work-list-view.ts';

const tag = 'dossiers';

/** The lists of work and the search in them. */
export function workListRoutes(deps: DossiersDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/dossiers', policy: anyStaff, summary: 'A work list with the counts of all lists', tag, kind: 'api',
      schema: { query: WorkListQuery, response: WorkListResponse },
      shows: showsList('dossiers.listed', 'work', 'items', 'id'),
      handle: async ({ query, context }) => json(await workListView(deps, staffOf(context.actor), query, context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/dossiers/choices', policy: anyStaff, summary: 'What the lists can be narrowed down to', tag, kind: 'api',
      schema: { response: FilterChoicesResponse },
      handle: async ({ context }) => {
        const { communeCode } = staffOf(context.actor);
        const [procedures, units, officers] = await Promise.all([listProcedureChoices(deps.db, communeCode), deps.unitsOf(communeCode), deps.colleaguesOf(communeCode)]);
        return json({ procedures, units, officers: officers.map(({ staffId, fullName }) => ({ id: staffId, fullName })) });
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/dossiers/search', policy: anyStaff, summary: 'Find dossiers by name, code, end of a number, procedure or date', tag, kind: 'api',
      schema: { body: SearchRequest, response: SearchResponse },
      shows: showsList('dossiers.searched', 'search', 'items', 'id'),
      handle: async ({ body, context }) => json(await searchView(deps, staffOf(context.actor), body, context)),
    }),
  ];
}
