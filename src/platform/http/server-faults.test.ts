import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type FastifyInstance } from 'fastify';
import { anyone } from '../../kernel/actor.ts';
import { PLATFORM_PROBLEMS } from './problem-table.ts';
import { defineRoute } from './route.ts';
import { createServer } from './server.ts';

/** An error as the driver of the database throws it; the message quotes what a person sent. */
function databaseError(code: string): Error {
  return Object.assign(new Error('could not extend file: key (number)=(003190999901)'), { code });
}

let server: FastifyInstance;
before(async () => {
  const failing = (name: string, error: Error) =>
    defineRoute({ method: 'GET', url: `/api/${name}`, policy: anyone, summary: name, tag: 'test', kind: 'api', schema: {}, handle: () => Promise.reject(error) });
  server = await createServer({
    routes: [failing('disk-full', databaseError('53100')), failing('away', databaseError('57P01')), failing('mistake', new TypeError('of undefined: 003190999901'))],
    problems: PLATFORM_PROBLEMS, identify: () => Promise.resolve({ kind: 'anonymous' }), keepView: () => undefined, renderProblemPage: () => '',
    contentSecurityPolicy: '', version: '1', clock: () => new Date(0), logLevel: 'silent', secure: false,
  });
});
after(() => server.close());

for (const [name, code, sentence] of [
  ['disk-full', 'server.disk-full', /Ổ đĩa của máy chủ đã đầy/],
  ['away', 'server.unavailable', /Chưa có gì được lưu/],
  ['mistake', 'server.unavailable', /Chưa có gì được lưu/],
] as const) {
  test(`${name} is answered 503 with a sentence that says what to do, and without what a person sent`, async () => {
    const answer = await server.inject(`/api/${name}`);
    assert.equal(answer.statusCode, 503);
    assert.equal(answer.json<{ code: string }>().code, code);
    assert.match(answer.json<{ title: string }>().title, sentence);
    assert.doesNotMatch(answer.body, /003190999901|TypeError|extend/);
  });
}
