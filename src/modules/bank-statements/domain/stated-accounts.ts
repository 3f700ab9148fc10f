import { foldForSearch } from '../../../kernel/text-folding.ts';
import { type SheetRow } from './statement-line.ts';

/** Words that stand before the number of the account itself; the other side's account is called otherwise. */
const LABEL = /^(?:so tai khoan|tai khoan|tk|stk|so tk|account (?:no|number|num)|account|a c no|acc no)\b/u;
const OTHER_SIDE = /doi ung|doi tac|thu huong|nguoi chuyen|counter|benefici|remit/u;
/** Digits, with masked ones in front as some banks write them. */
const NUMBER = /[\dxX*](?:[\s.-]?[\dxX*]){5,24}/u;

/** A number of an account without the signs between its digits. */
export function plainAccount(text: string): string {
  return text.replace(/[^0-9A-Za-z*]/gu, '').toUpperCase();
}

/** Whether two numbers may be the same account. Masked digits (xxxx, ****) fit everything, as long as four digits are to be seen. */
export function isSameAccount(stated: string, ours: string): boolean {
  const [one, other] = [plainAccount(stated), plainAccount(ours)];
  if (!/[X*]/u.test(one)) return one.replace(/^0+/u, '') === other.replace(/^0+/u, '');
  const seen = /\d*$/u.exec(one)?.[0] ?? '';
  return seen.length >= 4 && other.endsWith(seen);
}

/** The numbers of accounts that lines of a file name beside a label such as “Số tài khoản”, each once, in their order. */
export function statedAccounts(rows: readonly SheetRow[]): readonly string[] {
  const found = new Set<string>();
  for (const { cells } of rows) {
    for (const [column, { text }] of cells.entries()) {
      const folded = foldForSearch(text);
      if (folded.length > 120 || !LABEL.test(folded) || OTHER_SIDE.test(folded)) continue;
      const inside = NUMBER.exec(text.replace(/^[^:\d]*:?/u, ''))?.[0];
      const beside = inside === undefined && !/\d/u.test(text) ? cells.slice(column + 1).find((cell) => cell.text.trim() !== '') : undefined;
      const number = inside ?? NUMBER.exec(beside?.text ?? '')?.[0];
      if (number !== undefined && plainAccount(number).length >= 6) found.add(plainAccount(number));
    }
  }
  return [...found];
}
