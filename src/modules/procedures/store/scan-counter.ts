import { type LocalDate } from '../../../kernel/local-time.ts';
import { inWholeInstallation } from '../../../platform/db/commune-scope.ts';
import { type Database } from '../../../platform/db/database.ts';
import { addScans, type ScanCount } from './poster-scans.ts';

/** Counts scans of posters without making a visitor wait for the database. */
export interface ScanCounter {
  count(communeCode: string, procedureCode: string, day: LocalDate): void;
  /** Writes what was counted; what could not be written is kept for the next time. */
  flush(): Promise<void>;
  /** Writes the rest and stops counting; for the end of the program, before the database closes. */
  close(): Promise<void>;
}

const FLUSH_MS = 3000;

/** Makes a counter that writes a few seconds after the first scan. A crash loses those seconds of counts and nothing else. */
export function createScanCounter(db: Database, flushAfterMs: number = FLUSH_MS): ScanCounter {
  let waiting = new Map<string, ScanCount>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  function add(count: ScanCount): void {
    const key = `${count.communeCode} ${count.procedureCode} ${count.day}`;
    waiting.set(key, { ...count, scans: count.scans + (waiting.get(key)?.scans ?? 0) });
  }

  function later(): void {
    timer ??= setTimeout(() => void flush(), flushAfterMs).unref();
  }

  async function write(): Promise<void> {
    // In one order, so that two processes do not wait for each other crosswise.
    const counts = [...waiting].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, count]) => count);
    waiting = new Map();
    try {
      // Scans of every commune, and a timer that one visitor's request has set.
      await inWholeInstallation(() => addScans(db, counts));
    } catch {
      // The database may be away for a while; the counts wait for it.
      counts.forEach(add);
      later();
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write);
    return writing;
  }

  return {
    count: (communeCode, procedureCode, day) => {
      add({ communeCode, procedureCode, day, scans: 1 });
      later();
    },
    flush,
    close: async () => {
      await flush();
      clearTimeout(timer);
    },
  };
}
