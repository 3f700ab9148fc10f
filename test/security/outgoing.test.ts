import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { askJson } from '../../src/platform/outgoing/ask-json.ts';
import { isProgram, listFiles, readText } from '../architecture/source-tree.ts';

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
  const onTheServer = listFiles().filter((path) => isProgram(path) && !/\/ui\/staff\/|^src\/web\/(?:staff|enhance|gallery)/u.test(path));
  const asking = onTheServer.filter((path) => /\bfetch\(|\bhttps?\.(?:request|get)\(|from 'undici'/u.test(readText(path)));
  assert.deepEqual(asking, ['src/platform/outgoing/ask-json.ts']);
  // Whoever calls it is given the address by the composition root, which has it from the configuration.
  const callers = onTheServer.filter((path) => /ask-json\.ts'/u.test(readText(path)));
  for (const path of callers) assert.doesNotMatch(readText(path), /askJson\(\s*\{[^}]*url:\s*[^}]*(?:body|params|query|row|payload)\b/u, path);
  assert.match(readText('src/compose.ts'), /createHttpLine\(\{ \.\.\.config\.agencies/u);
  assert.match(readText('src/compose.ts'), /createJsonOutgoing\(\{ \.\.\.config\.exchange/u);
});
