import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { type Database } from './database.ts';

/** Under which the triggers of reference data tell of a change; see the migration `reference_data`. */
const LISTEN = 'listen xaso_reference';
/** How often the counters are compared although no message came: one may have been lost with a connection. */
const CHECK_MS = 3_000;
/** A connection that answers nothing for so long is given up. */
const PATIENCE_MS = 2_000;
/** Where LISTEN reaches nobody (a pooler between), comparing alone serves. */
const OPTIONS = '-c timezone=UTC -c role=xaso_app';

/** Something that is kept in memory and drawn from the reference data of one topic. */
export interface ReferenceCopy<T> {
  readonly current: () => T;
  /** Reads again when something changed since the last reading; costs one small query when nothing did. Answers whether it read. */
  readonly catchUp: () => Promise<boolean>;
}

/** How many changes a topic has seen; 0: none yet. */
async function readVersion(db: Database, topic: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from reference_version where topic = ${topic}`.execute(db);
  return rows[0]?.version ?? 0;
}

/** Keeps what `load` reads of a topic. Several who catch up at once wait for one after the other, so that an older reading never replaces a newer one. */
export async function keepReferenceCopy<T>(db: Database, topic: string, load: () => Promise<T>): Promise<ReferenceCopy<T>> {
  // Asked before the reading: a change in between is then read twice, and never missed.
  let known = await readVersion(db, topic);
  let kept = await load();
  let line: Promise<unknown> = Promise.resolve();
  const read = async (): Promise<boolean> => {
    const version = await readVersion(db, topic);
    if (version === known) return false;
    kept = await load();
    known = version;
    return true;
  };
  return {
    current: () => kept,
    catchUp: () => {
      const done = line.then(read);
      line = done.catch(() => undefined);
      return done;
    },
  };
}

/** Watching for changes of reference data. */
export interface ReferenceWatch {
  /** Lets go of the connection and waits for what is under way. */
  stop(): Promise<void>;
}

/** How often the watch looks, for tests. */
export interface WatchTimes {
  readonly checkMs: number;
  readonly patienceMs: number;
}

/**
 * Calls the handler of a topic whenever reference data of it was changed, by this process or another one: at once while messages arrive, within
 * `checkMs` when one was lost, and after a lost connection as soon as there is one again. A handler that fails is called again. Every handler is
 * called once at the start, for what changed before the watch began. It works on one connection of its own, for the whole installation.
 */
export function watchReferenceData(connection: pg.PoolConfig, handlers: Readonly<Record<string, () => Promise<unknown>>>, times: WatchTimes = { checkMs: CHECK_MS, patienceMs: PATIENCE_MS }): ReferenceWatch {
  const stopping = new AbortController();
  const done = new Map<string, string>();
  let wake: () => void = () => undefined;
  const isStopping = (): boolean => stopping.signal.aborted;
  const rest = async (isOver: () => boolean): Promise<void> => {
    if (isOver()) return;
    const woken = Promise.withResolvers<undefined>();
    wake = () => { woken.resolve(undefined); };
    const over = new AbortController();
    const patience = wait(times.checkMs, undefined, { ref: false, signal: AbortSignal.any([stopping.signal, over.signal]) }).catch(() => undefined);
    await Promise.race([woken.promise, patience]);
    over.abort();
  };

  const look = async (client: pg.Client): Promise<void> => {
    const { rows } = await client.query<{ topic: string; version: string }>('select topic, version::text as version from reference_version');
    const versions = new Map(rows.map(({ topic, version }) => [topic, version]));
    for (const [topic, handle] of Object.entries(handlers)) {
      const version = versions.get(topic) ?? '0';
      if (done.get(topic) === version) continue;
      try {
        await handle();
        done.set(topic, version);
      } catch {
        // The database went away meanwhile, as a rule: the next look calls it again.
      }
    }
  };

  const listen = async (): Promise<void> => {
    const client = new pg.Client({ ...connection, options: OPTIONS, application_name: 'xaso reference data', keepAlive: true, connectionTimeoutMillis: times.patienceMs, query_timeout: times.patienceMs });
    const line = { lost: false, told: false };
    const happened = (what: keyof typeof line) => () => {
      line[what] = true;
      wake();
    };
    client.on('error', happened('lost'));
    client.on('end', happened('lost'));
    client.on('notification', happened('told'));
    try {
      await client.connect();
      await client.query(LISTEN);
      while (!line.lost && !isStopping()) {
        line.told = false;
        await look(client);
        // What was told during the look may not be in it.
        await rest(() => line.told || line.lost || isStopping());
      }
    } finally {
      const closed = client.end().catch(() => undefined);
      // A connection that is half gone would keep us waiting.
      await Promise.race([closed, wait(times.patienceMs, undefined, { ref: false })]);
    }
  };

  const watching = (async () => {
    while (!isStopping()) {
      await listen().catch(() => undefined);
      if (!isStopping()) await wait(Math.min(500, times.checkMs), undefined, { ref: false, signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      wake();
      await watching;
    },
  };
}
