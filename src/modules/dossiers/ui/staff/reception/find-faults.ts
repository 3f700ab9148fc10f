import { type Instant } from '../../../../../kernel/local-time.ts';
import { personFaults, type PersonPlace } from '../../../../../web/staff/person/person-faults.ts';
import { type DOSSIER_PROBLEMS } from '../../../contract/problems.ts';
import { factFaults } from './linked-draft.ts';
import { type ReceptionDraft } from './reception-draft.ts';
import { sentPapersFaults } from './scanned-form.ts';

/** The field of the form that a fault belongs to; also the id of its control. */
export type FaultPlace = PersonPlace | 'procedure' | 'papers' | 'fees' | 'deliveryAddress' | 'correctionReason' | 'assistedConsent' | 'assistedAccount' | `fact-${string}` | 'scannedForm' | 'sentPapers' | 'form';

/** One thing that keeps a reception from being saved. `procedure.missing` is the form's own; the others are the server's codes. */
export interface FormFault {
  readonly place: FaultPlace;
  readonly code: keyof typeof DOSSIER_PROBLEMS | 'procedure.missing' | 'procedure.not-receivable' | 'linked.fact-missing' | 'linked.number-wrong' | 'scan.unfinished' | 'scan.faults' | 'scan.arriving' | 'scan.reason-missing';
}

/** Everything that the server would refuse, all at once and in the order of the form: the officer mends it in one go. */
export function findFaults(draft: ReceptionDraft, now: Instant): readonly FormFault[] {
  const faults: FormFault[] = [];
  if (draft.corrects !== null && draft.corrects.reason.trim() === '') faults.push({ place: 'correctionReason', code: 'dossier.reason-missing' });
  if (draft.form !== null && (draft.form.sheet === null || draft.form.sheet.faults.length > 0)) faults.push({ place: 'scannedForm', code: draft.form.sheet === null ? 'scan.unfinished' : 'scan.faults' });
  if (draft.form !== null) faults.push(...sentPapersFaults(draft.form).map((code): FormFault => ({ place: 'sentPapers', code })));
  faults.push(...personFaults(draft.person, now));
  if (draft.procedure === null) faults.push({ place: 'procedure', code: 'procedure.missing' });
  else if (!draft.procedure.receivable) faults.push({ place: 'procedure', code: 'procedure.not-receivable' });
  faults.push(...factFaults(draft.linked).map(({ key, code }): FormFault => ({ place: `fact-${key}`, code })));
  if (draft.procedure?.receivable === true && !draft.papers.some((paper) => paper.ticked)) faults.push({ place: 'papers', code: 'dossier.no-papers' });
  const goesOut = draft.delivery.method === 'post' || draft.delivery.method === 'home';
  if (goesOut && draft.delivery.address.trim() === '') faults.push({ place: 'deliveryAddress', code: 'dossier.delivery-address-missing' });
  if (draft.assistedBy.trim() !== '') {
    if (draft.assistedAccount === 'officer') faults.push({ place: 'assistedAccount', code: 'dossier.officer-account' });
    if (draft.assistedConsent === '') faults.push({ place: 'assistedConsent', code: 'dossier.consent-missing' });
  }
  return faults;
}

const PLACES: Readonly<Record<string, FaultPlace>> = {
  'person.fullName': 'fullName',
  'person.citizenNumber': 'citizenNumber',
  'person.phone': 'phone',
  'person.email': 'email',
  'person.birthDate': 'birthDate',
  'person.address': 'address',
  'procedureCode': 'procedure',
  'papers': 'papers',
  'delivery.address': 'deliveryAddress',
  'corrects.reason': 'correctionReason',
  'assistedConsent': 'assistedConsent',
  'assistedAccount': 'assistedAccount',
};

/** Where a fault that the server names by its request field stands in the form. */
export function placeOfField(name: string): FaultPlace {
  // The reception of a whole group carries the dossier inside.
  const field = name.replace(/^dossier\./, '');
  if (field.startsWith('linked.facts.')) return `fact-${field.slice('linked.facts.'.length)}`;
  if (field.startsWith('fees.')) return 'fees';
  if (field.startsWith('form.sentPapers')) return 'sentPapers';
  if (field.startsWith('form.')) return 'scannedForm';
  return PLACES[field] ?? (field.startsWith('papers.') ? 'papers' : 'form');
}
