import { checkCitizenNumber } from '../../../kernel/citizen-number.ts';
import { type IdCardWarning, idCardWarningLevel } from '../../../kernel/id-card-warnings.ts';
import { type PersonEntries } from './person-entries.ts';
import { readTypedDate } from '../typed-date.ts';

const ENTRY_OF_FIELD: Readonly<Record<NonNullable<IdCardWarning['field']>, keyof PersonEntries | null>> = {
  idNumber: 'citizenNumber',
  oldId: 'citizenNumber',
  fullName: 'fullName',
  birthDate: 'birthDate',
  gender: 'sex',
  residence: 'address',
  issueDate: null,
};

/** The entry beside which a warning of the card stands; null for one about the card as a whole. */
export function entryOfWarning(warning: IdCardWarning): keyof PersonEntries | null {
  return warning.field === undefined ? null : ENTRY_OF_FIELD[warning.field];
}

/** What the digits of the number contradict, worked out anew at every change of number, sex or day of birth. */
function numberWarnings(person: PersonEntries): readonly IdCardWarning[] {
  if (!/^\d{12}$/.test(person.citizenNumber)) return [];
  const known = { sex: person.sex === '' ? undefined : person.sex, birthDate: readTypedDate(person.birthDate) };
  return checkCitizenNumber(person.citizenNumber, known).warnings.flatMap(({ code, facts }) =>
    code === 'citizen-number.place-unassigned' || code === 'citizen-number.sex-mismatch' || code === 'citizen-number.birth-year-mismatch'
      ? [{ code, field: 'idNumber' as const, ...(facts === undefined ? {} : { facts }) }]
      : [],
  );
}

/** Everything the officer should look at twice: from the scanned card, and from the number as it stands now. Never a reason to stop. */
export function personChecks(person: PersonEntries, cardWarnings: readonly IdCardWarning[]): readonly IdCardWarning[] {
  const fromCard = cardWarnings.filter((warning) => idCardWarningLevel(warning) === 'check' && !warning.code.startsWith('citizen-number.'));
  return [...fromCard, ...numberWarnings(person)];
}
