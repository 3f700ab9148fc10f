// How long it takes until a commune with all its dossiers has gone over into another, and is back. Measured beside it: the same rows merely
// given another value in a plain column, table by table, which is what any way of moving them costs at least.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { MOVING_TABLES } from '../src/modules/commune-merges/domain/table-moves.ts';
import { moveRows } from '../src/modules/commune-merges/store/move-rows.ts';
import { returnRows } from '../src/modules/commune-merges/store/return-rows.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { CROWD_NOW, withCrowds } from './dossier-crowd.ts';

const ROUNDS = 3;
const SIZE = Number(process.env['SIZE'] ?? 100_000);

const seconds = (times: readonly number[]): string => times.map((time) => (time / 1000).toFixed(1)).join(' · ');

await withCrowds([{ size: SIZE, communes: 2 }], async ([crowd]) => {
  if (crowd === undefined) throw new Error('no crowd');
  const owner = openDatabase({ ...crowd.config, max: 1 }, 'owner', () => undefined);
  const [into, from] = crowd.communes.length > 1 ? crowd.communes.map(({ code }) => code) : [crowd.communes[0]?.code ?? '', (await owner.db.selectFrom('commune').select('code').where('code', '<>', crowd.communes[0]?.code ?? '').executeTakeFirstOrThrow()).code];
  if (into === undefined || from === undefined) throw new Error('two communes are needed');
  const counted = await sql<{ n: number }>`select count(*)::int as n from dossier where commune_code = ${from}`.execute(owner.db);
  const [away, back, floor]: [number[], number[], number[]] = [[], [], []];
  let rows = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const mergeId = randomUUID();
    await owner.db.insertInto('commune_merge').values({
      id: mergeId, from_code: from, into_code: into, resolution: 'đo', resolution_on: '2026-11-20', state: 'agreed', version: 1, proposed_at: CROWD_NOW, proposed_by: randomUUID(), proposed_by_name: 'đo',
    }).execute();
    const place = { mergeId, from, into };
    let began = performance.now();
    const moved = await owner.db.transaction().execute((tx) => moveRows(tx, place, 'Xã Mẫu 2'));
    away.push(performance.now() - began);
    rows = Object.values(moved).reduce((sum, n) => sum + n, 0);
    await owner.pool.query('set statement_timeout = 0');
    await owner.pool.query('vacuum analyze');
    began = performance.now();
    await owner.db.transaction().execute((tx) => returnRows(tx, place));
    back.push(performance.now() - began);
    await owner.db.deleteFrom('commune_merge').where('id', '=', mergeId).execute();
    await owner.pool.query('vacuum analyze');
    began = performance.now();
    await owner.db.transaction().execute(async (tx) => {
      await sql`set local statement_timeout = 0`.execute(tx);
      for (const [table] of MOVING_TABLES) {
        const { rows: [column] } = await sql<{ name: string }>`select attname::text as name from pg_attribute a where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
          and not exists (select from pg_index i where i.indrelid = a.attrelid and a.attnum = any(i.indkey)) order by attnum limit 1`.execute(tx);
        if (column !== undefined) await sql`update ${sql.table(table)} set ${sql.ref(column.name)} = ${sql.ref(column.name)} where commune_code = ${from}`.execute(tx);
      }
    });
    floor.push(performance.now() - began);
    await owner.pool.query('vacuum analyze');
  }
  await owner.close();
  console.log(`${String(counted.rows[0]?.n)} of ${String(SIZE)} dossiers, ${String(rows)} rows, ${String(ROUNDS)} rounds, seconds`);
  console.log(`over       ${seconds(away)}`);
  console.log(`back       ${seconds(back)}`);
  console.log(`rewritten  ${seconds(floor)} (the same rows written once, no key touched)`);
});
