import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { finding, type HealthFinding } from '../../../platform/health/finding.ts';
import { type AccountCounts, countAccounts } from '../store/account-counts.ts';

/** Judges who can sign in: an administrator, better two, and nobody whose password the whole country knows. */
function judgeAccounts({ administrators, withoutFactor, real, demonstration }: AccountCounts, openToNetwork: boolean): readonly HealthFinding[] {
  const found: HealthFinding[] = [];
  if (demonstration > 0) {
    const facts = { count: demonstration };
    found.push(real > 0 ? finding('accounts.demo-beside-real', 'bad', facts) : openToNetwork ? finding('accounts.demo-open', 'bad', facts) : finding('accounts.demo', 'attention', facts));
  }
  if (administrators === 0) found.push(finding('accounts.no-administrator', 'bad'));
  else if (administrators === 1 && demonstration === 0) found.push(finding('accounts.one-administrator', 'attention'));
  if (withoutFactor > 0) found.push(finding('accounts.administrators-without-factor', 'attention', { count: withoutFactor }));
  return found.length > 0 ? found : [finding('accounts.well', 'well', { administrators })];
}

/** Who can sign in today, judged. */
export async function checkAccounts(db: Database, on: LocalDate, openToNetwork: boolean): Promise<readonly HealthFinding[]> {
  return judgeAccounts(await countAccounts(db, on), openToNetwork);
}
