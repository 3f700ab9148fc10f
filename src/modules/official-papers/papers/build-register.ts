import { plainDateWords } from '../../../kernel/date-words.ts';
import { stack, text, type PdfFlow, type PdfNode } from '../../../platform/pdf/pdf-definition.ts';
import { type PaperLook, landscapeLook } from './paper-look.ts';
import { footBlock, headAndTitle, paperFlow, signatureRow } from './paper-parts.ts';
import { type Printed, type RegisterRow, type RegisterView } from './paper-views.ts';
import { checkNotes, codeInColumn, shortMoment } from './paper-words.ts';

const METHODS = { counter: 'Tại quầy', post: 'Bưu chính công ích', home: 'Tại nhà', electronic: 'Điện tử' } as const;

/** More rows than this are laid out once only: a second look would cost a busy office seconds. */
const LONG = 60;

/**
 * Form 07 “Sổ theo dõi hồ sơ” (TT 03/2025/TT-VPCP) for a period, lying across: every dossier received in it with its dates, the way of its
 * result and who signed for it. A dossier whose result is not handed over yet has an empty place.
 */
export function buildRegister(view: Printed<RegisterView>): PdfFlow {
  const look = landscapeLook();
  const period = `Từ ngày ${plainDateWords(view.from, 'vi')} đến ngày ${plainDateWords(view.to, 'vi')}`;
  return paperFlow(view, look, {
    subject: period,
    label: `${view.template.title}. ${period}`,
    content: [...headAndTitle(view, null, look, period), rowTable(view.rows, look)],
    closing: [
      text(`Cộng: ${view.rows.length} hồ sơ; đã trả kết quả ${view.rows.filter(({ returnedAt }) => returnedAt !== null).length} hồ sơ.`, { bold: true, margin: [0, look.gap, 0, look.gap] }),
      signatureRow([{ role: 'NGƯỜI LẬP SỔ', name: view.madeBy }, { role: 'THỦ TRƯỞNG ĐƠN VỊ', name: null, how: '(Ký, ghi rõ họ tên và đóng dấu)' }], look),
    ],
    foot: footBlock(checkNotes(view), view, look),
    long: view.rows.length > LONG,
  });
}

/** Parts of the width: number, code, procedure, person, contact, unit, received, due, returned, way, signature. */
const PARTS = [0.035, 0.115, 0.145, 0.105, 0.13, 0.095, 0.08, 0.08, 0.08, 0.065, 0.07] as const;

function rowTable(rows: readonly RegisterRow[], look: PaperLook): PdfNode {
  const size = look.small - 2;
  const cell = (words: string, align: 'left' | 'center' = 'left') => text(words, { size, align });
  const head = (words: string) => text(words, { size, bold: true, align: 'center' });
  return {
    kind: 'table',
    widths: PARTS.map((part) => part * look.width),
    headRows: 1,
    lines: 'grid',
    padding: [2.5, 1.5],
    rows: [
      ['STT', 'Mã hồ sơ', 'Tên thủ tục hành chính', 'Tên tổ chức, cá nhân', 'Địa chỉ, số điện thoại', 'Cơ quan chủ trì', 'Nhận hồ sơ', 'Hẹn trả kết quả', 'Trả kết quả', 'Nhận kết quả', 'Ký nhận'].map(head),
      ...rows.map((row, index) => [
        cell(String(index + 1), 'center'),
        cell(codeInColumn(row.code)),
        cell(row.procedureName),
        cell(row.applicant),
        stack([row.address, row.phone].flatMap((words) => (words === null ? [] : [cell(words)]))),
        cell(row.unit),
        cell(shortMoment(row.receivedAt), 'center'),
        cell(shortMoment(row.dueAt), 'center'),
        cell(row.returnedAt === null ? (row.ended ?? '') : shortMoment(row.returnedAt), 'center'),
        cell(METHODS[row.method], 'center'),
        cell(row.receiver ?? '', 'center'),
      ]),
    ],
    margin: [0, look.gap, 0, look.gap * 2],
  };
}
