import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type FastifyInstance } from 'fastify';
import { createServer } from '../../src/platform/http/server.ts';
import { createCommune, type TestCommune } from '../commune.ts';
import { cookieOf } from '../identity-house.ts';
import { createWholeProgram, listBackground, type WholeProgram } from '../whole-program.ts';
import { addressOf, bodyOf, sampleOf } from './by-schema.ts';

/** A day of work at the most talkative level, with its log lines caught. */
let program: WholeProgram;
let commune: TestCommune;
let server: FastifyInstance;
let lines = '';
before(async () => {
  program = await createWholeProgram();
  commune = await createCommune(program.database.db, { now: program.clock.now() });
  server = await createServer({ ...program.parts, logLevel: 'debug', logTo: { write: (line) => { lines += line; } } });
});
after(async () => {
  await server.close();
  await program.close();
});

/** What must never stand in a line; none of them occurs in the program itself. */
const PERSON = { citizenNumber: '003190999901', fullName: 'Nguyễn Thị Dấu Vết', phone: '0912345678', address: 'Thôn Không Được Ghi', email: 'khong.ghi@example.vn' } as const;
const SECRETS: string[] = [...Object.values(PERSON), '0987654321', 'mật khẩu sai hoàn toàn', 'Lời dặn riêng của tôi'];

const post = (url: string, payload: object, cookies: Readonly<Record<string, string>> = {}) => server.inject({ method: 'POST', url, payload, cookies: { ...cookies }, remoteAddress: '10.12.0.7' });
const form = (url: string, entries: Readonly<Record<string, string>>) =>
  server.inject({ method: 'POST', url, payload: new URLSearchParams(entries).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' }, remoteAddress: '10.12.0.8' });

async function signIn(who: { readonly userName: string; readonly password: string }): Promise<Readonly<Record<string, string>>> {
  const answer = await post('/api/session', { userName: who.userName, password: who.password });
  assert.equal(answer.statusCode, 200, answer.body);
  const token = cookieOf(answer, 'xaso-phien') ?? '';
  SECRETS.push(token, cookieOf(answer, 'xaso-may') ?? '', who.password);
  return { 'xaso-phien': token };
}

function reception(dossierId: string, phone: string): object {
  return {
    commandId: randomUUID(), dossierId, channel: 'counter', procedureCode: '1.004873',
    person: { citizenNumber: PERSON.citizenNumber, fullName: PERSON.fullName, birthDate: '1990-03-05', sex: 'female', address: PERSON.address, villageId: null, phone, email: PERSON.email },
    authorisedBy: null, assistedBy: null, content: 'Lời dặn riêng của tôi', copies: 1,
    papers: [{ id: randomUUID(), requirementId: null, name: 'Tờ khai', kind: 'original', source: 'submitted', copies: 1, reusedFrom: null, files: [] }], delivery: { method: 'counter', address: null },
  };
}

test('a day of work, with all that goes wrong in one, leaves no line about anybody and no secret', async () => {
  const { reception: officer_, administrator, specialist } = commune.staff;
  await post('/api/session', { userName: PERSON.email, password: 'mật khẩu sai hoàn toàn' });
  await form('/can-bo/dang-nhap', { userName: PERSON.phone, password: 'mật khẩu sai hoàn toàn' });
  const cookies = await signIn(officer_);
  const dossierId = randomUUID();
  const received = await post('/api/dossiers', reception(dossierId, PERSON.phone), cookies);
  assert.equal(received.statusCode, 200, received.body);
  const token = program.links.token('dossier', dossierId);
  SECRETS.push(token);
  await server.inject({ url: `/api/dossiers/${dossierId}`, cookies: { ...cookies } });
  await post('/api/dossiers/search', { list: 'all', q: PERSON.citizenNumber }, cookies);
  await post('/api/persons/search', { q: PERSON.fullName }, cookies);
  await post(`/api/dossiers/${dossierId}/reveal`, { commandId: randomUUID(), what: 'citizen-number', purpose: 'check-papers' }, cookies);
  await server.inject({ url: `/h/${token}`, remoteAddress: '10.12.0.9' });
  for (const digits of ['9999', '9901']) await form(`/h/${token}/mo`, { bonSo: digits });
  await form('/tra-cuu', { ma: PERSON.citizenNumber, bonSo: '9901' });
  await server.inject({ url: `/tim?q=${encodeURIComponent(PERSON.fullName)}` });
  // What cannot be read, is too large, of another kind or another site.
  await server.inject({ method: 'POST', url: '/api/dossiers', payload: `{"fullName":"${PERSON.fullName}`, headers: { 'content-type': 'application/json' }, cookies: { ...cookies } });
  await server.inject({ method: 'POST', url: '/api/dossiers', payload: PERSON.fullName.repeat(10_000), headers: { 'content-type': 'application/json' }, cookies: { ...cookies } });
  await server.inject({ method: 'POST', url: '/api/dossiers', payload: PERSON.fullName, headers: { 'content-type': 'text/plain' }, cookies: { ...cookies } });
  await server.inject({ method: 'POST', url: '/api/dossiers', payload: '{}', headers: { 'content-type': 'application/json', 'origin': 'https://xau.example' }, cookies: { ...cookies } });
  await server.inject({ url: `/khong-co/${encodeURIComponent(PERSON.fullName)}?so=${PERSON.citizenNumber}` });
  // Whatever else there is, with texts of a person in every field that may hold one.
  const admin = await signIn(administrator);
  const officer = await signIn(specialist);
  for (const route of program.routes) {
    for (const who of [{}, cookies, admin, officer]) {
      const body = route.schema.body === undefined ? undefined : bodyOf(route, JSON.parse(JSON.stringify(sampleOf(route.schema.body)).replaceAll('"Thử"', JSON.stringify(PERSON.fullName))) as object);
      await server.inject({ method: route.method, url: `${addressOf(route)}?q=${encodeURIComponent(PERSON.fullName)}`, cookies: { ...who }, remoteAddress: '10.12.0.10', ...(body === undefined ? {} : body) });
    }
  }
  // Faults of the database in the middle of it: the driver's message quotes the row.
  await program.database.owner.pool.query('alter table dossier add constraint broken check (false) not valid');
  const broken = await post('/api/dossiers', reception(randomUUID(), '0987654321'), await signIn(officer_));
  for (const job of listBackground(program)) await Promise.resolve(job.run(program.clock.now(), new AbortController().signal)).catch(() => undefined);
  assert.equal(broken.statusCode, 503, broken.body);
  for (const secret of SECRETS) {
    for (const spelled of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), Buffer.from(secret).toString('base64')]) {
      assert.ok(spelled.length < 4 || !lines.includes(spelled), `a log line says ${secret}`);
    }
  }
  assert.doesNotMatch(lines, /\b(?:cookie|authorization|password|set-cookie)"/iu);
});

test('a fault is written with its kind, its place and the number of the request, so that it can be found', () => {
  const written = lines.split('\n').filter((line) => line.includes('request failed'));
  assert.ok(written.length > 0, 'the broken table was met');
  for (const line of written) {
    const entry = JSON.parse(line) as Readonly<Record<string, unknown>>;
    assert.match(String(entry['requestId']), /^[0-9a-f-]{36}$/u);
    assert.ok(typeof entry['name'] === 'string' && typeof entry['stack'] === 'string');
  }
});
