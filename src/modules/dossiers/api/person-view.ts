import { dateAt } from '../../../kernel/local-time.ts';
import { maskCitizenNumber } from '../../../kernel/citizen-number.ts';
import { maskPhone } from '../../../kernel/mask-numbers.ts';
import { foldForSearch } from '../../../kernel/text-folding.ts';
import { type PersonResponse } from '../contract/dossier-schemas.ts';
import { findKnownPeople } from '../store/person-directory.ts';
import { type DossiersDeps } from './deps.ts';
import { keptFiles } from './dossier-view.ts';
import { type KnownNumbers } from './known-numbers.ts';

/**
 * People whom the office knows by a whole number or phone, or by a part of the name, with what they filed and gave before. Whoever gives the whole citizen
 * number has the card before them and gets the person whole; everybody else gets number and phone masked.
 */
export async function personView(deps: DossiersDeps, communeCode: string, query: string, now: Date): Promise<PersonResponse> {
  const digits = query.replace(/[\s.]/g, '');
  const number = /^\d{9,12}$/.test(digits) ? digits : null;
  const folded = foldForSearch(query);
  if (number === null && folded.length < 2) return { people: [] };
  const today = dateAt(now.getTime());
  const known = await findKnownPeople(deps.db, communeCode, { number, folded });
  return {
    people: known.people.map((person) => ({
      id: person.id,
      fullName: person.full_name,
      ...shownNumbers({ citizenNumber: person.citizen_number, phone: person.phone }, number),
      birthDate: person.birth_date,
      sex: person.sex,
      address: person.address,
      villageId: person.village_id,
      email: person.email,
      dossiers: known.dossiers
        .filter((dossier) => dossier.person_id === person.id)
        .slice(0, 10)
        .map((dossier) => ({
          id: dossier.id,
          code: dossier.code,
          procedureName: dossier.procedure_name,
          state: dossier.state,
          submittedAt: dossier.submitted_at.toISOString(),
        })),
      papers: known.papers
        .filter((paper) => paper.person_id === person.id)
        .map((paper) => ({
          id: paper.id,
          dossierId: paper.dossier_id,
          requirementId: paper.requirement_id,
          name: paper.name,
          origin: paper.origin,
          number: paper.number,
          validTo: paper.valid_to,
          expired: paper.valid_to !== null && paper.valid_to < today,
          givenAt: paper.kept_at.toISOString(),
          files: keptFiles(paper.files),
        })),
    })),
  };
}

function shownNumbers({ citizenNumber, phone }: KnownNumbers, typed: string | null): Pick<PersonResponse['people'][number], 'masked' | 'citizenNumber' | 'phone'> {
  if (typed !== null && typed === citizenNumber) return { masked: false, citizenNumber, phone };
  return { masked: true, citizenNumber: citizenNumber === null ? null : maskCitizenNumber(citizenNumber), phone: phone === null ? null : maskPhone(phone) };
}
