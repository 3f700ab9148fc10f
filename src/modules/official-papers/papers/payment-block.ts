import { dongInWords, formatDong } from '../../../kernel/money.ts';
import { runs, stack, text, type PdfNode } from '../../../platform/pdf/pdf-definition.ts';
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
const LARGER = 1.15;

/** What is to be paid, in figures and words, and the VietQR code on the left, away from the code that opens the dossier. */
export function paymentBlock({ missing, reference, transfer }: PrintedPayment, look: PaperLook): PdfNode {
  const words = [
    runs([{ text: 'Phải nộp: ' }, { text: formatDong(missing), bold: true }, { text: ` (${dongInWords(missing)})` }], { margin: [0, 0, 0, look.gap] }),
    ...(transfer === null
      ? [text(`Nộp tại quầy, đọc mã nộp tiền ${reference}; nhớ lấy biên lai.`, { size: look.small })]
      : [
          text('Quét mã VietQR bên cạnh bằng ứng dụng ngân hàng: số tiền và nội dung đã có sẵn. Hoặc nộp tại quầy, nhớ lấy biên lai.', { size: look.small, margin: [0, 0, 0, look.gap] }),
          text(`${transfer.bankName}, tài khoản ${transfer.number}, ${transfer.holder}.`, { size: look.small, margin: [0, 0, 0, look.gap] }),
          runs([{ text: 'Nội dung: ' }, { text: transfer.memo, bold: true, noBreak: true }], { size: look.small }),
        ]),
  ];
  if (transfer === null) return stack(words, { margin: [0, look.gap, 0, look.gap] });
  const { path, side } = qrPath(transfer.qr);
  const size = look.qr * LARGER;
  const gap = 14;
  return {
    kind: 'columns',
    gap,
    columns: [
      { width: size, content: stack([{ kind: 'drawing', path, viewWidth: side, viewHeight: side, inset: QUIET_ZONE, width: size, colour: '#000000', align: 'left' }]) },
      { width: look.width - size - gap, content: stack(words) },
    ],
    margin: [0, look.gap * 2, 0, look.gap * 2],
  };
}
