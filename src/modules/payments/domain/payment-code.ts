import { type Result } from '../../../kernel/result.ts';
import { buildVietQr, type VietQrProblem } from '../../../kernel/vietqr.ts';

/** An account of the commune, as a payment code needs it. */
export interface PayableAccount {
  /** Six digits of the bank in the NAPAS network. */
  readonly bin: string;
  readonly bankName: string;
  readonly number: string;
  readonly holder: string;
}

/**
 * The text of the payment code of a payable: dynamic, with what is missing and the reference as the words of the transfer. Refuses what no payment code
 * carries: an account of the wrong shape, or an amount of more than thirteen digits.
 */
export function paymentCode(account: PayableAccount, payable: { readonly missing: number; readonly reference: string }): Result<string, VietQrProblem> {
  // The bank was in the list when the account was set; lists change, accounts stay.
  const bank = { bin: account.bin, shortName: account.bankName, name: account.bankName };
  return buildVietQr({ bin: account.bin, account: account.number, amount: payable.missing, purpose: payable.reference }, [bank]);
}
