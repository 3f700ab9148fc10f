import { type FindChecked } from '../../official-papers/index.ts';
import { numberWords } from '../domain/receipt-symbol.ts';
import { type ReceiptView } from '../domain/receipt-view.ts';
import { findReceipt, findReceiptByCode, type ReceiptRow } from '../store/receipts.ts';

const METHODS: Readonly<Record<ReceiptRow['method'], string>> = { cash: 'Tiền mặt', transfer: 'Chuyển khoản', online: 'Thanh toán trực tuyến' };

/** A receipt by the code in its QR, for the page on which anybody checks papers; undefined when none has it. */
export const checkReceipt: FindChecked = async (db, code) => {
  const row = await findReceiptByCode(db, code);
  if (row === undefined) return undefined;
  const view = row.view as ReceiptView;
  const successor = row.corrected_by === null ? undefined : await findReceipt(db, row.commune_code, row.corrected_by);
  const text = (words: string) => ({ kind: 'text', text: words }) as const;
  const digits = (view.payer.citizenNumber ?? '').replace(/\D/gu, '');
  return {
    communeCode: row.commune_code, code: row.verification_code, title: view.name, number: `${row.symbol} số ${numberWords(row.number, view.digits)}`, issuedAt: row.issued_at, centreName: view.body.name, hotline: view.office.hotline,
    dossierCode: view.dossierCode, isEnvelope: false,
    fields: [
      { key: 'collecting-body', value: text(view.body.name), personal: false },
      { key: 'tax-code', value: text(view.body.taxCode), personal: false },
      { key: 'symbols', value: text(`${row.template_symbol}; ${row.symbol}`), personal: false },
      { key: 'payer', value: text(view.payer.name), personal: true },
      ...(view.payer.citizenNumber === null ? [] : [{ key: 'citizen-number', value: text(view.payer.citizenNumber), personal: true } as const]),
      ...(view.payer.address === null ? [] : [{ key: 'address', value: text(view.payer.address), personal: true } as const]),
      { key: 'charges', value: text(view.lines.map(({ label }) => label).join('; ') || 'Điều chỉnh thông tin'), personal: true },
      { key: 'amount', value: { kind: 'money', amount: row.amount }, personal: false },
      { key: 'amount-words', value: text(view.amountWords), personal: false },
      { key: 'pay-method', value: text(METHODS[row.method]), personal: false },
      { key: 'collector', value: text(row.issued_by_name), personal: false },
      ...(row.provider_code === null ? [] : [{ key: 'lookup-code', value: text(row.provider_code), personal: false } as const]),
    ],
    tails: digits.length < 9 ? [] : [digits.slice(-4)],
    standing:
      row.ended_at !== null
        ? row.state === 'replaced' && successor !== undefined
          ? { kind: 'replaced', at: row.ended_at, number: `${successor.symbol} số ${numberWords(successor.number, (successor.view as ReceiptView).digits)}` }
          : { kind: 'voided', at: row.ended_at }
        : { kind: 'valid' },
    seen: row.dossier_id === null ? { object: `fee-receipt:${row.id}` } : { object: `dossier:${row.dossier_id}`, part: `fee-receipt:${row.id}` },
  };
};
