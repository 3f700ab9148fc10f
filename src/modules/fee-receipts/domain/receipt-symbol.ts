const TEMPLATE = /^[0-9]{1,2}[A-Z][A-Z0-9/-]{1,13}$/u;
const SYMBOL = /^[A-Z0-9Đ](?:[A-Z0-9Đ/-]|\{yy\}){1,18}$/u;

/** Capitals without spaces, as symbols are registered. */
export function cleanSymbol(typed: string): string {
  return typed.normalize('NFC').replace(/\s/gu, '').toLocaleUpperCase('vi').replaceAll('{YY}', '{yy}');
}

/** Whether something can be a ký hiệu mẫu biên lai, such as `01BLP0-001`. */
export function isTemplateSymbol(symbol: string): boolean {
  return TEMPLATE.test(symbol);
}

/** Whether something can be a ký hiệu biên lai, such as `HL-{yy}E`; `{yy}` stands for the last two digits of the year. */
export function isSymbol(symbol: string): boolean {
  return SYMBOL.test(symbol) && symbol.split('{yy}').length <= 2;
}

/** The symbol as it is printed in a year: `HL-{yy}E` is `HL-26E` in 2026. */
export function symbolOfYear(symbol: string, year: number): string {
  return symbol.replace('{yy}', String(year % 100).padStart(2, '0'));
}

/** The number as it is printed, with noughts in front: 12 of eight digits is `00000012`. */
export function numberWords(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}

/** The largest number of so many digits. */
export function largestNumber(digits: number): number {
  return 10 ** digits - 1;
}
