import { type FastifyInstance } from 'fastify';
import { anyone } from '../../kernel/actor.ts';
import { type ProblemTable } from '../../kernel/problem-table.ts';
import { type Soon } from '../../kernel/soon.ts';
import { bytes, defineRoute, type Route } from '../../platform/http/route.ts';
import { answerCached, type PageCache } from '../public/page-cache/page-cache.ts';
import { type PublicOffice } from '../public/public-page/public-office.ts';
import { renderPublicPage } from '../public/public-page/render-public-page.tsx';
import { ApiDocsPage } from './api-docs-page.tsx';
import { API_DOCS_WORDS } from './api-docs-words.ts';
import { completeOpenApi } from './complete-open-api.ts';
import { type OpenApi } from './open-api.ts';

/** What the description of the interface is made of, beside the routes themselves. */
export interface ApiDocsDependencies {
  /** The refusals of every module. */
  readonly problems: ProblemTable;
  readonly getOffice: () => Soon<PublicOffice | undefined>;
  readonly cache: PageCache;
  /** Version of the program: a new one makes the kept page anew. */
  readonly version: string;
}

const DOCUMENT_PATH = '/api/openapi.json';
const PAGE_PATH = '/api/docs';
const FRESH_FOR_MS = 30_000;

/** The interface for other programs: as an OpenAPI 3.1 document, and as a page for people. Both are made from the routes. */
export function apiDocsRoutes(deps: ApiDocsDependencies): readonly Route[] {
  const documents = new WeakMap<FastifyInstance, OpenApi>();
  /** Only a server that has started knows all its routes; from then on they stay. */
  const documentOf = (server: FastifyInstance): OpenApi => {
    const known = documents.get(server) ?? completeOpenApi(server.swagger() as unknown as OpenApi, deps.problems);
    documents.set(server, known);
    return known;
  };
  const page = { method: 'GET', policy: anyone, tag: 'api', kind: 'page', schema: {} } as const;
  return [
    defineRoute({
      ...page,
      url: DOCUMENT_PATH,
      summary: 'Mô tả giao diện lập trình cho máy đọc / The interface as an OpenAPI document',
      handle: ({ request }) => bytes(Buffer.from(JSON.stringify(documentOf(request.server))), 'application/json; charset=utf-8', { 'cache-control': 'no-cache' }),
    }),
    defineRoute({
      ...page,
      url: PAGE_PATH,
      summary: 'Mô tả giao diện lập trình cho người đọc / The interface as a page',
      handle: (input) => answerCached(deps.cache, input, { path: PAGE_PATH, version: `api ${deps.version}`, freshForMs: FRESH_FOR_MS }, async () => {
        const { context, request } = input;
        return renderPublicPage(
          { context, office: await deps.getOffice(), title: API_DOCS_WORDS[context.locale].title, path: PAGE_PATH, indexed: false },
          <ApiDocsPage locale={context.locale} document={documentOf(request.server)} problems={deps.problems} documentPath={DOCUMENT_PATH} />,
        );
      }),
    }),
  ];
}
