import { deepEqual, equal } from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createCommune } from '../../../../test/commune.ts';
import { createDatabase, type TestDatabase } from '../../../../test/database.ts';
import { openDatabase } from '../../../platform/db/database.ts';
import { sumScans } from './poster-scans.ts';
import { createScanCounter } from './scan-counter.ts';

let database: TestDatabase;

before(async () => {
  database = await createDatabase();
  await createCommune(database.db);
});

after(async () => {
  await database.close();
});

function scans(): Promise<ReadonlyMap<string, number>> {
  return sumScans(database.db, '16072', '2026-11-01', '2026-11-30');
}

test('counts wait in memory, are written at the end, and add up with those of before and of other days', async () => {
  const counter = createScanCounter(database.db, 60_000);
  for (let scan = 0; scan < 3; scan++) counter.count('16072', '1.001193', '2026-11-23');
  counter.count('16072', '2.000815', '2026-11-23');
  deepEqual([...(await scans())], []);
  await counter.close();
  const again = createScanCounter(database.db, 60_000);
  again.count('16072', '1.001193', '2026-11-23');
  again.count('16072', '1.001193', '2026-11-24');
  again.count('16072', '1.001193', '2026-12-01');
  await again.close();
  deepEqual([...(await scans())].sort(), [['1.001193', 5], ['2.000815', 1]]);
});

test('counts are written by themselves after a moment', async () => {
  const counter = createScanCounter(database.db, 10);
  counter.count('16072', '1.000656', '2026-11-23');
  const until = Date.now() + 5000;
  while ((await scans()).get('1.000656') === undefined && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
  equal((await scans()).get('1.000656'), 1);
  await counter.close();
});

test('two counters that write the same rows at once lose nothing', async () => {
  const counters = Array.from({ length: 4 }, () => createScanCounter(database.db, 60_000));
  for (const counter of counters) {
    for (const code of ['1.000080', '1.000094', '1.000110', '1.000253']) for (let scan = 0; scan < 25; scan++) counter.count('16072', code, '2026-11-23');
  }
  await Promise.all(counters.map((counter) => counter.close()));
  const all = await scans();
  deepEqual(['1.000080', '1.000094', '1.000110', '1.000253'].map((code) => all.get(code)), [100, 100, 100, 100]);
});

test('while the database is away counts are kept, and written when it is back', async () => {
  const away = openDatabase({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 200 }, 'application', () => undefined);
  let target = away.db;
  // stands for a pool whose database comes back
  const db = new Proxy(database.db, { get: (_object, name) => (name === 'insertInto' ? target.insertInto.bind(target) : undefined) });
  const counter = createScanCounter(db, 60_000);
  counter.count('16072', '1.004222', '2026-11-23');
  await counter.flush();
  counter.count('16072', '1.004222', '2026-11-23');
  target = database.db;
  await counter.close();
  equal((await scans()).get('1.004222'), 2);
  await away.close();
});
