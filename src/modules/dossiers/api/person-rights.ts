import { foldForSearch } from '../../../kernel/text-folding.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { checkApplicant, searchText } from '../domain/check-applicant.ts';
import { findPerson, findPersonWithNumber } from '../store/person-directory.ts';
import { forgetKeptPapers, insertPersonChange, loadPersonForUpdate, updatePerson } from '../store/person-rights.ts';
import { eraseFiles, lockCardPicturesOf } from '../store/retention.ts';

interface About {
  readonly communeCode: string;
  readonly personId: string;
}

/** What a correction changes; what is left out stays. The number is who the person is: a wrong one is another person, received anew. */
export interface PersonCorrection {
  readonly fullName?: string;
  readonly birthDate?: string;
  readonly sex?: 'male' | 'female';
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
}

/** A person as other modules know them. */
export interface PersonCard {
  readonly id: string;
  readonly fullName: string;
  readonly citizenNumber: string | null;
  readonly birthDate: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly address: string;
  readonly phone: string | null;
  readonly email: string | null;
}

function cardOf(row: NonNullable<Awaited<ReturnType<typeof findPerson>>>): PersonCard {
  return { id: row.id, fullName: row.full_name, citizenNumber: row.citizen_number, birthDate: row.birth_date, sex: row.sex, address: row.address, phone: row.phone, email: row.email };
}

/** A person of the commune; undefined for nobody. */
export async function findPersonCard(db: Database | Tx, communeCode: string, personId: string): Promise<PersonCard | undefined> {
  const row = await findPerson(db, communeCode, personId);
  return row && cardOf(row);
}

/** The person with this whole citizen number, spaces and dots aside; undefined when the commune knows nobody of it. */
export async function findPersonCardByNumber(db: Database | Tx, communeCode: string, number: string): Promise<PersonCard | undefined> {
  const digits = number.normalize('NFKC').replace(/[\s.-]+/gu, '');
  const row = /^(?:\d{9}|\d{12})$/.test(digits) ? await findPersonWithNumber(db, communeCode, digits) : undefined;
  return row && cardOf(row);
}

/**
 * Corrects what the office knows of a person and keeps what stood there; answers the names of the entries that changed. What was declared in dossiers stays
 * as it was signed. Refuses what reception would refuse, at `correction.…`.
 */
export async function correctPerson(tx: Tx, { communeCode, personId }: About, correction: PersonCorrection, by: { readonly id: string; readonly name: string; readonly reason: string }, now: Date, changeId: string): Promise<Result<readonly string[]>> {
  const row = await loadPersonForUpdate(tx, communeCode, personId);
  if (row === undefined) return refuse('dossier.person-gone');
  const { citizenNumber, ...before } = cardOf(row);
  const checked = checkApplicant({ ...before, citizenNumber, villageId: row.village_id, ...correction }, now.getTime());
  if (!checked.ok) return refuse(checked.problem.code, checked.problem.facts ?? {}, (checked.problem.field ?? 'person').replace('person', 'correction'));
  const { fullName, birthDate, sex, address, phone, email } = checked.value;
  const after = { fullName, birthDate, sex, address, phone, email };
  const changed = (Object.keys(after) as (keyof typeof after)[]).filter((name) => after[name] !== before[name]);
  if (changed.length === 0) return ok([]);
  await updatePerson(tx, row, {
    full_name: fullName, birth_date: birthDate, sex, address, phone, email, updated_at: now, search_text: searchText({ name: fullName, codes: [citizenNumber, phone] }),
  });
  const only = (from: typeof after) => Object.fromEntries(changed.map((name) => [name, from[name]]));
  await insertPersonChange(tx, row, { id: changeId, at: now, by, before: only(before), after: only(after) });
  return ok(changed);
}

/** The person's data is used for nothing more than the law demands: nobody is offered them by name, and nothing of theirs for reuse. */
export async function restrictPerson(tx: Tx, { communeCode, personId }: About, now: Date): Promise<void> {
  await updatePerson(tx, { commune_code: communeCode, id: personId }, { restricted_at: now });
}

/** What was erased of a person. */
export interface ErasedOfPerson {
  readonly cardPictures: number;
  readonly keptPapers: number;
  readonly contacts: number;
}

/** Erases what no law keeps of a person whose dossiers have all ended: pictures of cards, papers kept for reuse, phone and e-mail. The caller has looked that nothing runs or is held. */
export async function eraseOfPerson(tx: Tx, { communeCode, personId }: About, dossierIds: readonly string[], cardWords: readonly string[], now: Date): Promise<ErasedOfPerson> {
  const pictures = await lockCardPicturesOf(tx, communeCode, dossierIds, cardWords.map(foldForSearch));
  await eraseFiles(tx, communeCode, pictures, 'erasure-request', now);
  const keptPapers = await forgetKeptPapers(tx, communeCode, personId);
  const row = await loadPersonForUpdate(tx, communeCode, personId);
  const contacts = row === undefined ? 0 : [row.phone, row.email].filter((part) => part !== null).length;
  if (row !== undefined && contacts > 0) {
    await updatePerson(tx, row, { phone: null, email: null, updated_at: now, search_text: searchText({ name: row.full_name, codes: [row.citizen_number] }) });
  }
  return { cardPictures: pictures.length, keptPapers, contacts };
}
