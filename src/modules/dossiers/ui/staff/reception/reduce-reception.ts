import { type PersonEvent, reducePerson } from '../../../../../web/staff/person/reduce-person.ts';
import { type ScannedSheet } from '../../../../forms/contract/scan-schemas.ts';
import { type LinkedDraft, type LinkedGroupSheet, withGroup } from './linked-draft.ts';
import { leaveOut, tickForm, withForm } from './scanned-form.ts';
import { type KeptUpload, type PaperEntry, papersOf, type ReceptionDraft } from './reception-draft.ts';
import { NO_FEES_DRAFT } from '../../../../fees/contract/fees-draft.ts';
import { type ProcedureSheet } from './procedure-sheet.ts';

/** Everything that can happen to a reception before it is saved. */
export type ReceptionEvent =
  | PersonEvent
  | { readonly kind: 'procedure'; readonly procedure: ProcedureSheet; readonly paperIds: readonly string[] }
  | { readonly kind: 'no-procedure' }
  | { readonly kind: 'answer'; readonly question: string; readonly value: 'yes' | 'no' }
  | { readonly kind: 'answer-rest'; readonly questions: readonly string[]; readonly value: 'yes' | 'no' }
  | { readonly kind: 'paper'; readonly paperId: string; readonly change: Partial<Pick<PaperEntry, 'ticked' | 'form' | 'copies' | 'pages' | 'kept' | 'shelf' | 'database' | 'lookedUpAt'>> }
  | { readonly kind: 'file-kept'; readonly paperId: string; readonly file: KeptUpload }
  | { readonly kind: 'file-removed'; readonly paperId: string; readonly fileId: string }
  | { readonly kind: 'pages-bound'; readonly paperId: string; readonly file: KeptUpload }
  | { readonly kind: 'reuse'; readonly paperId: string; readonly earlier: { readonly id: string; readonly givenAt: string }; readonly files: readonly KeptUpload[] }
  | { readonly kind: 'reuse-undone'; readonly paperId: string }
  | { readonly kind: 'delivery'; readonly change: Partial<ReceptionDraft['delivery']> }
  | { readonly kind: 'entry'; readonly change: Partial<Pick<ReceptionDraft, 'content' | 'fees' | 'copies' | 'authorisedBy' | 'assistedBy' | 'assistedConsent' | 'assistedAccount' | 'channel' | 'corrects'>> }
  | { readonly kind: 'linked-group'; readonly group: LinkedGroupSheet | null; readonly caseId: string }
  | { readonly kind: 'linked'; readonly change: Partial<Pick<LinkedDraft, 'taken' | 'wished' | 'verification' | 'facts'>> }
  | { readonly kind: 'form-codes'; readonly codes: readonly string[] }
  | { readonly kind: 'form-sheet'; readonly sheet: ScannedSheet; readonly mended: Readonly<Record<string, string>> }
  /** A paper that was sent with the draft stays behind, for a reason as far as it is typed; null: it is taken. */
  | { readonly kind: 'sent-paper'; readonly paper: string; readonly reason: string | null }
  | { readonly kind: 'without-arriving'; readonly value: boolean }
  | { readonly kind: 'no-form' }
  | { readonly kind: 'restart'; readonly draft: ReceptionDraft };

function changePaper(draft: ReceptionDraft, paperId: string, change: (paper: PaperEntry) => PaperEntry): ReceptionDraft {
  return { ...draft, papers: draft.papers.map((paper) => (paper.id === paperId ? change(paper) : paper)) };
}

/** Another procedure keeps what was already taken for a paper of the same name; the rest of the old list goes. */
function chooseProcedure(draft: ReceptionDraft, procedure: ProcedureSheet, paperIds: readonly string[]): ReceptionDraft {
  const fresh = papersOf(procedure, paperIds);
  const taken = draft.papers.filter((paper) => paper.ticked);
  const papers = fresh.map((paper) => {
    const same = taken.find((old) => old.name === paper.name);
    return same === undefined || same.byOffice !== paper.byOffice ? paper : { ...same, id: paper.id, requirementId: paper.requirementId, copies: paper.copies };
  });
  // What a citizen attached at home is never dropped silently, whatever procedure it ends up with.
  const loose = draft.declaration === null ? [] : taken.filter((old) => old.files.length > 0 && !fresh.some((paper) => paper.name === old.name));
  const isSame = draft.procedure?.code === procedure.code;
  return { ...draft, procedure, linked: isSame ? draft.linked : null, fees: isSame ? draft.fees : NO_FEES_DRAFT, answers: {}, papers: [...papers, ...loose.map((paper) => ({ ...paper, requirementId: null }))] };
}

/** The reception after an event. Pure: ids and readings come with the event. */
export function reduceReception(draft: ReceptionDraft, event: ReceptionEvent): ReceptionDraft {
  switch (event.kind) {
    case 'person':
    case 'card':
    case 'known':
    case 'recognised':
      return { ...draft, ...reducePerson(draft, event) };
    case 'procedure':
      return tickForm(chooseProcedure(draft, event.procedure, event.paperIds));
    case 'no-procedure':
      return { ...draft, procedure: null, linked: null };
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
    case 'linked-group':
      return { ...draft, linked: withGroup(draft.linked, event.group, event.caseId, draft.form?.sheet?.facts) };
    case 'linked':
      return draft.linked === null ? draft : { ...draft, linked: { ...draft.linked, ...event.change } };
    case 'form-codes':
      return { ...draft, form: { codes: event.codes, mended: {}, sheet: null, leftOut: {}, withoutArriving: false } };
    case 'form-sheet':
      return withForm(draft, event.sheet, event.mended);
    case 'sent-paper':
      return leaveOut(draft, event.paper, event.reason);
    case 'without-arriving':
      return draft.form === null ? draft : { ...draft, form: { ...draft.form, withoutArriving: event.value } };
    case 'no-form':
      return { ...draft, form: null };
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
