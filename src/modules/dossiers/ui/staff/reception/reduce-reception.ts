import { type IdCardReading } from '../../../../../kernel/id-card.ts';
import { entryOfWarning } from './card-checks.ts';
import { type KeptUpload, type KnownPerson, type PaperEntry, type PersonEntries, papersOf, type ReceptionDraft } from './reception-draft.ts';
import { type ProcedureSheet } from './procedure-sheet.ts';
import { shownDate } from '../../../../../web/staff/typed-date.ts';

/** Everything that can happen to a reception before it is saved. */
export type ReceptionEvent =
  | { readonly kind: 'person'; readonly change: Partial<PersonEntries> }
  | { readonly kind: 'card'; readonly reading: IdCardReading; readonly villageId: string }
  | { readonly kind: 'known'; readonly person: KnownPerson }
  | { readonly kind: 'recognised'; readonly person: KnownPerson }
  | { readonly kind: 'procedure'; readonly procedure: ProcedureSheet; readonly paperIds: readonly string[] }
  | { readonly kind: 'no-procedure' }
  | { readonly kind: 'answer'; readonly question: string; readonly value: 'yes' | 'no' }
  | { readonly kind: 'answer-rest'; readonly questions: readonly string[]; readonly value: 'yes' | 'no' }
  | { readonly kind: 'paper'; readonly paperId: string; readonly change: Partial<Pick<PaperEntry, 'ticked' | 'form' | 'copies'>> }
  | { readonly kind: 'file-kept'; readonly paperId: string; readonly file: KeptUpload }
  | { readonly kind: 'file-removed'; readonly paperId: string; readonly fileId: string }
  | { readonly kind: 'pages-bound'; readonly paperId: string; readonly file: KeptUpload }
  | { readonly kind: 'reuse'; readonly paperId: string; readonly earlier: { readonly id: string; readonly givenAt: string }; readonly files: readonly KeptUpload[] }
  | { readonly kind: 'reuse-undone'; readonly paperId: string }
  | { readonly kind: 'delivery'; readonly change: Partial<ReceptionDraft['delivery']> }
  | { readonly kind: 'entry'; readonly change: Partial<Pick<ReceptionDraft, 'content' | 'copies' | 'authorisedBy' | 'assistedBy' | 'assistedConsent' | 'assistedAccount' | 'channel' | 'corrects'>> }
  | { readonly kind: 'restart'; readonly draft: ReceptionDraft };

function orEmpty(text: string | null): string {
  return text ?? '';
}

function knownEntries(person: KnownPerson): PersonEntries {
  return {
    citizenNumber: orEmpty(person.citizenNumber),
    fullName: person.fullName,
    birthDate: person.birthDate === null ? '' : shownDate(person.birthDate),
    sex: person.sex === 'male' || person.sex === 'female' ? person.sex : '',
    address: person.address,
    villageId: orEmpty(person.villageId),
    phone: orEmpty(person.phone),
    email: orEmpty(person.email),
  };
}

/** Fills only what is still empty. */
function fillGaps(entries: PersonEntries, from: PersonEntries): PersonEntries {
  const keys = Object.keys(entries) as (keyof PersonEntries)[];
  return Object.assign({}, entries, ...keys.map((key) => (entries[key] === '' ? { [key]: from[key] } : {}))) as PersonEntries;
}

function cardEntries(person: PersonEntries, reading: IdCardReading, villageId: string): PersonEntries {
  const { fields } = reading;
  return {
    ...person,
    citizenNumber: fields.idNumber ?? person.citizenNumber,
    fullName: fields.displayName ?? fields.fullName ?? person.fullName,
    birthDate: fields.birthDate === null ? person.birthDate : shownDate(fields.birthDate),
    sex: fields.gender === null ? person.sex : fields.gender === 'Nam' ? 'male' : 'female',
    address: fields.residence ?? person.address,
    villageId: villageId === '' ? person.villageId : villageId,
  };
}

function changePaper(draft: ReceptionDraft, paperId: string, change: (paper: PaperEntry) => PaperEntry): ReceptionDraft {
  return { ...draft, papers: draft.papers.map((paper) => (paper.id === paperId ? change(paper) : paper)) };
}

/** Another procedure keeps what was already taken for a paper of the same name; the rest of the old list goes. */
function chooseProcedure(draft: ReceptionDraft, procedure: ProcedureSheet, paperIds: readonly string[]): ReceptionDraft {
  const fresh = papersOf(procedure, paperIds);
  const taken = draft.papers.filter((paper) => paper.ticked);
  const papers = fresh.map((paper) => {
    const same = taken.find((old) => old.name === paper.name);
    return same === undefined ? paper : { ...paper, ticked: true, form: same.form, files: same.files, reusedFrom: same.reusedFrom };
  });
  // What a citizen attached at home is never dropped silently, whatever procedure it ends up with.
  const loose = draft.declaration === null ? [] : taken.filter((old) => old.files.length > 0 && !fresh.some((paper) => paper.name === old.name));
  return { ...draft, procedure, answers: {}, papers: [...papers, ...loose.map((paper) => ({ ...paper, requirementId: null }))] };
}

/** The reception after an event. Pure: ids and readings come with the event. */
export function reduceReception(draft: ReceptionDraft, event: ReceptionEvent): ReceptionDraft {
  switch (event.kind) {
    case 'person': {
      const person = { ...draft.person, ...event.change };
      // Another number is another person: what is known of the first one no longer belongs here.
      const known = draft.known !== null && event.change.citizenNumber !== undefined && event.change.citizenNumber !== draft.known.citizenNumber ? null : draft.known;
      // What was typed over is no longer what the card said.
      const cardWarnings = draft.cardWarnings.filter((warning) => {
        const entry = entryOfWarning(warning);
        return entry === null || !(entry in event.change);
      });
      return { ...draft, person, known, cardWarnings };
    }
    case 'card': {
      const person = cardEntries(draft.person, event.reading, event.villageId);
      const same = draft.known !== null && draft.known.citizenNumber === person.citizenNumber;
      return { ...draft, person, cardWarnings: event.reading.warnings, cardRead: true, known: same ? draft.known : null };
    }
    case 'known':
      return { ...draft, person: knownEntries(event.person), known: event.person, cardWarnings: [], cardRead: false };
    case 'recognised':
      return { ...draft, person: fillGaps(draft.person, knownEntries(event.person)), known: event.person };
    case 'procedure':
      return chooseProcedure(draft, event.procedure, event.paperIds);
    case 'no-procedure':
      return { ...draft, procedure: null };
    case 'answer':
      return { ...draft, answers: { ...draft.answers, [event.question]: event.value } };
    case 'answer-rest':
      return { ...draft, answers: { ...Object.fromEntries(event.questions.map((question) => [question, event.value])), ...draft.answers } };
    case 'paper':
      return changePaper(draft, event.paperId, (paper) => ({ ...paper, ...event.change }));
    case 'file-kept':
      return changePaper(draft, event.paperId, (paper) => ({ ...paper, ticked: true, files: [...paper.files, event.file] }));
    case 'file-removed':
      return changePaper(draft, event.paperId, (paper) => ({ ...paper, files: paper.files.filter((file) => file.id !== event.fileId) }));
    case 'pages-bound':
      // Signed files stay beside the file that was made of the others.
      return changePaper(draft, event.paperId, (paper) => ({ ...paper, ticked: true, files: [event.file, ...paper.files.filter((file) => file.signed)] }));
    case 'reuse':
      return changePaper(draft, event.paperId, (paper) => ({ ...paper, ticked: true, form: 'electronic', files: event.files, reusedFrom: event.earlier }));
    case 'reuse-undone':
      return changePaper(draft, event.paperId, (paper) => ({ ...paper, ticked: false, files: [], reusedFrom: null }));
    case 'delivery':
      return { ...draft, delivery: changeDelivery(draft, event.change) };
    case 'entry':
      return { ...draft, ...event.change };
    case 'restart':
      return event.draft;
  }
}

/** Post and delivery at home begin with the applicant's own address. */
function changeDelivery(draft: ReceptionDraft, change: Partial<ReceptionDraft['delivery']>): ReceptionDraft['delivery'] {
  const next = { ...draft.delivery, ...change };
  const goesOut = next.method === 'post' || next.method === 'home';
  return change.method !== undefined && goesOut && next.address === '' ? { ...next, address: draft.person.address } : next;
}
