import { mm, PAPER } from '../../../platform/pdf/paper-size.ts';
import { stack, text, type PdfFlow, type PdfNode } from '../../../platform/pdf/pdf-definition.ts';
import { QUIET_ZONE } from '../../../platform/qr/qr-matrix.ts';
import { qrPath } from '../../../platform/qr/qr-path.ts';
import { type EnvelopeLabelView, type Printed } from './paper-views.ts';

const MARGIN = mm(8);
const PAGE = { width: PAPER.A6.height, height: PAPER.A6.width, margins: [MARGIN, MARGIN, MARGIN, MARGIN] as const };
const WIDTH = PAGE.width - 2 * MARGIN;
const QR = mm(24);

/**
 * The label of an envelope with a result, A6 lying across: who sends it above, who gets it large, its code and its QR. What is inside is
 * not said, because others carry it.
 */
export function buildEnvelopeLabel(view: Printed<EnvelopeLabelView>): PdfFlow {
  const { path, side } = qrPath(view.link);
  const quiet = (QR * QUIET_ZONE) / (side - 2 * QUIET_ZONE);
  const small = 8.5;
  const type = typeOf(view.to);
  const left = WIDTH - QR - 16;
  const codes: readonly PdfNode[] = [
    ...(view.envelopeCode === null ? [] : [text(`Mã phong bì: ${view.envelopeCode}`, { bold: true, size: 11 })]),
    ...(view.carrier === null ? [] : [text(`Đơn vị vận chuyển: ${view.carrier}${view.trackingNumber === null ? '' : `, số hiệu ${view.trackingNumber}`}`, { size: small + 0.5 })]),
    ...(view.carriedBy === null ? [] : [text(`Người mang: ${view.carriedBy}`, { size: small + 0.5 })]),
    text(`Mã hồ sơ: ${view.code}`, { size: small + 0.5 }),
    text(`Nhặt được phong bì này, xin gọi ${view.office.hotline}. Người nhận ký khi nhận; phong bì rách thì không nhận.`, { size: small, italics: true, margin: [0, 4, 0, 0] }),
  ];
  return {
    kind: 'flow',
    info: { title: `${view.template.title} ${view.envelopeCode ?? view.code}`, author: view.office.centreName, createdAt: view.issuedAt },
    page: PAGE,
    style: { font: 'Tinos', size: 11, lineHeight: 1.04 },
    content: [
      text('Người gửi', { size: small, italics: true }),
      text(view.office.centreName, { bold: true, size: 11 }),
      text(`${view.office.address}. Điện thoại ${view.office.hotline}`, { size: small + 0.5, margin: [0, 0, 0, 9] }),
      stack(
        [
          text('Người nhận', { size: small, italics: true }),
          text(view.to.name, { bold: true, size: type.name }),
          text(view.to.address, { size: type.address, margin: [0, 2, 0, 2] }),
          ...(view.to.phone === null ? [] : [text(`Điện thoại: ${view.to.phone}`, { size: type.address, bold: true })]),
        ],
        { margin: [mm(22), 0, 0, 0] },
      ),
    ],
    closing: {
      content: [],
      foot: {
        kind: 'columns',
        gap: 16,
        columns: [
          { width: left, content: stack(codes) },
          {
            width: QR,
            content: stack([
              { kind: 'drawing', path, viewWidth: side, viewHeight: side, inset: QUIET_ZONE, width: QR, colour: '#000000', align: 'right' },
              text(view.shortAddress, { size: 6.5, align: 'center', margin: [0, quiet * 0.7, 0, 0] }),
            ]),
          },
        ],
      },
    },
  };
}

/** Points of the receiver's name and address: a label is one page, so that long ones are set smaller. */
function typeOf({ name, address }: EnvelopeLabelView['to']): { readonly name: number; readonly address: number } {
  const letters = name.length * 1.3 + address.length;
  if (letters <= 200) return { name: 15, address: 12.5 };
  return letters <= 320 ? { name: 12.5, address: 10.5 } : { name: 10.5, address: 8.5 };
}
