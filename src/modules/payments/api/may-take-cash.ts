import { hasRole, type Role, type StaffActor } from '../../../kernel/actor.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { readSetting } from '../../settings/index.ts';
import { CASH_TAKERS } from '../settings.ts';

/** Who works at a counter where money may be taken. */
export const TAKERS = ['cashier', 'reception'] as const satisfies readonly Role[];

/** Whether somebody takes cash on a day: the cashier always, reception where the office has not left it to the cashier alone. */
export async function mayTakeCash(db: Database | Tx, actor: StaffActor, at: Date): Promise<boolean> {
  if (hasRole(actor, 'cashier')) return true;
  return hasRole(actor, ...TAKERS) && (await readSetting(db, actor.communeCode, CASH_TAKERS, at)) === 'reception-too';
}
