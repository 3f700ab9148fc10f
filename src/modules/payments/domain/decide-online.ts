import { type ToldPayment } from './gateway-fields.ts';

/** A try to pay at a gateway, as its rules see it. */
export interface OnlineTry {
  readonly state: 'started' | 'paid' | 'failed' | 'expired';
}

/** What a signed message makes of a try. */
export type OnlineStep =
  /** Money came in: it is recorded for the payable, whatever the try was before and whatever the amount is. */
  | { readonly do: 'record' }
  /** It failed: noted, unless money has come in meanwhile. */
  | { readonly do: 'fail' }
  /** Nothing new. */
  | { readonly do: 'nothing'; readonly verdict: 'known' | 'pending' };

/**
 * Judges what a gateway tells of a try. Call-backs come twice, late and out of order: money that came in stays, so a failure after it says nothing any more, and money
 * after a failure or after the time was over counts. Whether this very transaction is known already is for the payment's source to say, in the database.
 */
export function decideOnline({ state }: OnlineTry, { outcome }: Pick<ToldPayment, 'outcome'>): OnlineStep {
  if (outcome === 'paid') return { do: 'record' };
  if (outcome === 'pending') return { do: 'nothing', verdict: state === 'started' ? 'pending' : 'known' };
  return state === 'started' || state === 'expired' ? { do: 'fail' } : { do: 'nothing', verdict: 'known' };
}
