// Ten thousand transitions on a thousand dossiers by fifty officers at once, through HTTP on the real program with its durable database:
// how fast, and whether anything was lost, doubled or left out. Usage: bench/transitions.ts [transitions] [dossiers] [officers]
import { randomBytes, randomInt } from 'node:crypto';
import { type Role } from '../src/kernel/actor.ts';
import { createUuidSource } from '../src/kernel/uuid.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { findRunningPostgres } from '../src/platform/embedded-postgres/find-running-postgres.ts';
import { createStaff, TEST_PASSWORD } from '../test/commune.ts';
import { startProgram } from '../test/start-program.ts';

const WANTED = Number(process.argv[2] ?? 10_000);
const DOSSIERS = Number(process.argv[3] ?? 1000);
const OFFICERS = Number(process.argv[4] ?? 50);
const COMMUNE = '16072';
const ROLES: readonly Role[] = ['reception', 'specialist', 'president', 'clerk'];

const newId = createUuidSource({ now: Date.now, randomBytes });

/** What the officers believe of a dossier: as stale as a screen that nobody has loaded again. */
interface Seen {
  readonly id: string;
  version: number;
  stage: 'received' | 'appraise' | 'approve' | 'seal';
  accepted: number;
}

/** The next thing an officer does to a dossier at a stage; now and then it goes back a step, and it never ends. */
function nextOf({ id, version, stage }: Seen): { readonly path: string; readonly body: Readonly<Record<string, unknown>>; readonly leads: Seen['stage'] } {
  const head = { commandId: newId(), expectedVersion: version };
  const back = { path: `/api/dossiers/${id}/actions`, body: { ...head, action: 'send-back', note: 'Xem lại', outcome: null, legalBasis: null } };
  const on = (action: string, outcome: string | null) => ({ path: `/api/dossiers/${id}/actions`, body: { ...head, action, note: null, outcome, legalBasis: null } });
  if (stage === 'received') return { ...on('transfer', null), leads: 'appraise' };
  if (stage === 'appraise') return { ...on('appraise', 'positive'), leads: 'approve' };
  if (stage === 'seal') return { ...back, leads: 'approve' };
  return randomInt(2) === 0 ? { ...on('approve', null), leads: 'seal' } : { ...back, leads: 'appraise' };
}

const program = await startProgram({ log: 'silent' });
try {
  const connection = await findRunningPostgres(program.dataFolder);
  if (connection === undefined) throw new Error('the bundled database is not running');
  const owner = openDatabase({ ...connection, max: 4 }, 'owner', () => undefined);
  const unit = await owner.db.selectFrom('unit').select('id').where('commune_code', '=', COMMUNE).executeTakeFirstOrThrow();
  const post = async (cookie: string, path: string, body: unknown) => fetch(`${program.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify(body) });
  const cookies: string[] = [];
  for (let n = 0; n < OFFICERS; n += 1) {
    const userName = `can.bo.${String(n)}`;
    await createStaff(owner.db, { code: COMMUNE }, { userName, positions: ROLES.map((role) => ({ unitId: unit.id, role, title: 'Cán bộ', fields: [] })) });
    const answer = await post('', '/api/session', { userName, password: TEST_PASSWORD });
    if (answer.status !== 200) throw new Error(`officer ${String(n)} cannot sign in: ${await answer.text()}`);
    cookies.push(answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; '));
  }
  const dossiers: Seen[] = await Promise.all(
    Array.from({ length: DOSSIERS }, async (_, n) => {
      const id = newId();
      const answer = await post(cookies[n % OFFICERS] ?? '', '/api/dossiers', {
        commandId: newId(), dossierId: id, procedureCode: '1.004873', channel: 'counter',
        person: { citizenNumber: `003190${String(100_000 + n)}`, fullName: 'Nguyễn Thị Thử Tải', birthDate: '1990-03-05', sex: 'female', address: 'Thôn Đông Hòa', villageId: null, phone: '0900000012', email: null },
        authorisedBy: null, assistedBy: null, content: '', copies: 1,
        papers: [{ id: newId(), requirementId: null, name: 'Tờ khai', kind: 'original', source: 'submitted', copies: 1, reusedFrom: null, files: [] }],
        delivery: { method: 'counter', address: null },
      });
      if (answer.status !== 200) throw new Error(await answer.text());
      return { id, version: 1, stage: 'received' as const, accepted: 0 };
    }),
  );

  let accepted = 0;
  let refused = 0;
  const latencies: number[] = [];
  const startedAt = performance.now();
  await Promise.all(
    cookies.map(async (cookie) => {
      while (accepted < WANTED) {
        // A quarter of the officers' work lies on a few dossiers: that is where they meet.
        const dossier = dossiers[randomInt(4) === 0 ? randomInt(20) : randomInt(DOSSIERS)];
        if (dossier === undefined) throw new Error('no such dossier');
        const { path, body, leads } = nextOf(dossier);
        const sentAt = performance.now();
        const answer = await post(cookie, path, body);
        latencies.push(performance.now() - sentAt);
        if (answer.status === 200) {
          const { version } = (await answer.json()) as { version: number };
          accepted += 1;
          dossier.accepted += 1;
          // Whoever was told later must not take the news back.
          if (version > dossier.version) Object.assign(dossier, { version, stage: leads });
        } else {
          const text = await answer.text();
          if (answer.status !== 409) throw new Error(text);
          refused += 1;
        }
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const sorted = latencies.toSorted((a, b) => a - b);
  console.log(`${String(accepted)} transitions on ${String(DOSSIERS)} dossiers by ${String(OFFICERS)} officers in ${seconds.toFixed(1)} s: ${(accepted / seconds).toFixed(0)}/s; p50 ${(sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(1)} ms, p95 ${(sorted[Math.floor(sorted.length * 0.95)] ?? 0).toFixed(1)} ms; ${String(refused)} were overtaken and told so`);

  const ids = dossiers.map(({ id }) => id);
  const { rows } = await owner.pool.query<{ id: string; version: string; lines: number; distinct: number; highest: number; journal: number; outbox: number }>(
    `with h as (select dossier_id, count(*)::int as lines, count(distinct seq)::int as distinct, max(seq)::int as highest from dossier_history where dossier_id = any($1) group by dossier_id),
       j as (select entry::jsonb ->> 'object' as object, count(*)::int as journal from journal group by 1),
       o as (select payload ->> 'dossierId' as dossier, count(*)::int as outbox from outbox where topic in ('DossierReceived', 'DossierChanged') group by 1)
     select d.id, d.version, h.lines, h.distinct, h.highest, j.journal, o.outbox
     from dossier d join h on h.dossier_id = d.id join j on j.object = 'dossier:' || d.id join o on o.dossier = d.id::text`,
    [ids],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const faults = dossiers.filter((dossier) => {
    const row = byId.get(dossier.id);
    const lines = dossier.accepted + 1;
    return row === undefined || Number(row.version) !== lines || row.lines !== lines || row.distinct !== lines || row.highest !== lines || row.journal !== lines || row.outbox !== lines;
  });
  const { rows: gaps } = await owner.pool.query(
    `select 1 from (select substr(code, length(code) - 3)::int as number from dossier where id = any($1)) n having count(distinct number) <> max(number) - min(number) + 1`, [ids],
  );
  console.log(`lost, doubled or half: ${String(faults.length)} dossiers; gaps in the book of dossier codes: ${String(gaps.length)}`);
  await owner.close();
  if (faults.length > 0 || gaps.length > 0) process.exitCode = 1;
} finally {
  await program.stop();
}
