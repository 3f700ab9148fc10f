import { plainDateWords } from '../../../kernel/date-words.ts';
import { stack, text, type PdfFlow, type PdfNode } from '../../../platform/pdf/pdf-definition.ts';
import { type PaperLook, landscapeLook } from './paper-look.ts';
import { footBlock, headAndTitle, paperFlow, signatureRow } from './paper-parts.ts';
import { type Printed, type RegisterRow, type RegisterView } from './paper-views.ts';
import { checkNotes, codeInColumn, shortMoment } from './paper-words.ts';

const METHODS = { counter: 'Tại quầy', post: 'Bưu chính công ích', home: 'Tại nhà', electronic: 'Điện tử' } as const;

/** More rows than this are laid out once only: a second look would cost a busy office seconds. */
const LONG = 60;

/** Rows of one part: a part is drawn in about a second, and other papers get their turn after each. */
const ROWS_OF_PART = 500;

/**
 * Form 07 “Sổ theo dõi hồ sơ” (TT 03/2025/TT-VPCP) for a period, lying across: every dossier received in it with its dates, the way of its
 * result and who signed for it. A dossier whose result is not handed over yet has an empty place. A register of more than 500 dossiers
 * comes in parts to be bound one after the other, each with the head; the rows are numbered through, the sum and the signatures are in
 * the last part.
 */
export function buildRegister(view: Printed<RegisterView>): readonly PdfFlow[] {
  const look = landscapeLook();
  const days = `Từ ngày ${plainDateWords(view.from, 'vi')} đến ngày ${plainDateWords(view.to, 'vi')}`;
  const period = view.field === undefined || view.field === null ? days : `${days}. Lĩnh vực: ${view.field}`;
  const parts = Math.max(1, Math.ceil(view.rows.length / ROWS_OF_PART));
  return Array.from({ length: parts }, (_, part) => {
    const before = part * ROWS_OF_PART;
    const rows = view.rows.slice(before, before + ROWS_OF_PART);
    const named = parts === 1 ? period : `${period}. Phần ${part + 1}/${parts}: hồ sơ số ${before + 1} đến ${before + rows.length}`;
    return paperFlow(view, look, {
      subject: period,
      label: `${view.template.title}. ${days}${parts === 1 ? '' : ` · Phần ${part + 1}/${parts}`}`,
      content: [...headAndTitle(view, null, look, named), rowTable(rows, before, look)],
      closing: part === parts - 1 ? sumAndSignatures(view, look) : [text(`Còn tiếp ở phần ${part + 2}.`, { italics: true, margin: [0, look.gap, 0, look.gap] })],
      foot: footBlock(checkNotes(view), view, look),
      long: rows.length > LONG,
    });
  });
}

function sumAndSignatures(view: RegisterView, look: PaperLook): readonly PdfNode[] {
  const returned = view.rows.filter(({ returnedAt }) => returnedAt !== null).length;
  return [
    text(`Cộng: ${view.rows.length} hồ sơ; đã trả kết quả ${returned} hồ sơ.`, { bold: true, margin: [0, look.gap, 0, look.gap] }),
    signatureRow([{ role: 'NGƯỜI LẬP SỔ', name: view.madeBy }, { role: 'THỦ TRƯỞNG ĐƠN VỊ', name: null, how: '(Ký, ghi rõ họ tên và đóng dấu)' }], look),
  ];
}

/** Parts of the width: number, code, procedure, person, contact, unit, received, due, returned, way, signature. */
const PARTS = [0.035, 0.115, 0.14, 0.105, 0.13, 0.095, 0.08, 0.08, 0.08, 0.07, 0.07] as const;

function rowTable(rows: readonly RegisterRow[], before: number, look: PaperLook): PdfNode {
  const size = look.small - 2;
  const cell = (words: string, align: 'left' | 'center' = 'left') => text(words, { size, align });
  const head = (words: string) => text(words, { size, bold: true, align: 'center' });
  return {
    kind: 'table',
    widths: PARTS.map((part) => part * look.width),
    headRows: 1,
    lastRowWithClosing: true,
    lines: 'grid',
    padding: [2.5, 1.5],
    rows: [
      ['STT', 'Mã hồ sơ', 'Tên thủ tục hành chính', 'Tên tổ chức, cá nhân', 'Địa chỉ, số điện thoại', 'Cơ quan chủ trì giải quyết', 'Nhận hồ sơ', 'Hẹn trả kết quả', 'Trả kết quả', 'Phương thức nhận kết quả', 'Ký nhận'].map(head),
      ...rows.map((row, index) => [
        cell(String(before + index + 1), 'center'),
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
