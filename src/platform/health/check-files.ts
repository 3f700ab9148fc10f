import { type Database } from '../db/database.ts';
import { type FileStore, sha256Of } from '../files/file-store.ts';
import { finding, type HealthFinding } from './finding.ts';

/** How many files are read when not all are asked for: the newest, which a crash hurts first. */
const SAMPLE = 200;
const BATCH = 500;
/** A file is written before its row: what is younger may still be on its way. */
const YOUNG_MS = 24 * 3_600_000;

/** What reading the files found. */
export interface FileReading {
  readonly read: number;
  readonly all: boolean;
  readonly missing: readonly string[];
  readonly altered: readonly string[];
  /** Files that no row knows; null when nobody looked for them. */
  readonly orphans: number | null;
}

/** Reads the newest files, or with `all` every one of them and what lies beside, and compares each with its sha256. */
export async function readFiles(db: Database, files: FileStore, all: boolean, now: Date): Promise<FileReading> {
  const missing: string[] = [];
  const altered: string[] = [];
  const known = new Set<string>();
  let read = 0;
  let after = { commune: '', sha256: '' };
  for (;;) {
    const rows = all
      ? await db.selectFrom('stored_file').select(['commune_code as commune', 'sha256']).where((eb) => eb.or([eb('commune_code', '>', after.commune), eb.and([eb('commune_code', '=', after.commune), eb('sha256', '>', after.sha256)])])).orderBy('commune_code').orderBy('sha256').limit(BATCH).execute()
      : await db.selectFrom('stored_file').select(['commune_code as commune', 'sha256']).orderBy('stored_at', 'desc').limit(SAMPLE).execute();
    for (const { sha256 } of rows) {
      if (known.has(sha256)) continue;
      known.add(sha256);
      read += 1;
      const fault = await faultOf(files, sha256);
      if (fault === 'missing') missing.push(sha256);
      if (fault === 'altered') altered.push(sha256);
    }
    const last = rows.at(-1);
    if (!all || last === undefined || rows.length < BATCH) break;
    after = last;
  }
  return { read, all, missing, altered, orphans: all ? await countOrphans(files, known, new Date(now.getTime() - YOUNG_MS)) : null };
}

async function faultOf(files: FileStore, sha256: string): Promise<'missing' | 'altered' | undefined> {
  const found = await files.read(sha256);
  if (!found.ok) return found.problem.code === 'file.gone' ? 'missing' : 'altered';
  return sha256Of(found.value) === sha256 ? undefined : 'altered';
}

async function countOrphans(files: FileStore, known: ReadonlySet<string>, before: Date): Promise<number> {
  let orphans = 0;
  for await (const names of files.listOlder(before)) orphans += names.filter(({ sha256 }) => sha256 === undefined || !known.has(sha256)).length;
  return orphans;
}

/** A paper whose file is gone or was changed cannot be shown any more; files that nobody knows only take room. */
export function judgeFiles({ read, all, missing, altered, orphans }: FileReading): readonly HealthFinding[] {
  const found: HealthFinding[] = [];
  const some = (hashes: readonly string[]): string => hashes.slice(0, 3).map((hash) => hash.slice(0, 12)).join(', ');
  if (missing.length > 0) found.push(finding('files.missing', 'bad', { count: missing.length, files: some(missing) }));
  if (altered.length > 0) found.push(finding('files.altered', 'bad', { count: altered.length, files: some(altered) }));
  if (orphans !== null && orphans > 0) found.push(finding('files.orphans', 'attention', { count: orphans }));
  if (found.length > 0) return found;
  return [finding(all ? 'files.well' : 'files.sample-well', 'well', { count: read })];
}
