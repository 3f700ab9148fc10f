import { type PaperView } from '../../official-papers/index.ts';
import { type RegisterDossier } from '../store/paper-rows.ts';

type RegisterRow = Extract<PaperView, { readonly kind: 'register-book' }>['rows'][number];

const ENDED: Readonly<Record<string, string>> = { stopped: 'Đã dừng', decided: 'Chờ trả' };

/** A dossier as a line of the register (form 07): who leads it, and what became of it. */
export function registerRow(dossier: RegisterDossier, units: readonly { readonly id: string; readonly name: string }[], centreName: string): RegisterRow {
  return {
    code: dossier.code,
    procedureName: dossier.procedure_name,
    applicant: dossier.applicant_name,
    address: dossier.applicant_address,
    phone: dossier.applicant_phone,
    unit: units.find(({ id }) => id === dossier.unit_id)?.name ?? centreName,
    receivedAt: dossier.received_at.getTime(),
    dueAt: dossier.receipt_due_at.getTime(),
    returnedAt: dossier.returned_at?.getTime() ?? null,
    ended: ENDED[dossier.state] ?? null,
    method: dossier.delivery_method,
    receiver: dossier.returned_to,
  };
}
