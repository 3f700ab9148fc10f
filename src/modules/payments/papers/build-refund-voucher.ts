import { type Instant } from '../../../kernel/local-time.ts';
import { dongInWords, formatDong } from '../../../kernel/money.ts';
import { officialDate } from '../../../platform/pdf/official-head.ts';
import { mm, PAPER } from '../../../platform/pdf/paper-size.ts';
import { type PdfDefinition, type PdfNode, runs, stack, text } from '../../../platform/pdf/pdf-definition.ts';
import { type PaymentMethod } from '../domain/payable.ts';

/** What the payee signs when money of a fee goes back. */
export interface RefundVoucher {
  readonly bodyName: string;
  readonly centreName: string;
  readonly place: string;
  readonly printedAt: Instant;
  /** The number in the office's own book of vouchers; null: still to be written. */
  readonly number: string | null;
  readonly payee: string;
  readonly account: string | null;
  readonly way: PaymentMethod;
  /** Whole đồng. */
  readonly amount: number;
  readonly reason: string;
  readonly dossierCode: string | null;
  readonly procedureName: string | null;
  readonly reference: string;
  readonly askedBy: string;
  readonly approvedBy: string;
}

const WAYS: Readonly<Record<PaymentMethod, string>> = { cash: 'Tiền mặt', transfer: 'Chuyển khoản', online: 'Qua cổng thanh toán' };

function capital(words: string): string {
  return `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}`;
}

/** Phiếu trả lại tiền phí, lệ phí on A5 across: to whom, how much in figures and words, why, who asked and who approved, places for three signatures. */
export function buildRefundVoucher(voucher: RefundVoucher): PdfDefinition {
  const page = { width: PAPER.A5.height, height: PAPER.A5.width, margins: [mm(15), mm(10), mm(15), mm(10)] as const };
  const width = page.width - page.margins[0] - page.margins[2];
  const fact = (head: string, words: string): PdfNode => runs([{ text: `${head}: ` }, { text: words, bold: true }], { margin: [0, 2, 0, 0] });
  const people = [['NGƯỜI NHẬN TIỀN', voucher.payee], ['THỦ QUỸ', ' '], ['NGƯỜI DUYỆT', voucher.approvedBy]] as const;
  return {
    kind: 'flow',
    info: { title: 'Phiếu trả lại tiền phí, lệ phí', author: voucher.centreName, createdAt: voucher.printedAt },
    page,
    style: { font: 'Tinos', size: 12, lineHeight: 1.05 },
    content: [
      text(voucher.bodyName.toLocaleUpperCase('vi'), { bold: true, size: 11 }),
      text(voucher.centreName, { size: 11 }),
      text('PHIẾU TRẢ LẠI TIỀN PHÍ, LỆ PHÍ', { bold: true, size: 15, align: 'center', margin: [0, 8, 0, 0] }),
      text(`Số: ${voucher.number ?? '....................'}`, { align: 'center', margin: [0, 0, 0, 6] }),
      fact('Người nhận tiền', voucher.payee),
      fact('Trả lại của', [voucher.dossierCode === null ? null : `hồ sơ ${voucher.dossierCode}`, voucher.procedureName, `mã nộp tiền ${voucher.reference}`].filter((part) => part !== null).join(', ')),
      fact('Số tiền', `${formatDong(voucher.amount)} (${capital(dongInWords(voucher.amount))})`),
      fact('Cách trả', voucher.account === null ? WAYS[voucher.way] : `${WAYS[voucher.way]}, ${voucher.account}`),
      fact('Lý do', voucher.reason),
      fact('Người đề nghị', voucher.askedBy),
      text(`${voucher.place}, ${officialDate(voucher.printedAt)}`, { italics: true, align: 'right', margin: [0, 6, 24, 0] }),
      {
        kind: 'columns', gap: 0, margin: [0, 2, 0, 0],
        columns: people.map(([role, name]) => ({
          width: width / people.length,
          content: stack([text(role, { bold: true, align: 'center' }), text('(Ký, ghi rõ họ tên)', { italics: true, size: 10, align: 'center' }), text(name, { bold: true, align: 'center', margin: [0, 36, 0, 0] })]),
        })),
      },
    ],
  };
}
