import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { after, afterEach, before, test } from 'node:test';
import { type ProviderReceipt } from '../api/receipt-provider.ts';
import { createHttpProvider } from './http-provider.ts';
import { loadProviderLayout } from './provider-layout.ts';

const NOW = new Date('2026-11-26T08:00:00+07:00');
const SECRET = 'khoa-ky-that-dai-0123456789';
const RECEIPT: ProviderReceipt = {
  id: '01890000-0000-7000-8000-000000000001', communeCode: '16072', templateSymbol: '01BLP0-001', symbol: 'HL-26E', number: 12, issuedOn: '2026-11-26', issuedAt: NOW, corrects: null, tries: 0,
  view: {
    kind: 'electronic', name: 'Biên lai thu phí, lệ phí', basis: 'x', digits: 8, copies: 1, body: { name: 'Ủy ban nhân dân xã Hoa Lộc', taxCode: '0100109106', address: 'Thôn Hoa Phú' }, office: { centreName: 'Trung tâm', hotline: '0', place: 'Hoa Lộc' },
    payer: { name: 'Nguyễn Thị Mẫu', citizenNumber: null, phone: null, address: null }, dossierCode: null, procedureName: null, lines: [{ label: 'Phí', amount: 8000, basis: null }], amount: 8000, amountWords: 'Tám nghìn đồng', method: 'cash', collector: 'Đỗ Văn Quỹ', correction: null,
  },
};

let behave: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
const heard: { readonly url: string; readonly headers: IncomingMessage['headers']; readonly text: string }[] = [];
let server: Server;
let provider: ReturnType<typeof createHttpProvider>;
before(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      heard.push({ url: request.url ?? '', headers: request.headers, text });
      behave(request, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const layout = loadProviderLayout('generic');
  assert.ok(layout !== undefined);
  provider = createHttpProvider({ url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/api/`, token: 'mot-ma-bi-mat', secret: SECRET, layout, timeout: 400 });
});
afterEach(() => { heard.length = 0; });
after(() => {
  server.closeAllConnections();
  server.close();
});

const answer = (status: number, body: unknown): typeof behave => (_request, response) => {
  response.writeHead(status);
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
};
const { id } = RECEIPT;

test('a receipt goes out whole, signed over its very text, with its id as key', async () => {
  behave = answer(200, { id, state: 'issued', code: 'ABC123', signer: 'UBND xã Hoa Lộc', signedAt: '2026-11-26T08:00:01+07:00' });
  assert.deepEqual(await provider.issue(RECEIPT, NOW), { kind: 'issued', code: 'ABC123', signer: 'UBND xã Hoa Lộc', signedAt: '2026-11-26T08:00:01+07:00' });
  const [first] = heard;
  assert.ok(first !== undefined);
  assert.deepEqual([first.url, first.headers['idempotency-key'], first.headers.authorization, first.headers['x-timestamp']], ['/api/receipts', id, 'Bearer mot-ma-bi-mat', '2026-11-26T08:00:00+07:00']);
  assert.equal(first.headers['x-signature'], createHmac('sha256', SECRET).update(`2026-11-26T08:00:00+07:00.${first.text}`).digest('hex'));
  const body = JSON.parse(first.text) as Readonly<Record<string, unknown>>;
  assert.deepEqual([body['symbol'], body['number'], body['amount'], body['amountWords'], body['currency']], ['HL-26E', 12, 8000, 'Tám nghìn đồng', 'VND']);
});

for (const [what, behaviour, outcome] of [
  ['taken and under way', answer(202, { id, state: 'processing' }), { kind: 'processing' }],
  ['taken before', answer(409, ''), { kind: 'processing' }],
  ['taken before, and how it stands', answer(409, { id, state: 'issued', code: 'A' }), { kind: 'issued', code: 'A', signer: null, signedAt: null }],
  ['refused in words', answer(422, { words: 'Sai ký hiệu' }), { kind: 'refused', words: 'Sai ký hiệu' }],
  ['refused as a state', answer(200, { id, state: 'rejected', words: 'Trùng số' }), { kind: 'refused', words: 'Trùng số' }],
  ['refused as a page', answer(403, '<h1>Không   được</h1>'), { kind: 'refused', words: 'Không được' }],
  ['published without a code', answer(200, { id, state: 'issued' }), { kind: 'fault', fault: 'unreadable' }],
  ['about another receipt', answer(200, { id: 'other', state: 'issued', code: 'A' }), { kind: 'fault', fault: 'unreadable' }],
  ['a page of a proxy', answer(200, '<html>Đăng nhập</html>'), { kind: 'fault', fault: 'unreadable' }],
  ['an unknown state', answer(200, { id, state: 'whatever', code: 'A' }), { kind: 'fault', fault: 'unreadable' }],
  ['a signature on no day', answer(200, { id, state: 'signed', code: 'A', signedAt: 'hôm qua' }), { kind: 'issued', code: 'A', signer: null, signedAt: null }],
  ['broken over there', answer(500, ''), { kind: 'fault', fault: 'server-error' }],
  ['a torn line', (request: IncomingMessage) => { request.socket.destroy(); }, { kind: 'fault', fault: 'unreachable' }],
  ['no answer in time', () => undefined, { kind: 'fault', fault: 'timeout' }],
] as const) {
  test(`${what} is ${outcome.kind}`, async () => {
    behave = behaviour;
    assert.deepEqual(await provider.issue(RECEIPT, NOW), outcome);
  });
}

test('asked about, only what is said of this receipt counts; cancelled under a key of its own', async () => {
  behave = answer(200, { receipts: [{ id: 'other', state: 'issued', code: 'X' }, { id, state: 'issued', code: 'Y' }] });
  assert.deepEqual(await provider.ask(RECEIPT, NOW), { kind: 'issued', code: 'Y', signer: null, signedAt: null });
  behave = answer(200, { receipts: [] });
  assert.deepEqual(await provider.ask(RECEIPT, NOW), { kind: 'fault', fault: 'unreadable' });
  behave = answer(200, { id, state: 'cancelled' });
  heard.length = 0;
  assert.deepEqual(await provider.cancel(RECEIPT, 'Trả tiền', NOW), { kind: 'cancelled' });
  assert.deepEqual([heard[0]?.url, heard[0]?.headers['idempotency-key'], heard[0]?.text], ['/api/receipts/cancel', `${id}-cancel`, JSON.stringify({ id, reason: 'Trả tiền' })]);
});
