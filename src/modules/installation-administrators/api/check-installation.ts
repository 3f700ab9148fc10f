import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { finding, type HealthFinding } from '../../../platform/health/finding.ts';
import { listWorkingCommunes } from '../../identity/index.ts';
import { readGround } from './standing.ts';

/** Whether an installation of several communes has people who speak for it on a day: nobody, or one alone, is told. Nothing is said of one commune. */
export async function checkInstallation(db: Database, on: LocalDate): Promise<readonly HealthFinding[]> {
  const communes = (await listWorkingCommunes(db)).length;
  if (communes <= 1) return [];
  const { speaking } = await readGround(db, on);
  if (speaking.length === 0) return [finding('installation.nobody', 'attention', { communes })];
  return speaking.length === 1 ? [finding('installation.one', 'attention', { communes })] : [finding('installation.well', 'well', { count: speaking.length, communes })];
}
