import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NOT_IN_A_COPY } from './architecture/person-tables.ts';
import { listFiles, readText } from './architecture/source-tree.ts';
import { createDatabase, type TestDatabase } from './database.ts';

let database: TestDatabase;
before(async () => { database = await createDatabase(); });
after(() => database.close());

test('every table with data about a person is in the copy of their data, or named with the reason why not', async () => {
  const { rows } = await database.owner.pool.query<{ name: string }>(`
    select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and (a.attname in ('dossier_id', 'person_id', 'citizen_number', 'applicant_name', 'requester_name', 'first_dossier_id') or (c.relname = 'dossier' and a.attname = 'id'))
    order by 1`);
  const sources = listFiles().filter((path) => path.endsWith('store/about-person.ts')).map(readText).join('\n');
  assert.ok(rows.length > 20);
  const isRead = (table: string): boolean => new RegExp(`(?:from|join) ${table}\\b|of\\('${table}'`, 'u').test(sources);
  assert.deepEqual(rows.map(({ name }) => name).filter((name) => !isRead(name) && !(name in NOT_IN_A_COPY)), [], 'neither read nor named');
  assert.deepEqual(Object.keys(NOT_IN_A_COPY).filter((name) => isRead(name) || !rows.some((row) => row.name === name)), [], 'named without need');
});
