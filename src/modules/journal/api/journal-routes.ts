import { anyStaff, staffOf } from '../../../kernel/actor.ts';
import { defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { communeOf } from '../../../platform/http/shows.ts';
import { JournalQuery, JournalResponse } from '../contract/journal-schemas.ts';
import { dayRoutes } from './day-routes.tsx';
import { type JournalDeps } from './deps.ts';
import { findHeldMonth } from './held-month.ts';
import { exportRoutes } from './export-routes.ts';
import { journalView } from './journal-view.ts';
import { purposeRoutes } from './purpose-routes.ts';

const tag = 'journal';

/** Every route of the journal: reading it, saying a purpose, days and their roots, files for auditors. */
export function journalRoutes(deps: JournalDeps): readonly Route[] {
  return [
    ...purposeRoutes(deps),
    ...dayRoutes(deps),
    ...exportRoutes(deps),
    defineRoute({
      method: 'GET', url: '/api/journal', policy: anyStaff, summary: 'The journal, newest first: everything for leaders, the own entries for everybody', tag, kind: 'api',
      schema: { query: JournalQuery, response: JournalResponse },
      shows: { action: 'journal.read', of: ({ context }, answered) => ({ object: communeOf(context), part: 'journal', count: (answered as JournalResponse).items.length }) },
      handle: async ({ query, context }) => {
        const actor = staffOf(context.actor);
        const view = await journalView(deps, query, actor);
        if (!view.ok) return problemAnswer(view.problem);
        // Of the first page only: the ones after it are read by the same screen.
        const heldMonth = view.value.everybody && query.after === undefined ? await findHeldMonth(deps, actor.communeCode, context.now) : null;
        return json({ ...view.value, heldMonth });
      },
    }),
  ];
}
