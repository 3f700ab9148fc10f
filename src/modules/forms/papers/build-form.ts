import { balanced } from '../../../platform/pdf/official-head.ts';
import { mm, PAPER } from '../../../platform/pdf/paper-size.ts';
import { type PdfDrawing, type PdfFlow, type PdfNode, runs, stack, text } from '../../../platform/pdf/pdf-definition.ts';
import { QUIET_ZONE } from '../../../platform/qr/qr-matrix.ts';
import { qrPath } from '../../../platform/qr/qr-path.ts';
import { type FormSheet, type FormSheetEntry, type FormSheetSection, type FormSheetSignature } from './form-sheet.ts';

/** Margins of NĐ 30/2020/NĐ-CP, Phụ lục I, in points. */
const MARGINS = [mm(25), mm(18), mm(15), mm(16)] as const;
const WIDTH = PAPER.A4.width - MARGINS[0] - MARGINS[2];
const BODY = 12.5;
const SMALL = 10;
const GAP = 3;
/** Width of an average letter with its share of spaces in Tinos, per point of size. */
const LETTER = 0.5;
/** Width of an average bold capital, per point of size. */
const CAPITAL = 0.66;
/** The codes of one sheet stand beside each other; the widest is still read by a phone when it holds its 1,055 digits. */
const CODE = mm(36);
const CODE_GAP = mm(4.5);

/** A box of 10 by 10, and one that is ticked. */
const BOX = 'M0 0h10v10h-10zM0.9 0.9v8.2h8.2v-8.2z';
const TICKED = `${BOX}M2 2.9l0.9 -0.9 2.1 2.1 2.1 -2.1 0.9 0.9 -2.1 2.1 2.1 2.1 -0.9 0.9 -2.1 -2.1 -2.1 2.1 -0.9 -0.9 2.1 -2.1z`;

/**
 * A form as the law prints it: quốc hiệu and tiêu ngữ, its number at the top right, its title in capitals, “Kính gửi”, the questions with the labels of the
 * official form, the promises, place and day, and the signature. Answers stand after their labels, dots where there are none. The layouts
 * of the circulars were not at hand: order and labels follow the sources that each form names, the setting is that of văn thư (NĐ 30/2020/NĐ-CP).
 */
export function buildForm(sheet: FormSheet): PdfFlow {
  const { before, last } = lastApart(sheet.sections);
  return {
    kind: 'flow',
    info: { title: sheet.name === null ? sheet.title : `${sheet.title} – ${sheet.name}`, author: sheet.centreName, createdAt: sheet.printedAt },
    page: { ...PAPER.A4, margins: MARGINS },
    style: { font: 'Tinos', size: BODY, lineHeight: 1.06 },
    content: [...headOf(sheet), ...before],
    closing: { content: closingOf(sheet, last), foot: footOf(sheet) },
    pageLabels: { head: '{page}', foot: sheet.name === null ? 'Trang {page}/{pages}' : `${sheet.name} · Trang {page}/{pages}`, size: SMALL },
  };
}

function headOf({ title, number, basis, addressee }: FormSheet): readonly PdfNode[] {
  return [
    ...(number === null ? [] : [text(basis === null ? number : `${number}\n(${basis})`, { size: SMALL, italics: true, align: 'right', margin: [0, 0, 0, BODY * 0.4] })]),
    text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 12.5, bold: true, align: 'center' }),
    { kind: 'ruled-text', text: text('Độc lập - Tự do - Hạnh phúc', { size: 13.5, bold: true, align: 'center' }), width: WIDTH, part: 1, thickness: 0.8, gap: 2 },
    text(balanced(title, WIDTH / (14 * CAPITAL)), { size: 14, bold: true, align: 'center', margin: [0, BODY * 1.3, 0, BODY * 0.7] }),
    runs([{ text: 'Kính gửi: ' }, { text: addressee, bold: true }], { align: 'center', margin: [0, 0, 0, BODY * 0.5] }),
  ];
}

/**
 * The questions, and the last of them apart: it goes with the promises and the signatures, which never stand alone on a page. A table may be longer than a page;
 * its last row goes over instead.
 */
function lastApart(sections: FormSheet['sections']): { readonly before: readonly PdfNode[]; readonly last: readonly PdfNode[] } {
  const end = sections.at(-1);
  const entry = end?.entries.at(-1);
  if (end === undefined || entry === undefined) return { before: [], last: [] };
  const rest = { ...end, entries: end.entries.slice(0, -1) };
  const before = [...sections.slice(0, -1), rest].flatMap(sectionOf);
  if (entry.kind !== 'table') return { before, last: rest.entries.length === 0 ? sectionOf(end) : [entryOf(entry)] };
  return { before: [...before, ...(rest.entries.length === 0 ? [headingOf(end.title)] : []), ...tableNodes(entry, true)], last: [] };
}

function headingOf(title: string): PdfNode {
  return text(title, { bold: true, margin: [0, GAP * 2, 0, GAP] });
}

function sectionOf({ title, entries }: FormSheetSection): readonly PdfNode[] {
  const [first, ...others] = entries.map(entryOf);
  if (first === undefined) return [];
  // No heading stands alone at the foot of a page.
  return [stack([headingOf(title), first], { keepTogether: true }), ...others];
}

function entryOf(entry: FormSheetEntry): PdfNode {
  switch (entry.kind) {
    case 'line':
      return lineOf(entry.label, entry.answer, entry.room);
    case 'boxes':
      return boxesOf(entry);
    case 'table':
      return tableOf(entry);
  }
}

function lineOf(label: string, answer: readonly string[], room: number): PdfNode {
  const margin = [0, 0, 0, GAP] as const;
  if (answer.length > 0) return runs([{ text: `${label}: ` }, { text: answer.join('; '), bold: true }], { margin });
  const more = Array.from({ length: room - 1 }, () => emptyLine());
  return stack([{ kind: 'dotted-line', text: text(`${label}:`), width: WIDTH }, ...more], { margin });
}

function emptyLine(): PdfNode {
  return { kind: 'dotted-line', text: text(''), width: WIDTH };
}

/** Few short options stand on the line of their label, others below it. */
function boxesOf({ label, options }: Extract<FormSheetEntry, { kind: 'boxes' }>): PdfNode {
  const head = label.length * BODY * LETTER + 14;
  const cell = longestOf(options);
  const margin = [0, 0, 0, GAP] as const;
  if (head + cell * options.length <= WIDTH) {
    return {
      kind: 'columns', gap: 0, margin,
      columns: [{ width: head, content: text(`${label}:`) }, ...options.map((option) => ({ width: cell, content: boxCell(option, cell) }))],
    };
  }
  return stack([text(`${label}:`, { margin: [0, 0, 0, GAP / 2] }), ...boxRows(options)], { keepTogether: true, margin });
}

type BoxOption = Extract<FormSheetEntry, { kind: 'boxes' }>['options'][number];

function longestOf(options: readonly BoxOption[]): number {
  return Math.max(...options.map(({ label }) => label.length)) * BODY * LETTER + 30;
}

function boxCell({ label, ticked }: BoxOption, width: number): PdfNode {
  return {
    kind: 'columns', gap: 5,
    columns: [
      { width: 10, content: stack([boxOf(ticked)], { margin: [0, 2.8, 0, 0] }) },
      { width: width - 19, content: text(label, { bold: ticked }) },
    ],
  };
}

/** Boxes in as many columns as their longest words leave room for. */
function boxRows(options: readonly BoxOption[]): readonly PdfNode[] {
  const indent = 14;
  const across = Math.max(1, Math.min(4, options.length, Math.floor((WIDTH - indent) / longestOf(options))));
  const cell = (WIDTH - indent) / across;
  return Array.from({ length: Math.ceil(options.length / across) }, (_, row) => ({
    kind: 'columns' as const,
    gap: 0,
    margin: [indent, 0, 0, GAP / 2] as const,
    columns: options.slice(row * across, (row + 1) * across).map((option) => ({ width: cell, content: boxCell(option, cell) })),
  }));
}

function boxOf(ticked: boolean): PdfDrawing {
  return { kind: 'drawing', path: ticked ? TICKED : BOX, viewWidth: 10, viewHeight: 10, width: 10, colour: '#000000', align: 'left' };
}

function tableOf(entry: Extract<FormSheetEntry, { kind: 'table' }>): PdfNode {
  return stack(tableNodes(entry, false), { margin: [0, GAP, 0, GAP * 2] });
}

/** The label of a table and its rows; `last`: its last row goes over with the signatures rather than leaving them alone. */
function tableNodes({ label, heads, rows }: Extract<FormSheetEntry, { kind: 'table' }>, last: boolean): readonly PdfNode[] {
  const number = 28;
  const weights = heads.map((head, column) => Math.min(40, Math.max(8, head.length / 2, ...rows.map((row) => (row[column] ?? '').length))));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const cell = (words: string, bold = false) => text(words, { size: 11, bold, ...(bold ? { align: 'center' as const } : {}) });
  return [
    text(`${label}:`, { margin: [0, 0, 0, GAP] }),
    {
      kind: 'table', lines: 'grid', padding: [4, 3], headRows: 1, ...(last ? { lastRowWithClosing: true } : {}),
      widths: [number, ...weights.map((weight) => ((WIDTH - number) * weight) / sum)],
      rows: [[cell('TT', true), ...heads.map((head) => cell(head, true))], ...rows.map((row, index) => [cell(String(index + 1)), ...row.map((words) => cell(words === '' ? ' ' : words))])],
    },
  ];
}

/** What is never parted: the last thing that was asked, the promises, place and day, and the signatures. */
function closingOf(sheet: FormSheet, last: readonly PdfNode[]): readonly PdfNode[] {
  const { statements, signed, dateLabel, signatures } = sheet;
  const gap = 12;
  const width = signatures.length === 1 ? (WIDTH - gap) / 2 : (WIDTH - gap * (signatures.length - 1)) / signatures.length;
  const columns = signatures.map((signature) => ({ width, content: signatureOf(signature, sheet, width) }));
  return [
    ...last,
    ...statements.map((words, index) => text(words, { align: 'justify', margin: [0, index === 0 ? GAP * 2 : 0, 0, GAP] })),
    ...(signatures.some(({ dated }) => dated !== 'no') ? [] : [text(dateLine(signed, dateLabel, ' '), { italics: true, align: 'right', margin: [0, GAP * 2, 0, GAP * 2] })]),
    // One signature stands at the right, where papers are signed.
    { kind: 'columns', gap, margin: [0, GAP, 0, BODY], columns: signatures.length === 1 ? [{ width, content: stack([]) }, ...columns] : columns },
  ];
}

/** Place and day, with dots where they are written by hand; `parting` stands between the two. */
function dateLine(signed: FormSheet['signed'], label: string | null, parting: string): string {
  const before = label === null ? '' : `${label}: `;
  if (signed === null) return `${before}................................,${parting}ngày ........ tháng ........ năm ............`;
  const [year = '', month = '', day = ''] = signed.day.split('-');
  return `${before}${signed.place},${parting}ngày ${day} tháng ${Number(month) <= 2 ? month : String(Number(month))} năm ${year}`;
}

/** Room for a hand between the words above and the name below. */
const HAND = 46;
const INK = '#1a2a6c';

function signatureOf({ title, note, name, dated, drawn }: FormSheetSignature, { signed }: FormSheet, width: number): PdfNode {
  const narrow = width < WIDTH / 3;
  const [size, small] = narrow ? [10.5, 9.5] : [BODY, 11];
  const picture: readonly PdfNode[] = drawn === null ? [] : [{
    kind: 'drawing', path: drawn.path, viewWidth: drawn.width, viewHeight: drawn.height, width: Math.min(width, (HAND * drawn.width) / drawn.height), colour: INK, stroke: 3.5, align: 'center',
  }];
  return stack([
    ...(dated === 'no' ? [] : [text(narrow ? dateLine(dated === 'filled' ? signed : null, null, '\n').replaceAll('........', '....') : dateLine(dated === 'filled' ? signed : null, null, ' '), { italics: true, align: 'center', size: small, margin: [0, 0, 0, GAP] })]),
    text(title, { bold: true, align: 'center', size }),
    text(note, { italics: true, align: 'center', size: small }),
    ...picture,
    text(name ?? ' ', { bold: true, align: 'center', size, margin: [0, drawn === null ? HAND : 0, 0, 0] }),
    ...(drawn === null ? [] : [text(`Mã nội dung đã đồng ý:\n${inPieces(drawn.contentHash, narrow ? 16 : 32)}`, { size: 7.5, align: 'center', margin: [0, 2, 0, 0] })]),
  ]);
}

/** A long code in lines of so many letters. */
function inPieces(code: string, length: number): string {
  return Array.from({ length: Math.ceil(code.length / length) }, (_, line) => code.slice(line * length, (line + 1) * length)).join('\n');
}

function footOf({ codes, signed, shortAddress, centreName, hotline }: FormSheet): PdfNode {
  const help = `Cần hướng dẫn: gọi ${hotline} hoặc đến ${centreName}.`;
  if (codes.length === 0) return text(`${signed === null ? '' : 'Tờ khai này đã gửi qua mạng, hồ sơ đã có ở xã: không phải nộp lại. '}${help} In từ ${shortAddress}`, { size: SMALL });
  const words = codes.length === 1
    ? 'Ký rồi mang tờ này đến Một cửa: cán bộ quét mã, không phải nhập lại. Mã chứa những điều đã khai ở trên; đừng đưa cho người lạ.'
    : `Ký rồi mang tờ này đến Một cửa: cán bộ quét cả ${String(codes.length)} mã, thứ tự nào cũng được, không phải nhập lại. Mã chứa những điều đã khai ở trên; đừng đưa cho người lạ.`;
  const drawn = codes.map(codeOf);
  const notes = [text(words, { size: SMALL, margin: [0, 0, 0, GAP] }), text(`${help} In từ ${shortAddress}`, { size: SMALL })];
  const across = codes.length * CODE + (codes.length - 1) * CODE_GAP;
  const captioned = (index: number): PdfNode => stack([
    ...drawn.slice(index, index + 1),
    text(codes.length === 1 ? 'Mã tờ khai' : `Mã tờ khai · ${String(index + 1)}/${String(codes.length)}`, { size: 9, align: 'center', margin: [0, 4, 0, 0] }),
  ]);
  if (codes.length < 3) {
    return {
      kind: 'columns', gap: CODE_GAP,
      columns: [{ width: WIDTH - across - CODE_GAP, content: stack(notes) }, ...codes.map((_, index) => ({ width: CODE, content: captioned(index) }))],
    };
  }
  return stack([
    ...notes,
    { kind: 'columns', gap: CODE_GAP, margin: [Math.max(0, WIDTH - across), GAP * 2, 0, 0], columns: codes.map((_, index) => ({ width: CODE, content: captioned(index) })) },
  ]);
}

function codeOf(code: string): PdfDrawing {
  const { path, side } = qrPath(code);
  return { kind: 'drawing', path, viewWidth: side, viewHeight: side, inset: QUIET_ZONE, width: CODE, colour: '#000000', align: 'left' };
}
