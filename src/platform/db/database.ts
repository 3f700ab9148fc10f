import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { ScopedPool } from './scoped-pool.ts';
import { type Tables } from './tables.generated.ts';

/** The query builder over the migrated schema. */
export type Database = Kysely<Tables>;
/** The same inside one transaction: whoever is given it must not open another. */
export type Tx = Transaction<Tables>;

/** A pool with its query builder; `close` waits for queries under way. */
export interface DatabaseHandle {
  readonly db: Database;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

type ParserOf = (oid: number, format?: 'text' | 'binary') => (value: string) => unknown;

/** The driver's own table: it takes every object id, its type only the named ones. */
const driverParser = pg.types.getTypeParser as unknown as ParserOf;

const INT8 = 20;
const DATE = 1082;
const NUMERIC = 1700;

/** Whole numbers and days as JavaScript likes them; counts above 2^53 do not occur here. */
const parserOf: ParserOf = (oid, format) => {
  if (format === 'binary') return driverParser(oid, format);
  if (oid === INT8 || oid === NUMERIC) return Number;
  return oid === DATE ? (text) => text : driverParser(oid, format);
};

/**
 * Opens a pool. As the application it works under the role `xaso_app` (no UPDATE or DELETE on history and journal, no row of a commune that
 * the work under way is not for: `commune-scope.ts`); as the owner it may migrate and sees everything. `onError` hears of idle connections that broke; the pool replaces them by itself.
 */
export function openDatabase(
  config: pg.PoolConfig,
  as: 'application' | 'owner',
  onError: (error: Error) => void,
): DatabaseHandle {
  const role = as === 'application' ? ' -c role=xaso_app' : '';
  const Pool = as === 'application' ? ScopedPool : pg.Pool;
  const pool = new Pool({
    max: 12,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
    ...config,
    types: { getTypeParser: parserOf },
    options: `-c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000${role}`,
  });
  pool.on('error', onError);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  // Not db.destroy(): a query builder that was never used does not end its pool.
  return { db, pool, close: () => pool.end() };
}
