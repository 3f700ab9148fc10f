/** A phone number in one piece: a line never ends inside it. */
export function unbroken(number: string): string {
  return number.replaceAll(' ', '\u00a0');
}
