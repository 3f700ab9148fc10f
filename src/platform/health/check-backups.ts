import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { finding, type HealthFinding } from './finding.ts';

const HOUR = 3_600_000;

/** What lies in the folder of copies: null when none is named, the fault when it cannot be read. */
export type BackupReading = null | { readonly folder: string; readonly newest: Date | null } | { readonly folder: string; readonly fault: string };

/** Looks for the newest file in the folder where copies of the office's data are kept. */
export async function readBackups(folder: string | undefined): Promise<BackupReading> {
  if (folder === undefined) return null;
  try {
    const names = await readdir(folder);
    const times = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).mtimeMs));
    return { folder, newest: times.length === 0 ? null : new Date(Math.max(...times)) };
  } catch (error) {
    return { folder, fault: String((error as { code?: unknown }).code ?? error) };
  }
}

/** A copy of last night is well; one older than a week, or none, leaves the office with nothing when the disk breaks. */
export function judgeBackups(reading: BackupReading, now: Date): HealthFinding {
  if (reading === null) return finding('backups.nowhere', 'attention');
  const { folder } = reading;
  if ('fault' in reading) return finding('backups.unreadable', 'bad', { folder, fault: reading.fault });
  if (reading.newest === null) return finding('backups.none', 'bad', { folder });
  const hours = Math.floor((now.getTime() - reading.newest.getTime()) / HOUR);
  if (hours > 7 * 24) return finding('backups.old', 'bad', { folder, days: Math.floor(hours / 24) });
  if (hours > 26) return finding('backups.late', 'attention', { folder, hours });
  return finding('backups.well', 'well', { folder, hours: Math.max(0, hours) });
}
