import { type Instant } from '../../../../../kernel/local-time.ts';
import { type DOSSIER_PROBLEMS } from '../../../../dossiers/contract/problems.ts';
import { personFaults, type PersonPlace } from '../../../../../web/staff/person/person-faults.ts';
import { type CERTIFICATION_PROBLEMS } from '../../../contract/problems.ts';
import { countOf, isBlank, type LaneDraft, type LaneProcedure } from './lane-draft.ts';

/** Where a fault stands; also the id of its control. */
export type LanePlace = PersonPlace | `${'name' | 'pages' | 'copies'}-${string}` | 'checked' | 'feeReceipt' | 'form';

/** One thing that keeps a visit from being saved, by its code. */
export interface LaneFault {
  readonly place: LanePlace;
  readonly code: keyof typeof DOSSIER_PROBLEMS | keyof typeof CERTIFICATION_PROBLEMS | 'count-wrong';
}

/** Everything that the server would refuse, all at once and in the order of the form. */
export function laneFaults(draft: LaneDraft, procedure: LaneProcedure, now: Instant): readonly LaneFault[] {
  const faults: LaneFault[] = [...personFaults(draft.person, now)];
  const lines = draft.documents.filter((document) => !isBlank(document));
  if (lines.length === 0) faults.push({ place: `name-${draft.documents[0]?.id ?? ''}`, code: 'certification.no-document' });
  for (const { id, name, pages, copies } of lines) {
    if (name.trim() === '') faults.push({ place: `name-${id}`, code: 'certification.document-nameless' });
    if (countOf(pages, 9999) === undefined) faults.push({ place: `pages-${id}`, code: 'count-wrong' });
    if (countOf(copies, 999) === undefined) faults.push({ place: `copies-${id}`, code: 'count-wrong' });
  }
  if (draft.found.length > 0) faults.push({ place: 'checked', code: 'certification.must-refuse' });
  else if (procedure.refusals.length > 0 && !draft.checked) faults.push({ place: 'checked', code: 'certification.not-checked' });
  return faults;
}

const PLACES: Readonly<Record<string, LanePlace>> = {
  'person.fullName': 'fullName',
  'person.citizenNumber': 'citizenNumber',
  'person.phone': 'phone',
  'person.email': 'email',
  'person.birthDate': 'birthDate',
  'person.address': 'address',
  'checked': 'checked',
  'found': 'checked',
  'payment.feeReceipt': 'feeReceipt',
};

/** Where a fault that the server names by its request field stands in the form. */
export function lanePlaceOf(field: string, draft: LaneDraft): LanePlace {
  const known = PLACES[field];
  if (known !== undefined) return known;
  const document = /^documents(?:\.(\d+)(?:\.(name|pages|copies))?)?$/.exec(field);
  if (document === null) return 'form';
  const sent = draft.documents.filter((line) => !isBlank(line));
  const line = (document[1] === undefined ? undefined : sent[Number(document[1])]) ?? draft.documents[0];
  const part = document[2] === 'pages' || document[2] === 'copies' ? document[2] : 'name';
  return line === undefined ? 'form' : `${part}-${line.id}`;
}
