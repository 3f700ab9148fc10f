/** The kinds of things that the journal speaks of; each has its words in `modules/journal/contract/object-words.ts`. */
export type JournalObjectKind =
  | 'absence'
  | 'bank-statement'
  | 'batch'
  | 'calendar'
  | 'cashier-day'
  | 'citizen-session'
  | 'commune'
  | 'commune-merge'
  | 'data-request'
  | 'device'
  | 'dossier'
  | 'exchange-import'
  | 'fee-rate'
  | 'fee-receipt'
  | 'file'
  | 'installation-administrator'
  | 'job'
  | 'journal'
  | 'linked-case'
  | 'message'
  | 'number-book'
  | 'paper'
  | 'payable'
  | 'person'
  | 'procedure'
  | 'form'
  | 'form-draft'
  | 'procedure-draft'
  | 'receipt-series'
  | 'remittance'
  | 'retention'
  | 'saved-filter'
  | 'setting'
  | 'staff'
  | 'staff-list'
  | 'statement-line'
  | 'unit-change'
  | 'upload-bundle';

/** What an entry of the journal is about, in the one form in which it is written: `dossier:<id>`, `staff:<id>`, `commune:<code>`. */
export type JournalObject = `${JournalObjectKind}:${string}`;

/** Names a thing for the journal, where the kind is not written out on the spot. */
export function journalObject(kind: JournalObjectKind, id: string): JournalObject {
  return `${kind}:${id}`;
}

const FORM = /^([a-z-]+)[:/](.*)$/su;

/** Kind and id of an object of the journal, also in the form `staff/<id>` of older programs; undefined for what is no such name. */
export function readJournalObject(text: string): { readonly kind: string; readonly id: string } | undefined {
  const [, kind, id] = FORM.exec(text) ?? [];
  return kind === undefined || id === undefined ? undefined : { kind, id };
}

/** Every form under which something may stand in the journal: entries are never rewritten, and older programs wrote some with a slash. */
export function journalObjectForms(text: string): readonly string[] {
  const read = readJournalObject(text);
  return read === undefined ? [text] : [`${read.kind}:${read.id}`, `${read.kind}/${read.id}`];
}
