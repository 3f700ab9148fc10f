import { type CitizenActor } from '../../../kernel/actor.ts';
import { foldForSearch } from '../../../kernel/text-folding.ts';

/** Whom a dossier names as the one who filed it. The person in the register has the same number: its id is derived from it. */
export interface NamedApplicant {
  readonly number: string | null;
  readonly name: string;
}

/** A citizen as an identity provider vouches for: nobody typed it here. */
export type KnownCitizen = Pick<CitizenActor, 'citizenNumber' | 'fullName' | 'assurance'>;

/**
 * How a dossier belongs to a citizen: by number and name; by its number under another name (a digit typed wrong at some counter, or a name
 * that changed: an officer must look); or not at all. Accents and case of a name do not matter, missing words do.
 */
export function ownership(citizen: Pick<KnownCitizen, 'citizenNumber' | 'fullName'>, applicant: NamedApplicant): 'own' | 'other-name' | 'none' {
  if (applicant.number === null || applicant.number !== citizen.citizenNumber) return 'none';
  return foldForSearch(applicant.name) === foldForSearch(citizen.fullName) ? 'own' : 'other-name';
}

/** Whether a signed-in citizen opens what is personal in a dossier without the four digits: an own one, with an identity of level 2. */
export function opensAsOwner(citizen: KnownCitizen, applicant: NamedApplicant): boolean {
  return citizen.assurance === 2 && ownership(citizen, applicant) === 'own';
}
