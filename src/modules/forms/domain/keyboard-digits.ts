/** What keyboards type where a scanner meant the digits 1 to 9 and 0: the computer is set to another layout than the scanner, or Shift hangs. */
const LAYOUTS: readonly string[] = [
  // Vietnamese layout of Windows: letters with marks and loose tone marks.
  'ăâêô\u0300\u0309\u0303\u0301\u0323đ',
  // The same with Shift or Caps Lock.
  'ĂÂÊÔ\u0300\u0309\u0303\u0301\u0323Đ',
  // French (AZERTY).
  '&é"\'(-è_çà',
  // US with Shift.
  '!@#$%^&*()',
];

/**
 * The digits that a scanner meant: spaces and ends of lines go, and what another keyboard layout made of digits is turned back. Anything else stays as it
 * came, for the caller to refuse.
 */
export function repairDigits(text: string): string {
  const line = text.replace(/\s+/gu, '');
  if (/^\d*$/u.test(line)) return line;
  for (const layout of LAYOUTS) {
    const keys = Array.from(layout);
    const digits = Array.from(line).map((sign) => (/\d/u.test(sign) ? sign : digitAt(keys.indexOf(sign))));
    if (!digits.includes('')) return digits.join('');
  }
  return line;
}

function digitAt(place: number): string {
  return place === -1 ? '' : String((place + 1) % 10);
}
