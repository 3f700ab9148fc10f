// Procedure page: requests per second against a bare node:http server sending the same bytes, and bytes on the wire.
import { spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '../src/platform/embedded-postgres/postgres-address.ts';
import { getRequest, runLoad } from './http-load.ts';
import { startProgram } from '../test/start-program.ts';
import { summarise, words } from './statistics.ts';

const PATH = '/t/1.001193';
const HEADERS = { 'accept-encoding': 'br', 'user-agent': 'bench' };
const ROUNDS = 7;
const CONNECTIONS = 20;
const SECONDS = 3;

interface Fetched {
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

function fetchRaw(port: number): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: PATH, headers: HEADERS }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const headers = Object.fromEntries(Object.entries(response.headers).flatMap(([name, value]) => (name === 'date' || name === 'connection' || name === 'keep-alive' || value === undefined ? [] : [[name, String(value)]])));
        resolve({ headers, body: Buffer.concat(chunks) });
      });
    })
      .on('error', reject)
      .end();
  });
}

const program = await startProgram({ log: 'silent' });
try {
  await fetchRaw(program.port);
  await new Promise((resolve) => setTimeout(resolve, 3000)); // the best compression is made in the background
  const page = await fetchRaw(program.port);
  const file = join(await mkdtemp(join(tmpdir(), 'xaso-bare-')), 'page.json');
  await writeFile(file, JSON.stringify({ headers: page.headers, body: page.body.toString('base64') }));
  const barePort = await findFreePort();
  const bare = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', fileURLToPath(new URL('bare-server.ts', import.meta.url)), String(barePort), file], { stdio: 'inherit' });
  await new Promise((resolve) => setTimeout(resolve, 700));
  const results: { readonly program: number[]; readonly bare: number[] } = { program: [], bare: [] };
  const next = () => getRequest(PATH, HEADERS);
  for (const port of [program.port, barePort]) await runLoad({ port, connections: CONNECTIONS, seconds: 2, next });
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, port] of [['program', program.port], ['bare', barePort]] as const) {
      const outcome = await runLoad({ port, connections: CONNECTIONS, seconds: SECONDS, next });
      if (outcome.failed > 0) throw new Error(`${String(outcome.failed)} requests failed at ${name}`);
      results[name].push(outcome.perSecond);
    }
  }
  bare.kill();
  const ours = summarise(results.program);
  const theirs = summarise(results.bare);
  console.log(`page ${PATH}: ${String(page.body.length)} bytes on the wire (${page.headers['content-encoding'] ?? 'identity'}), headers not counted`);
  console.log(`program: ${words(ours, 'requests/s')}`);
  console.log(`bare node:http, same bytes and headers: ${words(theirs, 'requests/s')}`);
  console.log(`ratio of medians: ${(100 * ours.median / theirs.median).toFixed(1)} % (wanted: at least 60 %)`);
} finally {
  await program.stop();
}
