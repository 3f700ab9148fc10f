import { ok, type Result } from '../kernel/result.ts';
import { type CommandEnvelope, type CommandRecord, recordCommands, runCommand } from './commands.ts';
import { inCommune, inWholeInstallation } from './db/commune-scope.ts';
import { type Database, type Tx } from './db/database.ts';

/** Writes the rows of several commands of one lane in one transaction; one record for each item, in their order. A refusal refuses them all. */
export type BatchWrite<Item, T> = (tx: Tx, items: readonly Item[]) => Promise<Result<readonly CommandRecord<T>[]>>;

export interface BatchPlan<Item, T> {
  /** Items of one lane may share a transaction. */
  readonly laneOf: (item: Item) => string;
  readonly write: BatchWrite<Item, T>;
  /** The most items of one transaction. */
  readonly most: number;
}

/** Runs commands of one kind: alone while the office is quiet, together while it is busy. */
export interface CommandBatch<Item, T> {
  run(envelope: CommandEnvelope, item: Item): Promise<Result<T>>;
}

interface Waiting<Item, T> {
  readonly envelope: CommandEnvelope;
  readonly item: Item;
  readonly resolve: (outcome: Result<T>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Commands that would wait for the same locks (the day's number, the end of the journal) share one transaction and one flush to the
 * disk. `laneOf` says which may: those that arrive while a transaction of their lane is under way make up its next one, at most `most`
 * of them. Nobody waits for company.
 * When a shared transaction cannot be written whole, each of its commands is run by itself as `runCommand` does, so that a repetition
 * answers the first result and a refusal or fault meets only the command that it belongs to.
 */
export function createCommandBatch<Item, T>(db: Database, { laneOf, write, most }: BatchPlan<Item, T>): CommandBatch<Item, T> {
  const waiting = new Map<string, Waiting<Item, T>[]>();

  const runAlone = ({ envelope, item }: Waiting<Item, T>): Promise<Result<T>> =>
    runCommand(db, envelope, async (tx) => {
      const written = await write(tx, [item]);
      return written.ok ? ok(single(written.value)) : written;
    });

  const settleAlone = (one: Waiting<Item, T>): Promise<void> => runAlone(one).then(one.resolve, one.reject);

  const settleTogether = async (group: readonly Waiting<Item, T>[]): Promise<void> => {
    const records = await writeTogether(db, write, group).catch(() => undefined);
    if (records === undefined) await Promise.all(group.map(settleAlone));
    else for (const [place, one] of group.entries()) one.resolve(ok(at(records, place).result));
  };

  const work = async (lane: string, queue: Waiting<Item, T>[]): Promise<void> => {
    while (queue.length > 0) {
      const group = queue.splice(0, most);
      const [first] = group;
      if (first === undefined) continue;
      // One request works through what others are waiting for: each group in the scope of its own commune.
      const { communeCode } = first.envelope;
      const settle = () => (group.length === 1 ? settleAlone(first) : settleTogether(group));
      await (group.every(({ envelope }) => envelope.communeCode === communeCode) ? inCommune(communeCode, settle) : inWholeInstallation(settle));
    }
    waiting.delete(lane);
  };

  return {
    run: (envelope, item) =>
      new Promise((resolve, reject) => {
        const one = { envelope, item, resolve, reject };
        const lane = laneOf(item);
        const queue = waiting.get(lane);
        if (queue !== undefined) {
          queue.push(one);
          return;
        }
        const own = [one];
        waiting.set(lane, own);
        void work(lane, own);
      }),
  };
}

async function writeTogether<Item, T>(db: Database, write: BatchWrite<Item, T>, group: readonly Waiting<Item, T>[]): Promise<readonly CommandRecord<T>[] | undefined> {
  return db.transaction().execute(async (tx) => {
    const written = await write(tx, group.map(({ item }) => item));
    // Thrown only to roll back; the caller then runs each by itself, which tells the refusal to whom it belongs.
    if (!written.ok) throw new Error(written.problem.code);
    await recordCommands(tx, group.map(({ envelope }, place) => ({ envelope, done: at(written.value, place) })));
    return written.value;
  });
}

function at<T>(list: readonly T[], place: number): T {
  const found = list[place];
  if (found === undefined) throw new Error('a batch wrote fewer records than it was given items');
  return found;
}

function single<T>(list: readonly T[]): T {
  return at(list, 0);
}
