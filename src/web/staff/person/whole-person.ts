import { type RevealPersonResponse } from '../../../modules/privacy/contract/reveal-schemas.ts';
import { callApi } from '../api/call-api.ts';
import { newId } from '../api/new-id.ts';
import { type KnownPerson } from './person-entries.ts';

/** A person who was chosen from the list, with number and phone whole: the server writes down that an officer asked. Without its answer the person stays masked. */
export async function wholePerson(person: KnownPerson): Promise<KnownPerson> {
  if (!person.masked) return person;
  const answer = await callApi<RevealPersonResponse>('POST', `/api/persons/${person.id}/reveal`, { commandId: newId() });
  return answer.ok ? { ...person, ...answer.value, masked: false } : person;
}
