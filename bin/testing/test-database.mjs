import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { pinnedNode } from '../pinned-node.mjs';

const HOLDER = fileURLToPath(new URL('../../test/hold-database.ts', import.meta.url));

/**
 * Starts a throw-away PostgreSQL in a process of its own, or prepares the server at `given`.
 * Answers its address and how to let go of it; throws when there is none.
 */
export async function holdTestDatabase(given) {
  const child = spawn(pinnedNode(), ['--disable-warning=ExperimentalWarning', HOLDER, ...(given === undefined ? [] : [given])], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const line = await Promise.race([once(createInterface({ input: child.stdout }), 'line').then(([text]) => text), gone.then(() => undefined)]);
  if (line === undefined) throw new Error('The database for the tests did not start; see above.');
  return {
    url: line,
    release: async () => {
      child.stdin.end();
      await gone;
    },
  };
}
