import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { arbitraryDossiers } from '../src/modules/dossiers/store/arbitrary-dossiers-for-tests.ts';
import { insertSamples } from '../src/modules/dossiers/store/sample-dossiers-for-tests.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { createCommune } from './commune.ts';
import { createDatabase, type TestDatabase } from './database.ts';

let database: TestDatabase;
before(async () => {
  database = await createDatabase();
});
after(() => database.close());

test('an upgrade of a database with dossiers leaves statistics for the indexes that it made', async () => {
  const { commune, units } = await createCommune(database.db);
  const dossiers = fc.sample(arbitraryDossiers([units.office.id], 60), { numRuns: 20, seed: 42 }).toSorted((a, b) => b.length - a.length)[0] ?? [];
  await insertSamples(database.owner, commune.code, dossiers);
  assert.ok(dossiers.length > 0);
  const { pool } = database.owner;
  // As it was before the migration that changed how dossiers are found.
  await pool.query("drop table saved_filter; drop function dossier_name, dossier_text; delete from schema_migration where name = '0030_dossiers_finding.sql'");
  const statistics = async () => (await pool.query("select from pg_stats where tablename = 'dossier_words'")).rowCount;
  assert.equal(await statistics(), 0);
  const outcome = await migrate(pool, new Date());
  assert.deepEqual('applied' in outcome ? outcome.applied : outcome, ['0030_dossiers_finding.sql']);
  assert.equal(await statistics(), 1);
});
