import { plainDateWords } from '../../kernel/date-words.ts';
import { addDays, dateAt } from '../../kernel/local-time.ts';
import { foldForSearch } from '../../kernel/text-folding.ts';
import { DEMO_ACCOUNT } from './demo-account.ts';

/** Somebody who owes the commune money. */
export interface Debtor {
  readonly reference: string;
  readonly amount: number;
  readonly payer: string;
}

/**
 * A file of the bank with a line of every kind: three that are beyond doubt, one by name and amount alone, one too much, one too little,
 * one of which nobody knows what it is for, and a charge of the bank.
 */
export function statementOf(debtors: readonly Debtor[], now: Date): string {
  const today = dateAt(now.getTime());
  const named = (debtor: Debtor): string => foldForSearch(debtor.payer);
  const lines: { readonly into: number; readonly out: number; readonly memo: string }[] = [];
  const [a, b, c, byName, over, under] = debtors;
  for (const debtor of [a, b, c]) if (debtor !== undefined) lines.push({ into: debtor.amount, out: 0, memo: `${named(debtor)} ${debtor.reference} nop phi ban sao` });
  if (byName !== undefined) lines.push({ into: byName.amount, out: 0, memo: `${named(byName)} nop phi trich luc` });
  if (over !== undefined) lines.push({ into: over.amount + 2_000, out: 0, memo: `${over.reference} ${named(over)}` });
  if (under !== undefined) lines.push({ into: Math.max(1_000, under.amount - 3_000), out: 0, memo: `${under.reference} ${named(under)} nop tien` });
  lines.push({ into: 50_000, out: 0, memo: 'chuyen khoan khong ro noi dung' }, { into: 0, out: 2_200, memo: 'phi dich vu ngan hang' });
  let balance = 1_250_000;
  const rows = lines.map(({ into, out, memo }, index) => {
    balance += into - out;
    return `${plainDateWords(addDays(today, -1), 'vi')};MAU${String(index + 1).padStart(4, '0')};${out === 0 ? '' : String(out)};${into === 0 ? '' : String(into)};${String(balance)};"${memo}"`;
  });
  return [`Số tài khoản: ${DEMO_ACCOUNT.number}`, 'Ngày giao dịch;Số CT;Ghi nợ;Ghi có;Số dư;Nội dung', ...rows].join('\n');
}
