import { setTimeout as wait } from 'node:timers/promises';
import { type DataFolder } from '../data-folder/open-data-folder.ts';
import { isAlive } from '../data-folder/process-identity.ts';
import { SetUpProblem, twoLines } from '../set-up-problem.ts';
import { dataProblem } from '../set-up-problem-from-error.ts';
import { bringUp, owner, type Running } from './bring-up.ts';
import { type Cluster, OWNER, prepareCluster, pruneLogs } from './cluster.ts';
import { connectionTo, type PostgresConnection } from './postgres-address.ts';
import { stopPostmaster } from './postmaster.ts';
import { SUPERVISOR_WORDS } from './supervisor-words.ts';

/** What the caller decides about the bundled database. */
export interface EmbeddedPostgresWish {
  /** The folder, which must be open: its lock keeps a second program from supervising the same database. */
  readonly dataFolder: DataFolder;
  /** Hears what people should know, in Vietnamese and English. */
  readonly say: (text: string) => void;
  /** False for throw-away clusters of tests: nothing is flushed to the disk. */
  readonly durable?: boolean;
  /** Further PostgreSQL settings, which win over ours. */
  readonly extra?: Readonly<Record<string, string>>;
  /** Called when its process has been started and has to be waited for; not when it was running already. */
  readonly onStarting?: () => void;
  /** Called each time the database died and is up again, at the same address. */
  readonly onRestart?: () => void;
}

/** The bundled database, up and watched. */
export interface EmbeddedPostgres {
  /** The owner's connection; it may migrate. */
  readonly connection: PostgresConnection;
  /** Whether its files were made just now. */
  readonly fresh: boolean;
  /** Whether it was left running by a program that was killed. */
  readonly adopted: boolean;
  /** Whether it had to recover because its last run was not stopped properly. */
  readonly recovered: boolean;
  /** Stops watching and shuts it down; answers when its process is gone. A second call waits for the first. */
  stop(): Promise<void>;
}

const WATCH_MS = 500;
const LONGEST_PAUSE_MS = 5_000;
const REMIND_MS = 60_000;
const TIDY_MS = 3_600_000;

/**
 * Starts the bundled PostgreSQL on a data folder, making its files on the first start, and watches over it: when it
 * dies it is started again, for as long as it takes. Throws a SetUpProblem when it cannot be started at all.
 */
export async function startEmbeddedPostgres(wish: EmbeddedPostgresWish): Promise<EmbeddedPostgres> {
  const { path } = wish.dataFolder;
  try {
    const cluster = await prepareCluster(path, {
      durable: wish.durable ?? true,
      onCreate: () => {
        wish.say(twoLines(SUPERVISOR_WORDS.creating));
      },
      ...(wish.extra ? { extra: wish.extra } : {}),
    });
    const first = await bringUp(cluster, path, { say: wish.say, ...(wish.onStarting === undefined ? {} : { onStarting: wish.onStarting }) });
    const stop = watch(cluster, first, wish);
    return {
      connection: connectionTo(first.address, { ...owner(cluster), database: OWNER }),
      fresh: cluster.fresh,
      adopted: first.adopted,
      recovered: first.recovered,
      stop,
    };
  } catch (error) {
    throw error instanceof SetUpProblem ? error : (dataProblem(error, path) ?? error);
  }
}

/** Looks at the process twice a second: an adopted one is not our child, so nothing would tell us of its end. */
function watch(cluster: Cluster, first: Running, wish: EmbeddedPostgresWish): () => Promise<void> {
  let pid = first.pid;
  let stopping = false;
  let restarting: Promise<void> | undefined;
  let stopped: Promise<void> | undefined;

  const restart = async (): Promise<void> => {
    wish.say(twoLines(SUPERVISOR_WORDS.died));
    let toldAt = Date.now();
    for (let pause = WATCH_MS; !stopping; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        pid = (await bringUp(cluster, wish.dataFolder.path, { address: first.address, say: () => undefined })).pid;
        break;
      } catch (error) {
        // A full disk or a broken network drive may be mended while we wait: giving up would help nobody.
        if (pause === WATCH_MS || Date.now() - toldAt > REMIND_MS) {
          toldAt = Date.now();
          wish.say(error instanceof Error ? error.message : String(error));
        }
        await wait(pause);
      }
    }
    if (!isAlive(pid)) return; // told to stop meanwhile
    wish.say(twoLines(SUPERVISOR_WORDS.restarted));
    wish.onRestart?.();
  };
  const timer = setInterval(() => {
    if (stopping || restarting !== undefined || isAlive(pid)) return;
    restarting = restart().finally(() => (restarting = undefined));
  }, WATCH_MS);
  timer.unref();
  const tidying = setInterval(() => {
    pruneLogs(cluster.logFolder).catch(() => undefined); // the next hour tries again
  }, TIDY_MS);
  tidying.unref();

  return () => {
    stopped ??= (async () => {
      stopping = true;
      clearInterval(timer);
      clearInterval(tidying);
      await restarting;
      await stopPostmaster(cluster, pid);
    })();
    return stopped;
  };
}
