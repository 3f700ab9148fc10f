import { beginsLikeFormCode, looksLikeFormCode } from '../../../modules/forms/contract/form-code.ts';

/** Keys that came so fast, one after another, that no hand can have typed them. Times are milliseconds of any one clock. */
export interface KeyBurst {
  readonly text: string;
  readonly startedAt: number;
  readonly lastAt: number;
  readonly keys: number;
  /** A key came without its letter (an input-method editor swallowed it): the text is not what the scanner sent. */
  readonly spoiled: boolean;
}

/** A whole scan, ended by Enter or Tab, as the keys tell it. */
export interface Scan {
  readonly text: string;
  readonly spoiled: boolean;
}

/** How long after its last key a scan is over that no Enter or Tab ends, in milliseconds. */
export const SCAN_IS_OVER_MS = 400;

/** A scanner sends one key every 1 to 25 ms; an old computer may stumble once in between, so only the mean decides. */
const LONGEST_GAP_MS = 250;
const MEAN_GAP_MS = 45;
/** The QR text of an identity card has seven fields between vertical bars; five bars leave room for a lost one. */
const FEWEST_BARS = 5;

/** No keys yet. */
export const NO_BURST: KeyBurst = { text: '', startedAt: 0, lastAt: Number.NEGATIVE_INFINITY, keys: 0, spoiled: false };

/** Whether the text can be the QR text of an identity card. */
export function looksLikeCard(text: string): boolean {
  return text.length >= 20 && text.split('|').length > FEWEST_BARS;
}

/** So many keys at that speed without a space are a scan, whatever they say: no hand and no other program types them. */
const LONG_SCAN = 100;

/** What a scanned text can be: the text of an identity card, a code of a printed form, or too long for anything else that is typed here. */
export function kindOfScan(text: string): 'card' | 'form' | 'unknown' | undefined {
  if (looksLikeCard(text)) return 'card';
  if (looksLikeFormCode(text)) return 'form';
  return text.length >= LONG_SCAN && !/\s/u.test(text.trim()) ? 'unknown' : undefined;
}

/**
 * The better reading of a scan: what arrived in the field, unless less of the card is there. Accented letters may arrive without a key
 * that names them, and keys may arrive without a field that takes them.
 */
export function bestReading(scan: Scan, arrived: string): string {
  const isScan = looksLikeCard(arrived) || looksLikeFormCode(arrived);
  return isScan && (scan.spoiled || arrived.length >= scan.text.length) ? arrived : scan.text;
}

/** Adds one key press (`KeyboardEvent.key`) to the burst; answers a scan when the key ends one. */
export function addKey(burst: KeyBurst, key: string, at: number): { readonly burst: KeyBurst; readonly scan: Scan | null } {
  const fresh = at - burst.lastAt > LONGEST_GAP_MS;
  const before: KeyBurst = fresh ? { ...NO_BURST, startedAt: at, lastAt: at } : burst;
  if (key === 'Enter' || key === 'Tab') {
    const meanGap = (at - before.startedAt) / Math.max(1, before.keys);
    const isScan = kindOfScan(before.text) !== undefined && meanGap <= MEAN_GAP_MS;
    return { burst: NO_BURST, scan: isScan ? { text: before.text, spoiled: before.spoiled } : null };
  }
  const next = { ...before, lastAt: at, keys: before.keys + 1 };
  // An input-method editor that mends what was typed sends its mending as keys too.
  if (key === 'Backspace') return { burst: { ...next, text: before.text.slice(0, -1) }, scan: null };
  if (key === 'Process' || key === 'Unidentified' || key === 'Dead') return { burst: { ...next, spoiled: true }, scan: null };
  if (Array.from(key).length === 1) return { burst: { ...next, text: before.text + key }, scan: null };
  return { burst: { ...before, lastAt: at }, scan: null };
}

/** So many digits are no number of anything else, such as a book. */
const CERTAIN_KEYS = 20;

/**
 * Whether a burst is certainly a code of a printed form on its way: a thousand keys that no field needs to take, each of which would have the screen
 * drawn again.
 */
export function isFormUnderWay({ text, keys, startedAt, lastAt }: KeyBurst): boolean {
  return keys >= CERTAIN_KEYS && (lastAt - startedAt) / keys <= MEAN_GAP_MS && beginsLikeFormCode(text);
}

/** How soon after the key before it a key still counts as part of a flood, and how long a shortcut waits for such a next key. */
export const FLOOD_GAP_MS = 60;

/** Whether a key press may be a shortcut: a scanner that is fired into the page must not press buttons. */
export function mayBeShortcut(previousAt: number, at: number): boolean {
  return at - previousAt >= FLOOD_GAP_MS;
}
