import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Rooms whose tests need nothing but memory; they share one process, which saves a second or more a file on an old PC. */
const PURE = /^src\/(?:kernel|web|modules\/[^/]+\/(?:domain|contract|ui))\//;

/** Every test file by the stage that runs it, as paths from the root; with filters only those whose path contains one of them. */
export function listTestFiles(filters) {
  const all = ['src', 'test', 'e2e'].flatMap((folder) => filesIn(join(root, folder)));
  const wanted = all.filter((path) => filters.length === 0 || filters.some((filter) => path.includes(filter)));
  const tests = wanted.filter((path) => /\.test\.tsx?$/.test(path));
  const inBrowser = tests.filter((path) => /\.browser\.test\.tsx?$/.test(path));
  return {
    rules: tests.filter((path) => PURE.test(path)),
    store: tests.filter((path) => !PURE.test(path) && !inBrowser.includes(path)),
    inBrowser,
    journeys: wanted.filter((path) => /^e2e\/.*\.journey\.ts$/.test(path)),
  };
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
    .sort();
}
