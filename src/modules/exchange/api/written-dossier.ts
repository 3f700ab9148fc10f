import { type ExchangedRow, NATIONAL_CODE } from '../../dossiers/index.ts';
import { type WrittenDossier } from '../domain/dossier-values.ts';

/** A dossier of ours as it is written out. */
export function writtenDossier(row: ExchangedRow): WrittenDossier {
  return {
    code: row.external_code ?? row.code ?? row.reference,
    procedureCode: row.procedure_code,
    procedureName: row.procedure_name,
    status: NATIONAL_CODE[row.state],
    channel: row.channel,
    fullName: row.applicant_name,
    citizenNumber: row.applicant_number,
    birthDate: row.applicant_birth_date,
    sex: row.applicant_sex,
    phone: row.applicant_phone,
    email: row.applicant_email,
    address: row.applicant_address,
    content: row.content,
    submittedAt: row.submitted_at,
    receivedAt: row.received_at,
    dueAt: row.due_at,
    decidedAt: row.decided_at,
    resultNumber: row.result_number,
  };
}
