import { type ReceiptLine } from './decide-receipt.ts';
import { type Method } from './cashless.ts';
import { type SeriesKind } from './receipt-rules.ts';

/** What a receipt says, frozen when it is given. Its number, symbols and day stand beside it in its row. */
export interface ReceiptView {
  readonly kind: SeriesKind;
  /** Name of the receipt by the rule in force. */
  readonly name: string;
  readonly basis: string;
  readonly digits: number;
  readonly copies: number;
  readonly body: { readonly name: string; readonly taxCode: string; readonly address: string };
  readonly office: { readonly centreName: string; readonly hotline: string; readonly place: string };
  readonly payer: { readonly name: string; readonly citizenNumber: string | null; readonly phone: string | null; readonly address: string | null };
  readonly dossierCode: string | null;
  readonly procedureName: string | null;
  readonly lines: readonly ReceiptLine[];
  /** Whole đồng. */
  readonly amount: number;
  readonly amountWords: string;
  readonly method: Method;
  readonly collector: string;
  /** The receipt that it stands in for, or whose words it corrects. */
  readonly correction: { readonly how: 'replace' | 'adjust'; readonly symbol: string; readonly number: string; readonly day: string; readonly reason: string } | null;
}
