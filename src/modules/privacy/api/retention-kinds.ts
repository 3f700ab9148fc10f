import { dateAt } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { readSetting } from '../../settings/index.ts';
import { kindsOn, type RetentionKind } from '../domain/retention.ts';
import { KEPT_DAYS } from '../settings.ts';
import { retentionFile } from './privacy-data.ts';

/** The kinds that hold at a moment in a commune, each with the days that the commune keeps it: its own, the installation's, or those of the file. */
export async function retentionKinds(db: Database, communeCode: string, now: Date): Promise<readonly RetentionKind[]> {
  return Promise.all(kindsOn(retentionFile(), dateAt(now.getTime())).map(async (kind) => ({ ...kind, days: await readSetting(db, communeCode, KEPT_DAYS[kind.kind], now) })));
}
