import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { type MessageListResponse, type MismatchListResponse } from '../contract/exchange-schemas.ts';
import { createJsonOutgoing } from '../sending/json-outgoing.ts';
import { createExchangeHouse, csvOf, type ExchangeHouse } from './exchange-house-for-tests.ts';
import { sendDue } from './send-due.ts';

/** The other system: what it was told, and how it behaves next. */
interface Counterpart {
  readonly server: Server;
  readonly url: string;
  readonly told: { readonly key: string; readonly body: Readonly<Record<string, string>>; readonly authorization: string | undefined }[];
  /** One behaviour for each coming request; an honest answer when there is none left. */
  readonly next: ((request: IncomingMessage, body: Readonly<Record<string, string>>, response: ServerResponse) => void)[];
}

async function startCounterpart(): Promise<Counterpart> {
  const told: Counterpart['told'] = [];
  const next: Counterpart['next'] = [];
  const taken = new Set<string>();
  const server = createServer((request, response) => {
    void (async () => {
      let text = '';
      for await (const chunk of request) text += String(chunk);
      const body = JSON.parse(text) as Record<string, string>;
      const key = String(request.headers['idempotency-key']);
      told.push({ key, body, authorization: request.headers.authorization });
      const behaviour = next.shift();
      if (behaviour !== undefined) {
        behaviour(request, body, response);
        return;
      }
      response.writeHead(taken.has(key) ? 409 : 200, { 'content-type': 'application/json' });
      taken.add(key);
      response.end(JSON.stringify({ MaHoSo: body['MaHoSo'], TrangThai: body['TrangThai'] }));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, told, next, url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/ho-so/trang-thai` };
}

const answer = (status: number, body = '', headers: Readonly<Record<string, string>> = {}) => (_request: IncomingMessage, _body: unknown, response: ServerResponse) => {
  response.writeHead(status, headers);
  response.end(body);
};

let other: Counterpart;
let x: ExchangeHouse;
before(async () => {
  other = await startCounterpart();
  x = await createExchangeHouse(createJsonOutgoing({ url: other.url, token: 'mot-ma-bi-mat', timeout: 300 }));
});
after(async () => {
  await x.house.close();
  other.server.closeAllConnections();
  other.server.close();
});

let dossierId = '';
beforeEach(async () => {
  x.house.clock.set('2026-11-23T08:00:00+07:00');
  await x.bring(csvOf({}));
  dossierId = (await x.house.database.owner.pool.query<{ id: string }>('select id from dossier')).rows[0]?.id ?? '';
});
afterEach(async () => {
  other.told.length = 0;
  other.next.length = 0;
  await x.house.database.owner.pool.query('truncate dossier, person, exchange_import, exchange_source, dossier_history cascade');
});

const act = async (role: 'reception' | 'specialist', action: string, expectedVersion: number) => {
  const done = await x.house.call(x.house.commune.staff[role].actor, 'POST', `/api/dossiers/${dossierId}/actions`, { commandId: randomUUID(), action, expectedVersion, note: null, outcome: null, legalBasis: null });
  assert.equal(done.status, 200, JSON.stringify(done.body));
};
const send = () => sendDue({ db: x.house.database.db, outgoing: createJsonOutgoing({ url: other.url, token: 'mot-ma-bi-mat', timeout: 300 }), randomBytes: () => Uint8Array.of(0) }, null, x.house.clock.now());
const list = async (closed = false) => ((await x.house.call(x.clerk, 'GET', `/api/exchange/messages${closed ? '?closed=1' : ''}`)).body as unknown as MessageListResponse).items;
const syncState = async () => (await x.house.database.owner.pool.query<{ sync_state: string }>('select sync_state from dossier')).rows[0]?.sync_state;

describe('telling the other system', () => {
  test('a new state waits from the moment it came about, is sent with its key, and both are at one again', async () => {
    await act('reception', 'transfer', 1);
    assert.equal(await syncState(), 'pending');
    assert.equal(await send(), 1);
    const [message] = other.told;
    assert.deepEqual(message?.body, { MaHoSo: 'H56.14-261120-0001', TrangThai: '4', ThoiGianThucHien: '20261123080000', KenhThucHien: '2', NgayHenTra: '20261126170000' });
    assert.equal(message.authorization, 'Bearer mot-ma-bi-mat');
    assert.equal(await syncState(), 'synchronised');
    assert.deepEqual((await list(true)).map(({ id, state }) => ({ id, state })), [{ id: message.key, state: 'sent' }]);
  });

  test('a round in which nobody is there ends the sending, and the next one goes on with the rest', async () => {
    await act('reception', 'transfer', 1);
    const { pool } = x.house.database.owner;
    await pool.query(`insert into dossier select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'reference', 'KB-' || n, 'code', 'H56.14-261123-' || (5000 + n), 'external_code', 'X-' || n, 'token_hash', md5(n::text)))).*
      from dossier d, generate_series(1, 30) n`);
    await pool.query(`insert into exchange_message (commune_code, id, dossier_id, external_code, source_code, status, channel, occurred_at, state, next_try_at)
      select m.commune_code, gen_random_uuid(), d.id, d.code, m.source_code, 4, 2, m.occurred_at, 'waiting', m.next_try_at from exchange_message m, dossier d where d.id <> m.dossier_id`);
    const away = (now: Date) => sendDue({ db: x.house.database.db, outgoing: { send: () => Promise.resolve({ kind: 'unreachable' }) }, randomBytes: () => Uint8Array.of(0) }, null, now);
    assert.equal(await away(x.house.clock.now()), 20);
    assert.equal(await away(x.house.clock.now()), 11);
    assert.equal(await away(x.house.clock.now()), 0);
  });

  test('a step that does not change the national state tells nothing', async () => {
    await act('reception', 'transfer', 1);
    await act('specialist', 'appraise', 2);
    assert.equal(await x.count('exchange_message'), 1);
  });

  test('while it cannot, it is tried again later, with the same key', async () => {
    await act('reception', 'transfer', 1);
    other.next.push(answer(500, 'hỏng'), answer(503, '', { 'retry-after': '600' }));
    await send();
    assert.equal(await send(), 0, 'not before its time');
    x.house.clock.set('2026-11-23T08:01:00+07:00');
    await send();
    const [waiting] = await list();
    assert.equal(waiting?.attempts, 2);
    assert.equal(waiting.problem, 'busy');
    // It asked to be left alone for ten minutes.
    assert.equal(waiting.nextTryAt, new Date('2026-11-23T08:11:00+07:00').toISOString());
    x.house.clock.set('2026-11-23T08:11:00+07:00');
    await send();
    assert.equal(new Set(other.told.map(({ key }) => key)).size, 1);
    assert.equal(await syncState(), 'synchronised');
  });

  test('an answer that never came does not double anything: the other system knows the key', async () => {
    await act('reception', 'transfer', 1);
    other.next.push((request) => { request.socket.destroy(); }, answer(409));
    await send();
    assert.equal((await list())[0]?.problem, 'unreachable');
    x.house.clock.set('2026-11-23T09:00:00+07:00');
    await send();
    assert.equal((await list(true)).length, 1);
  });

  test('whoever is too slow is not waited for', async () => {
    await act('reception', 'transfer', 1);
    other.next.push(() => { /* never answers */ });
    await send();
    assert.deepEqual((await list()).map(({ problem, state }) => ({ problem, state })), [{ problem: 'unreachable', state: 'waiting' }]);
  });

  test('an answer about another dossier, a page of a proxy and a redirect are no word that it has arrived', async () => {
    await act('reception', 'transfer', 1);
    for (const [index, behaviour] of [answer(200, JSON.stringify({ MaHoSo: 'H56.14-261120-9999', TrangThai: '4' })), answer(200, '<html>Đăng nhập mạng</html>'), answer(302, '', { location: 'http://127.0.0.1:1/' })].entries()) {
      other.next.push(behaviour);
      x.house.clock.set(`2026-11-23T${String(9 + index).padStart(2, '0')}:00:00+07:00`);
      await send();
      assert.deepEqual((await list()).map(({ problem, attempts }) => ({ problem, attempts })), [{ problem: 'wrong-answer', attempts: index + 1 }]);
    }
    assert.equal((await list())[0]?.detail, 'HTTP 302');
  });

  test('what it will not take is not sent again until somebody has looked', async () => {
    await act('reception', 'transfer', 1);
    other.next.push(answer(422, JSON.stringify({ ThongBao: 'Hồ sơ đã kết thúc' })));
    await send();
    const [failed] = await list();
    assert.deepEqual({ state: failed?.state, problem: failed?.problem, detail: failed?.detail }, { state: 'failed', problem: 'not-accepted', detail: '{"ThongBao":"Hồ sơ đã kết thúc"}' });
    assert.equal(await syncState(), 'failed');
    x.house.clock.set('2026-11-25T08:00:00+07:00');
    assert.equal(await send(), 0);
    assert.equal((await x.house.call(x.clerk, 'POST', `/api/exchange/messages/${String(failed?.id)}/resend`, { commandId: randomUUID() })).status, 200);
    assert.equal(await syncState(), 'synchronised');
  });

  test('states go out in the order in which they happened, also past one that failed', async () => {
    await act('reception', 'transfer', 1);
    const stop = await x.house.call(x.house.commune.staff.specialist.actor, 'POST', `/api/dossiers/${dossierId}/stop`, { commandId: randomUUID(), expectedVersion: 2, kind: 'other', reason: 'Trùng hồ sơ' });
    assert.equal(stop.status, 200, JSON.stringify(stop.body));
    other.next.push(answer(401));
    await send();
    assert.deepEqual(other.told.map(({ body }) => body['TrangThai']), ['4']);
    await x.house.call(x.clerk, 'POST', '/api/exchange/messages/resend', { commandId: randomUUID() });
    assert.deepEqual(other.told.map(({ body }) => body['TrangThai']), ['4', '4', '8']);
  });

  test('two senders at once send every message once', async () => {
    await act('reception', 'transfer', 1);
    await Promise.all([send(), send(), send()]);
    assert.equal(other.told.length, 1);
  });

  test('a state that was entered there by hand is not sent any more, and the list says by whom', async () => {
    await act('reception', 'transfer', 1);
    const [message] = await list();
    assert.equal((await x.house.call(x.clerk, 'POST', `/api/exchange/messages/${String(message?.id)}/by-hand`, { commandId: randomUUID() })).status, 200);
    assert.equal(await send(), 0);
    assert.deepEqual((await list(true)).map(({ state, closedBy }) => ({ state, closedBy })), [{ state: 'by-hand', closedBy: 'Phạm Thị Thư' }]);
    assert.equal((await x.house.call(x.clerk, 'POST', `/api/exchange/messages/${String(message?.id)}/resend`, { commandId: randomUUID() })).body['code'], 'exchange.message-closed');
  });

  test('a declaration that is received keeps the code it has there, and the other system is told', async () => {
    await x.bring(csvOf({ code: 'H26.101.00-261120-150007', status: '1' }));
    const { rows } = await x.house.database.owner.pool.query<{ id: string }>("select id from dossier where state = 'submitted'");
    const received = await x.house.call(x.house.commune.staff.reception.actor, 'POST', `/api/dossiers/${String(rows[0]?.id)}/receive`, {
      commandId: randomUUID(), expectedVersion: 1, procedureCode: '1.004873', authorisedBy: null, assistedBy: null, content: '', copies: 1,
      person: { citizenNumber: '003190999901', fullName: 'Nguyễn Thị Mẫu', birthDate: null, sex: null, address: 'Thôn Hoa Phú', villageId: null, phone: '0900000012', email: null },
      papers: [{ id: randomUUID(), requirementId: null, name: 'Tờ khai', kind: 'electronic', source: 'submitted', copies: 1, reusedFrom: null, files: [] }], delivery: { method: 'counter', address: null },
    });
    assert.equal(received.body['code'], 'H26.101.00-261120-150007', JSON.stringify(received.body));
    await send();
    assert.deepEqual(other.told.map(({ body }) => [body['MaHoSo'], body['TrangThai']]), [['H26.101.00-261120-150007', '2']]);
  });
});

describe('deciding about differences', () => {
  const mismatches = async (closed = false) => ((await x.house.call(x.clerk, 'GET', `/api/exchange/mismatches${closed ? '?closed=1' : ''}`)).body as unknown as MismatchListResponse).items;
  const decide = (id: string | undefined, decision: string, words = '') => x.house.call(x.clerk, 'POST', `/api/exchange/mismatches/${String(id)}/decision`, { commandId: randomUUID(), decision, words });

  test('keeping our state tells it to the other system again; the legal state stays as it was', async () => {
    await x.bring(csvOf({ status: '9' }));
    const [mismatch] = await mismatches();
    assert.deepEqual({ ours: mismatch?.ours, theirs: mismatch?.theirs, code: mismatch?.code }, { ours: 'Được tiếp nhận', theirs: 'Đã xử lý xong', code: 'H56.14-261120-0001' });
    assert.equal((await decide(mismatch?.id, 'ours-kept')).status, 200);
    await send();
    assert.equal(other.told[0]?.body['TrangThai'], '2');
    assert.equal(await x.count('dossier', "state = 'received' and sync_state = 'synchronised'"), 1);
  });

  test('accepting theirs settles the sync axis only, and the same difference does not come back', async () => {
    await x.bring(csvOf({ status: '9' }));
    assert.equal((await decide((await mismatches())[0]?.id, 'theirs-accepted')).status, 200);
    assert.equal(await syncState(), 'synchronised');
    await x.bring(csvOf({ status: '9', address: 'Thôn Hoa Trung' }));
    assert.deepEqual(await mismatches(), []);
    assert.deepEqual((await mismatches(true)).map(({ state, closedBy }) => ({ state, closedBy })), [{ state: 'theirs-accepted', closedBy: 'Phạm Thị Thư' }]);
  });

  test('what was corrected there comes back until it really is, and goes away of itself when it is', async () => {
    await x.bring(csvOf({ name: 'Nguyễn Thị Sai' }));
    assert.equal((await decide((await mismatches())[0]?.id, 'corrected-there')).body['code'], 'exchange.correction-words-missing');
    assert.equal((await decide((await mismatches())[0]?.id, 'corrected-there', 'Đã báo anh Hùng ở tỉnh')).status, 200);
    await x.bring(csvOf({ name: 'Nguyễn Thị Sai' }));
    assert.equal((await mismatches()).length, 1);
    await x.bring(csvOf({}));
    assert.deepEqual(await mismatches(), []);
    assert.deepEqual((await mismatches(true)).map(({ state }) => state).sort(), ['agreed', 'corrected-there']);
  });

  test('a decision about what was decided already is refused', async () => {
    await x.bring(csvOf({ name: 'Nguyễn Thị Sai' }));
    const [mismatch] = await mismatches();
    await decide(mismatch?.id, 'ours-kept');
    assert.equal((await decide(mismatch?.id, 'theirs-accepted')).body['code'], 'exchange.mismatch-closed');
  });
});
