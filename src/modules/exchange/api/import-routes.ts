import { type Actor, staffOf } from '../../../kernel/actor.ts';
import { type Result } from '../../../kernel/result.ts';
import { type Answer, bytes, defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { showsOne } from '../../../platform/http/shows.ts';
import { CheckRequest, ImportListResponse, ImportParams, ImportQuery, ImportResponse, RowQuery, RowsResponse, RunRequest, RunResponse, SourceListResponse } from '../contract/exchange-schemas.ts';
import { type Mapping } from '../domain/mapping.ts';
import { READING_LIMITS } from '../reading/reading-limits.ts';
import { findImport, type ImportRow } from '../store/imports.ts';
import { listSources } from '../store/sources.ts';
import { XLSX_TYPE } from '../writing/write-xlsx.ts';
import { checkImport } from './check-import.ts';
import { type ExchangeDeps } from './deps.ts';
import { importListView, importView, rowsView } from './import-view.ts';
import { readImport } from './read-import.ts';
import { readParts } from './read-parts.ts';
import { runImport } from './run-import.ts';
import { answerOf, exchangers } from './staff-route.ts';
import { wrongLinesFile } from './wrong-lines.ts';

const tag = 'exchange';

/** Importing a file step by step: read it, say how, look at what would happen, let it happen. */
export function importRoutes(deps: ExchangeDeps): readonly Route[] {
  const withImport = async (actor: Actor, id: string, answer: (row: ImportRow) => Promise<Answer>): Promise<Answer> => {
    const row = await findImport(deps.db, staffOf(actor).communeCode, id);
    return row === undefined ? problemAnswer({ code: 'exchange.import-not-found' }) : answer(row);
  };
  const show = async (actor: Actor, result: Result<{ readonly id: string }>): Promise<Answer> =>
    result.ok ? withImport(actor, result.value.id, async (row) => json(await importView(deps, row, {}))) : problemAnswer(result.problem);
  return [
    defineRoute({
      method: 'GET', url: '/api/exchange/sources', policy: exchangers, summary: 'Systems that dossiers come from, with how their files are read', tag, kind: 'api',
      schema: { response: SourceListResponse },
      handle: async ({ context }) => {
        const { communeCode } = staffOf(context.actor);
        const sources = await listSources(deps.db, communeCode);
        return json({ items: sources.map(({ code, name, mapping }) => ({ code, name, mapping: mapping as Mapping })), procedures: deps.proceduresOf(communeCode, context.now) });
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/exchange/imports', policy: exchangers, summary: 'The newest imports', tag, kind: 'api',
      schema: { response: ImportListResponse },
      handle: async ({ context }) => json(await importListView(deps, staffOf(context.actor).communeCode)),
    }),
    defineRoute({
      method: 'POST', url: '/api/exchange/imports', policy: exchangers, summary: 'Read a CSV, JSON or Excel file; nothing becomes a dossier yet', tag, kind: 'api',
      schema: { response: ImportResponse }, bodyLimit: READING_LIMITS.bytes + 1024 * 1024,
      handle: async ({ request, context }) => {
        const sent = await readParts(request);
        return sent.ok ? show(context.actor, await readImport(deps, sent.value, staffOf(context.actor), context)) : problemAnswer(sent.problem);
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/exchange/imports/:id', policy: exchangers, summary: 'One import with its headings and the way of reading', tag, kind: 'api',
      schema: { params: ImportParams, query: ImportQuery, response: ImportResponse },
      shows: showsOne('exchange.import-viewed', 'exchange-import'),
      handle: ({ params, query, context }) => withImport(context.actor, params.id, async (row) => json(await importView(deps, row, query))),
    }),
    defineRoute({
      method: 'POST', url: '/api/exchange/imports/:id/check', policy: exchangers, summary: 'Read the lines in a way and say what would happen', tag, kind: 'api',
      schema: { params: ImportParams, body: CheckRequest, response: ImportResponse }, bodyLimit: 512 * 1024,
      handle: async ({ params, body, context }) => show(context.actor, await checkImport(deps, params.id, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/exchange/imports/:id/rows', policy: exchangers, summary: 'Lines of an import with what was found in them', tag, kind: 'api',
      schema: { params: ImportParams, query: RowQuery, response: RowsResponse },
      shows: showsOne('exchange.import-viewed', 'exchange-import', { part: 'rows' }),
      handle: ({ params, query, context }) => withImport(context.actor, params.id, async (row) => json(await rowsView(deps, row, { after: 0, ...query }, context.locale))),
    }),
    defineRoute({
      method: 'POST', url: '/api/exchange/imports/:id/run', policy: exchangers, summary: 'Write the next lines of a checked import', tag, kind: 'api',
      schema: { params: ImportParams, body: RunRequest, response: RunResponse },
      handle: async ({ params, context }) => answerOf(await runImport(deps, params.id, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/exchange/imports/:id/wrong.xlsx', policy: exchangers, summary: 'The lines that were not imported, with the reasons', tag, kind: 'api',
      schema: { params: ImportParams },
      shows: showsOne('exchange.import-viewed', 'exchange-import', { part: 'wrong-lines' }),
      handle: ({ params, context }) =>
        withImport(context.actor, params.id, async (row) => bytes(await wrongLinesFile(deps, row, context.locale), XLSX_TYPE, { 'content-disposition': `attachment; filename="dong-chua-nhap.xlsx"` })),
    }),
  ];
}
