import { type WorkItem } from '../../../contract/work-list-schemas.ts';
import { type DeskWord } from './desk-messages.ts';

/** The word for what has to be done to a dossier now, or how it ended. */
export function taskWord({ state, step }: Pick<WorkItem, 'state' | 'step'>): DeskWord {
  switch (state) {
    case 'submitted':
      return 'task.submitted';
    case 'rejected':
      return 'task.rejected';
    case 'returned':
      return 'task.returned';
    case 'stopped':
      return 'task.stopped';
    case 'supplement-requested':
      return 'task.supplement-requested';
    case 'payment-requested':
      return 'task.payment-requested';
    case 'withdraw-requested':
      return 'task.withdraw-requested';
    case 'received':
    case 'in-progress':
    case 'decided':
      return `task.${step ?? (state === 'decided' ? 'hand-over' : 'receive')}`;
  }
}
