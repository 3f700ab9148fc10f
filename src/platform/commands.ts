import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Actor } from '../kernel/actor.ts';
import { type JournalObject } from '../kernel/journal-object.ts';
import { type Problem, refuse, type Result } from '../kernel/result.ts';
import { type Database, type Tx } from './db/database.ts';
import { journalText, sortedJson } from './journal/journal-text.ts';

/** What a write leaves behind beside its own rows. */
export interface CommandRecord<T> {
  /** Answered to the client, now and to every repetition. JSON. */
  readonly result: T;
  readonly journal: JournalEntry;
  readonly outbox?: readonly OutboxMessage[];
}

/** One line of the journal: who did what to which object. No personal data beyond ids. */
export interface JournalEntry {
  readonly action: string;
  readonly object: JournalObject;
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Why, where that was asked. */
  readonly purpose?: { readonly code: string; readonly words: string };
}

export interface OutboxMessage {
  readonly id: string;
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface CommandEnvelope {
  readonly communeCode: string;
  /** UUID made by the client; repeating it changes nothing. */
  readonly commandId: string;
  readonly kind: string;
  readonly actor: Actor;
  /** What was asked, so that a reused id with another content is found out. */
  readonly request: unknown;
  readonly now: Date;
  readonly address: string;
}

const UNIQUE_VIOLATION = '23505';
/** The commune of the command has gone over into another one; see the migration of commune merges. */
const COMMUNE_MERGED = 'XS001';
/** The book from which a number was wanted is closed; see the migration of number books. */
const BOOK_CLOSED = 'XS011';
const FOREIGN_KEY_VIOLATION = '23503';
/** Serialisation failure and deadlock: the same work may simply be done again. */
const RETRY = new Set(['40001', '40P01']);

/** The local day (UTC+7) of an instant, `YYYY-MM-DD`. */
function localDay(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}

/**
 * Runs one write: the work's rows, the journal, the outbox and the client's command in one transaction.
 * A repeated command answers the first result without doing anything; a refusal rolls everything back.
 * Refuses `command.reused-id` when the id came before with another content, `command.commune-merged` under a commune that
 * is no more, and `command.book-closed` when it needs a number of a book that was closed.
 */
export async function runCommand<T>(
  db: Database,
  envelope: CommandEnvelope,
  work: (tx: Tx) => Promise<Result<CommandRecord<T>>>,
): Promise<Result<T>> {
  const requestHash = hashOf(envelope);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const outcome = await db.transaction().execute(async (tx) => {
        const done = await work(tx);
        if (!done.ok) throw new Refusal(done.problem);
        await recordCommands(tx, [{ envelope, done: done.value }]);
        return done.value.result;
      });
      return { ok: true, value: outcome };
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      if (error instanceof Refusal || code === UNIQUE_VIOLATION) {
        // Either the rule refused or a row was there already: perhaps because this very command came before.
        const before = await findRecorded<T>(db, envelope, requestHash);
        if (before !== undefined) return before;
        if (error instanceof Refusal) return { ok: false, problem: error.problem };
      }
      if (code === COMMUNE_MERGED || (code === FOREIGN_KEY_VIOLATION && (await isMergedCommune(db, envelope.communeCode)))) return refuse('command.commune-merged');
      if (code === BOOK_CLOSED) return refuse('command.book-closed');
      if (typeof code === 'string' && RETRY.has(code) && attempt < 4) continue;
      throw error;
    }
  }
}

/** Whether what a command refers to is no longer there because its commune has gone over into another. */
async function isMergedCommune(db: Database, communeCode: string): Promise<boolean> {
  const { rows } = await sql<{ merged: boolean }>`select is_merged_commune(${communeCode}) as merged`.execute(db);
  return rows[0]?.merged === true;
}

/** Carries a rule's refusal out of the transaction so that it rolls back; never leaves this file. */
class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

function hashOf(envelope: CommandEnvelope): string {
  return createHash('sha256').update(sortedJson(envelope.request)).digest('hex');
}

/** A command with what it left behind. */
export interface DoneCommand {
  readonly envelope: CommandEnvelope;
  readonly done: CommandRecord<unknown>;
}

/** Writes the end of commands of one transaction, in their order: client command, outbox and journal of each, in one round trip. */
export async function recordCommands(tx: Tx, commands: readonly DoneCommand[]): Promise<void> {
  const rows = commands.map(({ envelope, done }) => {
    const actor = envelope.actor.kind === 'staff' ? envelope.actor.staffId : null;
    const entry = journalText({ at: envelope.now, actor: envelope.actor, address: envelope.address, command: envelope.commandId, ...done.journal });
    return {
      commune: envelope.communeCode, command: envelope.commandId, kind: envelope.kind, actor, hash: hashOf(envelope), result: done.result, at: envelope.now,
      day: localDay(envelope.now), entry, outbox: done.outbox ?? [],
    };
  });
  await sql`select record_command(c.commune, c.command, c.kind, c.actor, c.hash, coalesce(c.result, 'null'), c.at, c.day, c.entry, c.outbox)
    from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as (commune text, command uuid, kind text, actor uuid, hash text, result jsonb, at timestamptz, day date, entry text, outbox jsonb))
    with ordinality as c (commune, command, kind, actor, hash, result, at, day, entry, outbox, place)
    order by c.place`.execute(tx);
}

/** What a command that came before answered: undefined when it never did; refuses `command.reused-id` when it had another content. */
export function findDone<T>(db: Database, envelope: CommandEnvelope): Promise<Result<T> | undefined> {
  return findRecorded<T>(db, envelope, hashOf(envelope));
}

/** What a command of this kind answered in a commune; undefined when there was none. */
export async function findCommandResult<T>(db: Database, command: { readonly communeCode: string; readonly kind: string; readonly commandId: string }): Promise<T | undefined> {
  const row = await db
    .selectFrom('client_command')
    .select('result')
    .where('commune_code', '=', command.communeCode)
    .where('command_id', '=', command.commandId)
    .where('kind', '=', command.kind)
    .executeTakeFirst();
  return row === undefined ? undefined : (row.result as T);
}

async function findRecorded<T>(db: Database, envelope: CommandEnvelope, requestHash: string): Promise<Result<T> | undefined> {
  const row = await db
    .selectFrom('client_command')
    .select(['kind', 'request_hash', 'result'])
    .where('commune_code', '=', envelope.communeCode)
    .where('command_id', '=', envelope.commandId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.kind !== envelope.kind || row.request_hash !== requestHash) return refuse('command.reused-id');
  return { ok: true, value: row.result as T };
}
