import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { type LocalFee, localFees } from '../domain/local-fees.ts';
import { type PublishedFee } from '../domain/tariff.ts';
import { listRates } from '../store/fee-rates.ts';
import { loadFeeRules } from './load-fee-rules.ts';

/** The amounts of the province for a procedure as they hold on a day, for its page. */
export async function findLocalFees(db: Database, communeCode: string, published: PublishedFee, day: LocalDate): Promise<readonly LocalFee[]> {
  return localFees(loadFeeRules().tariffs, await listRates(db, communeCode), published, day);
}
