import { type FeeRule } from './certification-rules.ts';

/** The fee of one document in whole đồng: pages of the original, times its copies where the rule goes by copies. Pages and copies are whole and at least 1. */
export function certificationFee(rule: FeeRule, { pages, copies }: { readonly pages: number; readonly copies: number }): number {
  switch (rule.kind) {
    case 'per-page': {
      const first = Math.min(pages, rule.firstPages) * rule.first;
      const next = Math.max(0, pages - rule.firstPages) * rule.next;
      return Math.min(first + next, rule.mostPerCopy) * copies;
    }
    case 'per-document':
      return rule.amount;
  }
}
