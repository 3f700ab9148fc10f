import { encodeQR } from 'qr';
import { dueWords } from '../../../kernel/date-words.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { dongInWords, formatDong } from '../../../kernel/money.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { supplementRulesOn } from '../domain/supplement-rules.ts';
import { findOpenPayment } from '../store/payments.ts';
import { type DossierRow } from '../store/move-dossier.ts';
import { countSent, findSupplement, type SupplementItemRow, type WholeSupplement } from '../store/supplements.ts';
import { type AskedPayment, type AskedSupplement, type FaultView, type OpenFee } from '../ui/public/supplement-view.ts';
import { type DossiersDeps } from './deps.ts';
import { supplementRuleFile } from './supplement-rules-file.ts';

type Reader = Pick<RequestContext, 'now' | 'locale'>;

/** Until when, in words: “trước 17 giờ thứ Năm 03/12”. */
export function untilWords(at: Date | null, { now, locale }: Reader): string {
  return at === null ? '' : dueWords(at.getTime(), dateAt(now.getTime()), locale);
}

/** A fault in the reader's language, with the reasons that were in force when it was written. */
export function faultView(item: SupplementItemRow, { request }: WholeSupplement, { locale }: Reader): FaultView {
  const { reasons } = supplementRulesOn(supplementRuleFile(), dateAt(request.asked_at.getTime()));
  // “Another reason” says nothing beside the officer's own words.
  const told = item.reasons.flatMap((code) => reasons.find((reason) => reason.code === code) ?? []).filter(({ howToFix }) => howToFix.vi !== '' || item.reasons.length === 1);
  return { id: item.id, isAnswer: item.answer_field !== null, paperName: item.paper_name, reasons: told.map(({ label }) => label[locale]), words: item.words, howToFix: item.how_to_fix, legalBasis: item.legal_basis };
}

/** The request for supplements that the dossier waits on, as the citizen reads it; null when there is none. */
export async function askedSupplement(deps: DossiersDeps, dossier: DossierRow, address: string, reader: Reader): Promise<AskedSupplement | null> {
  if (dossier.state !== 'supplement-requested') return null;
  const whole = await findSupplement(deps.db, dossier, ['open']);
  if (whole === undefined) return null;
  const { request, items } = whole;
  return {
    faults: items.map((item) => faultView(item, whole, reader)),
    words: request.words,
    untilWords: untilWords(request.answer_by, reader),
    late: request.answer_by !== null && request.answer_by < reader.now,
    again: (await countSent(deps.db, dossier, request.stage)) > 1,
    address,
  };
}

/** The payment that the dossier waits for, with its VietQR when the commune has an account; null when there is none. */
export async function askedPayment(deps: DossiersDeps, dossier: DossierRow, address: string, reader: Reader): Promise<AskedPayment | null> {
  if (dossier.state !== 'payment-requested') return null;
  const [payment, open] = await Promise.all([findOpenPayment(deps.db, dossier), deps.money.openOf(dossier.commune_code, dossier.id)]);
  if (payment === undefined) return null;
  const due = open.find(({ id }) => id === payment.id);
  const missing = due?.missing ?? payment.amount;
  const transfer = due?.transfer ?? null;
  return {
    amountWords: formatDong(missing),
    inWords: dongInWords(missing),
    reason: payment.reason,
    legalBasis: payment.legal_basis,
    untilWords: untilWords(payment.pay_by, reader),
    late: payment.pay_by < reader.now,
    reference: payment.reference ?? '',
    account: transfer === null ? null : { bankName: transfer.bankName, number: transfer.number, holder: transfer.holder, qr: encodeQR(transfer.qr, 'raw') },
    address,
  };
}

/** What is to be paid beside what the office waits for: the fees of the dossier, each with its VietQR. */
export async function openFees(deps: DossiersDeps, dossier: DossierRow, address: string): Promise<readonly OpenFee[]> {
  const open = await deps.money.openOf(dossier.commune_code, dossier.id);
  return open.filter(({ purpose }) => purpose !== 'during-work').map(({ id, amount, missing, transfer, reference }) => ({
    id, amountWords: formatDong(missing), partly: missing === amount ? null : { paid: formatDong(amount - missing), amount: formatDong(amount) }, inWords: dongInWords(missing), reference, qr: transfer === null ? null : encodeQR(transfer.qr, 'raw'), address,
  }));
}
