/**
 * Signs that turn the direction of writing (Unicode bidirectional controls). A text with one can look like another text: `a⟨turn⟩gnp.exe` like
 * `aexe.png`. No Vietnamese and no English needs them; what is copied from a window of Windows often carries one.
 */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The same text without signs that turn the direction of writing. */
export function withoutTurns(text: string): string {
  return text.replace(TURNS, '');
}

/** Whether JSON hides such a sign, or the sign that ends texts elsewhere (NUL), behind an escape: nobody who means well writes that. */
export function hidesSign(json: string): boolean {
  return /\\u(?:0000|061c|200[ef]|202[a-e]|206[6-9])/iu.test(json);
}
