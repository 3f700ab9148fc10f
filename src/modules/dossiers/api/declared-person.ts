import { type Updateable } from 'kysely';
import { ok, type Result } from '../../../kernel/result.ts';
import { type DossierTable } from '../../../platform/db/tables.generated.ts';
import { checkApplicant, searchText } from '../domain/check-applicant.ts';
import { type DossierRow } from '../store/move-dossier.ts';
import { type DeclaredPerson } from './declared-answers.ts';

/** A fact of a dossier that answers of its form say too. */
export type PersonFact = keyof DeclaredPerson;

type Facts = Pick<DossierRow, 'applicant_name' | 'applicant_number' | 'applicant_birth_date' | 'applicant_sex' | 'applicant_address' | 'applicant_phone' | 'applicant_email'>;

const spoken = (text: string | null): string => (text ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();

/** The facts that the answers say otherwise than the dossier does. What the answers leave out says nothing. */
export function unlikeFacts(dossier: Facts, person: DeclaredPerson): readonly PersonFact[] {
  const pairs: readonly (readonly [PersonFact, string | null, string | null])[] = [
    ['fullName', dossier.applicant_name, person.fullName],
    ['citizenNumber', dossier.applicant_number, person.citizenNumber],
    ['birthDate', dossier.applicant_birth_date, person.birthDate],
    ['sex', dossier.applicant_sex, person.sex],
    ['address', dossier.applicant_address, person.address],
    ['phone', dossier.applicant_phone?.replace(/\s/gu, '') ?? null, person.phone?.replace(/\s/gu, '') ?? null],
    ['email', dossier.applicant_email, person.email],
  ];
  return pairs.filter(([, kept, said]) => spoken(said) !== '' && spoken(kept) !== spoken(said)).map(([fact]) => fact);
}

/**
 * What the dossier takes over from corrected answers: everything about the person, as long as nobody has checked who it is. A dossier that was
 * received is in the name of somebody known, and changes only by hand. Refuses what a declaration refuses of its person.
 */
export function followAnswers(dossier: DossierRow, person: DeclaredPerson, now: Date): Result<{ readonly row: Updateable<DossierTable>; readonly followed: readonly PersonFact[] }> {
  const followed = unlikeFacts(dossier, person);
  if (dossier.person_id !== null || followed.length === 0) return ok({ row: {}, followed: [] });
  const pick = <T>(fact: PersonFact, said: T, kept: T): T => (followed.includes(fact) ? said : kept);
  const checked = checkApplicant(
    {
      fullName: pick('fullName', person.fullName, dossier.applicant_name), citizenNumber: pick('citizenNumber', person.citizenNumber, dossier.applicant_number),
      birthDate: pick('birthDate', person.birthDate, dossier.applicant_birth_date), sex: pick('sex', person.sex, dossier.applicant_sex),
      address: pick('address', person.address, dossier.applicant_address), villageId: dossier.applicant_village_id,
      phone: pick('phone', person.phone, dossier.applicant_phone), email: pick('email', person.email, dossier.applicant_email),
    },
    now.getTime(),
  );
  if (!checked.ok) return checked;
  const { value } = checked;
  return ok({
    followed,
    row: {
      applicant_name: value.fullName, applicant_number: value.citizenNumber, applicant_birth_date: value.birthDate, applicant_sex: value.sex, applicant_address: value.address,
      applicant_phone: value.phone, applicant_email: value.email, search_text: searchText({ name: value.fullName, codes: [dossier.code, dossier.reference, value.citizenNumber, value.phone] }),
    },
  });
}
