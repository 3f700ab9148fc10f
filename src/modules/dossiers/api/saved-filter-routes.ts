import { anyStaff, staffOf } from '../../../kernel/actor.ts';
import { defineRoute, json, type Route } from '../../../platform/http/route.ts';
import { RemoveFilterRequest, RenameFilterRequest, SavedFilterParams, SavedFilterResponse, SavedFiltersResponse, SaveFilterRequest } from '../contract/saved-filter-schemas.ts';
import { type DossiersDeps } from './deps.ts';
import { removeFilter, renameFilter, savedFiltersView, saveFilter } from './saved-filters.ts';
import { answerOf } from './staff-route.ts';

const tag = 'dossiers';

/** Filters that somebody named, beside the lists. */
export function savedFilterRoutes(deps: DossiersDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/saved-filters', policy: anyStaff, summary: 'The saved filters of the reader and of the reader’s units, with their counts', tag, kind: 'api',
      schema: { response: SavedFiltersResponse },
      handle: async ({ context }) => json(await savedFiltersView(deps, staffOf(context.actor), context.now)),
    }),
    defineRoute({
      method: 'POST', url: '/api/saved-filters', policy: anyStaff, summary: 'Keep the present filter of a list under a name', tag, kind: 'api',
      schema: { body: SaveFilterRequest, response: SavedFilterResponse },
      handle: async ({ body, context }) => answerOf(await saveFilter(deps, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/saved-filters/:id/rename', policy: anyStaff, summary: 'Give a saved filter another name', tag, kind: 'api',
      schema: { params: SavedFilterParams, body: RenameFilterRequest, response: SavedFilterResponse },
      handle: async ({ params, body, context }) => answerOf(await renameFilter(deps, params.id, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/saved-filters/:id/remove', policy: anyStaff, summary: 'Remove a saved filter', tag, kind: 'api',
      schema: { params: SavedFilterParams, body: RemoveFilterRequest, response: SavedFilterResponse },
      handle: async ({ params, body, context }) => answerOf(await removeFilter(deps, params.id, body, staffOf(context.actor), context)),
    }),
  ];
}
