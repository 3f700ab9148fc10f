const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Bytes in the 45 signs of the alphanumeric mode of QR codes (RFC 9285): two bytes become three signs, a last single one two. */
export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const second = bytes[at + 1];
    const value = second === undefined ? (bytes[at] ?? 0) : (bytes[at] ?? 0) * 256 + second;
    text += sign(value % 45) + sign(Math.floor(value / 45) % 45) + (second === undefined ? '' : sign(Math.floor(value / 2025)));
  }
  return text;
}

/** The bytes again; undefined for a text that no bytes become. */
export function fromBase45(text: string): Uint8Array | undefined {
  if (text.length % 3 === 1) return undefined;
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const digits = Array.from(text.slice(at, at + 3)).map((letter) => SIGNS.indexOf(letter));
    if (digits.includes(-1)) return undefined;
    const [first = 0, second = 0, third] = digits;
    const value = first + second * 45 + (third ?? 0) * 2025;
    if (value > (third === undefined ? 255 : 65_535)) return undefined;
    if (third === undefined) bytes.push(value);
    else bytes.push(value >> 8, value & 255);
  }
  return Uint8Array.from(bytes);
}

function sign(value: number): string {
  return SIGNS.charAt(value);
}
