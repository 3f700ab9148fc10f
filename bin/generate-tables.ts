// Regenerates src/platform/db/tables.generated.ts from the migrated schema: npm run tables
import { writeFile } from 'node:fs/promises';
import { createDatabase } from '../test/database.ts';
import { generateTables } from '../src/platform/db/generate-tables.ts';

const database = await createDatabase();
try {
  const text = await generateTables(database.owner.pool);
  await writeFile(new URL('../src/platform/db/tables.generated.ts', import.meta.url), text);
} finally {
  await database.close();
}
