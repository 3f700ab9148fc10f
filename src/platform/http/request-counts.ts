import { createHash } from 'node:crypto';
import { type FastifyRateLimitStore, type FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import { sql } from 'kysely';
import { inWholeInstallation } from '../db/commune-scope.ts';
import { type Database } from '../db/database.ts';

/** Counts one request of a subject; answers how many there were in the window, this one included, and how many milliseconds it still lasts. */
export type CountRequest = (subject: string, windowMs: number, now: Date) => Promise<{ readonly current: number; readonly ttl: number }>;

/**
 * Counts in the database, one statement a request, so that several processes on one database let through together what one would. The
 * table is not logged: counting flushes nothing to the disk. A clock that moved back begins a new window instead of a very long one.
 */
export function countInDatabase(db: Database): CountRequest {
  return async (subject, windowMs, now) => {
    const digest = createHash('sha256').update(subject).digest('hex');
    const begun = new Date(now.getTime() - windowMs);
    const { rows } = await inWholeInstallation(() => sql<{ hits: number; window_start: Date }>`
      insert into request_count as c (subject, window_start, hits) values (${digest}, ${now}, 1)
      on conflict (subject) do update set
        hits = case when c.window_start > ${begun} and c.window_start <= ${now} then c.hits + 1 else 1 end,
        window_start = case when c.window_start > ${begun} and c.window_start <= ${now} then c.window_start else ${now}::timestamptz end
      returning hits, window_start`.execute(db));
    const [row] = rows;
    if (row === undefined) throw new Error('a count answered nothing');
    return { current: row.hits, ttl: row.window_start.getTime() + windowMs - now.getTime() };
  };
}

/** How long counts are kept, far beyond any window. */
const KEPT_MS = 60 * 60_000;

/** Removes counts whose window has long ended. */
export async function forgetRequestCounts(db: Database, now: Date): Promise<void> {
  await sql`delete from request_count where window_start < ${new Date(now.getTime() - KEPT_MS)}`.execute(db);
}

/** The store of `@fastify/rate-limit`: every route counts for itself. The plugin has already cut IPv6 addresses to their network. */
export function rateLimitStore(count: CountRequest, clock: () => Date): FastifyRateLimitStoreCtor {
  return class RouteCounts implements FastifyRateLimitStore {
    readonly #route: string;

    constructor(options: object) {
      const { routeInfo } = options as { readonly routeInfo?: { readonly method: unknown; readonly url: string } };
      this.#route = routeInfo === undefined ? '' : `${String(routeInfo.method)} ${routeInfo.url}`;
    }

    child(options: object): FastifyRateLimitStore {
      return new RouteCounts(options);
    }

    incr(key: string, callback: Parameters<FastifyRateLimitStore['incr']>[1], timeWindow: number): void {
      count(`${this.#route} ${key}`, timeWindow, clock()).then(
        (counted) => { callback(null, counted); },
        (error: unknown) => { callback(error as Error); },
      );
    }
  };
}
