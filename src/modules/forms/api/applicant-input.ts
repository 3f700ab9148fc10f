import { type Answers } from '../domain/answers.ts';
import { applicantOf, type FormApplicant } from '../domain/applicant-of.ts';
import { type FormDefinition } from '../domain/form-definition.ts';
import { placeName } from './look-up-places.ts';

/** The person who declares as a dossier takes them: the address in one line, with the commune of today where it is not named. */
export function applicantInput(definition: FormDefinition, answers: Answers): Omit<FormApplicant, 'address'> & { readonly address: string } {
  const person = applicantOf(definition, answers);
  const { text, commune: code } = person.address;
  const commune = code === null ? undefined : placeName(code);
  return { ...person, address: commune === undefined || text.toLowerCase().includes((commune.split(',')[0] ?? '').toLowerCase()) ? text : `${text} (nay là ${commune})` };
}
