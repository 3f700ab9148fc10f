import { type Dong } from '../../../kernel/money.ts';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { foldForSearch } from '../../../kernel/text-folding.ts';

/** A payable as a bank's line may speak of it. */
export interface MatchPayable {
  readonly id: string;
  readonly reference: string;
  readonly state: 'open' | 'paid' | 'cancelled';
  /** What is still to be paid, in đồng; 0 unless it is open. */
  readonly missing: Dong;
  readonly payerName: string | null;
  readonly dossierCode: string | null;
  /** The day from which its reference was known to anybody. */
  readonly openedOn: LocalDate;
}

/** How references look, as far as finding damaged ones needs it. */
export interface ReferenceRule {
  /** What every reference begins with. */
  readonly mark: string;
  readonly length: number;
  /** The whole references in the words of a transfer, each verified as far as it can be. */
  readonly find: (words: string) => readonly string[];
  /** Whether a reference carries a check sign; older ones do not. */
  readonly isVerified: (reference: string) => boolean;
}

/** Payables under keys that several of them may have, without an array for each key: the newest of a key, and behind each the one before. */
export interface Chains {
  readonly of: (key: string) => readonly MatchPayable[];
}

/** Payables by everything that a memo may say of them: nothing is looked for by walking over all of them. What few lines need is made when it is first asked for. */
export interface MatchIndex {
  readonly byReference: ReadonlyMap<string, MatchPayable>;
  /** By the reference without its mark. */
  readonly byBody: () => ReadonlyMap<string, MatchPayable>;
  /** By the first and the last signs of the body: with one sign wrong, one of the two ends is whole. */
  readonly byStart: () => Chains;
  readonly byEnd: () => Chains;
  /** All references in order, for those whose end was cut off. */
  readonly sorted: () => readonly MatchPayable[];
  readonly byName: () => Chains & { /** How many words the longest name has. */ readonly longest: number };
  /** By the last two groups of the dossier's code, day and number, as digits: `2611220001`. */
  readonly byCodeTail: () => Chains;
}

/** So many signs of a body's ends are looked for; less than half of it, so that an error that touches two neighbours leaves one end whole. */
export const END_SIGNS = 4;

/** Letters and digits only, without accents, in capitals: what is left of a text at every bank. */
export function compact(text: string): string {
  return foldForSearch(text).replaceAll(' ', '').toUpperCase();
}

function onceOnly<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function chain(payables: readonly MatchPayable[], keyOf: (payable: MatchPayable) => string | undefined): Chains {
  const heads = new Map<string, number>();
  const next = new Int32Array(payables.length);
  for (const [index, payable] of payables.entries()) {
    const key = keyOf(payable);
    if (key === undefined) continue;
    next[index] = heads.get(key) ?? -1;
    heads.set(key, index);
  }
  return {
    of: (key) => {
      const found: MatchPayable[] = [];
      for (let index = heads.get(key) ?? -1; index >= 0; index = next[index] ?? -1) {
        const payable = payables[index];
        if (payable !== undefined) found.push(payable);
      }
      return found;
    },
  };
}

/** A name that says enough: two words and six letters. */
function isTelling(name: string): boolean {
  return name.includes(' ') && name.length >= 7;
}

function codeTail(code: string): string | undefined {
  const dash = code.lastIndexOf('-');
  return dash >= 7 && code[dash - 7] === '-' ? code.slice(dash - 6, dash) + code.slice(dash + 1) : undefined;
}

/** Builds the index of open payables, once for a whole statement. */
export function createMatchIndex(payables: readonly MatchPayable[], { mark }: ReferenceRule): MatchIndex {
  const byReference = new Map<string, MatchPayable>();
  for (const payable of payables) byReference.set(payable.reference, payable);
  const marked = onceOnly(() => payables.filter(({ reference }) => reference.startsWith(mark)));
  return {
    byReference,
    byBody: onceOnly(() => new Map(marked().map((payable) => [payable.reference.slice(mark.length), payable]))),
    byStart: onceOnly(() => chain(marked(), ({ reference }) => reference.slice(mark.length, mark.length + END_SIGNS))),
    byEnd: onceOnly(() => chain(marked(), ({ reference }) => reference.slice(-END_SIGNS))),
    sorted: onceOnly(() => payables.toSorted((a, b) => (a.reference < b.reference ? -1 : 1))),
    byCodeTail: onceOnly(() => chain(payables, ({ dossierCode }) => (dossierCode === null ? undefined : codeTail(dossierCode)))),
    byName: onceOnly(() => {
      // Names repeat: each is folded once.
      const folded = new Map<string, string>();
      let longest = 0;
      const chains = chain(payables, ({ payerName }) => {
        if (payerName === null) return undefined;
        let name = folded.get(payerName);
        if (name === undefined) {
          name = foldForSearch(payerName);
          folded.set(payerName, name);
          if (isTelling(name)) longest = Math.max(longest, name.split(' ').length);
        }
        return isTelling(name) ? name : undefined;
      });
      return { ...chains, longest };
    }),
  };
}
