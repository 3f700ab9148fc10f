import { createHash } from 'node:crypto';
import { type StaffActor } from '../../../kernel/actor.ts';
import { MS_PER_DAY } from '../../../kernel/local-time.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { readAside } from '../reading/read-aside.ts';
import { READING_LIMITS } from '../reading/reading-limits.ts';
import { insertImport, insertLines, purgeLines } from '../store/imports.ts';
import { type ExchangeDeps } from './deps.ts';

/** For how long the lines of a file are kept: long enough to mend what was wrong in them. */
const KEPT_MS = 30 * MS_PER_DAY;

/** A file as it was sent. */
export interface SentFile {
  readonly commandId: string;
  readonly importId: string;
  readonly fileName: string;
  readonly bytes: Buffer;
  /** The sheet of a workbook; null: the first that has lines. */
  readonly sheet: string | null;
}

/**
 * Reads a file and keeps its lines for the wizard; nothing becomes a dossier yet. All of it in one transaction: a file that is refused
 * at its last line leaves nothing behind.
 */
export function readImport(deps: ExchangeDeps, sent: SentFile, actor: StaffActor, context: RequestContext): Promise<Result<{ readonly id: string }>> {
  const sha256 = createHash('sha256').update(sent.bytes).digest('hex');
  const { communeCode } = actor;
  const { importId: id, fileName, sheet } = sent;
  const envelope = { communeCode, commandId: sent.commandId, kind: 'read-import', actor, request: { id, fileName, sheet, sha256 }, now: context.now, address: context.address };
  return runCommand(deps.db, envelope, async (tx) => {
    await purgeLines(tx, communeCode, new Date(context.now.getTime() - KEPT_MS));
    const read = await readAside(sent.bytes, sheet, READING_LIMITS, {
      begin: ({ facts, rowCount }) =>
        insertImport(tx, {
          commune_code: communeCode, id, source_code: null, file_name: fileName, sha256, format: facts.format, reading: JSON.stringify(facts), row_count: rowCount,
          mapping: '{}', state: 'read', read_at: context.now, read_by: actor.staffId, read_by_name: actor.fullName,
        }),
      take: (lines) => insertLines(tx, communeCode, id, lines),
    });
    if (!read.ok) return read;
    return ok({ result: { id }, journal: { action: 'exchange.file-read', object: `exchange-import:${id}`, facts: { sha256, lines: read.value.rowCount } } });
  });
}
