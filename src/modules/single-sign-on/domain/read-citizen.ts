import { type IdentityLevel } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { claimOf, type ClaimMap, type Claims, levelOf } from './claim-map.ts';

/** What an identity provider vouches for about a citizen. */
export interface CitizenIdentity {
  readonly citizenNumber: string;
  readonly fullName: string;
  readonly assurance: IdentityLevel;
}

/** Longer than any name. */
const LONGEST_NAME = 200;

/**
 * Reads a citizen from the claims of a provider. Refuses without the personal number, the name or a level that is known: nothing
 * is guessed, because the number opens dossiers.
 */
export function readCitizen(claims: Claims, map: ClaimMap): Result<CitizenIdentity> {
  const number = claimOf(claims, map, 'citizenNumber');
  if (number === undefined || !/^\d{12}$/.test(number)) return refuse('sign-on.number-missing');
  const fullName = claimOf(claims, map, 'fullName');
  if (fullName === undefined || fullName.length > LONGEST_NAME) return refuse('sign-on.name-missing');
  const assurance = levelOf(claims, map);
  if (assurance === undefined) return refuse('sign-on.level-unknown');
  return ok({ citizenNumber: number, fullName, assurance });
}
