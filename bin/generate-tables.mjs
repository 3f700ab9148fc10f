// npm run tables: writes the row types of the migrated schema, with a throw-away database of its own.
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';

if (!(await ensureInstalled())) {
  process.exitCode = 1;
} else {
  const { runOnPinnedNode } = await import('./pinned-node.mjs');
  const { holdTestDatabase } = await import('./testing/test-database.mjs');
  const database = await holdTestDatabase(process.env.XASO_TEST_DATABASE_URL);
  try {
    await runOnPinnedNode(new URL('./generate-tables.ts', import.meta.url), [], { ...process.env, XASO_TEST_DATABASE_URL: database.url });
    if (process.exitCode === 0) console.error(`${fileURLToPath(new URL('../src/platform/db/tables.generated.ts', import.meta.url))} is up to date.`);
  } finally {
    await database.release();
  }
}
