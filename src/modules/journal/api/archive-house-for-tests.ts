import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendLines } from '../../../platform/journal/append-lines.ts';
import { createSealer } from '../../../platform/secrets/sealer.ts';
import { createDatabase, type TestDatabase } from '../../../../test/database.ts';
import { type ArchiveFiles, openArchiveFiles } from '../store/archive-file.ts';
import { type ArchiveDeps } from './archive-months.ts';

export const COMMUNE = '16072';
/** A dossier that entries of August 2024 speak of. */
export const DOSSIER = '0190a000-0000-7000-8000-000000000001';
const PERSON = '0190a000-0000-7000-8000-0000000000aa';
export const NOW = new Date('2026-11-24T03:00:00Z');

/** A journal from August 2024 to today, three days a month with four entries each, and a folder for its sealed months. */
export interface ArchiveHouse {
  readonly database: TestDatabase;
  readonly folder: string;
  readonly archives: ArchiveFiles;
  readonly deps: ArchiveDeps;
  /** Everything as it was at the beginning. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Builds the house. */
export async function createArchiveHouse(): Promise<ArchiveHouse> {
  const database = await createDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'xaso-archives-'));
  const archives = openArchiveFiles(folder, createSealer(randomBytes(32)));
  const days: Date[] = [];
  for (let month = 0; month <= 27; month += 1) for (const day of [2, 13, 24]) days.push(new Date(Date.UTC(2024, 7 + month, day, 2)));
  const lines = days.flatMap((at, index) => ['dossier.viewed', 'dossier.received', 'signed-in', 'dossiers.listed'].map((action, place) => ({
    at: new Date(at.getTime() + place * 60_000), address: '10.0.0.7', action,
    actor: { kind: 'staff', staffId: PERSON, communeCode: COMMUNE, fullName: '', userName: '', positions: [{ unitId: '0190a000-0000-7000-8000-0000000000bb', role: 'specialist', title: '', fields: [] }] } as const,
    object: index < 3 ? (`dossier:${DOSSIER}` as const) : (`dossier:${String(index)}` as const), facts: { code: `H56.14-${String(index)}` },
  })));
  const fill = () => appendLines(database.db, COMMUNE, lines);
  await fill();
  return {
    database, folder, archives,
    deps: { db: database.db, archives, heldDossiers: () => Promise.resolve([]), monthsOf: () => Promise.resolve(24) },
    reset: async () => {
      await database.owner.pool.query('truncate journal, journal_head, journal_archive, journal_checked');
      await rm(folder, { recursive: true, force: true });
      await fill();
    },
    close: async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
