import { type Database } from '../../../platform/db/database.ts';
import { UNUSED_MS } from '../domain/judge-token.ts';
import { purgeTokens } from '../store/devices.ts';
import { purgePairings } from '../store/pairings.ts';

/** Pairings are kept for a day, so that a code that was used gets its own sentence; then nothing of them is left. */
const PAIRING_MEMORY_MS = 24 * 60 * 60_000;

/** Removes pairings of yesterday and keys that were nobody's for ninety days; answers how many rows went. To be run daily. */
export async function purgeDevices(db: Database, now: Date): Promise<number> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  return (await purgePairings(db, before(PAIRING_MEMORY_MS))) + (await purgeTokens(db, before(UNUSED_MS)));
}
