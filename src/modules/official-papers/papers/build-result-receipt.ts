import { text, type PdfFlow } from '../../../platform/pdf/pdf-definition.ts';
import { paperLook } from './paper-look.ts';
import { footBlock, headAndTitle, labelled, paperFlow, paragraph, signatureRow } from './paper-parts.ts';
import { type Printed, type ResultReceiptView } from './paper-views.ts';
import { checkNotes, officialMoment } from './paper-words.ts';

const RELATIONS = { self: 'người nộp hồ sơ', authorised: 'người được ủy quyền', family: 'người nhà' } as const;

/** Giấy biên nhận trả kết quả: what was handed over, by whom, to whom and on what authority, with both signatures. */
export function buildResultReceipt(view: Printed<ResultReceiptView>): PdfFlow {
  const look = paperLook(view.paper);
  const { receiver } = view;
  return paperFlow(view, look, {
    subject: view.code,
    label: `Mã hồ sơ ${view.code}`,
    content: [
      ...headAndTitle(view, view.code, look),
      labelled('Đơn vị trả kết quả', view.office.centreName, look),
      labelled('Hồ sơ của Ông (Bà)/Tổ chức', view.applicant, look, true),
      labelled('Thủ tục', view.procedureName, look),
      labelled('Người nhận kết quả', `${receiver.name} (${RELATIONS[receiver.relation]})`, look, true),
      ...(receiver.paper === null || receiver.paper === '' ? [] : [labelled('Giấy tờ kèm theo của người nhận', receiver.paper, look)]),
      labelled('Thời gian trả kết quả', officialMoment(view.at), look),
      paragraph('Giấy tờ đã trả gồm:', look),
      ...view.papers.map((name, index) => text(`${index + 1}. ${name}`, { margin: [look.body, 0, 0, look.gap] })),
    ],
    closing: [
      paragraph('Người nhận đã kiểm tra kết quả và không có ý kiến khác.', look),
      signatureRow([{ role: 'NGƯỜI TRẢ KẾT QUẢ', name: view.returnedBy }, { role: 'NGƯỜI NHẬN KẾT QUẢ', name: receiver.name }], look),
    ],
    foot: footBlock([`Kết quả có sai sót: báo cho Trung tâm, gọi ${view.office.hotline}, để được đính chính.`, ...checkNotes(view)], view, look),
  });
}
