import { type PersonEntries } from '../../../../../web/staff/person/person-entries.ts';
import { shownDate } from '../../../../../web/staff/typed-date.ts';
import { type ScannedSheet } from '../../../../forms/contract/scan-schemas.ts';
import { type ReceiveDossierRequest } from '../../../contract/dossier-schemas.ts';
import { type FormDraft, type ReceptionDraft } from './reception-draft.ts';

/** The declared person as entries of the form; the village is guessed from the address elsewhere. */
function entriesOf({ person }: ScannedSheet): Omit<PersonEntries, 'villageId'> {
  return {
    citizenNumber: person.citizenNumber ?? '', fullName: person.fullName, birthDate: person.birthDate === null ? '' : shownDate(person.birthDate), sex: person.sex ?? '',
    address: person.address, phone: person.phone ?? '', email: person.email ?? '',
  };
}

/** A scanned form in a reception: who declared fills what is still empty (a card that was read counts more), the copies are those asked for, its paper is ticked. */
export function withForm(draft: ReceptionDraft, sheet: ScannedSheet, mended: Readonly<Record<string, string>>): ReceptionDraft {
  const gaps = Object.entries(entriesOf(sheet)).filter(([name, value]) => value !== '' && draft.person[name as keyof PersonEntries] === '');
  const person = Object.assign({}, draft.person, Object.fromEntries(gaps)) as PersonEntries;
  // Read again, what was decided about papers that are still there holds.
  const leftOut = Object.fromEntries(Object.entries(draft.form?.leftOut ?? {}).filter(([id]) => sheet.sentPapers?.papers.some((paper) => paper.id === id)));
  const withoutArriving = draft.form?.withoutArriving === true && (sheet.sentPapers?.arriving.length ?? 0) > 0;
  const assistedBy = draft.assistedBy === '' ? (sheet.helper ?? '') : draft.assistedBy;
  return tickForm({ ...draft, person, assistedBy, form: { codes: draft.form?.codes ?? [], mended, sheet, leftOut, withoutArriving } });
}

/** The printed form lies on the counter, and pictures of other papers came with it: those are there, and what is only sometimes needed is needed here. */
export function tickForm(draft: ReceptionDraft): ReceptionDraft {
  const { form, procedure } = draft;
  const sheet = form?.sheet;
  if (sheet == null || procedure?.code !== sheet.procedureCode) return draft;
  const sent = (sheet.sentPapers?.papers ?? []).map(({ id }) => id).filter((id) => form?.leftOut[id] === undefined);
  const asked: ReceptionDraft['answers'] = Object.fromEntries(procedure.papers.flatMap(({ id, onlyWhen }) => (onlyWhen !== null && sent.includes(id) ? [[onlyWhen.question, 'yes' as const] as const] : [])));
  return {
    ...draft,
    answers: { ...draft.answers, ...asked },
    papers: draft.papers.map((paper) => {
      if (paper.byOffice) return paper;
      if (paper.form === 'form') return { ...paper, ticked: true };
      const came = paper.requirementId !== null && sent.includes(paper.requirementId);
      // What lies on the counter already stays as it was taken.
      return came && !paper.ticked ? { ...paper, ticked: true, form: 'electronic' } : paper;
    }),
  };
}

/** A paper that was sent with the draft stays behind, or is taken after all: its tick follows, unless it was taken at the counter too. */
export function leaveOut(draft: ReceptionDraft, id: string, reason: string | null): ReceptionDraft {
  if (draft.form === null) return draft;
  const others = Object.entries(draft.form.leftOut).filter(([paper]) => paper !== id);
  const next = { ...draft, form: { ...draft.form, leftOut: Object.fromEntries(reason === null ? others : [...others, [id, reason]]) } };
  if (reason === null) return tickForm(next);
  return { ...next, papers: next.papers.map((paper) => (paper.requirementId === id && paper.form === 'electronic' && paper.files.length === 0 ? { ...paper, ticked: false } : paper)) };
}

/** What keeps the papers that came with the form from being received as they are decided about. */
export function sentPapersFaults({ sheet, leftOut, withoutArriving }: FormDraft): readonly ('scan.arriving' | 'scan.reason-missing')[] {
  if (sheet?.sentPapers == null) return [];
  const reasonMissing = Object.values(leftOut).some((reason) => reason.trim() === '');
  const waits = sheet.sentPapers.arriving.length > 0 && !withoutArriving;
  return [...(reasonMissing ? ['scan.reason-missing' as const] : []), ...(waits ? ['scan.arriving' as const] : [])];
}

/** What the request carries of a scanned form; nothing before its last code was read. */
export function formInput({ form }: ReceptionDraft): { readonly form?: NonNullable<ReceiveDossierRequest['form']> } {
  if (form?.sheet == null) return {};
  const { sentPapers } = form.sheet;
  const leftOut = Object.entries(form.leftOut).map(([paper, reason]) => ({ paper, reason: reason.normalize('NFC').trim() }));
  return {
    form: {
      codes: [...form.codes], mended: { ...form.mended },
      ...(sentPapers === null ? {} : { sentPapers: { seen: sentPapers.seen, leftOut, ...(form.withoutArriving ? { withoutArriving: true } : {}) } }),
    },
  };
}
