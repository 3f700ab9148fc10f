import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { endsWithin } from '../data-folder/process-identity.ts';
import { SetUpProblem, twoLines } from '../set-up-problem.ts';
import { errorCode } from '../set-up-problem-from-error.ts';
import { type Cluster, clusterPaths, OWNER } from './cluster.ts';
import { addressOf, chooseAddress, connectionTo, findFreePort, type PostgresAddress, type PostgresConnection } from './postgres-address.ts';
import { startPostmaster, stopPostmaster } from './postmaster.ts';
import { findPostmaster } from './postmaster-file.ts';
import { SUPERVISOR_WORDS } from './supervisor-words.ts';

/** A database that answers. */
export interface Running {
  readonly pid: number;
  readonly address: PostgresAddress;
  /** It was running already, left by a program that was killed. */
  readonly adopted: boolean;
  /** Its last run was not stopped properly, so it had to recover. */
  readonly recovered: boolean;
}

/** What bringing up a database needs to know besides its files. */
export interface BringUpWish {
  /** Where it has to listen, because connections to that place exist. */
  readonly address?: PostgresAddress;
  readonly say: (text: string) => void;
  readonly onStarting?: () => void;
}

/** After a crash the old run's server processes leave within a second or two. */
const BUSY_PATIENCE_MS = 30_000;
const BUSY_PAUSE_MS = 150;
const SHUTDOWN_PATIENCE_MS = 120_000;
const DEAF_PATIENCE_MS = 60_000;

/**
 * Takes over the database of these files if it is running, else starts it, and answers once it accepts connections.
 * Throws a SetUpProblem with the database's own words when it cannot be started.
 */
export async function bringUp(cluster: Cluster, dataFolder: string, wish: BringUpWish): Promise<Running> {
  const running = await takeOver(cluster, dataFolder, wish);
  if (running !== undefined) return running;
  const recovered = (await findPostmaster(cluster.folder)).kind === 'left-over';
  if (recovered) wish.say(twoLines(SUPERVISOR_WORDS.recovering));

  let address = wish.address ?? (await chooseAddress(cluster.socketFolder));
  const until = Date.now() + BUSY_PATIENCE_MS;
  for (;;) {
    const started = await startPostmaster(cluster, address, {
      onStarting: () => wish.onStarting?.(),
      onSlow: () => {
        wish.say(twoLines(SUPERVISOR_WORDS.slow));
      },
    });
    if (typeof started === 'number') {
      try {
        await makeDatabase(connectionTo(address, { ...owner(cluster), database: 'postgres' }), dataFolder);
      } catch (error) {
        await stopPostmaster(cluster, started);
        throw error;
      }
      return { pid: started, address, adopted: false, recovered };
    }
    const movable = wish.address === undefined && Date.now() < until;
    if (started.fault === 'busy' && Date.now() < until) {
      await wait(BUSY_PAUSE_MS);
      continue;
    }
    if (movable && (started.fault === 'no-socket' || started.fault === 'port-taken')) {
      address = { kind: 'loopback', port: await findFreePort() };
      continue;
    }
    if (started.fault === 'disk-full') throw new SetUpProblem('disk-full', { path: dataFolder });
    throw new SetUpProblem('postgres-did-not-start', { path: cluster.logFolder, detail: lastComplaint(started.words) });
  }
}

/** The owner's login. */
export function owner(cluster: Cluster): { readonly user: string; readonly password: string } {
  return { user: OWNER, password: cluster.password };
}

async function takeOver(cluster: Cluster, dataFolder: string, wish: BringUpWish): Promise<Running | undefined> {
  const told = new Set<keyof typeof SUPERVISOR_WORDS>();
  const tell = (words: keyof typeof SUPERVISOR_WORDS): void => {
    if (!told.has(words)) wish.say(twoLines(SUPERVISOR_WORDS[words]));
    told.add(words);
  };
  const until = Date.now() + DEAF_PATIENCE_MS;
  for (;;) {
    const state = await findPostmaster(cluster.folder);
    if (state.kind !== 'running') return undefined;
    const { pid, status } = state.file;
    if (status === 'stopping') {
      tell('stopping');
      if (!(await endsWithin(pid, SHUTDOWN_PATIENCE_MS))) throw new SetUpProblem('postgres-did-not-start', { path: cluster.logFolder, detail: `process ${pid} does not end` });
      continue;
    }
    if (status === 'ready') {
      const address = addressOf(state.file);
      try {
        await makeDatabase(connectionTo(address, { ...owner(cluster), database: 'postgres' }), dataFolder);
        tell('adopted');
        return { pid, address, adopted: true, recovered: false };
      } catch (error) {
        // It may begin to stop, or to recover from the death of a server process, while we knock.
        if (error instanceof SetUpProblem || Date.now() > until) throw error;
      }
    } else {
      tell('slow');
    }
    await wait(BUSY_PAUSE_MS);
  }
}

async function makeDatabase(connection: PostgresConnection, dataFolder: string): Promise<void> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // the query under way reports the same loss
  try {
    await client.connect();
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [OWNER]);
    if (rowCount === 0) await client.query(`create database ${OWNER}`);
  } catch (error) {
    if (errorCode(error) === '28P01') throw new SetUpProblem('postgres-password', { path: clusterPaths(dataFolder).password }, error);
    if (errorCode(error) === '53100') throw new SetUpProblem('disk-full', { path: dataFolder }, error);
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The line that names the fault, without its time stamp. */
function lastComplaint(words: string): string {
  const lines = words.split('\n').filter((line) => line.trim() !== '');
  const fault = lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? '';
  return fault.replace(/^[\d: .-]+UTC \[\d+\]\s*/, '').trim();
}
