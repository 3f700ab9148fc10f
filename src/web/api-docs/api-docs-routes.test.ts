import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { anyone, anyStaff } from '../../kernel/actor.ts';
import { PLATFORM_PROBLEMS } from '../../platform/http/problem-table.ts';
import { bytes, defineRoute, json } from '../../platform/http/route.ts';
import { createServer } from '../../platform/http/server.ts';
import { createPageCache } from '../public/page-cache/page-cache.ts';
import { createProblemPage } from '../public/problem-page/problem-page.tsx';
import { publicContentSecurityPolicy } from '../public/security-policy/security-policy.ts';
import { apiDocsRoutes } from './api-docs-routes.tsx';
import { type OpenApi } from './open-api.ts';

describe('the description of the interface', () => {
  let server: FastifyInstance;
  before(async () => {
    const api = { tag: 'tickets', kind: 'api' } as const;
    server = await createServer({
      routes: [
        ...apiDocsRoutes({ problems: PLATFORM_PROBLEMS, getOffice: () => Promise.resolve(undefined), cache: createPageCache(), version: '1' }),
        defineRoute({ ...api, method: 'GET', url: '/api/tickets/:id', policy: anyStaff, summary: 'One ticket', schema: { params: Type.Object({ id: Type.String() }), response: Type.Object({ number: Type.Integer() }) }, handle: () => json({ number: 1 }) }),
        defineRoute({ ...api, method: 'POST', url: '/api/tickets', policy: anyone, summary: 'Take a ticket', schema: { body: Type.Object({ service: Type.String({ maxLength: 9 }) }), response: Type.Object({}) }, handle: () => json({}) }),
        defineRoute({ ...api, method: 'POST', url: '/api/pictures', policy: anyStaff, summary: 'Pictures', schema: { response: Type.Object({}) }, handle: () => json({}) }),
        defineRoute({ ...api, method: 'GET', url: '/api/tickets/:id/slip.pdf', policy: anyStaff, summary: 'The slip', schema: { params: Type.Object({ id: Type.String() }) }, handle: () => bytes(Buffer.from(''), 'application/pdf') }),
        defineRoute({ ...api, kind: 'page', method: 'GET', url: '/page', policy: anyone, summary: 'A page', schema: {}, handle: () => json({}) }),
      ],
      problems: PLATFORM_PROBLEMS,
      identify: () => Promise.resolve({ kind: 'anonymous' }), keepView: () => undefined,
      renderProblemPage: createProblemPage(() => undefined),
      contentSecurityPolicy: publicContentSecurityPolicy(),
      version: '1',
      clock: () => new Date(0),
      logLevel: 'silent',
      secure: false,
    });
  });
  after(() => server.close());

  const read = async (): Promise<OpenApi> => (await server.inject('/api/openapi.json')).json<OpenApi>();

  test('has every operation of the interface under a name, and no page', async () => {
    const { openapi, paths } = await read();
    assert.equal(openapi, '3.1.0');
    assert.deepEqual(Object.keys(paths).sort(), ['/api/pictures', '/api/tickets', '/api/tickets/{id}', '/api/tickets/{id}/slip.pdf']);
    assert.equal(paths['/api/tickets/{id}']?.get?.operationId, 'getTicketsById');
  });

  test('tells of every operation that it may be refused, and lists the refusals with their sentences', async () => {
    const { paths, components } = await read();
    for (const item of Object.values(paths)) {
      for (const operation of Object.values(item)) assert.deepEqual(operation.responses?.['default'], { $ref: '#/components/responses/Problem' });
    }
    const codes = components.schemas?.['Problem']?.properties?.['code']?.oneOf ?? [];
    assert.deepEqual(codes.map((code) => code.const), Object.keys(PLATFORM_PROBLEMS));
    assert.match(codes[0]?.description ?? '', /^Có mục/u);
  });

  test('knows where files are sent and answered', async () => {
    const { paths } = await read();
    assert.ok(paths['/api/pictures']?.post?.requestBody?.content['multipart/form-data'] !== undefined);
    assert.ok(paths['/api/tickets/{id}/slip.pdf']?.get?.responses?.['200']?.content?.['*/*'] !== undefined);
    assert.ok(paths['/api/tickets']?.post?.requestBody?.content['application/json'] !== undefined);
  });

  for (const [locale, words] of [['vi', ['Giao diện lập trình', 'Cần đăng nhập', 'service', 'string …9']], ['en', ['Programming interface', 'Needs a session', 'request.too-many', 'getTicketsById']]] as const) {
    test(`is a page for people too (${locale}), with nothing from elsewhere`, async () => {
      const page = await server.inject(`/api/docs?lang=${locale}`);
      assert.equal(page.statusCode, 200);
      for (const word of words) assert.ok(page.body.includes(word), word);
      assert.doesNotMatch(page.body, /(?:src|href)="(?:https?:)?\/\//u);
    });
  }
});
