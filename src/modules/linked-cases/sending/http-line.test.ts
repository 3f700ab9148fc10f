import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { after, afterEach, before, test } from 'node:test';
import { type AgencyMessage } from '../api/agency-line.ts';
import { createHttpLine } from './http-line.ts';

const NOW = new Date('2026-11-23T08:00:00+07:00');
const MESSAGE: AgencyMessage = {
  id: '01890000-0000-7000-8000-000000000001', communeCode: '16072', agency: 'police', kind: 'request', procedure: 'residence', caseCode: 'LT-261123-0001',
  lines: [{ name: 'Họ tên bé', value: 'Nguyễn Bé Mẫu' }], attempt: 1,
};

/** The agencies' system, behaving as it is told for the next request. */
let behave: (request: IncomingMessage, response: ServerResponse, body: string) => void = () => undefined;
const heard: { readonly url: string; readonly key: unknown; readonly authorization: unknown; readonly body: unknown }[] = [];
let server: Server;
let line: ReturnType<typeof createHttpLine>;
before(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      heard.push({ url: request.url ?? '', key: request.headers['idempotency-key'], authorization: request.headers.authorization, body: JSON.parse(text) });
      behave(request, response, text);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  line = createHttpLine({ url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/truc/`, token: 'mot-ma-bi-mat', timeout: 400 });
});
afterEach(() => { heard.length = 0; });
after(() => {
  server.closeAllConnections();
  server.close();
});

const answer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): typeof behave => (_request, response) => {
  response.writeHead(status, headers);
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
};

test('a message goes out with its key, its token and its lines', async () => {
  behave = answer(202, { id: MESSAGE.id });
  assert.deepEqual(await line.send(MESSAGE, NOW), { kind: 'accepted' });
  const [first] = heard;
  assert.deepEqual([first?.url, first?.key, first?.authorization], ['/truc/messages', MESSAGE.id, 'Bearer mot-ma-bi-mat']);
  assert.deepEqual(first?.body, { id: MESSAGE.id, commune: '16072', agency: 'police', kind: 'request', procedure: 'residence', caseCode: 'LT-261123-0001', sentAt: '2026-11-23T08:00:00+07:00', lines: MESSAGE.lines });
});

for (const [what, behaviour, outcome] of [
  ['a number at once', answer(200, { id: MESSAGE.id, number: ' DT-77 ' }), { kind: 'acknowledged', externalCode: 'DT-77' }],
  ['taken before', answer(409, ''), { kind: 'accepted' }],
  ['a refusal in words', answer(422, { words: 'Không tìm thấy chủ hộ' }), { kind: 'refused', words: 'Không tìm thấy chủ hộ' }],
  ['a refusal as a page', answer(403, '<h1>Không   được</h1>'), { kind: 'refused', words: 'Không được' }],
  ['a refusal without a word', answer(400, ''), { kind: 'refused', words: '…' }],
  ['broken over there', answer(500, 'hỏng'), { kind: 'fault', fault: 'server-error' }],
  ['too busy', answer(429, ''), { kind: 'fault', fault: 'server-error' }],
  ['a redirect', answer(302, '', { location: 'http://127.0.0.1:1/' }), { kind: 'fault', fault: 'unreadable' }],
  ['a page of a proxy', answer(200, '<html>Đăng nhập mạng</html>'), { kind: 'fault', fault: 'unreadable' }],
  ['an answer about another message', answer(200, { id: 'other' }), { kind: 'fault', fault: 'unreadable' }],
  ['a torn line', (request: IncomingMessage) => { request.socket.destroy(); }, { kind: 'fault', fault: 'unreachable' }],
  ['no answer in time', () => undefined, { kind: 'fault', fault: 'timeout' }],
] as const) {
  test(`${what} is ${outcome.kind}`, async () => {
    behave = behaviour;
    assert.deepEqual(await line.send(MESSAGE, NOW), outcome);
  });
}

test('answers are fetched for what waits; what was not asked about, or cannot be understood, changes nothing', async () => {
  const awaited = [{ id: MESSAGE.id, agency: 'police', kind: 'request', procedure: 'residence', sentAt: NOW }] as const;
  const good = { id: 'a1', messageId: MESSAGE.id, kind: 'result', number: 'KQ-1', words: null };
  behave = answer(200, { answers: [good, good, { ...good, messageId: 'of another commune' }, { ...good, kind: 'delete-everything' }, null, 7, { kind: 'result' }] });
  assert.deepEqual(await line.collect(awaited, NOW), [good, good]);
  assert.deepEqual([heard[0]?.url, heard[0]?.body], ['/truc/answers', { messages: [MESSAGE.id] }]);
  for (const behaviour of [answer(500, ''), answer(200, 'null'), answer(200, '{"answers": 3}'), answer(200, 'x'), (request: IncomingMessage) => { request.socket.destroy(); }] as const) {
    behave = behaviour;
    assert.deepEqual(await line.collect(awaited, NOW), []);
  }
  heard.length = 0;
  assert.deepEqual(await line.collect([], NOW), []);
  assert.equal(heard.length, 0, 'nothing waits, nobody is asked');
});
