import { dateAt, type Instant } from '../../../kernel/local-time.ts';
import { normalizePersonName } from '../../../kernel/person-name.ts';
import { tidyPhone } from '../../../kernel/phone-number.ts';
import { type DOSSIER_PROBLEMS } from '../../../modules/dossiers/contract/problems.ts';
import { readTypedDate } from '../typed-date.ts';
import { type PersonEntries } from './person-entries.ts';

/** The field of the person that a fault belongs to; also the id of its control. */
export type PersonPlace = 'citizenNumber' | 'fullName' | 'birthDate' | 'address' | 'phone' | 'email';

/** One thing about the person that the server would refuse, by the server's code. */
export interface PersonFault {
  readonly place: PersonPlace;
  readonly code: keyof typeof DOSSIER_PROBLEMS;
}

const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,180}\.[^\s@.]{2,20}$/;

/** Everything about a person that the server would refuse, all at once and in the order of the form: the officer mends it in one go. */
export function personFaults(person: PersonEntries, now: Instant): readonly PersonFault[] {
  const faults: PersonFault[] = [];
  const number = person.citizenNumber.replace(/\s/g, '');
  if (number !== '' && !/^(\d{12}|\d{9})$/.test(number)) faults.push({ place: 'citizenNumber', code: 'dossier.citizen-number-not-readable' });
  if (!normalizePersonName(person.fullName).ok) faults.push({ place: 'fullName', code: 'dossier.name-not-readable' });
  if (person.birthDate.trim() !== '') {
    const date = readTypedDate(person.birthDate);
    if (date === undefined || date > dateAt(now) || date < '1880-01-01') faults.push({ place: 'birthDate', code: 'dossier.birth-date-not-possible' });
  }
  if (person.address.trim() === '') faults.push({ place: 'address', code: 'dossier.address-missing' });
  const phone = person.phone.trim();
  if (phone !== '' && tidyPhone(phone) === undefined) faults.push({ place: 'phone', code: 'dossier.phone-not-readable' });
  if (phone === '' && number === '') faults.push({ place: 'phone', code: 'dossier.contact-missing' });
  if (person.email.trim() !== '' && !EMAIL.test(person.email.trim())) faults.push({ place: 'email', code: 'dossier.email-not-readable' });
  return faults;
}
