import { parseTimeLimit } from '../../../kernel/legal-clock/time-limit.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { buildReceipt, dueReason } from '../../official-papers/index.ts';
import { type DossierPage } from '../store/dossier-page.ts';
import { type DossiersDeps } from './deps.ts';
import { paperApplicant, paperOffice, paperTemplate } from './paper-frame.ts';
import { deadlineTrace } from './time-view.ts';

/** Form 01 (giấy tiếp nhận hồ sơ và hẹn trả kết quả, TT 03/2025/TT-VPCP) of a received dossier as PDF; undefined before reception. */
export async function receiptPdf(deps: DossiersDeps, page: DossierPage, paper: 'A4' | 'A5'): Promise<Buffer | undefined> {
  const { dossier, papers } = page;
  if (dossier.code === null || dossier.received_at === null || dossier.due_at === null) return undefined;
  const receivedAt = dossier.received_at.getTime();
  const limit = parseTimeLimit(dossier.time_limit ?? '');
  if (!limit.ok) throw new Error(`dossier ${dossier.id} cannot have a receipt`);
  const [commune, calendar, receivedBy] = await Promise.all([
    deps.communeOf(dossier.commune_code),
    deps.calendarOf(dossier.commune_code),
    dossier.received_by === null ? undefined : deps.staffName(dossier.commune_code, dossier.received_by),
  ]);
  const token = deps.links.token('dossier', dossier.id);
  return renderPdf(
    buildReceipt({
      paper,
      kind: 'receipt',
      template: paperTemplate('receipt', dossier.received_at),
      office: paperOffice(commune),
      // The register of receipts gives the number; until the office keeps it here, it is written by hand.
      number: null,
      code: dossier.code,
      issuedAt: receivedAt,
      applicant: paperApplicant(dossier),
      principal:
        dossier.authorised_by === null
          ? null
          : { fullName: dossier.authorised_by, citizenNumber: null, address: null, phone: null, email: null, authorisingPaper: null },
      content: dossier.content,
      papers: papers.map(({ name, kind, source, copies }) => ({ name, kind, source, copies })),
      copies: dossier.copies,
      timeLimit: limit.value,
      receivedAt,
      dueAt: dossier.due_at.getTime(),
      dueReason: dueReason(deadlineTrace(dossier, calendar)),
      delivery: { method: dossier.delivery_method, address: dossier.delivery_address },
      register: null,
      receivedBy: receivedBy ?? '',
      link: `${deps.publicUrl}/h/${token}`,
      shortAddress: `${deps.publicUrl.replace(/^https?:\/\//, '')}/tra-cuu`,
    }),
  );
}
