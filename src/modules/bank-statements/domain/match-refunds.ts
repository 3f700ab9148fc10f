import { type Dong } from '../../../kernel/money.ts';

/** Money that went out, as it may be a refund of ours. */
export interface OutgoingLine {
  readonly id: string;
  readonly amount: Dong;
  /** The references in its words whose check signs are right. */
  readonly references: readonly string[];
  /** The bank took back what it had booked. */
  readonly reversal: boolean;
}

/** A refund by transfer that was approved or paid and that no line was yet. */
export interface KnownRefund {
  readonly id: string;
  readonly reference: string;
  readonly amount: Dong;
}

/**
 * Which line is which refund: one whole reference, the very amount, each refund once, the one that was asked for first before later ones. A line that names several payables, another amount
 * or nothing of ours is no refund, and neither is what the bank took back itself.
 */
export function matchRefunds(lines: readonly OutgoingLine[], refunds: readonly KnownRefund[]): ReadonlyMap<string, string> {
  const left = [...refunds];
  const found = new Map<string, string>();
  for (const { id, amount, references, reversal } of lines) {
    const [reference, ...others] = new Set(references);
    if (reversal || reference === undefined || others.length > 0) continue;
    const place = left.findIndex((refund) => refund.reference === reference && refund.amount === amount);
    const [refund] = place === -1 ? [] : left.splice(place, 1);
    if (refund !== undefined) found.set(id, refund.id);
  }
  return found;
}
