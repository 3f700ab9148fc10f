import { encodeQR } from 'qr';
import { dueWords } from '../../../kernel/date-words.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { dongInWords, formatDong } from '../../../kernel/money.ts';
import { buildVietQr } from '../../../kernel/vietqr.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { supplementRulesOn } from '../domain/supplement-rules.ts';
import { findOpenPayment } from '../store/payments.ts';
import { type DossierRow } from '../store/move-dossier.ts';
import { countSent, findSupplement, type SupplementItemRow, type WholeSupplement } from '../store/supplements.ts';
import { type AskedPayment, type AskedSupplement, type FaultView } from '../ui/public/supplement-view.ts';
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
  return { id: item.id, paperName: item.paper_name, reasons: told.map(({ label }) => label[locale]), words: item.words, howToFix: item.how_to_fix, legalBasis: item.legal_basis };
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
export async function askedPayment(deps: DossiersDeps, dossier: DossierRow, reader: Reader): Promise<AskedPayment | null> {
  if (dossier.state !== 'payment-requested') return null;
  const [payment, account] = await Promise.all([findOpenPayment(deps.db, dossier), deps.bankAccountOf(dossier.commune_code)]);
  if (payment === undefined) return null;
  const reference = payment.reference ?? '';
  const text = account === undefined ? undefined : buildVietQr({ bin: account.bin, account: account.number, amount: payment.amount, purpose: reference }, [{ bin: account.bin, shortName: account.bankName, name: account.bankName }]);
  return {
    amountWords: formatDong(payment.amount),
    inWords: dongInWords(payment.amount),
    reason: payment.reason,
    legalBasis: payment.legal_basis,
    untilWords: untilWords(payment.pay_by, reader),
    late: payment.pay_by < reader.now,
    reference,
    account: account === undefined || text?.ok !== true ? null : { bankName: account.bankName, number: account.number, holder: account.holder, qr: encodeQR(text.value, 'raw') },
  };
}
