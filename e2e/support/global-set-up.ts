import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startProgram } from '../../test/start-program.ts';

/** Where the journeys find the program; set before any of them runs. */
export const URL_VARIABLE = 'XASO_JOURNEY_URL';

/** Builds the screens if they are not, and starts the demonstration commune once for all journeys. */
// eslint-disable-next-line no-restricted-syntax -- Playwright takes the set-up from the default export
export default async function setUp(): Promise<() => Promise<void>> {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../bin/build.mjs', import.meta.url))], { stdio: 'inherit' });
  const program = await startProgram();
  process.env[URL_VARIABLE] = program.url;
  return () => program.stop();
}
