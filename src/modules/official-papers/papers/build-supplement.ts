import { stack, text, type PdfFlow, type PdfNode } from '../../../platform/pdf/pdf-definition.ts';
import { type PaperLook, paperLook } from './paper-look.ts';
import { footBlock, headAndTitle, labelled, paperFlow, paragraph, personLines, signatureRow } from './paper-parts.ts';
import { type Printed, type SupplementLine, type SupplementView } from './paper-views.ts';
import { checkNotes, codeLabel, officialMoment } from './paper-words.ts';

/**
 * Form 02 “Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ” (TT 03/2025/TT-VPCP): everything that is to be completed in one list, what is wrong
 * with each paper, how to mend it and by which rule, until when, and whom to ask.
 */
export function buildSupplement(view: Printed<SupplementView>): PdfFlow {
  const look = paperLook(view.paper);
  const items = view.items.map((item, index) => itemNode(item, index + 1, look));
  return paperFlow(view, look, {
    subject: view.code ?? view.applicant.fullName,
    label: codeLabel(view.code, view.applicant.fullName),
    content: [
      ...headAndTitle(view, view.code, look),
      ...personLines('Hồ sơ của', view.applicant, look),
      labelled('Nội dung yêu cầu giải quyết', view.content, look, true),
      paragraph('Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:', look),
      ...items.slice(0, -1),
    ],
    // The last thing goes with the signature, which never stands alone on a page.
    closing: [
      ...items.slice(-1),
      ...(view.reason === null ? [] : [labelled('Lý do', view.reason, look)]),
      ...(view.answerBy === null ? [] : [labelled('Đề nghị bổ sung trước', officialMoment(view.answerBy), look, true)]),
      paragraph(
        `Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, Ông (Bà) liên hệ với ${view.contact.name}, số điện thoại ${view.contact.phone}, để được hướng dẫn.`,
        look,
      ),
      signatureRow([{ role: 'NGƯỜI HƯỚNG DẪN', name: view.guidedBy }], look),
    ],
    foot: footBlock(['Nộp bổ sung một lần cho đủ các nội dung trên; thời gian chờ bổ sung không tính vào thời hạn giải quyết.', ...checkNotes(view)], view, look),
  });
}

function itemNode(item: SupplementLine, number: number, look: PaperLook): PdfNode {
  const basis = item.legalBasis === null ? [] : [text(`Căn cứ: ${item.legalBasis}`, { size: look.small, italics: true })];
  return stack(
    [
      text(`${number}. ${item.paper}: ${item.fault}`, { bold: true }),
      ...(item.declared === undefined ? [] : [text(item.declared)]),
      ...(item.howToFix === '' ? [] : [text(`Cách hoàn thiện: ${item.howToFix}`)]),
      ...basis,
    ],
    { margin: [look.body, 0, 0, look.gap * 2], keepTogether: true },
  );
}
