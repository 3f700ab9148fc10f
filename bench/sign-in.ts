// Signing in with a password through HTTP, twenty people a second who do not wait for each other: the time from the moment a person wants in until
// the whole answer is there, queues included. Two loads: everybody types it right, and every tenth one mistypes it. Baseline in the same
// run: argon2id alone, the same cost and the same arrivals. Usage: bench/sign-in.ts [rounds] [seconds] [a second]
import { verify } from '@node-rs/argon2';
import pg from 'pg';
import { DEMO_PASSWORD } from '../src/demo/index.ts';
import { hashPassword } from '../src/modules/identity/index.ts';
import { findRunningPostgres } from '../src/platform/embedded-postgres/find-running-postgres.ts';
import { startProgram } from '../test/start-program.ts';
import { summarise, words } from './statistics.ts';

const ROUNDS = Number(process.argv[2] ?? 5);
const SECONDS = Number(process.argv[3] ?? 20);
const A_SECOND = Number(process.argv[4] ?? 20);

/** Arrivals of people who know nothing of each other (a Poisson process), the same in every run: mulberry32 with a fixed seed. */
function arrivals(seed: number): readonly number[] {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const times: number[] = [];
  for (let at = 0; at < SECONDS * 1000; at -= (Math.log(1 - random()) * 1000) / A_SECOND) times.push(at);
  return times;
}

/** Milliseconds of every arrival, from the moment it was due. */
async function openLoad(seed: number, one: (number: number) => Promise<void>): Promise<readonly number[]> {
  const start = performance.now();
  return Promise.all(arrivals(seed).map((due, number) => new Promise<number>((resolve, reject) => {
    setTimeout(() => void one(number).then(() => { resolve(performance.now() - start - due); }, reject), due);
  })));
}

const at = (times: readonly number[], share: number): number => times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;

const program = await startProgram({ log: 'silent' });
try {
  const connection = await findRunningPostgres(program.dataFolder);
  if (connection === undefined) throw new Error('the bundled database is not running');
  const client = new pg.Client({ ...connection });
  await client.connect();
  const { rows } = await client.query<{ user_name: string }>('select user_name from staff order by user_name');
  await client.end();
  const names = rows.map((row) => row.user_name);
  const post = (userName: string, password: string, address: string) => fetch(`${program.url}/api/session`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-for': address }, body: JSON.stringify({ userName, password }),
  });
  const nameOf = (number: number) => names[number % names.length] ?? '';
  const answers = new Map<number, number>();
  const signIn = async (number: number, password: string): Promise<void> => {
    const answer = await post(nameOf(number), password, `10.1.${String(number % 200)}.${String(number % 250)}`);
    await answer.arrayBuffer();
    answers.set(answer.status, (answers.get(answer.status) ?? 0) + 1);
  };
  const hash = await hashPassword(DEMO_PASSWORD);
  const loads = {
    'the right password': (number: number) => signIn(number, DEMO_PASSWORD),
    'every tenth one mistyped': (number: number) => signIn(number, number % 10 === 0 ? 'mistyped-2026' : DEMO_PASSWORD),
    'baseline, argon2id alone': async () => { await verify(hash, DEMO_PASSWORD); },
  };
  await openLoad(1, loads['the right password']);
  for (const [name, one] of Object.entries(loads)) {
    answers.clear();
    const rounds: (readonly number[])[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await openLoad(round + 2, one));
    const figure = (share: number) => words(summarise(rounds.map((times) => at(times, share))), 'ms');
    console.log(`${name}, ${String(A_SECOND)} a second: p50 ${figure(0.5)}; p95 ${figure(0.95)}; p99 ${figure(0.99)}; answers ${JSON.stringify(Object.fromEntries(answers))}`);
  }
} finally {
  await program.stop();
}
