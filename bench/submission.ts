// Submission of a declaration with 40 fields through HTTP: person, dossier, papers, receipt, clock, history, journal and outbox, durable.
// Fifty clients for the rate, five hundred for the errors. Baseline in the same run: the database alone keeps the same declaration as one
// row of one table, a durable transaction each, over as many connections as the program has. Usage: bench/submission.ts [rounds] [seconds]
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { createUuidSource } from '../src/kernel/uuid.ts';
import { type ReceiveDossierRequest } from '../src/modules/dossiers/contract/dossier-schemas.ts';
import pg from 'pg';
import { findRunningPostgres } from '../src/platform/embedded-postgres/find-running-postgres.ts';
import { DEMO_PASSWORD } from '../src/demo/index.ts';
import { startProgram } from '../test/start-program.ts';
import { postRequest, runLoad } from './http-load.ts';
import { summarise, words } from './statistics.ts';

const ROUNDS = Number(process.argv[2] ?? 5);
const SECONDS = Number(process.argv[3] ?? 8);
const PAPERS = ['Tờ khai', 'Căn cước', 'Quyết định ly hôn', 'Giấy ủy quyền'];

const newId = createUuidSource({ now: Date.now, randomBytes });
let person = 100_000;

/** One declaration as the reception screen sends it: 12 values about the person and the request, and 7 for each of four papers. */
function declaration(): ReceiveDossierRequest {
  person += 1;
  return {
    commandId: newId(), dossierId: newId(), procedureCode: '1.004873', channel: 'counter',
    person: {
      citizenNumber: `003190${String(person)}`, fullName: 'Nguyễn Thị Thử Tải', birthDate: '1990-03-05', sex: 'female',
      address: 'Thôn Đông Hòa, xã Hoa Lộc, tỉnh Thanh Hóa', villageId: null, phone: '0900000012', email: `thu.tai.${String(person)}@xa.test`,
    },
    authorisedBy: null, assistedBy: null, content: 'Xác nhận tình trạng hôn nhân để mua bán nhà ở', copies: 1,
    papers: PAPERS.map((name) => ({ id: newId(), requirementId: null, name, kind: 'original' as const, source: 'submitted' as const, copies: 1, reusedFrom: null, files: [] })),
    delivery: { method: 'counter', address: null },
  };
}

/** Processor seconds that the program and every process of the database have used so far. */
function processorSeconds(pid: number): { readonly program: number; readonly database: number } {
  const ticks = (line: string) => {
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14])) / 100;
  };
  const program = ticks(readFileSync(`/proc/${String(pid)}/stat`, 'utf8'));
  const children = execFileSync('ps', ['-eo', 'pid,ppid,comm'], { encoding: 'utf8' }).split('\n').map((line) => line.trim().split(/\s+/));
  const known = new Set([String(pid)]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [own, parent] of children) {
      if (own !== undefined && parent !== undefined && known.has(parent) && !known.has(own)) {
        known.add(own);
        grown = true;
      }
    }
  }
  known.delete(String(pid));
  let database = 0;
  for (const own of known) {
    try {
      database += ticks(readFileSync(`/proc/${own}/stat`, 'utf8'));
    } catch {
      // It ended meanwhile.
    }
  }
  return { program, database };
}

const BASELINE_CONNECTIONS = 10;
/** A session belongs to the browser that it was opened in. */
const BROWSER = { 'user-agent': 'xaso-bench' };

/** Rows a second that the database keeps when it does nothing else, a durable transaction each. */
async function bareInserts(pool: pg.Pool, seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let done = 0;
  await Promise.all(Array.from({ length: BASELINE_CONNECTIONS }, async () => {
    const client = await pool.connect();
    while (performance.now() < until) {
      await client.query('insert into bench_row (id, declaration) values ($1, $2)', [newId(), JSON.stringify(declaration())]);
      done += 1;
    }
    client.release();
  }));
  return done / seconds;
}

const program = await startProgram({ log: 'silent' });
try {
  const connection = await findRunningPostgres(program.dataFolder);
  if (connection === undefined) throw new Error('the bundled database is not running');
  const pool = new pg.Pool({ ...connection, max: BASELINE_CONNECTIONS });
  await pool.query('create table bench_row (id uuid primary key, declaration jsonb not null)');
  const signedIn = await fetch(`${program.url}/api/session`, {
    method: 'POST', headers: { 'content-type': 'application/json', ...BROWSER }, body: JSON.stringify({ userName: 'motcua1', password: DEMO_PASSWORD }),
  });
  const cookie = signedIn.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  const load = (connections: number, seconds: number) => runLoad({ port: program.port, connections, seconds, next: () => postRequest('/api/dossiers', declaration(), { cookie, ...BROWSER }) });
  await load(50, 3);
  for (const [connections, rounds] of [[50, ROUNDS], [500, 1]] as const) {
    const rates: number[] = [];
    const tails: number[] = [];
    const bare: number[] = [];
    let failed = 0;
    let done = 0;
    const before = processorSeconds(program.pid);
    for (let round = 0; round < rounds; round += 1) {
      const outcome = await load(connections, SECONDS);
      const sorted = outcome.latencies.toSorted((a, b) => a - b);
      rates.push(outcome.perSecond);
      tails.push(sorted[Math.floor(sorted.length * 0.95)] ?? 0);
      failed += outcome.failed;
      done += outcome.latencies.length;
    }
    const after = processorSeconds(program.pid);
    for (let round = 0; round < rounds; round += 1) bare.push(await bareInserts(pool, 3));
    console.log(`${String(connections)} clients: ${words(summarise(rates), 'submissions/s')}; p95 ${words(summarise(tails), 'ms')}; ${String(failed)} of ${String(done)} failed`);
    console.log(`  baseline: ${words(summarise(bare), 'rows/s')}; ${(100 * summarise(rates).median / summarise(bare).median).toFixed(0)} % of it`);
    console.log(`  processor time a submission: program ${(1000 * (after.program - before.program) / done).toFixed(2)} ms, database ${(1000 * (after.database - before.database) / done).toFixed(2)} ms`);
  }
  await pool.end();
} finally {
  await program.stop();
}
