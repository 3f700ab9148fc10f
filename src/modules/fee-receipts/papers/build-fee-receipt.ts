import { plainDateWords } from '../../../kernel/date-words.ts';
import { dateAt, type Instant } from '../../../kernel/local-time.ts';
import { formatDong } from '../../../kernel/money.ts';
import { officialDate } from '../../../platform/pdf/official-head.ts';
import { mm, PAPER } from '../../../platform/pdf/paper-size.ts';
import { type PdfFlow, type PdfNode, runs, stack, text } from '../../../platform/pdf/pdf-definition.ts';
import { QUIET_ZONE } from '../../../platform/qr/qr-matrix.ts';
import { qrPath } from '../../../platform/qr/qr-path.ts';
import { type Method } from '../domain/cashless.ts';
import { type ReceiptView } from '../domain/receipt-view.ts';

/** What stands beside the frozen content of a receipt: its number, its standing, and where its QR leads. */
export interface ReceiptStamp {
  readonly templateSymbol: string;
  readonly symbol: string;
  /** With its noughts. */
  readonly number: string;
  readonly issuedAt: Instant;
  /** The address in the QR. */
  readonly link: string;
  /** The same as people type it. */
  readonly check: string;
  /** Signed by the collecting body; null: not yet, or by hand. */
  readonly signed: { readonly by: string; readonly at: Instant; readonly code: string } | null;
  /** Whether a provider is still to sign it. */
  readonly waits: boolean;
  /** Set when it does not hold any more, or was adjusted. */
  readonly standing: { readonly kind: 'voided' | 'replaced' | 'adjusted'; readonly at: Instant; readonly reason: string; readonly by: string | null } | null;
}

const METHODS: Readonly<Record<Method, string>> = { cash: 'Tiền mặt', transfer: 'Chuyển khoản', online: 'Thanh toán trực tuyến' };
const STANDINGS = { voided: 'BIÊN LAI ĐÃ HỦY', replaced: 'BIÊN LAI ĐÃ ĐƯỢC THAY THẾ', adjusted: 'BIÊN LAI ĐÃ ĐIỀU CHỈNH' } as const;

const MARGINS = [mm(12), mm(9), mm(12), mm(8)] as const;
const PAGE = { width: PAPER.A5.height, height: PAPER.A5.width, margins: MARGINS } as const;
const WIDTH = PAGE.width - MARGINS[0] - MARGINS[2];
const BODY = 10.5;
const SMALL = 8.5;
const RED = '#A11212';

const labelled = (label: string, value: string, bold = false): PdfNode => runs([{ text: `${label}: ` }, { text: value, bold }], { margin: [0, 0, 0, 2] });

function head(view: ReceiptView, stamp: ReceiptStamp): PdfNode {
  const right = mm(62);
  return {
    kind: 'columns', gap: 10,
    columns: [
      {
        width: WIDTH - right - 10,
        content: stack([
          text(view.body.name.toLocaleUpperCase('vi'), { bold: true, size: 10.5 }),
          text(`Mã số thuế: ${view.body.taxCode}`, { size: 9.5 }),
          text(view.body.address, { size: 9.5 }),
        ]),
      },
      {
        width: right,
        content: stack([
          labelled('Ký hiệu mẫu biên lai', stamp.templateSymbol, true),
          labelled('Ký hiệu biên lai', stamp.symbol, true),
          runs([{ text: 'Số: ' }, { text: stamp.number, bold: true, size: 13, colour: RED }]),
        ]),
      },
    ],
  };
}

function title(view: ReceiptView, stamp: ReceiptStamp): readonly PdfNode[] {
  const { standing } = stamp;
  const { correction } = view;
  return [
    text(view.name.toLocaleUpperCase('vi'), { size: 15, bold: true, align: 'center', margin: [0, 7, 0, 0] }),
    text(view.kind === 'paper' ? `(Bản ghi của biên lai lập tay, ${view.copies} liên)` : '(Bản thể hiện của biên lai điện tử)', { size: 9.5, italics: true, align: 'center' }),
    ...(correction === null ? [] : [text(`${correction.how === 'replace' ? 'Thay thế' : 'Điều chỉnh thông tin của'} biên lai ký hiệu ${correction.symbol}, số ${correction.number}, ngày ${plainDateWords(correction.day, 'vi')}. Lý do: ${correction.reason}`, { size: 9.5, align: 'center', margin: [0, 2, 0, 0] })]),
    ...(standing === null
      ? []
      : [text(`${STANDINGS[standing.kind]} ngày ${plainDateWords(dateAt(standing.at), 'vi')}${standing.by === null ? '' : `, bằng biên lai số ${standing.by}`}. Lý do: ${standing.reason}`, { bold: true, size: 10, align: 'center', colour: RED, margin: [0, 2, 0, 0] })]),
  ];
}

function chargeTable({ lines, amount, correction }: ReceiptView): PdfNode {
  const widths = [mm(10), WIDTH - mm(10) - mm(34), mm(34)];
  const cell = (words: string, align: 'left' | 'center' | 'right' = 'left', bold = false): PdfNode => text(words, { size: 10, align, bold });
  const shown = correction?.how === 'adjust' ? 'Không đổi' : formatDong(amount);
  return {
    kind: 'table', widths, headRows: 1, lines: 'grid', padding: [4, 1.6],
    rows: [
      [cell('STT', 'center', true), cell('Tên khoản phí, lệ phí', 'center', true), cell('Số tiền', 'center', true)],
      ...lines.map((line, index) => [
        cell(String(index + 1), 'center'),
        line.basis === null ? cell(line.label) : stack([cell(line.label), text(line.basis, { size: SMALL, italics: true })]),
        cell(formatDong(line.amount), 'right'),
      ]),
      [cell(''), cell('Tổng cộng', 'left', true), cell(shown, 'right', true)],
    ],
    margin: [0, 3, 0, 3],
  };
}

function signature(view: ReceiptView, stamp: ReceiptStamp): PdfNode {
  const { signed } = stamp;
  if (signed !== null) {
    return {
      kind: 'table', widths: [mm(72)], headRows: 0, lines: 'grid', padding: [6, 4],
      rows: [[stack([
        text('Đã ký số', { bold: true, size: 9.5 }),
        text(`Ký bởi: ${signed.by}`, { size: 9 }),
        text(`Ngày ký: ${plainDateWords(dateAt(signed.at), 'vi')}`, { size: 9 }),
        text(`Mã tra cứu: ${signed.code}`, { size: 9 }),
      ])]],
    };
  }
  return stack([
    text(stamp.waits ? 'Đang chờ ký số của cơ quan thu' : '(Ký, ghi rõ họ tên)', { size: 9, italics: true, align: 'center' }),
    text(view.collector, { bold: true, align: 'center', margin: [0, stamp.waits ? 10 : 26, 0, 0] }),
  ]);
}

/**
 * Biên lai thu phí, lệ phí on A5 across: every field of NĐ 254/2026/NĐ-CP, Điều 23 khoản 2: name, both symbols, number, collecting body with its tax
 * code, payer, charges, amount in figures and words, day, signature; with a QR that leads to its check page. Vietnamese only, as the law asks.
 */
export function buildFeeReceipt(view: ReceiptView, stamp: ReceiptStamp): PdfFlow {
  const { path, side } = qrPath(stamp.link);
  const qr = mm(23);
  const right = mm(74);
  const payer = view.payer;
  const adjusts = view.correction?.how === 'adjust';
  return {
    kind: 'flow',
    info: { title: `${view.name} ${stamp.symbol} ${stamp.number}`, author: view.body.name, createdAt: stamp.issuedAt },
    page: PAGE,
    style: { font: 'Tinos', size: BODY, lineHeight: 1.03 },
    content: [
      head(view, stamp),
      ...title(view, stamp),
      { ...stack([
        labelled('Người nộp tiền', payer.name, true),
        ...(payer.citizenNumber === null ? [] : [labelled('Số định danh cá nhân/mã số thuế', payer.citizenNumber)]),
        ...(payer.address === null ? [] : [labelled('Địa chỉ', payer.address)]),
        ...(view.dossierCode === null ? [] : [labelled('Hồ sơ', view.procedureName === null ? view.dossierCode : `${view.dossierCode}, ${view.procedureName}`)]),
      ]), margin: [0, 6, 0, 0] },
      chargeTable(view),
      runs(adjusts
        ? [{ text: 'Biên lai này chỉ điều chỉnh thông tin, không thay đổi số tiền đã thu.', italics: true }]
        : [{ text: 'Số tiền viết bằng chữ: ' }, { text: `${view.amountWords}.`, bold: true, italics: true }], { margin: [0, 0, 0, 2] }),
      labelled('Hình thức thanh toán', METHODS[view.method]),
    ],
    closing: {
      content: [],
      foot: {
        kind: 'columns', gap: 10,
        columns: [
          {
            width: WIDTH - right - 10,
            content: {
              kind: 'columns', gap: 8,
              columns: [
                { width: qr, content: { kind: 'drawing', path, viewWidth: side, viewHeight: side, inset: QUIET_ZONE, width: qr, colour: '#000000', align: 'left' } },
                {
                  width: WIDTH - right - 10 - qr - 8,
                  content: stack([
                    text('Quét mã để kiểm tra biên lai, hoặc nhập mã tại:', { size: SMALL }),
                    text(stamp.check, { size: SMALL, bold: true }),
                    text(`Căn cứ: ${view.basis}.`, { size: SMALL, italics: true, margin: [0, 3, 0, 0] }),
                  ]),
                },
              ],
            },
          },
          {
            width: right,
            content: stack([
              text(`${view.office.place}, ${officialDate(stamp.issuedAt)}`, { italics: true, align: 'center' }),
              text(stamp.signed === null ? 'NGƯỜI THU TIỀN' : 'CƠ QUAN THU', { bold: true, align: 'center', margin: [0, 0, 0, stamp.signed === null ? 0 : 3] }),
              signature(view, stamp),
            ]),
          },
        ],
      },
    },
    pageLabels: { foot: `${stamp.symbol} số ${stamp.number} · Trang {page}/{pages}`, size: SMALL },
  };
}
