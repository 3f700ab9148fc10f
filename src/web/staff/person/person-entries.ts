import { type PersonInput, type PersonResponse } from '../../../modules/dossiers/contract/dossier-schemas.ts';
import { readTypedDate } from '../typed-date.ts';

/** A person whom the office knows, with what they filed and gave before. */
export type KnownPerson = PersonResponse['people'][number];

/** The person as typed: texts, empty where nothing is known. `birthDate` as people write it, `05/03/1990`. */
export interface PersonEntries {
  readonly citizenNumber: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly sex: '' | 'male' | 'female';
  readonly address: string;
  readonly villageId: string;
  readonly phone: string;
  readonly email: string;
}

/** Nobody yet. */
export const NO_PERSON: PersonEntries = { citizenNumber: '', fullName: '', birthDate: '', sex: '', address: '', villageId: '', phone: '', email: '' };

/** A text as a request carries it: composed, without space around it; null for none. */
export function orNull(text: string): string | null {
  const plain = text.normalize('NFC').trim();
  return plain === '' ? null : plain;
}

/** The person as a request carries them. */
export function personInput(person: PersonEntries): PersonInput {
  return {
    citizenNumber: orNull(person.citizenNumber.replace(/\s/g, '')),
    fullName: person.fullName.normalize('NFC').trim(),
    birthDate: readTypedDate(person.birthDate) ?? null,
    sex: person.sex === '' ? null : person.sex,
    address: person.address.normalize('NFC').trim(),
    villageId: orNull(person.villageId),
    phone: orNull(person.phone),
    email: orNull(person.email),
  };
}
