import { checkCitizenNumber } from '../../../../../kernel/citizen-number.ts';
import { type CaseWishes, type GroupResponse } from '../../../../linked-cases/contract/linked-case-schemas.ts';
import { type PersonEntries } from '../../../../../web/staff/person/person-entries.ts';

/** A group of interlinked procedures as reception shows it. */
export type LinkedGroupSheet = NonNullable<GroupResponse['group']>;

/** The whole group beside the dossier that it begins with: whether it is taken, what is wished, and what is asked once. */
export interface LinkedDraft {
  readonly caseId: string;
  readonly group: LinkedGroupSheet;
  /** False: this procedure alone. */
  readonly taken: boolean;
  readonly wished: readonly string[];
  readonly verification: boolean;
  readonly facts: Readonly<Record<string, string>>;
}

/** Which answers of a scanned form say what a group asks once; the first that was answered counts. */
const FROM_FORM: Readonly<Record<string, readonly string[]>> = {
  subjectName: ['child.fullName', 'deceased.fullName'],
  subjectNumber: ['deceased.citizenNumber'],
  subjectBirthDate: ['child.birthDate', 'deceased.birthDate'],
  subjectSex: ['child.sex', 'deceased.sex'],
  birthPlace: ['child.birthPlace'],
  motherName: ['mother.fullName'],
  motherNumber: ['mother.citizenNumber'],
  fatherName: ['father.fullName'],
  fatherNumber: ['father.citizenNumber'],
  deathDate: ['death.date'],
  deathPlace: ['death.place'],
  address: ['mother.residence', 'deceased.residence', 'applicant.residence'],
  householderName: ['householder.fullName'],
};

/** What a group asks, as a scanned form answers it; a date of which only the year is known answers nothing. */
function factsOfForm(group: LinkedGroupSheet, facts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(group.facts.flatMap(({ key, kind }) => {
    const value = FROM_FORM[key]?.map((field) => facts[field] ?? '').find((one) => one !== '') ?? '';
    return value === '' || (kind === 'date' && value.length !== 10) ? [] : [[key, value]];
  }));
}

/** A group that was just found for the chosen procedure; what was typed for the same group before stays, and `facts` of a scanned form fill what is empty. */
export function withGroup(linked: LinkedDraft | null, group: LinkedGroupSheet | null, caseId: string, facts: Readonly<Record<string, string>> = {}): LinkedDraft | null {
  if (group === null) return null;
  if (linked?.group.code === group.code) return { ...linked, group };
  return { caseId, group, taken: false, wished: [], verification: false, facts: factsOfForm(group, facts) };
}

/** The facts that are known when the applicant is this one, such as the mother; nothing is emptied. */
export function factsOfApplicant(applicant: LinkedGroupSheet['applicants'][number], person: PersonEntries): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(applicant.fills).flatMap(([key, from]) => (person[from].trim() === '' ? [] : [[key, person[from].trim()]])));
}

interface FactFault {
  readonly key: string;
  readonly code: 'linked.fact-missing' | 'linked.number-wrong';
}

/** What is wrong with the facts of a group that is taken, by their keys and in the order of the form. */
export function factFaults(linked: LinkedDraft | null): readonly FactFault[] {
  if (linked?.taken !== true) return [];
  return linked.group.facts.flatMap(({ key, kind, needed }): readonly FactFault[] => {
    const value = linked.facts[key]?.trim() ?? '';
    if (value === '') return needed ? [{ key, code: 'linked.fact-missing' }] : [];
    return kind === 'number' && checkCitizenNumber(value).kind === 'unknown' ? [{ key, code: 'linked.number-wrong' }] : [];
  });
}

/** The part of the request that is the case's own. */
export function caseWishes(linked: LinkedDraft): CaseWishes {
  const facts = linked.group.facts.flatMap(({ key }) => {
    const value = linked.facts[key]?.normalize('NFC').trim() ?? '';
    return value === '' ? [] : [[key, value]];
  });
  return { caseId: linked.caseId, groupCode: linked.group.code, wished: [...linked.wished], verification: linked.verification, facts: Object.fromEntries(facts) as Record<string, string> };
}
