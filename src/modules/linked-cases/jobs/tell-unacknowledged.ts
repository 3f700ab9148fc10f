import { type Tx } from '../../../platform/db/database.ts';
import { isChildEnded } from '../domain/linked-case.ts';
import { appendCaseLines, type CaseAggregate, loadLinkedCaseForUpdate, type TransferRow } from '../store/linked-cases.ts';
import { listUnacknowledged } from '../store/transfer-queue.ts';

/** What the job is given by the composition root. */
export interface UnacknowledgedDeps {
  readonly db: Parameters<typeof listUnacknowledged>[0];
  /** Tells whoever keeps the case, in the transaction that writes it down. */
  readonly tell: (tx: Tx, found: CaseAggregate, transfer: TransferRow, now: Date) => Promise<void>;
}

const BATCH = 100;

/**
 * Raises the alert for messages that their agency did not acknowledge within two working hours (NĐ 301/2026): a line in the case's history and
 * a notice to whoever keeps the case, each once for every sending. Answers how many were raised.
 */
export async function tellUnacknowledged(deps: UnacknowledgedDeps, now: Date, signal: AbortSignal): Promise<number> {
  let raised = 0;
  for (const { communeCode, caseId, id } of await listUnacknowledged(deps.db, now, BATCH)) {
    if (signal.aborted) break;
    raised += await deps.db.transaction().execute(async (tx) => {
      const found = await loadLinkedCaseForUpdate(tx, communeCode, caseId);
      const transfer = found?.transfers.find((one) => one.id === id);
      const child = found?.children.find(({ key }) => key === transfer?.child_key);
      if (found === undefined || transfer === undefined || child === undefined) return 0;
      // It may have been acknowledged, or its child may have ended, since the list was read.
      const gone = transfer.state !== 'sent' || transfer.acknowledge_by === null || transfer.acknowledge_by >= now || (isChildEnded(child.state) && transfer.kind !== 'withdrawal');
      if (gone) return 0;
      await appendCaseLines(tx, found.linkedCase, [{ event: 'transfer-unacknowledged', childKey: transfer.child_key, facts: {} }], null, now);
      await deps.tell(tx, found, transfer, now);
      return 1;
    });
  }
  return raised;
}
