import { inCommune } from '../../../platform/db/commune-scope.ts';
import { type Database } from '../../../platform/db/database.ts';
import { appendLines } from '../../../platform/journal/append-lines.ts';
import { type JournalLine } from '../../../platform/journal/journal-text.ts';

/** Writes lines to a commune's journal; done when they are there for ever. */
export type LineWriter = (communeCode: string, line: JournalLine) => Promise<void>;

/**
 * Looks come in crowds: a dossier with its pictures is a dozen at once. While one transaction of a commune is under way the lines that come
 * meanwhile wait together and go into the next one, so that a crowd costs two commits and holds the lock on the end of the chain twice.
 */
export function createLineWriter(db: Database): LineWriter {
  const collecting = new Map<string, { readonly lines: JournalLine[]; readonly written: Promise<void> }>();
  const running = new Map<string, Promise<void>>();
  return (communeCode, line) => {
    const waiting = collecting.get(communeCode);
    if (waiting !== undefined) {
      waiting.lines.push(line);
      return waiting.written;
    }
    const lines = [line];
    const written = (async () => {
      // Whether the batch before was written is its own readers' business.
      await (running.get(communeCode) ?? Promise.resolve()).catch(() => undefined);
      collecting.delete(communeCode);
      await inCommune(communeCode, () => appendLines(db, communeCode, lines));
    })();
    collecting.set(communeCode, { lines, written });
    running.set(communeCode, written);
    return written;
  };
}
