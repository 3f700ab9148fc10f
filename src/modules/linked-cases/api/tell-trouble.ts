import { addMessages } from '../../../platform/jobs/add-messages.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { translator } from '../../../platform/i18n/catalogue.ts';
import { STAFF_NOTICE, type StaffNotice } from '../../notifications/contract/notice.ts';
import { caseRecipients } from '../domain/case-recipients.ts';
import { groupOfCase } from '../domain/linked-group.ts';
import { TRANSFER_FAULTS } from '../domain/transfer.ts';
import { type CaseAggregate, type TransferRow } from '../store/linked-cases.ts';
import { CASE_WORDS } from '../ui/case-messages.ts';
import { type LinkedCasesDeps } from './deps.ts';

/** What a person must be told about a message to another agency. */
export type Trouble = Extract<StaffNotice['kind'], 'transfer-failed' | 'transfer-refused' | 'transfer-unacknowledged'>;

/** Tells whoever keeps a case of trouble with one of its messages, in the transaction that found it; each trouble once. */
export async function tellTrouble(deps: Pick<LinkedCasesDeps, 'groups' | 'newId' | 'colleaguesOf'>, tx: Tx, found: CaseAggregate, transfer: TransferRow, kind: Trouble, fault: string | null, now: Date): Promise<void> {
  const { linkedCase } = found;
  const group = groupOfCase(deps.groups, linkedCase.group_code, linkedCase.group_valid_from);
  const member = group.members.find(({ key }) => key === transfer.child_key);
  const known = TRANSFER_FAULTS.find((name) => name === fault);
  const words = known === undefined ? (fault ?? '') : translator(CASE_WORDS, 'vi')(`fault.${known}`);
  const notice: StaffNotice = {
    kind,
    // The same message may fail again after it was sent again: that is another trouble.
    key: `${transfer.id} ${kind} ${(transfer.sent_at ?? now).toISOString()}`,
    to: caseRecipients(linkedCase.received_by, await deps.colleaguesOf(linkedCase.commune_code)),
    dossierId: linkedCase.first_dossier_id,
    facts: {
      code: linkedCase.code, procedure: member?.name.vi ?? '', applicant: linkedCase.subject_name, caseId: linkedCase.id, by: member?.agencyName.vi ?? '', words,
      ...(transfer.acknowledge_by === null ? {} : { dueAt: transfer.acknowledge_by.toISOString() }),
    },
  };
  await addMessages(tx, linkedCase.commune_code, [{ id: deps.newId(), topic: STAFF_NOTICE, payload: { ...notice } }], now);
}
