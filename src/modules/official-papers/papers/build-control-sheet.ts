import { stack, text, type PdfFlow, type PdfNode } from '../../../platform/pdf/pdf-definition.ts';
import { type PaperLook, paperLook } from './paper-look.ts';
import { footBlock, headAndTitle, labelled, paperFlow, signatureRow } from './paper-parts.ts';
import { type ControlLine, type ControlSheetView, type Printed } from './paper-views.ts';
import { checkNotes, officialMoment, shortMoment } from './paper-words.ts';

const RESULTS = { 'early': 'Trước hạn', 'on-time': 'Đúng hạn', 'late': 'Quá hạn' } as const;

/**
 * Form 06 “Phiếu kiểm soát quá trình giải quyết hồ sơ” (TT 03/2025/TT-VPCP), filled from the history of the dossier: who gave it to whom,
 * when to the minute, whether the step was early, in time or late, and what was noted.
 */
export function buildControlSheet(view: Printed<ControlSheetView>): PdfFlow {
  const look = paperLook(view.paper);
  return paperFlow(view, look, {
    subject: view.code,
    label: `Mã hồ sơ ${view.code}`,
    content: [
      ...headAndTitle(view, view.code, look),
      labelled('Thủ tục', view.procedureName, look, true),
      labelled('Cơ quan giải quyết hồ sơ', view.agency, look),
      labelled('Cơ quan phối hợp giải quyết hồ sơ', view.otherAgency ?? 'không có', look),
      labelled('Thời gian nhận hồ sơ', officialMoment(view.receivedAt), look),
      labelled('Thời gian hẹn trả kết quả', officialMoment(view.dueAt), look),
      ...originalsLine(view.originals ?? [], look),
      lineTable(view.lines, look),
    ],
    closing: [signatureRow([{ role: 'NGƯỜI LẬP PHIẾU', name: view.madeBy }], look)],
    foot: footBlock(['Phiếu do hệ thống tự ghi từ lịch sử xử lý hồ sơ.', ...checkNotes(view)], view, look),
  });
}

/** Which originals lie at the office and where, so that they are given back or found. */
function originalsLine(originals: NonNullable<ControlSheetView['originals']>, look: PaperLook): readonly PdfNode[] {
  if (originals.length === 0) return [];
  return [labelled('Bản chính lưu tại cơ quan', originals.map(({ name, shelf }) => (shelf === null ? name : `${name} (kệ ${shelf})`)).join('; '), look)];
}

function lineTable(lines: readonly ControlLine[], look: PaperLook): PdfNode {
  const size = look.body - 1.5;
  const cell = (words: string, align: 'left' | 'center' = 'left') => text(words, { size, align });
  const head = (words: string) => text(words, { size, bold: true, align: 'center' });
  const widths = [0.3, 0.32, 0.13, 0.25].map((part) => part * look.width);
  return {
    kind: 'table',
    widths,
    headRows: 1,
    lastRowWithClosing: true,
    lines: 'grid',
    padding: [4, 2],
    rows: [
      [head('Đơn vị giao, đơn vị nhận'), head('Thời gian, người giao, người nhận'), head('Kết quả giải quyết'), head('Ghi chú')],
      ...lines.map((line) => [
        stack([cell(`Giao: ${line.giver.unit}`), cell(`Nhận: ${line.receiver.unit}`)]),
        stack([cell(shortMoment(line.at)), cell(`Người giao: ${line.giver.person ?? '……'}`), cell(`Người nhận: ${line.receiver.person ?? '……'}`)]),
        cell(line.result === null ? '–' : RESULTS[line.result], 'center'),
        cell(line.note ?? ''),
      ]),
    ],
    margin: [0, look.gap * 2, 0, look.gap * 2],
  };
}
