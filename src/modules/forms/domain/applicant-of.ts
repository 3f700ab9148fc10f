import { type Answer, type Answers, isAddress } from './answers.ts';
import { type FormDefinition } from './form-definition.ts';

/** The person who declares, as the answers say. */
export interface FormApplicant {
  readonly fullName: string;
  readonly citizenNumber: string | null;
  /** Null when the day or month is unknown. */
  readonly birthDate: string | null;
  readonly sex: 'male' | 'female' | null;
  /** The place as written, and its commune of today. */
  readonly address: { readonly text: string; readonly commune: string | null };
  readonly phone: string | null;
  readonly email: string | null;
}

/** Takes the applicant from canonical answers by the facts of their fields; of several fields with one fact the first that was answered counts. */
export function applicantOf(definition: FormDefinition, answers: Answers): FormApplicant {
  const factAnswer = (name: string): Answer | undefined => {
    for (const { fields } of definition.groups) {
      for (const field of fields) {
        const answer = field.fact === `applicant.${name}` ? answers[field.id] : undefined;
        if (answer !== undefined) return answer;
      }
    }
    return undefined;
  };
  const text = (name: string): string | null => {
    const answer = factAnswer(name);
    return typeof answer === 'string' ? answer : null;
  };
  const place = factAnswer('residence') ?? factAnswer('address');
  const birth = text('birthDate');
  const sex = text('sex');
  return {
    fullName: text('fullName') ?? '',
    citizenNumber: text('citizenNumber'),
    birthDate: birth?.length === 10 ? birth : null,
    sex: sex === 'male' || sex === 'female' ? sex : null,
    address: isAddress(place) ? { text: [place.text, place.country ?? ''].filter((part) => part !== '').join(', '), commune: place.commune } : { text: typeof place === 'string' ? place : '', commune: null },
    phone: text('phone'),
    email: text('email'),
  };
}
