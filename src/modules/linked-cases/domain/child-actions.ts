import { type Instant } from '../../../kernel/local-time.ts';
import { type LinkedChild } from './linked-case.ts';
import { canRepair, type Transfer } from './transfer.ts';

/** What staff may do to a child of a case. Children with a dossier of this commune are worked on there. */
export type ChildAction = 'retry' | 'repair' | 'record-result' | 'pause' | 'resume' | 'stop' | 'withdraw';

/** Exactly what is possible now; the screen shows these and no others. `transfer`: the newest message to its agency. */
export function childActions(child: LinkedChild, transfer: Transfer | undefined, at: Instant): readonly ChildAction[] {
  if (child.agency === 'commune') return [];
  const open: readonly ChildAction[] = transfer !== undefined && canRepair(transfer, at) ? ['repair', 'retry'] : [];
  switch (child.state) {
    case 'waiting':
      return ['withdraw'];
    case 'in-progress': {
      const isThere = transfer?.state === 'acknowledged' || transfer?.state === 'repaired' || transfer?.state === 'sent';
      return [...open, ...(isThere ? (['record-result', 'pause'] as const) : []), 'withdraw'];
    }
    case 'paused':
      return [...open, 'resume', ...(child.answerBy !== null && at > child.answerBy ? (['stop'] as const) : []), 'withdraw'];
    case 'finished':
    case 'refused':
      return [];
    case 'stopped':
    case 'withdrawn':
      // What remains is to tell the agency that it is not wanted any more.
      return open;
  }
}
