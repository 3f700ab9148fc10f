/** Signs that nobody mixes up: no 0 and O and Q, no 1 and I and L, no U beside V. Twenty-nine of them: a prime number, on which the promise below rests. */
const SIGNS = 'ABCDEFGHJKMNPRSTVWXYZ23456789';
/** Every reference begins with it, so that it is found in the words of a bank statement. */
const MARK = 'XS';
/** Signs by chance between the mark and the check sign. */
const RANDOM_SIGNS = 8;

/** How many random bytes a reference takes. */
export const REFERENCE_BYTES = RANDOM_SIGNS;
/** How many signs a reference has; those of older versions have ten. */
export const REFERENCE_LENGTH = MARK.length + RANDOM_SIGNS + 1;

/** The place of a sign weighs as much as its number from the left; all weights are different and none is a multiple of 29. */
function weigh(text: string): number | undefined {
  let sum = 0;
  for (const [place, sign] of Array.from(text).entries()) {
    const value = SIGNS.indexOf(sign);
    if (value < 0) return undefined;
    sum += (place + 1) * value;
  }
  return sum % SIGNS.length;
}

/** The sign at the end that makes the weighted sum a multiple of 29. Throws for text with a sign that no reference has. */
function checkSign(text: string): string {
  const sum = weigh(text);
  if (sum === undefined) throw new RangeError('a sign that no reference has');
  const place = text.length + 1;
  const value = SIGNS.split('').findIndex((_, candidate) => (sum + place * candidate) % SIGNS.length === 0);
  return SIGNS.charAt(value);
}

/**
 * A new reference such as `XS7KQ4M2PTB`: eleven signs that every bank carries, without anything of the person or the matter. The last sign
 * checks the others: one wrong sign, or any two signs that changed places, never give another valid reference. `random` are eight bytes.
 */
export function makeReference(random: Uint8Array): string {
  const drawn = [...random.subarray(0, RANDOM_SIGNS)].map((byte) => SIGNS.charAt(byte % SIGNS.length)).join('');
  // XSNT begins the older ones, which have no check sign.
  const text = MARK + drawn.replace(/^NT/u, 'NV');
  return text + checkSign(text);
}

/** Whether text is a whole reference whose check sign is right. */
export function isReference(text: string): boolean {
  return text.length === REFERENCE_LENGTH && text.startsWith(MARK) && weigh(text) === 0;
}

/** References of payment requests of older versions: no check sign, thirty signs. */
const OLDER = /^XSNT[ABCDEFGHJKMNPQRSTVWXYZ2-9]{6}$/u;

/** Whether text is a reference of a payment request of an older version, which nothing checks. */
export function isOlderReference(text: string): boolean {
  return OLDER.test(text);
}

/**
 * The references in the words of a transfer, each once, in order: banks put words before and after, glue them together, write them small and part
 * them with spaces or signs. Only what checks out is answered, older references included; which of them exists is for the list of payables to say.
 */
export function findReferences(words: string): readonly string[] {
  const text = words.normalize('NFKD').toUpperCase().replace(/[^A-Z0-9]/gu, '');
  const found = new Set<string>();
  for (let at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
    const [long, short] = [text.slice(at, at + REFERENCE_LENGTH), text.slice(at, at + 10)];
    if (isOlderReference(short)) found.add(short);
    else if (isReference(long)) found.add(long);
  }
  return [...found];
}
