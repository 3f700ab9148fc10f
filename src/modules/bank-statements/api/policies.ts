import { hasRole, onlyRoles, type StaffActor } from '../../../kernel/actor.ts';

/** Who looks at bank statements: whoever collects the money, and whoever answers for it. */
export const statementReaders = onlyRoles('cashier', 'unit-head', 'president');

/** Who takes statements over and decides about their lines: the cashier (thủ quỹ, kế toán). */
export const statementKeepers = onlyRoles('cashier');

/** Whether somebody may decide about lines. */
export function mayChangeLines(actor: StaffActor): boolean {
  return hasRole(actor, 'cashier');
}
