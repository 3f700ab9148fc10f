import { type PdfFlow } from '../../../platform/pdf/pdf-definition.ts';
import { officialDate } from '../../../platform/pdf/official-head.ts';
import { addressee } from './build-stop.ts';
import { paperLook } from './paper-look.ts';
import { footBlock, headAndTitle, labelled, paperFlow, paragraph, personLines, signatureRow } from './paper-parts.ts';
import { type ApologyView, type Printed } from './paper-views.ts';
import { checkNotes, officialMoment } from './paper-words.ts';

/**
 * Form 04, the apology with the request for an extension (TT 03/2025/TT-VPCP): what was promised, why it will not be kept, the apology
 * and the new date. Given once for a dossier, before the day that was promised.
 */
export function buildApology(view: Printed<ApologyView>): PdfFlow {
  const look = paperLook(view.paper);
  return paperFlow(view, look, {
    subject: view.code,
    label: `Mã hồ sơ ${view.code}`,
    content: [
      ...headAndTitle(view, null, look),
      addressee(view.applicant.fullName, look),
      paragraph(`${capitalised(officialDate(view.receivedAt))}, ${view.agency} tiếp nhận giải quyết hồ sơ đề nghị giải quyết thủ tục hành chính sau:`, look),
      labelled('Thủ tục', view.procedureName, look, true),
      ...personLines('Người nộp hồ sơ', view.applicant, look),
      labelled('Mã hồ sơ', view.code, look, true),
      labelled('Thời gian hẹn trả kết quả', officialMoment(view.dueAt), look),
      paragraph(`Tuy nhiên, ${view.agency} chưa thể trả kết quả giải quyết hồ sơ của Ông (Bà)/Tổ chức đúng thời hạn đã hẹn.`, look),
      labelled('Lý do', view.reason, look),
      paragraph(
        `Sự chậm trễ này đã gây phiền hà, tốn kém chi phí, công sức của Ông (Bà)/Tổ chức. ${capitalised(view.agency)} xin lỗi Ông (Bà)/Tổ chức và đề nghị được gia hạn thời gian giải quyết.`,
        look,
      ),
    ],
    closing: [
      labelled('Thời gian trả kết quả mới', officialMoment(view.newDueAt), look, true),
      paragraph('Mong nhận được sự thông cảm của Ông (Bà)/Tổ chức vì sự chậm trễ này./.', look),
      signatureRow([{ role: view.signer.title.toLocaleUpperCase('vi'), name: view.signer.name, how: '(Ký, ghi rõ họ tên và đóng dấu)' }], look),
    ],
    foot: footBlock([`Muốn hỏi thêm về hồ sơ: gọi ${view.office.hotline} hoặc đến Trung tâm, ${view.office.address}.`, ...checkNotes(view)], view, look),
  });
}

function capitalised(words: string): string {
  return `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}`;
}
