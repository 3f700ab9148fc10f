import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Bank, buildVietQr } from '../../../kernel/vietqr.ts';

/** An account of the commune into which citizens pay. */
export interface BankAccount {
  /** Six digits of the bank in the NAPAS network. */
  readonly bin: string;
  readonly bankName: string;
  readonly number: string;
  /** Whose account it is, as the bank writes it. */
  readonly holder: string;
}

/** Checks an account as typed. Refuses a bank that is not in the list, a number that no payment code carries, and a missing holder. */
export function checkBankAccount(typed: { readonly bin: string; readonly number: string; readonly holder: string }, banks: readonly Bank[]): Result<BankAccount> {
  const bank = banks.find(({ bin }) => bin !== null && bin === typed.bin);
  if (bank === undefined) return refuse('identity.bank-unknown', {}, 'bin');
  const number = typed.number.replace(/[\s.-]/gu, '').toUpperCase();
  if (!buildVietQr({ bin: typed.bin, account: number }, banks).ok) return refuse('identity.account-number-wrong', {}, 'number');
  const holder = typed.holder.normalize('NFC').trim();
  return holder === '' ? refuse('identity.account-holder-missing', {}, 'holder') : ok({ bin: typed.bin, bankName: bank.shortName, number, holder });
}
