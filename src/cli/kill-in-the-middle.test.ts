import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { createUuidSource } from '../kernel/uuid.ts';
import { DEMO_PASSWORD } from '../demo/index.ts';
import { findRunningPostgres } from '../platform/embedded-postgres/find-running-postgres.ts';
import { type StartedProgram, startProgram } from '../../test/start-program.ts';

const RECEPTIONS = 500;
const COUNTERS = 20;
const newId = createUuidSource({ now: Date.now, randomBytes });

function reception(n: number) {
  return {
    commandId: newId(), dossierId: newId(), procedureCode: '1.004873', channel: 'counter',
    person: { citizenNumber: `003190${String(100_000 + n)}`, fullName: 'Nguyễn Thị Mẫu', birthDate: '1990-03-05', sex: 'female', address: 'Thôn 1', villageId: null, phone: '0900000012', email: null },
    authorisedBy: null, assistedBy: null, content: '', copies: 1,
    papers: [{ id: newId(), requirementId: null, name: 'Tờ khai', kind: 'original', source: 'submitted', copies: 1, reusedFrom: null, files: [] }],
    delivery: { method: 'counter', address: null },
  };
}
type Reception = ReturnType<typeof reception>;

async function signIn(program: StartedProgram): Promise<string> {
  const answer = await fetch(`${program.url}/api/session`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ userName: 'motcua1', password: DEMO_PASSWORD }),
  });
  assert.equal(answer.status, 200);
  return answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
}

/** The code that the program acknowledged; undefined when no answer or another one came. */
async function send(program: StartedProgram, cookie: string, body: Reception): Promise<string | undefined> {
  try {
    const answer = await fetch(`${program.url}/api/dossiers`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify(body), signal: AbortSignal.timeout(20_000) });
    return answer.status === 200 ? ((await answer.json()) as { code: string }).code : undefined;
  } catch {
    return undefined;
  }
}

/** Twenty counters work through the receptions; `strike` is called once when some have been acknowledged. */
async function receiveUntilStruck(program: StartedProgram, cookie: string, todo: readonly Reception[], strike: () => Promise<void>): Promise<ReadonlyMap<string, string>> {
  const acknowledged = new Map<string, string>();
  const queue = [...todo];
  let struck: Promise<void> | undefined;
  await Promise.all(
    Array.from({ length: COUNTERS }, async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const code = await send(program, cookie, next);
        if (code !== undefined) acknowledged.set(next.dossierId, code);
        if (acknowledged.size >= 120) struck ??= strike();
        // After the blow nothing more is begun: what matters is what was under way.
        if (struck !== undefined) return;
      }
    }),
  );
  await struck;
  return acknowledged;
}

for (const victim of ['program', 'database'] as const) {
  test(`kill -9 of the ${victim} in the middle of ${String(RECEPTIONS)} receptions: every acknowledged one is there once, none is half, no number is missing`, { skip: process.platform === 'win32' }, async () => {
    const program = await startProgram({ log: 'silent' });
    let again: StartedProgram | undefined;
    try {
      const todo = Array.from({ length: RECEPTIONS }, (_, n) => reception(n));
      const strike = async () => {
        if (victim === 'program') return program.kill();
        const [pid] = (await readFile(join(program.dataFolder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
        process.kill(Number(pid), 'SIGKILL');
        await program.kill();
      };
      const acknowledged = await receiveUntilStruck(program, await signIn(program), todo, strike);
      assert.ok(acknowledged.size >= 120 && acknowledged.size < RECEPTIONS, String(acknowledged.size));

      again = await startProgram({ log: 'silent', dataFolder: program.dataFolder });
      const connection = await findRunningPostgres(program.dataFolder);
      assert.ok(connection !== undefined);
      const client = new pg.Client(connection);
      await client.connect();
      const rows = async <T>(query: string, values: readonly unknown[] = []) => (await client.query(query, [...values])).rows as T[];
      const ours = todo.map(({ dossierId }) => dossierId);

      const kept = new Map((await rows<{ id: string; code: string }>('select id, code from dossier where id = any($1)', [ours])).map(({ id, code }) => [id, code]));
      for (const [id, code] of acknowledged) assert.equal(kept.get(id), code);

      // The same work sent again, as the screens do: what was there answers its code, the rest is received now.
      const cookie = await signIn(again);
      for (let n = 0; n < todo.length; n += COUNTERS) {
        const part = todo.slice(n, n + COUNTERS);
        const codes = await Promise.all(part.map((body) => send(again as StartedProgram, cookie, body)));
        for (const [place, { dossierId }] of part.entries()) {
          assert.ok(codes[place] !== undefined);
          if (kept.has(dossierId)) assert.equal(codes[place], kept.get(dossierId));
        }
      }
      const half = await rows<{ id: string }>(
        `select d.id from dossier d where d.id = any($1) and not (
           (select count(*) from dossier_history h where h.commune_code = d.commune_code and h.dossier_id = d.id) = 1
           and (select count(*) from dossier_paper p where p.commune_code = d.commune_code and p.dossier_id = d.id) = 1
           and (select count(*) from dossier_step s where s.commune_code = d.commune_code and s.dossier_id = d.id) > 1
           and exists (select 1 from person p where p.commune_code = d.commune_code and p.id = d.person_id)
           and (select count(*) from outbox o where o.commune_code = d.commune_code and o.topic = 'DossierReceived' and o.payload ->> 'dossierId' = d.id::text) = 1
           and (select count(*) from journal j where j.commune_code = d.commune_code and j.entry::jsonb ->> 'object' = 'dossier:' || d.id::text) = 1)`,
        [ours],
      );
      assert.deepEqual(half, []);
      const [numbers] = await rows<{ total: number; distinct: number; lowest: number; highest: number; counter: number }>(
        `with day as (select code from dossier where id = any($1)), prefix as (select max(substr(code, 1, length(code) - 5)) as text from day),
           today as (select substr(d.code, length(d.code) - 3)::int as number from dossier d, prefix where d.code like prefix.text || '-%')
         select count(*)::int as total, count(distinct number)::int as distinct, min(number) as lowest, max(number) as highest,
           (select max(last)::int from number_counter where period = to_char(now() at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') and book like 'dossier:%') as counter from today`,
        [ours],
      );
      assert.ok(numbers !== undefined && numbers.total >= RECEPTIONS);
      assert.deepEqual({ ...numbers, total: numbers.distinct }, { total: numbers.highest, distinct: numbers.highest, lowest: 1, highest: numbers.counter, counter: numbers.counter });
      await client.end();
    } finally {
      await again?.stop();
      await program.kill().catch(() => undefined);
      await rm(program.dataFolder, { recursive: true, force: true });
    }
  });
}
