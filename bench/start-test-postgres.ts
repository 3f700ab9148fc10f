import { startThrowAwayPostgres } from '../src/platform/embedded-postgres/start-throw-away-postgres.ts';

/** A PostgreSQL of its own for a benchmark that is built from the houses of the tests: they find it by `XASO_TEST_DATABASE_URL`. Answers how it is stopped. */
export async function startTestPostgres(): Promise<() => Promise<void>> {
  const postgres = await startThrowAwayPostgres({ max_connections: '50' });
  const { host, port, user, password } = postgres.connection;
  const address = new URL('postgresql://127.0.0.1/postgres');
  address.username = user;
  address.password = password;
  address.port = String(port);
  if (host.startsWith('/')) address.searchParams.set('host', host);
  process.env['XASO_TEST_DATABASE_URL'] = address.href;
  return () => postgres.stop();
}
