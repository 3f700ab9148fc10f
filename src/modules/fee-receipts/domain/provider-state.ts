/** Where a receipt is at the provider of electronic receipts. */
export const PROVIDER_STATES = ['draft', 'sent', 'issued', 'adjusted', 'cancelled', 'refused'] as const;
export type ProviderState = (typeof PROVIDER_STATES)[number];

/** What a provider answered to one message, or that nothing understandable came back. */
export type ProviderOutcome =
  | { readonly kind: 'processing' }
  /** Signed by the collecting body's certificate and accepted. */
  | { readonly kind: 'issued'; readonly code: string; readonly signer: string | null; readonly signedAt: string | null }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'fault'; readonly fault: 'timeout' | 'unreachable' | 'server-error' | 'unreadable' };

/** What is to be told or asked next. */
export type ProviderStep = 'issue' | 'ask' | 'cancel';

/** As much of a receipt as the talk with the provider looks at. */
export interface ProviderTalk {
  readonly state: ProviderState;
  readonly tries: number;
  /** Whether it does not hold any more here. */
  readonly ended: boolean;
}

/** What has to be said to the provider about a receipt; undefined: nothing. A draft that ended before anything was sent is never sent. */
export function nextStep({ state, tries, ended }: ProviderTalk): ProviderStep | 'drop' | undefined {
  switch (state) {
    case 'draft':
      return ended && tries === 0 ? 'drop' : 'issue';
    case 'sent':
      return 'ask';
    case 'issued':
    case 'adjusted':
      return ended ? 'cancel' : undefined;
    case 'cancelled':
    case 'refused':
      return undefined;
  }
}

/**
 * Where a receipt is after an answer. An answer that does not fit where it is, such as one that comes twice or late, changes nothing; a fault
 * changes nothing either and is tried again.
 */
export function stateAfter(state: ProviderState, outcome: ProviderOutcome): ProviderState {
  switch (outcome.kind) {
    case 'processing':
      return state === 'draft' ? 'sent' : state;
    case 'issued':
      return state === 'draft' || state === 'sent' ? 'issued' : state;
    case 'cancelled':
      return state === 'refused' ? state : 'cancelled';
    case 'refused':
      return state === 'draft' || state === 'sent' ? 'refused' : state;
    case 'fault':
      return state;
  }
}

const FIRST_WAIT = 60_000;
const LONGEST_WAIT = 60 * 60_000;

/** Milliseconds until it is tried again after so many tries: a minute, doubled each time, at most an hour. */
export function waitAfter(tries: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(Math.max(tries - 1, 0), 10));
}
