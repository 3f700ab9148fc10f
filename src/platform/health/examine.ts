import { type Config } from '../config.ts';
import { type Database } from '../db/database.ts';
import { countMigrations } from '../db/migrate.ts';
import { type FileStore } from '../files/file-store.ts';
import { judgeBackups, readBackups } from './check-backups.ts';
import { judgeCertificate, readCertificate } from './check-certificate.ts';
import { judgeClock, readClocks } from './check-clock.ts';
import { judgeConfiguration, readKeyMode } from './check-configuration.ts';
import { judgeDatabase, readDatabase } from './check-database.ts';
import { type DiskRoom, judgeDisk, readDiskRoom } from './check-disk.ts';
import { judgeFiles, readFiles } from './check-files.ts';
import { judgeJobs, readJobs } from './check-jobs.ts';
import { finding, type HealthFinding } from './finding.ts';

/** What is examined. */
export interface HealthGround {
  readonly db: Database;
  readonly files: FileStore;
  readonly folder: string;
  readonly keyPath: string;
  readonly config: Pick<Config, 'host' | 'publicUrl' | 'exchange' | 'agencies' | 'backupFolder'>;
  readonly clock: () => Date;
  /** Instead of asking the system. */
  readonly diskRoom?: (folder: string) => Promise<DiskRoom>;
  /** What other parts of the program know to look at. */
  readonly more: readonly ((wishes: { readonly all: boolean }) => Promise<readonly HealthFinding[]>)[];
}

/** Looks at everything that an installation stands on, each thing by itself: what cannot be looked at is a finding too. `all` reads every file. */
export async function examineHealth(ground: HealthGround, wishes: { readonly all: boolean }): Promise<readonly HealthFinding[]> {
  const { db, files, folder, config, clock } = ground;
  const now = clock();
  const checks: readonly (readonly [string, () => Promise<readonly HealthFinding[]>])[] = [
    ['disk', async () => [judgeDisk(await (ground.diskRoom ?? readDiskRoom)(folder), folder)]],
    ['clock', async () => [judgeClock(await readClocks(db, clock))]],
    ['database', async () => judgeDatabase(await readDatabase(db), await countMigrations())],
    ['backups', async () => [judgeBackups(await readBackups(config.backupFolder), now)]],
    ['certificate', async () => (config.publicUrl.startsWith('https:') ? [judgeCertificate(await readCertificate(config.publicUrl), config.publicUrl, now)] : [])],
    ['jobs', async () => judgeJobs(await readJobs(db, now), now)],
    ['files', async () => judgeFiles(await readFiles(db, files, wishes.all, now))],
    ['configuration', async () => judgeConfiguration(config, await readKeyMode(ground.keyPath), process.platform)],
    ...ground.more.map((check) => ['more', () => check(wishes)] as const),
  ];
  const found: HealthFinding[] = [];
  for (const [name, check] of checks) {
    try {
      found.push(...(await check()));
    } catch (error) {
      found.push(finding('examination.failed', 'bad', { check: name, fault: error instanceof Error ? error.message : String(error) }));
    }
  }
  return found;
}
