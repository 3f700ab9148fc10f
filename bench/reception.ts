// Reception (person, dossier, 5 papers, clock, history, journal, outbox; durable commit) through HTTP,
// against the same SQL run by itself on the same database from the same number of connections.
import { randomBytes, randomUUID } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { createUuidSource } from '../src/kernel/uuid.ts';
import { createCalendars } from '../src/modules/calendar/index.ts';
import { createReception } from '../src/modules/dossiers/api/receive-dossier.ts';
import { type ReceiveDossierRequest } from '../src/modules/dossiers/contract/dossier-schemas.ts';
import { getCommune, listStaff } from '../src/modules/identity/index.ts';
import { createCatalogue } from '../src/modules/procedures/index.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { type Tables } from '../src/platform/db/tables.generated.ts';
import { findRunningPostgres } from '../src/platform/embedded-postgres/find-running-postgres.ts';
import { createLinkSigner } from '../src/platform/secrets/link-signer.ts';
import { DEMO_PASSWORD } from '../src/demo/index.ts';
import { postRequest, runLoad } from './http-load.ts';
import { startProgram } from '../test/start-program.ts';
import { summarise, words } from './statistics.ts';

const CONNECTIONS = Number(process.argv[2] ?? 8);
const ROUNDS = 5;
const SECONDS = 5;
const COMMUNE = '16072';

const newId = createUuidSource({ now: Date.now, randomBytes });
let person = 100_000;

function reception(): ReceiveDossierRequest {
  person += 1;
  return {
    commandId: newId(), dossierId: newId(), procedureCode: '1.004873', channel: 'counter',
    person: {
      citizenNumber: `003190${String(person)}`, fullName: 'Nguyễn Thị Thử Tải', birthDate: '1990-03-05', sex: 'female',
      address: 'Thôn Đông Hòa, xã Hoa Lộc', villageId: null, phone: '0900000012', email: null,
    },
    authorisedBy: null, assistedBy: null, content: 'Xác nhận tình trạng hôn nhân', copies: 1,
    papers: ['Tờ khai', 'Căn cước', 'Giấy tờ khác', 'Quyết định ly hôn', 'Giấy ủy quyền'].map((name) => ({
      id: newId(), requirementId: null, name, kind: 'original' as const, source: 'submitted' as const, copies: 1, reusedFrom: null, files: [],
    })),
    delivery: { method: 'counter', address: null },
  };
}

interface Captured {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Runs one reception through the program's own code and keeps every statement that it sent. */
async function capture(pool: pg.Pool): Promise<{ readonly statements: readonly Captured[]; readonly request: ReceiveDossierRequest; readonly ids: readonly string[] }> {
  const statements: Captured[] = [];
  let recording = false;
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    log: (event) => {
      if (recording) statements.push({ sql: event.query.sql, parameters: event.query.parameters });
    },
  });
  const catalogue = await createCatalogue(db);
  const calendars = createCalendars(db);
  const today = new Date().toISOString().slice(0, 10);
  const officer = (await listStaff(db, { communeCode: COMMUNE, on: today })).find((one) => one.positions.some((position) => position.role === 'reception'));
  if (officer === undefined) throw new Error('the demo has no reception officer');
  const request = reception();
  const commune = await getCommune(db, COMMUNE);
  await calendars.getCalendar(COMMUNE);
  const outboxId = newId();
  const deps = {
    db, links: createLinkSigner(randomBytes(32)), publicUrl: 'http://bench', newId: () => outboxId, randomBytes,
    homeCommune: () => Promise.resolve(commune), communeOf: () => Promise.resolve(commune), calendarOf: calendars.getCalendar,
    procedureInForce: catalogue.dossierProcedure.bind(catalogue),
  };
  recording = true;
  const outcome = await createReception(deps as never)(request, { kind: 'staff', staffId: officer.id, communeCode: COMMUNE, fullName: officer.fullName, userName: 'bench', positions: officer.positions } as never, {
    actor: { kind: 'anonymous' }, now: new Date(), locale: 'vi', display: { scale: '100', contrast: 'normal' }, requestId: 'b', address: '127.0.0.1', userAgent: '', cookies: {},
  });
  recording = false;
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const text = JSON.stringify(statements.map((statement) => statement.parameters));
  const reference = /KB-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? '';
  const personId = /[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}/.exec(text)?.[0] ?? '';
  const tokenHash = /token_hash\\*":\\*"([0-9a-f]{64})/.exec(text)?.[1] ?? '';
  return { statements, request, ids: [request.dossierId, request.commandId, outboxId, reference, personId, tokenHash, request.person.citizenNumber ?? ''] };
}

/** The same statements with everything that must be unique made new. */
function renew(parameters: readonly unknown[], ids: readonly string[], fresh: readonly string[]): unknown[] {
  return parameters.map((parameter) => {
    if (typeof parameter !== 'string') return parameter;
    let text = parameter;
    for (const [index, id] of ids.entries()) text = text.replaceAll(id, fresh[index] ?? '');
    return text;
  });
}

async function runSql(clients: readonly pg.PoolClient[], captured: Awaited<ReturnType<typeof capture>>): Promise<number> {
  const until = performance.now() + SECONDS * 1000;
  let done = 0;
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < until) {
        person += 1;
        const hex = randomBytes(32).toString('hex');
        const letters = hex.slice(0, 8).toUpperCase();
        const fresh = [newId(), newId(), newId(), `KB-${letters.slice(0, 4)}-${letters.slice(4)}`, randomUUID(), hex, `003190${String(person)}`];
        await client.query('begin');
        for (const { sql, parameters } of captured.statements) await client.query(sql, renew(parameters, captured.ids, fresh));
        await client.query('commit');
        done += 1;
      }
    }),
  );
  return done / SECONDS;
}

const program = await startProgram({ log: 'silent' });
try {
  const connection = await findRunningPostgres(program.dataFolder);
  if (connection === undefined) throw new Error('the bundled database is not running');
  const handle = openDatabase({ ...connection, max: CONNECTIONS }, 'application', () => undefined);
  const captured = await capture(handle.pool);
  const base = `http://127.0.0.1:${String(program.port)}`;
  const signedIn = await fetch(`${base}/api/session`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ userName: 'motcua1', password: DEMO_PASSWORD }),
  });
  const cookie = signedIn.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => handle.pool.connect()));
  const results: { readonly http: number[]; readonly sql: number[] } = { http: [], sql: [] };
  let latencies: number[] = [];
  const load = { port: program.port, connections: CONNECTIONS, next: () => postRequest('/api/dossiers', reception(), { cookie }) };
  await runLoad({ ...load, seconds: 2 });
  await runSql(clients, captured);
  for (let round = 0; round < ROUNDS; round += 1) {
    const outcome = await runLoad({ ...load, seconds: SECONDS });
    if (outcome.failed > 0) throw new Error(`${String(outcome.failed)} receptions failed`);
    results.http.push(outcome.perSecond);
    latencies = [...latencies, ...outcome.latencies];
    results.sql.push(await runSql(clients, captured));
  }
  for (const client of clients) client.release();
  const sorted = latencies.toSorted((a, b) => a - b);
  console.log(`${String(CONNECTIONS)} connections; ${String(captured.statements.length)} statements a reception besides begin and commit`);
  console.log(`through HTTP: ${words(summarise(results.http), 'receptions/s')}; p50 ${(sorted[Math.floor(sorted.length * 0.5)] ?? 0).toFixed(1)} ms, p95 ${(sorted[Math.floor(sorted.length * 0.95)] ?? 0).toFixed(1)} ms`);
  console.log(`the same SQL by itself: ${words(summarise(results.sql), 'receptions/s')}`);
  console.log(`ratio of medians: ${(100 * summarise(results.http).median / summarise(results.sql).median).toFixed(1)} % (wanted: at least 50 %)`);
  await handle.close();
} finally {
  await program.stop();
}
