import { type FeesAsked } from '../domain/fee-facts.ts';

/** What is charged and claimed as it is typed; numbers are texts until they are sent. */
export interface FeesDraft {
  /** `pages` is null where the price does not go by pages. */
  readonly items: readonly { readonly code: string; readonly quantity: string; readonly pages: string | null }[];
  readonly claims: readonly { readonly exemption: string; readonly percent: string; readonly proof: string }[];
  /** `YYYY-MM-DD`; empty: not said. */
  readonly eventDay: string;
}

/** Nothing is asked for beside the base charges. */
export const NO_FEES_DRAFT: FeesDraft = { items: [], claims: [], eventDay: '' };

/** A typed number; what is no number is sent as −1, so that the server refuses it with its sentence. */
function typedNumber(typed: string): number {
  const number = Number(typed.trim().replace(',', '.'));
  return Number.isFinite(number) ? number : -1;
}

/** What is sent: what has no quantity or no pages yet is left out, and so are exemptions that nobody chose. */
export function askedOfDraft({ items, claims, eventDay }: FeesDraft): FeesAsked {
  return {
    items: items.filter(({ quantity, pages }) => quantity.trim() !== '' && pages?.trim() !== '').map(({ code, quantity, pages }) => ({ code, quantity: typedNumber(quantity), pages: pages === null ? null : typedNumber(pages) })),
    claims: claims.filter(({ exemption }) => exemption !== '').map(({ exemption, percent, proof }) => ({ exemption, percent: percent.trim() === '' ? null : typedNumber(percent), proof: proof.normalize('NFC').trim() })),
    eventDay: eventDay === '' ? null : eventDay,
  };
}

/** A charge as far as the copies of the result are concerned. */
interface CopyCharge {
  readonly code: string;
  readonly unit: string;
  readonly byPages: boolean;
}

/** The draft with so many copies of the result as its declaration asks for; a quantity that stands there already stays, and so does a draft whose procedure charges no copies. */
export function withCopies(draft: FeesDraft, charges: readonly CopyCharge[], copies: number): FeesDraft {
  const charge = charges.find(({ unit, byPages }) => unit === 'copy' && !byPages);
  if (charge === undefined || copies < 1 || draft.items.some(({ code }) => code === charge.code)) return draft;
  return { ...draft, items: [...draft.items, { code: charge.code, quantity: String(copies), pages: null }] };
}

/** What was asked for, to be changed. */
export function draftOfAsked({ items, claims, eventDay }: FeesAsked): FeesDraft {
  return {
    items: items.map(({ code, quantity, pages }) => ({ code, quantity: String(quantity), pages: pages === null ? null : String(pages) })),
    claims: claims.map(({ exemption, percent, proof }) => ({ exemption, percent: percent === null ? '' : String(percent), proof })),
    eventDay: eventDay ?? '',
  };
}
