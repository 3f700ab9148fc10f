import { verificationCodeWords } from '../../official-papers/index.ts';
import { numberWords } from '../domain/receipt-symbol.ts';
import { type ReceiptView } from '../domain/receipt-view.ts';
import { buildFeeReceipt, type ReceiptStamp } from '../papers/build-fee-receipt.ts';
import { type PdfFlow } from '../../../platform/pdf/pdf-definition.ts';
import { type ReceiptRow } from '../store/receipts.ts';

/** The receipt that stands in for another one, or corrects it. */
export type Successor = Pick<ReceiptRow, 'symbol' | 'number' | 'view' | 'issued_at'>;

function standingOf(row: ReceiptRow, successor: Successor | undefined): ReceiptStamp['standing'] {
  if (row.state === 'issued') return null;
  const by = successor === undefined ? null : `${numberWords(successor.number, (successor.view as ReceiptView).digits)} (${successor.symbol})`;
  const kind = row.state;
  return { kind, at: (row.ended_at ?? successor?.issued_at ?? row.issued_at).getTime(), reason: row.end_reason ?? (successor?.view as ReceiptView | undefined)?.correction?.reason ?? '', by };
}

/** Draws a receipt that was given: the same row always gives the same paper, with its end where it has one. */
export function drawReceipt(row: ReceiptRow, successor: Successor | undefined, publicUrl: string): PdfFlow {
  // Only `writeReceipt` writes views.
  const view = row.view as ReceiptView;
  const { provider_state: state, provider_code: code, provider_signed_at: signedAt, provider_signer: signer } = row;
  return buildFeeReceipt(view, {
    templateSymbol: row.template_symbol, symbol: row.symbol, number: numberWords(row.number, view.digits), issuedAt: row.issued_at.getTime(),
    link: `${publicUrl}/x/${row.verification_code}`, check: `${publicUrl.replace(/^https?:\/\//u, '')}/x/${verificationCodeWords(row.verification_code)}`,
    signed: code === null ? null : { by: signer ?? view.body.name, at: (signedAt ?? row.issued_at).getTime(), code },
    waits: state === 'draft' || state === 'sent',
    standing: standingOf(row, successor),
  });
}
