import { type SecondFactorState } from '../../../kernel/assurance.ts';
import { type Position, type Role } from '../../../kernel/actor.ts';

/** What a commune asks of those who administer and sign: a second factor, or none. */
export type SecondFactorRule = 'required' | 'offered';

/** Whoever administers or signs: these roles must have a second factor where the commune requires it. */
export const SECOND_FACTOR_ROLES: readonly Role[] = ['administrator', 'president', 'unit-head'];

/** What of a person decides about the second factor. */
export interface SecondFactorFacts {
  /** Codes that were confirmed, or a passkey that still counts. */
  readonly enrolled: boolean;
  readonly rule: SecondFactorRule;
  readonly positions: readonly Pick<Position, 'role'>[];
}

/** Whether the positions are among those that administer or sign. */
export function holdsPower(positions: SecondFactorFacts['positions']): boolean {
  return positions.some(({ role }) => SECOND_FACTOR_ROLES.includes(role));
}

/** What a person has beside the password, measured by the rule of the commune. */
export function secondFactorState({ enrolled, rule, positions }: SecondFactorFacts): SecondFactorState {
  if (enrolled) return 'enrolled';
  if (rule === 'offered') return 'waived';
  return holdsPower(positions) ? 'must-enrol' : 'may-enrol';
}
