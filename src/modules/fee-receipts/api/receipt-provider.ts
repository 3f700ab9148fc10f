import { type ReceiptView } from '../domain/receipt-view.ts';
import { type ProviderOutcome } from '../domain/provider-state.ts';

/** A receipt as its provider is told of it. */
export interface ProviderReceipt {
  /** Names it for ever, so that telling twice counts once. */
  readonly id: string;
  readonly communeCode: string;
  readonly templateSymbol: string;
  readonly symbol: string;
  readonly number: number;
  /** Local day, `2026-11-26`. */
  readonly issuedOn: string;
  readonly issuedAt: Date;
  readonly view: ReceiptView;
  /** The id of the receipt that it stands in for or adjusts. */
  readonly corrects: string | null;
  /** How often it was tried before. */
  readonly tries: number;
}

/** A provider of electronic receipts, which signs them with the collecting body’s certificate and tells the tax authority. Never throws: what goes wrong is an outcome. */
export interface ReceiptProvider {
  /** Has a receipt signed and published. */
  issue(receipt: ProviderReceipt, now: Date): Promise<ProviderOutcome>;
  /** Asks what became of one that was sent. */
  ask(receipt: ProviderReceipt, now: Date): Promise<ProviderOutcome>;
  /** Has a published receipt cancelled. */
  cancel(receipt: ProviderReceipt, reason: string, now: Date): Promise<ProviderOutcome>;
}
