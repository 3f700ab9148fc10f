/** Capital letters and digits without those that look alike: no 0 and O, no 1, I and L, no U beside V. */
export const PLAIN_SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code from numbers between 0 and 29, which the caller draws at random. */
export function plainCode(draw: () => number, length: number): string {
  return Array.from({ length }, () => PLAIN_SIGNS.charAt(draw())).join('');
}

/** A code in groups, as people read it aloud. */
export function groupCode(code: string, size: number): string {
  return code.match(new RegExp(`.{1,${size}}`, 'gu'))?.join('-') ?? '';
}

/** What a person typed as a code of so many signs: case, spaces and hyphens do not matter; undefined when it cannot be one. */
export function readPlainCode(typed: string, length: number): string | undefined {
  const signs = typed.toUpperCase().replace(/[\s-]/gu, '');
  return signs.length === length && Array.from(signs).every((sign) => PLAIN_SIGNS.includes(sign)) ? signs : undefined;
}
