// How long a whole sign-in by the word of a provider takes here: our part of it, for a citizen and for a member of staff, beside a bare
// redirect of the same server. The provider is a real one on this machine; what it takes by itself is measured apart and taken off.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { createSignOnHouse, DAO, type SignOnHouse } from '../test/sign-on-house.ts';
import { type TestIdentity } from '../test/identity-provider.ts';

const ROUNDS = Number(process.argv[2] ?? 200);
const OFFICER: TestIdentity = { subject: 'do-toc-do', claims: { name: 'Văn thư', email: 'vt@tinh.example.vn', email_verified: true }, acr: 'urn:xaso:assurance:2' };

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

function report(name: string, taken: readonly number[]): void {
  const sorted = taken.toSorted((a, b) => a - b);
  console.log(`${name}: p50 ${at(sorted, 0.5).toFixed(1)} ms, p95 ${at(sorted, 0.95).toFixed(1)} ms, slowest ${(sorted.at(-1) ?? 0).toFixed(1)} ms, ${String(sorted.length)} times`);
}

interface Taken {
  readonly start: number[];
  readonly callback: number[];
  readonly provider: number[];
  readonly page: number[];
}

/** One sign-in, each part timed: the way out, the provider's own pages, the way back with the two questions to the provider, the first page. */
async function signIn(house: SignOnHouse, person: TestIdentity, start: string, first: string, taken: Taken): Promise<void> {
  const browser = house.browser();
  const time = async <T>(list: number[], work: () => Promise<T>): Promise<T> => {
    const begun = performance.now();
    const done = await work();
    list.push(performance.now() - begun);
    return done;
  };
  const begun = await time(taken.start, () => browser.get(start));
  const back = await time(taken.provider, () => house.callbackOf(String(begun.headers.location), person));
  const came = await time(taken.callback, () => browser.get(back));
  if (came.statusCode !== 303) throw new Error(`not signed in: ${String(came.statusCode)}`);
  const page = await time(taken.page, () => browser.get(first));
  if (page.statusCode !== 200) throw new Error(`no page: ${String(page.statusCode)}`);
}

// A PostgreSQL of its own, as the tests have one; it stops when its input ends.
const holder = spawn(process.execPath, ['--import', './bin/tsx-hook.mjs', 'test/hold-database.ts'], { stdio: ['pipe', 'pipe', 'inherit'] });
const [url] = (await once(createInterface(holder.stdout), 'line')) as [string];
process.env['XASO_TEST_DATABASE_URL'] = url;

const house = await createSignOnHouse();
try {
  const { pool } = house.program.database.owner;
  const { code } = house.commune.commune;
  await pool.query("insert into setting (commune_code, key, value, changed_at) values ($1, 'single-sign-on.staff', '\"allowed\"', now())", [code]);
  await pool.query("insert into staff_sign_on_link (commune_code, id, staff_id, provider, kind, value, linked_at, linked_by) values ($1, $2, $3, 'tinh', 'subject', $4, now(), $3)", [code, randomUUID(), house.commune.staff.clerk.id, OFFICER.subject]);
  await house.receive({ fullName: 'Nguyễn Thị Đào', citizenNumber: '038190999901' });

  const bare: number[] = [];
  for (let round = -20; round < ROUNDS; round += 1) {
    const begun = performance.now();
    await house.browser().get('/cua-toi');
    if (round >= 0) bare.push(performance.now() - begun);
  }
  report('baseline: a redirect of the same server', bare);

  for (const [name, person, start, first] of [['citizen', DAO, '/dang-nhap/vneid', '/cua-toi'], ['member of staff', OFFICER, '/dang-nhap/tinh', '/api/session']] as const) {
    const taken: Taken = { start: [], callback: [], provider: [], page: [] };
    const warm: Taken = { start: [], callback: [], provider: [], page: [] };
    for (let round = 0; round < 10; round += 1) await signIn(house, person, start, first, warm);
    for (let round = 0; round < ROUNDS; round += 1) await signIn(house, person, start, first, taken);
    report(`${name}, the way out`, taken.start);
    report(`${name}, the way back (with the provider's answers to our questions)`, taken.callback);
    report(`${name}, the first page`, taken.page);
    report(`${name}, our part of the whole`, taken.start.map((one, index) => one + (taken.callback[index] ?? 0) + (taken.page[index] ?? 0)));
    report(`${name}, the provider's own pages (not ours)`, taken.provider);
  }
} finally {
  await house.close();
  holder.stdin.end();
}
