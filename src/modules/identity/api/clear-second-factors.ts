import { dateAt } from '../../../kernel/local-time.ts';
import { ok } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Database } from '../../../platform/db/database.ts';
import { normalizeUserName } from '../domain/user-name.ts';
import { clearFactors } from '../store/clear-factors.ts';
import { findAccount } from '../store/staff.ts';

/** Whose second factors go, and why. */
export interface FactorClearing {
  readonly userName: string;
  /** Stands in the journal. */
  readonly reason: string;
  /** A fresh UUID. */
  readonly commandId: string;
  readonly now: Date;
}

/**
 * For whoever runs the machine: takes the second factors of somebody who lost them all away and ends that person's sessions; the password
 * stays, and whoever must have a factor registers a new one at the next sign-in. Answers the person's name;
 * undefined when nobody has the user name.
 */
export async function clearSecondFactors(db: Database, { userName, reason, commandId, now }: FactorClearing): Promise<string | undefined> {
  const account = await findAccount(db, normalizeUserName(userName), dateAt(now.getTime()));
  if (account === undefined) return undefined;
  const { communeCode, staffId, fullName } = account;
  const envelope = { communeCode, commandId, kind: 'clear-second-factors', actor: { kind: 'anonymous' }, request: { staffId, reason }, now, address: 'console' } as const;
  const cleared = await runCommand(db, envelope, async (tx) => {
    await clearFactors(tx, { communeCode, staffId });
    return ok({ result: { fullName }, journal: { action: 'second-factors-cleared', object: `staff:${staffId}`, facts: { reason } } });
  });
  return cleared.ok ? cleared.value.fullName : undefined;
}
