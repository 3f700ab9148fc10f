import { type AssuranceLevel, signOnAssurance } from '../../../kernel/assurance.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { claimOf, type ClaimMap, type Claims, levelOf, methodsOf } from './claim-map.ts';

/** By what a member of staff can be recognised, best first: the identity itself, then what an administrator said beforehand. */
export type LinkKind = 'subject' | 'email' | 'staff-code';

/** One thing by which a provider knows a member of staff. */
export interface StaffMark {
  readonly kind: LinkKind;
  readonly value: string;
}

/** What a provider says about a member of staff. */
export interface StaffIdentity {
  readonly subject: string;
  /** In the order in which they are looked at; the first is the subject. */
  readonly marks: readonly StaffMark[];
  /** How sure this sign-in makes. */
  readonly level: AssuranceLevel;
}

/** Writes a mark as it is compared: e-mail addresses and staff codes whatever their case. A subject is taken letter by letter. */
export function tidyMark(kind: LinkKind, value: string): string {
  return kind === 'subject' ? value : value.normalize('NFC').trim().toLowerCase();
}

/**
 * Reads a member of staff from the claims of a provider. An e-mail address counts only when the provider says that it verified it; a
 * name never counts. How sure it makes comes from the level and the ways of signing in. Refuses an unknown level of assurance.
 */
export function readStaffIdentity(subject: string, claims: Claims, map: ClaimMap): Result<StaffIdentity> {
  const identity = levelOf(claims, map);
  if (identity === undefined) return refuse('sign-on.level-unknown');
  const email = claims['email_verified'] === true ? claimOf(claims, map, 'email') : undefined;
  const staffCode = claimOf(claims, map, 'staffCode');
  return ok({
    subject,
    level: signOnAssurance(identity, methodsOf(claims)),
    marks: [
      { kind: 'subject', value: subject },
      ...(email === undefined ? [] : [{ kind: 'email' as const, value: tidyMark('email', email) }]),
      ...(staffCode === undefined ? [] : [{ kind: 'staff-code' as const, value: tidyMark('staff-code', staffCode) }]),
    ],
  });
}
