// Holds a throw-away PostgreSQL for whoever started this: prints its address as the first line, stops it when standard input ends.
// With an address as argument that server is used instead: only the template of an earlier run is removed from it.
import { once } from 'node:events';
import pg from 'pg';
import { type PostgresConnection } from '../src/platform/embedded-postgres/postgres-address.ts';
import { startThrowAwayPostgres } from '../src/platform/embedded-postgres/start-throw-away-postgres.ts';

/** Two test files at a time, each with pools for the application and for the owner. */
const SETTINGS = { max_connections: '300' };

function urlOf({ host, port, user, password }: PostgresConnection): string {
  const url = new URL('postgresql://127.0.0.1/postgres');
  url.username = user;
  url.password = password;
  url.port = String(port);
  if (host.startsWith('/')) url.searchParams.set('host', host);
  return url.href;
}

/** The schema may have changed since the last run on that server. */
async function dropTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('drop database if exists xaso_test_template with (force)');
  } finally {
    await client.end();
  }
}

// Ctrl-C reaches every process of the terminal: the end of standard input says when the tests are really over.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);

const given = process.argv[2];
const postgres = given === undefined ? await startThrowAwayPostgres(SETTINGS) : undefined;
if (given !== undefined) await dropTemplate(given);
const url = postgres === undefined ? given : urlOf(postgres.connection);
process.stdout.write(`${url ?? ''}\n`);
process.stdin.resume();
await Promise.race([once(process.stdin, 'end'), once(process, 'SIGTERM')]);
await postgres?.stop();
process.exit();
