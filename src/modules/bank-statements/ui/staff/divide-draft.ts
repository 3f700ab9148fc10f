import { type PayableView } from '../../contract/statement-schemas.ts';

/** A payable with the part of a line's money that is typed for it. */
export interface DividedPart {
  readonly payable: PayableView;
  readonly typed: string;
}

/** What is typed as whole đồng; 0 for what is no amount. */
export function typedAmount(typed: string): number {
  const digits = typed.replace(/[.\s]/gu, '');
  return /^\d{1,15}$/u.test(digits) ? Number(digits) : 0;
}

/** What is left of a line's money for further parts; below zero: too much was divided. */
export function restOf(amount: number, parts: readonly DividedPart[]): number {
  return parts.reduce((rest, { typed }) => rest - typedAmount(typed), amount);
}

/** Adds a payable with what it still asks for, as far as there is money left; one that is there already stays once. */
export function addPart(amount: number, parts: readonly DividedPart[], payable: PayableView): readonly DividedPart[] {
  if (parts.some((part) => part.payable.id === payable.id)) return parts;
  const rest = Math.max(0, restOf(amount, parts));
  return [...parts, { payable, typed: String(payable.missing === 0 ? rest : Math.min(rest, payable.missing)) }];
}
