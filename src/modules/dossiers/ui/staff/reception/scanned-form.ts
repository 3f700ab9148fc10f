import { type PersonEntries } from '../../../../../web/staff/person/person-entries.ts';
import { shownDate } from '../../../../../web/staff/typed-date.ts';
import { type ScannedSheet } from '../../../../forms/contract/scan-schemas.ts';
import { type ReceptionDraft } from './reception-draft.ts';

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
  return tickForm({ ...draft, person, form: { codes: draft.form?.codes ?? [], mended, sheet } });
}

/** The printed form lies on the counter: the paper of the procedure that is a form is there. */
export function tickForm(draft: ReceptionDraft): ReceptionDraft {
  const sheet = draft.form?.sheet;
  if (sheet == null || draft.procedure?.code !== sheet.procedureCode) return draft;
  return { ...draft, papers: draft.papers.map((paper) => (paper.form === 'form' && !paper.byOffice ? { ...paper, ticked: true } : paper)) };
}

/** What the request carries of a scanned form; nothing before its last code was read. */
export function formInput({ form }: ReceptionDraft): { readonly form?: { readonly codes: string[]; readonly mended: Record<string, string> } } {
  return form?.sheet == null ? {} : { form: { codes: [...form.codes], mended: { ...form.mended } } };
}
