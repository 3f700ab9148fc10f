import { documentFee } from '../../../../../kernel/fee-formula.ts';
import { type PersonState, type PersonEvent, reducePerson } from '../../../../../web/staff/person/reduce-person.ts';
import { NO_PERSON, orNull, personInput } from '../../../../../web/staff/person/person-entries.ts';
import { type CertifyRequest, type LaneResponse } from '../../../contract/certification-schemas.ts';
import { startWatch, STILL_WATCH, type StopWatch } from '../../../domain/stop-watch.ts';

/** A procedure of the lane with its rules of today. */
export type LaneProcedure = LaneResponse['procedures'][number];

/** A kind of document as it is typed; numbers are texts until they are sent. */
export interface DocumentEntry {
  readonly id: string;
  readonly name: string;
  readonly pages: string;
  readonly copies: string;
}

export interface LaneDraft extends PersonState {
  readonly dossierId: string;
  readonly commandId: string;
  /** Who typed it: a draft is never shown to somebody else at the same computer. */
  readonly staffId: string;
  readonly procedureCode: string;
  readonly documents: readonly DocumentEntry[];
  readonly checked: boolean;
  /** Reasons to refuse that were found. */
  readonly found: readonly string[];
  readonly paidWay: 'cash' | 'transfer' | 'not-yet';
  readonly feeReceipt: string;
  /** Kind and number of the identity paper; empty: the identity card with the number above. */
  readonly identityPaper: string;
  /** Where, when it is done elsewhere than at the office. */
  readonly place: string;
  readonly watch: StopWatch;
}

/** Most kinds of documents in one visit, as the server takes them. */
export const MOST_DOCUMENTS = 20;

/** An empty document under an id. */
function emptyDocument(id: string): DocumentEntry {
  return { id, name: '', pages: '', copies: '1' };
}

/** An empty visit. */
export function emptyVisit(ids: { readonly dossierId: string; readonly commandId: string; readonly documentId: string }, staffId: string): LaneDraft {
  return {
    dossierId: ids.dossierId, commandId: ids.commandId, staffId, person: NO_PERSON, cardWarnings: [], cardRead: false, known: null, procedureCode: '2.000815',
    documents: [emptyDocument(ids.documentId)], checked: false, found: [], paidWay: 'cash', feeReceipt: '', identityPaper: '', place: '', watch: STILL_WATCH,
  };
}

/** Everything that can happen to a visit before it is saved. */
export type LaneEvent =
  | PersonEvent
  | { readonly kind: 'document'; readonly id: string; readonly change: Partial<Omit<DocumentEntry, 'id'>> }
  | { readonly kind: 'document-added'; readonly id: string }
  | { readonly kind: 'document-removed'; readonly id: string }
  | { readonly kind: 'procedure'; readonly code: string }
  | { readonly kind: 'found'; readonly reason: string; readonly on: boolean }
  | { readonly kind: 'entry'; readonly change: Partial<Pick<LaneDraft, 'checked' | 'paidWay' | 'feeReceipt' | 'identityPaper' | 'place'>> }
  | { readonly kind: 'first-key'; readonly at: number };

/** The visit after an event. Pure: ids and times come with the event. */
export function reduceLane(draft: LaneDraft, event: LaneEvent): LaneDraft {
  switch (event.kind) {
    case 'person':
    case 'card':
    case 'known':
    case 'recognised':
      return { ...draft, ...reducePerson(draft, event) };
    case 'document':
      return { ...draft, documents: draft.documents.map((document) => (document.id === event.id ? { ...document, ...event.change } : document)) };
    case 'document-added':
      return draft.documents.length >= MOST_DOCUMENTS ? draft : { ...draft, documents: [...draft.documents, emptyDocument(event.id)] };
    case 'document-removed': {
      const left = draft.documents.filter(({ id }) => id !== event.id);
      return { ...draft, documents: left.length === 0 ? [emptyDocument(event.id)] : left };
    }
    case 'procedure':
      // Other papers are looked at for other reasons: what was confirmed for the one does not hold for the other.
      return event.code === draft.procedureCode ? draft : { ...draft, procedureCode: event.code, checked: false, found: [] };
    case 'found':
      return { ...draft, checked: false, found: event.on ? [...draft.found.filter((id) => id !== event.reason), event.reason] : draft.found.filter((id) => id !== event.reason) };
    case 'entry':
      return { ...draft, ...event.change };
    case 'first-key':
      return { ...draft, watch: startWatch(draft.watch, event.at) };
  }
}

/** Whether nothing was typed into a line of the list. */
export function isBlank({ name, pages }: DocumentEntry): boolean {
  return name.trim() === '' && pages.trim() === '';
}

/** A whole number of at least 1 as typed, at most `most`; undefined when it is none. */
export function countOf(typed: string, most: number): number | undefined {
  const plain = typed.trim();
  const count = Number(plain);
  return /^\d{1,4}$/.test(plain) && count >= 1 && count <= most ? count : undefined;
}

/** Pages and copies of a line; undefined while one of them is no number. */
export function countsOf({ pages, copies }: DocumentEntry): { readonly pages: number; readonly copies: number } | undefined {
  const known = { pages: countOf(pages, 9999), copies: countOf(copies, 999) };
  return known.pages === undefined || known.copies === undefined ? undefined : { pages: known.pages, copies: known.copies };
}

/** The fee of one line in whole đồng; undefined while its numbers are not there. */
export function feeOf(document: DocumentEntry, procedure: LaneProcedure): number | undefined {
  const counts = countsOf(document);
  return counts === undefined ? undefined : documentFee(procedure.feeRule, counts);
}

/** Whether the most for one copy cut the fee of a line. */
export function isCapped(document: DocumentEntry, { feeRule }: LaneProcedure): boolean {
  const counts = countsOf(document);
  const { formula } = feeRule;
  if (counts === undefined || formula.kind !== 'per-page') return false;
  return documentFee({ ...feeRule, formula: { ...formula, mostPerCopy: Number.MAX_SAFE_INTEGER } }, counts) > documentFee(feeRule, counts);
}

/** The fee of the visit so far in whole đồng: what the server will reckon from the same rule. */
export function feeSoFar(draft: LaneDraft, procedure: LaneProcedure): number {
  return draft.documents.reduce((sum, document) => sum + (feeOf(document, procedure) ?? 0), 0);
}

/** The identity paper as it goes into attestation and book. */
export function identityPaperOf({ identityPaper, person }: Pick<LaneDraft, 'identityPaper' | 'person'>): string | null {
  if (identityPaper.trim() !== '') return orNull(identityPaper);
  const number = person.citizenNumber.replace(/\s/g, '');
  if (number === '') return null;
  return number.length === 12 ? `Thẻ căn cước số ${number}` : `Chứng minh nhân dân số ${number}`;
}

/** The request that saves the visit; a line into which nothing was typed is none. `byHand`: receipts for cash are written by hand, so that their number is typed. */
export function certifyRequest(draft: LaneDraft, procedure: LaneProcedure, byHand: boolean): CertifyRequest {
  return {
    commandId: draft.commandId,
    dossierId: draft.dossierId,
    procedureCode: draft.procedureCode,
    person: personInput(draft.person),
    identityPaper: identityPaperOf(draft),
    place: orNull(draft.place),
    documents: draft.documents
      .filter((document) => !isBlank(document))
      .map((document) => ({ id: document.id, name: document.name.normalize('NFC').trim(), pages: countOf(document.pages, 9999) ?? 0, copies: countOf(document.copies, 999) ?? 0 })),
    checked: draft.checked,
    found: [...draft.found],
    payment: draft.paidWay === 'not-yet' || feeSoFar(draft, procedure) === 0 ? null : { way: draft.paidWay, amount: feeSoFar(draft, procedure), feeReceipt: draft.paidWay === 'cash' && byHand ? orNull(draft.feeReceipt) : null },
  };
}
