import { type Dispatch, useEffect } from 'react';
import { useQuestion } from '../api/use-question.ts';
import { type PersonQuery, type PersonResponse } from '../../../modules/dossiers/contract/dossier-schemas.ts';
import { type KnownPerson } from './person-entries.ts';
import { type PersonEvent, type PersonState } from './reduce-person.ts';

const PEOPLE = '/api/persons/search';

/** People whom the office knows by what was typed: a whole number, a phone, or at least three letters of a name. */
export function useKnownPeople(typed: string): readonly KnownPerson[] {
  const q = typed.trim();
  // A scan that is under way is nobody's name.
  const enabled = q.length >= 3 && q.length <= 100 && !q.includes('|');
  return useQuestion<PersonResponse>(PEOPLE, { q } satisfies PersonQuery, { enabled }).data?.people ?? [];
}

/** Recognises the applicant by the whole citizen number and fills what the card does not say, such as the phone. */
export function useRecognition(state: PersonState, dispatch: Dispatch<PersonEvent>, onRecognised: (person: KnownPerson) => void): void {
  const { citizenNumber } = state.person;
  const enabled = state.known === null && /^(?:\d{12}|\d{9})$/.test(citizenNumber);
  const people = useQuestion<PersonResponse>(PEOPLE, { q: citizenNumber } satisfies PersonQuery, { enabled }).data?.people;
  const person = enabled ? people?.find((candidate) => candidate.citizenNumber === citizenNumber) : undefined;
  useEffect(() => {
    if (person === undefined) return;
    dispatch({ kind: 'recognised', person });
    onRecognised(person);
    // Only a newly found person matters; the callback may be another one at every drawing.
  }, [person, dispatch]);
}
