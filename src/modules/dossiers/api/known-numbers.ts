import { type Database, type Tx } from '../../../platform/db/database.ts';
import { findPerson } from '../store/person-directory.ts';

/** How a person is reached and told apart, whole. */
export interface KnownNumbers {
  readonly citizenNumber: string | null;
  readonly phone: string | null;
}

/** The numbers of a person whom the commune knows; undefined for nobody. The caller says in the journal that they were shown. */
export async function findKnownNumbers(db: Database | Tx, communeCode: string, personId: string): Promise<KnownNumbers | undefined> {
  const person = await findPerson(db, communeCode, personId);
  return person === undefined ? undefined : { citizenNumber: person.citizen_number, phone: person.phone };
}
