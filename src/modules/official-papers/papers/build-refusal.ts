import { type PdfFlow } from '../../../platform/pdf/pdf-definition.ts';
import { paperLook } from './paper-look.ts';
import { footBlock, headAndTitle, labelled, paperFlow, paragraph, personLines, signatureRow } from './paper-parts.ts';
import { type Printed, type RefusalView } from './paper-views.ts';
import { checkNotes, codeLabel } from './paper-words.ts';

/** Form 03 “Phiếu từ chối tiếp nhận giải quyết hồ sơ” (TT 03/2025/TT-VPCP): whose dossier, what was asked, and the concrete reason. */
export function buildRefusal(view: Printed<RefusalView>): PdfFlow {
  const look = paperLook(view.paper);
  return paperFlow(view, look, {
    subject: view.code ?? view.applicant.fullName,
    label: codeLabel(view.code, view.applicant.fullName),
    content: [
      ...headAndTitle(view, view.code, look),
      labelled('Đã tiếp nhận xem xét hồ sơ', view.office.centreName, look),
      ...personLines('Hồ sơ của Ông (Bà)/Tổ chức', view.applicant, look),
      labelled('Nội dung yêu cầu giải quyết', view.content, look, true),
      paragraph(`Qua xem xét, ${view.office.centreName} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:`, look),
      paragraph(view.reason, look),
    ],
    closing: [
      paragraph('Xin thông báo để Ông (Bà)/Tổ chức được biết và thực hiện.', look),
      signatureRow([{ role: 'NGƯỜI NỘP HỒ SƠ', name: view.applicant.fullName }, { role: 'NGƯỜI TIẾP NHẬN HỒ SƠ', name: view.receivedBy }], look),
    ],
    foot: footBlock([`Cần hướng dẫn thêm hoặc chưa đồng ý với lý do trên: gọi ${view.office.hotline} hoặc đến Trung tâm, ${view.office.address}.`, ...checkNotes(view)], view, look),
  });
}
