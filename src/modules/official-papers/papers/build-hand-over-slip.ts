import { text, type PdfFlow, type PdfNode } from '../../../platform/pdf/pdf-definition.ts';
import { type PaperLook, paperLook } from './paper-look.ts';
import { footBlock, headAndTitle, labelled, paperFlow, signatureRow } from './paper-parts.ts';
import { type HandOverSlipView, type PaperParty, type Printed, type SlipRow } from './paper-views.ts';
import { checkNotes, codeInColumn, officialMoment, shortMoment } from './paper-words.ts';

/** Phiếu bàn giao between units of the office: which dossiers or results one unit gave to another, when, and who signs for them. */
export function buildHandOverSlip(slip: Printed<HandOverSlipView>): PdfFlow {
  const look = paperLook(slip.paper);
  const what = slip.what === 'dossiers' ? 'hồ sơ' : 'kết quả';
  // One form serves both; its title names what goes over.
  const view = { ...slip, template: { ...slip.template, title: slip.template.title.replace('hồ sơ', what) } };
  const party = ({ unit, person }: PaperParty) => (person === null ? unit : `${person}, ${unit}`);
  return paperFlow(view, look, {
    subject: `${view.rows.length} ${what}`,
    label: view.template.title,
    content: [
      ...headAndTitle(view, null, look),
      labelled('Thời gian bàn giao', officialMoment(view.issuedAt), look),
      labelled('Bên giao', party(view.from), look),
      labelled('Bên nhận', party(view.to), look),
      ...(view.note === null ? [] : [labelled('Ghi chú', view.note, look)]),
      rowTable(view.rows, look),
    ],
    closing: [
      text(`Cộng: ${view.rows.length} ${what}.`, { bold: true, margin: [0, look.gap, 0, look.gap] }),
      signatureRow([{ role: 'BÊN GIAO', name: view.from.person }, { role: 'BÊN NHẬN', name: view.to.person }], look),
    ],
    foot: footBlock(checkNotes(view), view, look),
  });
}

function rowTable(rows: readonly SlipRow[], look: PaperLook): PdfNode {
  const size = look.body - 1;
  const cell = (words: string, align: 'left' | 'center' = 'left') => text(words, { size, align });
  const head = (words: string) => text(words, { size, bold: true, align: 'center' });
  return {
    kind: 'table',
    widths: [0.07, 0.19, 0.28, 0.22, 0.08, 0.16].map((part) => part * look.width),
    headRows: 1,
    lastRowWithClosing: true,
    lines: 'grid',
    padding: [3, 1.8],
    rows: [
      ['TT', 'Mã hồ sơ', 'Thủ tục', 'Người nộp', 'Giấy tờ', 'Hẹn trả'].map(head),
      ...rows.map((row, index) => [
        cell(String(index + 1), 'center'),
        cell(codeInColumn(row.code)),
        cell(row.procedureName),
        cell(row.applicant),
        cell(String(row.papers).padStart(2, '0'), 'center'),
        cell(row.dueAt === null ? '–' : shortMoment(row.dueAt), 'center'),
      ]),
    ],
    margin: [0, look.gap, 0, look.gap * 2],
  };
}
