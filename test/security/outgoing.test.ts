import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { askJson } from '../../src/platform/outgoing/ask-json.ts';
import { isProgram, listFiles, readText } from '../architecture/source-tree.ts';
import { createCommune } from '../commune.ts';
import { createWholeProgram } from '../whole-program.ts';
import { nameOf, objectsIn } from './by-schema.ts';

/** A system that sends whoever asks it somewhere else, and the inner service that nobody meant to reach. */
let inner: Server;
let outer: Server;
let reached = 0;
let status = 302;
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

before(async () => {
  inner = createServer((_request, response) => {
    reached += 1;
    response.end('{"secret":"inner"}');
  }).listen(0, '127.0.0.1');
  await once(inner, 'listening');
  outer = createServer((_request, response) => {
    response.writeHead(status, { location: `http://127.0.0.1:${String(portOf(inner))}/admin` }).end('moved');
  }).listen(0, '127.0.0.1');
  await once(outer, 'listening');
});
after(() => {
  inner.close();
  outer.close();
});

for (const code of [301, 302, 303, 307, 308]) {
  test(`a redirect (${String(code)}) of another system is an answer and never followed, and takes no token along`, async () => {
    status = code;
    const answer = await askJson({ url: `http://127.0.0.1:${String(portOf(outer))}/`, token: 'secret', timeout: 20_000 }, { a: 1 });
    assert.deepEqual(answer.kind === 'answer' ? [answer.status, answer.text] : answer.kind, [code, 'moved']);
    assert.equal(reached, 0);
  });
}

test('the program asks other systems in one place only, and their addresses come from the settings of the machine', () => {
  const onTheServer = listFiles().filter((path) => isProgram(path) && !/\/ui\/(?:staff|page)\/|script\.generated\.ts$|^src\/web\/(?:staff|enhance|gallery)/u.test(path));
  const asking = onTheServer.filter((path) => /\bfetch\(|\bhttps?\.(?:request|get)\(|from 'undici'/u.test(readText(path)));
  assert.deepEqual(asking, ['src/platform/outgoing/ask-json.ts']);
  // Whoever calls it is given the address by the composition root, which has it from the configuration.
  const callers = onTheServer.filter((path) => /ask-json\.ts'/u.test(readText(path)));
  for (const path of callers) assert.doesNotMatch(readText(path), /askJson\(\s*\{[^}]*url:\s*[^}]*(?:body|params|query|row|payload)\b/u, path);
  assert.match(readText('src/compose.ts'), /createHttpLine\(\{ \.\.\.config\.agencies/u);
  assert.match(readText('src/compose.ts'), /createJsonOutgoing\(\{ \.\.\.config\.exchange/u);
});

/** Names under which a contract would take an address to be asked. */
const ADDRESS = /^(?:.*(?:url|uri|href|host|webhook|callback|endpoint|domain|origin)|link|server)$/iu;

test('nobody can name an address to be asked: no contract takes one, so that inner services and metadata addresses (169.254.169.254) are out of reach', async () => {
  const program = await createWholeProgram();
  try {
    const named = program.routes.flatMap((route) =>
      (['params', 'query', 'body'] as const).flatMap((part) =>
        objectsIn(route.schema[part] ?? {}).flatMap(({ path, schema }) => Object.keys(schema.properties ?? {}).filter((name) => ADDRESS.test(name)).map((name) => [nameOf(route), ...path, name].join(' ')))));
    assert.deepEqual(named, []);
  } finally {
    await program.close();
  }
});

test('whatever name a browser calls this office by (DNS rebinding, a false Host) is neither believed nor given on, and brings no session along', async () => {
  const program = await createWholeProgram();
  try {
    await createCommune(program.database.db, { now: program.clock.now() });
    for (const headers of [{ host: 'xau.example' }, { 'host': 'xa.test', 'x-forwarded-host': 'xau.example' }, { 'host': 'xa.test', 'forwarded': 'host=xau.example' }, { 'host': 'xa.test', 'x-original-url': '/can-bo', 'x-rewrite-url': '/can-bo' }]) {
      for (const url of ['/', '/thu-tuc', '/t/1.004873', '/can-bo/dang-nhap', '/can-bo', '/dang-nhap/vneid', '/robots.txt', '/manifest.webmanifest', '/api/openapi.json', '/khong-co']) {
        const answer = await program.server.inject({ url, headers, remoteAddress: '10.6.0.1' });
        assert.ok(!answer.body.includes('xau.example') && !JSON.stringify(answer.headers).includes('xau.example'), `${url} with ${JSON.stringify(headers)}`);
      }
    }
  } finally {
    await program.close();
  }
});
