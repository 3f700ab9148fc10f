import { dongInWords, formatDong } from '../../../kernel/money.ts';
import { runs, stack, text, type PdfNode, type PdfRun } from '../../../platform/pdf/pdf-definition.ts';
import { QUIET_ZONE } from '../../../platform/qr/qr-matrix.ts';
import { qrPath } from '../../../platform/qr/qr-path.ts';
import { type PaperLook } from './paper-look.ts';

/** What is still to be paid for a dossier when its slip is printed. */
export interface PrintedPayment {
  /** Whole đồng. */
  readonly missing: number;
  readonly reference: string;
  /** Where a transfer goes, with the text of the VietQR code; null: at the counter only. */
  readonly transfer: { readonly bankName: string; readonly number: string; readonly holder: string; readonly memo: string; readonly qr: string } | null;
}

/** How much larger than the code of the dossier the code of the bank is: it holds twice as much. */
const LARGER = 1.05;

function transferWords({ bankName, number, holder }: NonNullable<PrintedPayment['transfer']>): string {
  return `${bankName}, tài khoản ${number}, ${holder}.`;
}

function memoLine(memo: string, look: PaperLook): PdfNode {
  return runs([{ text: 'Nội dung: ' }, { text: memo, bold: true, noBreak: true }], { size: look.small });
}

function counterWords(reference: string): string {
  return `Nộp tại quầy, đọc mã nộp tiền ${reference}; nhớ lấy biên lai.`;
}

/** What is to be paid, in figures and words, and the VietQR code on the left, away from the code that opens the dossier. */
export function paymentBlock({ missing, reference, transfer }: PrintedPayment, look: PaperLook): PdfNode {
  const words = [
    runs([{ text: 'Phải nộp: ' }, { text: formatDong(missing), bold: true }, { text: ` (${dongInWords(missing)})` }], { margin: [0, 0, 0, look.gap] }),
    ...(transfer === null
      ? [text(counterWords(reference), { size: look.small })]
      : [
          text('Quét mã VietQR bên cạnh bằng ứng dụng ngân hàng: số tiền và nội dung đã có sẵn. Hoặc nộp tại quầy, nhớ lấy biên lai.', { size: look.small, margin: [0, 0, 0, look.gap] }),
          text(transferWords(transfer), { size: look.small, margin: [0, 0, 0, look.gap] }),
          memoLine(transfer.memo, look),
        ]),
  ];
  if (transfer === null) return stack(words, { margin: [0, look.gap, 0, look.gap] });
  const gap = 14;
  const { node, size } = bankCode(transfer.qr, look);
  return {
    kind: 'columns',
    gap,
    columns: [
      { width: size, content: stack([node]) },
      { width: look.width - size - gap, content: stack(words) },
    ],
    margin: [0, look.gap * 2, 0, look.gap * 2],
  };
}

/** How the fees are paid, where their sum stands above: what is written on a transfer or told at the counter, and where. The VietQR code stands at the foot of the paper. */
export function howToPay({ reference, transfer }: PrintedPayment): readonly PdfRun[] {
  if (transfer === null) return [{ text: 'Nộp tại quầy, đọc mã nộp tiền ' }, { text: reference, bold: true, noBreak: true }, { text: '; nhớ lấy biên lai. ' }];
  return [
    { text: `Quét mã VietQR góc dưới bên trái, hoặc chuyển khoản: ${transferWords(transfer).slice(0, -1)}, nội dung ` },
    { text: transfer.memo, bold: true, noBreak: true },
    { text: '; hoặc nộp tại quầy, lấy biên lai. ' },
  ];
}

/** The VietQR code with its width. */
export function bankCode(qr: string, look: PaperLook): { readonly node: PdfNode; readonly size: number } {
  const { path, side } = qrPath(qr);
  const size = look.qr * LARGER;
  return { size, node: { kind: 'drawing', path, viewWidth: side, viewHeight: side, inset: QUIET_ZONE, width: size, colour: '#000000', align: 'left' } };
}
