import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { generateTables } from '../src/platform/db/generate-tables.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { readText } from './architecture/source-tree.ts';
import { createDatabase, type TestDatabase } from './database.ts';

describe('the migrated schema', () => {
  let database: TestDatabase;
  before(async () => {
    database = await createDatabase();
  });
  after(() => database.close());

  test('has the row types that the code is compiled with (npm run tables writes them)', async () => {
    assert.equal(await generateTables(database.owner.pool), readText('src/platform/db/tables.generated.ts'));
  });

  test('stays as it is when it is migrated again', async () => {
    const again = await migrate(database.owner.pool, new Date());
    assert.ok(!('code' in again));
    assert.deepEqual(again.applied, []);
  });

  test('has a primary key for every table', async () => {
    const { rows } = await database.owner.pool.query<{ name: string }>(`
      select c.relname as name from pg_class c
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`);
    assert.deepEqual(rows.map(({ name }) => name), []);
  });

  test('keeps every moment with its time zone', async () => {
    const { rows } = await database.owner.pool.query<{ name: string }>(`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and data_type in ('timestamp without time zone', 'time with time zone')`);
    assert.deepEqual(rows.map(({ name }) => name), []);
  });
});
