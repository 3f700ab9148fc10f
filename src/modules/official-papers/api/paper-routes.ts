import { anyStaff, onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { parseLocalDate } from '../../../kernel/local-time.ts';
import { bytes, defineRoute, json, problemAnswer, type Route, showing } from '../../../platform/http/route.ts';
import { communeOf, peopleOfDossiers, showsList } from '../../../platform/http/shows.ts';
import { PaperListQuery, PaperListResponse, PaperParams, PrintManyQuery, PrintQuery, VoidPaperRequest, VoidPaperResponse } from '../contract/paper-schemas.ts';
import { findPaper, type OfficialPaperRow } from '../store/official-papers.ts';
import { type OfficialPapersDeps } from './deps.ts';
import { listCommunePapers } from './list-papers.ts';
import { printPaper, printPapers } from './print-paper.ts';
import { shownPaper } from './shown-paper.ts';
import { voidPaper } from './void-paper.ts';

const tag = 'papers';

/** The staff side of issued papers: printing again what was issued, one or many, and declaring one void. */
export function paperRoutes(deps: OfficialPapersDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/papers', policy: anyStaff, summary: 'The papers that were issued on a day', tag, kind: 'api',
      schema: { query: PaperListQuery, response: PaperListResponse },
      shows: showsList('papers.listed', 'issued', 'items', null),
      handle: async ({ query, context }) => {
        if (query.day !== undefined && !parseLocalDate(query.day).ok) return problemAnswer({ code: 'paper.day-wrong' });
        return json(await listCommunePapers(deps.db, staffOf(context.actor).communeCode, { day: query.day ?? null, kind: query.kind ?? null }));
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/papers/:id/print.pdf', policy: anyStaff, summary: 'An issued paper again, under its own number and date', tag, kind: 'api',
      schema: { params: PaperParams, query: PrintQuery },
      shows: { action: 'dossier.paper-viewed' },
      handle: async ({ params, query, context }) => {
        const row = await findPaper(deps.db, staffOf(context.actor).communeCode, params.id);
        if (row === undefined) return problemAnswer({ code: 'paper.not-found' });
        const file = await printPaper(row, { ...deps, paper: query.paper });
        const answer = bytes(file, 'application/pdf', { 'content-disposition': `inline; filename="${row.kind}-${row.number}-${row.year}.pdf"` });
        return showing(answer, shownPaper(row));
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/papers/print.pdf', policy: anyStaff, summary: 'Several issued papers in one file', tag, kind: 'api',
      schema: { query: PrintManyQuery },
      shows: { action: 'dossiers.papers-viewed' },
      handle: async ({ query, context }) => {
        const { communeCode } = staffOf(context.actor);
        const rows: OfficialPaperRow[] = [];
        for (const id of new Set(query.ids.split(','))) {
          const row = await findPaper(deps.db, communeCode, id);
          if (row === undefined) return problemAnswer({ code: 'paper.not-found' });
          rows.push(row);
        }
        const answer = bytes(await printPapers(rows, { ...deps, paper: query.paper }, context.now.getTime()), 'application/pdf', { 'content-disposition': 'inline; filename="giay-to.pdf"' });
        return showing(answer, { object: communeOf(context), part: 'papers', count: rows.length, ...peopleOfDossiers(rows.map(({ dossier_id: id }) => id)) });
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/papers/:id/void', policy: onlyRoles('clerk', 'unit-head', 'president'), summary: 'Declare an issued paper void, with the reason', tag, kind: 'api',
      schema: { params: PaperParams, body: VoidPaperRequest, response: VoidPaperResponse },
      handle: async ({ params, body, context }) => {
        const done = await voidPaper(deps, params.id, body, staffOf(context.actor), context);
        return done.ok ? json(done.value) : problemAnswer(done.problem);
      },
    }),
  ];
}

