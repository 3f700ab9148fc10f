import { formatDong } from '../../../kernel/money.ts';
import { officialDate } from '../../../platform/pdf/official-head.ts';
import { runs, type PdfFlow, type PdfNode } from '../../../platform/pdf/pdf-definition.ts';
import { type PaperLook, paperLook } from './paper-look.ts';
import { footBlock, headAndTitle, labelled, paperFlow, paragraph, personLines, signatureRow } from './paper-parts.ts';
import { type Printed, type StopView } from './paper-views.ts';
import { checkNotes, codeLabel } from './paper-words.ts';

const WHY: Readonly<Record<StopView['stopKind'], string>> = {
  'withdrawn': 'Ông (Bà)/Tổ chức đề nghị rút hồ sơ',
  'not-supplemented': 'Quá thời hạn mà hồ sơ chưa được bổ sung, hoàn thiện theo yêu cầu',
  'not-paid': 'Quá thời hạn mà nghĩa vụ tài chính chưa được thực hiện',
  'other': 'Không còn căn cứ để tiếp tục giải quyết',
};

/**
 * Form 05 “Thông báo dừng giải quyết hồ sơ” (TT 03/2025/TT-VPCP, Điều 7): which dossier, where it stood, why it stops, and what becomes
 * of the fee. The circular's own layout was not found; the fields are those that its text names.
 */
export function buildStop(view: Printed<StopView>): PdfFlow {
  const look = paperLook(view.paper);
  const why = view.reason === null || view.reason === '' ? WHY[view.stopKind] : `${WHY[view.stopKind]}: ${view.reason}`;
  return paperFlow(view, look, {
    subject: view.code ?? view.applicant.fullName,
    label: codeLabel(view.code, view.applicant.fullName),
    content: [
      ...headAndTitle(view, view.code, look),
      addressee(view.applicant.fullName, look),
      paragraph(`${view.office.centreName} thông báo dừng giải quyết hồ sơ sau đây kể từ ${officialDate(view.issuedAt)}:`, look),
      ...personLines('Người nộp hồ sơ', view.applicant, look),
      labelled('Thủ tục', view.procedureName, look, true),
      ...(view.content === view.procedureName ? [] : [labelled('Nội dung yêu cầu giải quyết', view.content, look)]),
      labelled('Ngày nộp hồ sơ', officialDate(view.submittedAt), look),
      labelled('Tình trạng hồ sơ khi dừng', view.stateWas, look),
      labelled('Lý do dừng', why, look, true),
      ...(view.fee === null ? [] : [labelled('Phí, lệ phí', `đã nộp ${formatDong(view.fee.paid)}, hoàn lại ${formatDong(view.fee.refunded)}`, look)]),
    ],
    closing: [
      paragraph('Khi cần, Ông (Bà)/Tổ chức nộp hồ sơ mới tại Trung tâm hoặc trên Cổng Dịch vụ công quốc gia. Bản chính giấy tờ đã nộp được nhận lại tại Trung tâm.', look),
      signatureRow([{ role: view.signer.title.toLocaleUpperCase('vi'), name: view.signer.name, how: '(Ký, ghi rõ họ tên và đóng dấu)' }], look),
    ],
    foot: footBlock([`Cần hướng dẫn thêm hoặc chưa đồng ý: gọi ${view.office.hotline} hoặc đến Trung tâm, ${view.office.address}.`, ...checkNotes(view)], view, look),
  });
}

/** “Kính gửi: …” as a letter begins. */
export function addressee(name: string, look: PaperLook): PdfNode {
  return runs([{ text: 'Kính gửi: ' }, { text: `Ông (Bà)/Tổ chức ${name}`, bold: true }], { align: 'center', margin: [0, 0, 0, look.body * 0.7] });
}
