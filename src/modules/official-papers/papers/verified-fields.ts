import { type Instant, type LocalDate } from '../../../kernel/local-time.ts';
import { type PaperPerson, type PaperView } from './paper-views.ts';

/** What a line of the check page is about. */
export type VerifiedKey =
  | 'applicant' | 'citizen-number' | 'address' | 'phone' | 'email' | 'principal' | 'content' | 'procedure' | 'paper-count' | 'received-at' | 'due-at' | 'whole-due-at' | 'new-due-at' | 'answer-by'
  | 'items' | 'reason' | 'officer' | 'signer' | 'state-was' | 'submitted-at' | 'fee-paid' | 'fee-refunded' | 'agency' | 'line-count' | 'from' | 'to' | 'row-count'
  | 'giver' | 'taker' | 'receiver' | 'returned-at' | 'papers' | 'envelope-code' | 'carrier' | 'tracking-number' | 'sender'
  | 'collecting-body' | 'tax-code' | 'symbols' | 'payer' | 'charges' | 'amount' | 'amount-words' | 'pay-method' | 'collector' | 'lookup-code';

export type VerifiedValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'moment'; readonly at: Instant }
  | { readonly kind: 'day'; readonly date: LocalDate }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'money'; readonly amount: number };

/** One line of a paper as its check page shows it. A personal one is covered until the visitor types what only the paper says. */
export interface VerifiedField {
  readonly key: VerifiedKey;
  readonly value: VerifiedValue;
  readonly personal: boolean;
}

const open = (key: VerifiedKey, value: VerifiedValue): VerifiedField => ({ key, value, personal: false });
const text = (key: VerifiedKey, words: string | null, personal = false): readonly VerifiedField[] =>
  words === null || words === '' ? [] : [{ key, value: { kind: 'text', text: words }, personal }];
const moment = (key: VerifiedKey, at: Instant | null): readonly VerifiedField[] => (at === null ? [] : [open(key, { kind: 'moment', at })]);
const count = (key: VerifiedKey, amount: number): VerifiedField => open(key, { kind: 'count', count: amount });
const personal = (key: VerifiedKey, words: string | null): readonly VerifiedField[] => text(key, words, true);

function personFields(person: PaperPerson): readonly VerifiedField[] {
  return [
    ...personal('applicant', person.fullName),
    ...personal('citizen-number', person.citizenNumber),
    ...personal('address', person.address),
    ...personal('phone', person.phone),
    ...personal('email', person.email),
  ];
}

/** What stands on a paper, in its order: no more than was printed, and what is about a person marked as such. */
export function verifiedFields(view: PaperView): readonly VerifiedField[] {
  switch (view.kind) {
    case 'receipt':
      return [
        ...personFields(view.applicant), ...personal('principal', view.principal?.fullName ?? null), ...personal('content', view.content), count('paper-count', view.papers.length),
        ...moment('received-at', view.receivedAt), ...moment('due-at', view.dueAt), ...moment('whole-due-at', view.linked?.dueAt ?? null), ...text('officer', view.receivedBy),
      ];
    case 'supplement':
      return [
        ...personFields(view.applicant), ...personal('content', view.content), ...personal('items', view.items.map((item) => `${item.paper}: ${item.fault}`).join('; ')),
        ...personal('reason', view.reason), ...moment('answer-by', view.answerBy), ...text('officer', view.guidedBy),
      ];
    case 'refusal':
      return [...personFields(view.applicant), ...personal('content', view.content), ...personal('reason', view.reason), ...text('officer', view.receivedBy)];
    case 'apology':
      return [
        ...personFields(view.applicant), ...text('procedure', view.procedureName), ...moment('received-at', view.receivedAt), ...moment('due-at', view.dueAt),
        ...personal('reason', view.reason), ...moment('new-due-at', view.newDueAt), ...text('signer', view.signer.name ?? view.signer.title),
      ];
    case 'stop':
      return [
        ...personFields(view.applicant), ...text('procedure', view.procedureName), ...moment('submitted-at', view.submittedAt), ...text('state-was', view.stateWas),
        ...personal('reason', view.reason),
        ...(view.fee === null ? [] : [open('fee-paid', { kind: 'money', amount: view.fee.paid }), open('fee-refunded', { kind: 'money', amount: view.fee.refunded })]),
        ...text('signer', view.signer.name ?? view.signer.title),
      ];
    case 'control-sheet':
      return [
        ...text('procedure', view.procedureName), ...text('agency', view.agency), ...moment('received-at', view.receivedAt), ...moment('due-at', view.dueAt),
        count('line-count', view.lines.length), ...text('officer', view.madeBy),
      ];
    case 'register-book':
      return [open('from', { kind: 'day', date: view.from }), open('to', { kind: 'day', date: view.to }), count('row-count', view.rows.length), ...text('officer', view.madeBy)];
    case 'hand-over-slip':
      return [
        ...text('giver', [view.from.person, view.from.unit].filter((words) => words !== null).join(', ')),
        ...text('taker', [view.to.person, view.to.unit].filter((words) => words !== null).join(', ')),
        count('row-count', view.rows.length),
      ];
    case 'result-receipt':
      return [
        ...personal('applicant', view.applicant), ...text('procedure', view.procedureName), ...personal('receiver', view.receiver.name), ...moment('returned-at', view.at),
        ...personal('papers', view.papers.join('; ')), ...text('officer', view.returnedBy),
      ];
    case 'envelope-label':
      return [
        ...text('sender', view.office.centreName), ...personal('receiver', view.to.name), ...personal('address', view.to.address), ...personal('phone', view.to.phone),
        ...text('envelope-code', view.envelopeCode), ...text('carrier', view.carrier), ...text('tracking-number', view.trackingNumber),
      ];
  }
}

/** The dossier's code as it stands on the paper; null on a paper about several or about none. */
export function printedCode(view: PaperView): string | null {
  return 'code' in view ? view.code : null;
}

/**
 * The tails that open the covered lines: the last four digits of the citizen number or the phone that are printed on the paper. Whoever
 * holds the paper has them; whoever only saw its code has not. Empty when none is printed.
 */
export function printedTails(view: PaperView): readonly string[] {
  const numbers = 'applicant' in view && typeof view.applicant !== 'string' ? [view.applicant.citizenNumber, view.applicant.phone] : view.kind === 'envelope-label' ? [view.to.phone] : [];
  return numbers.flatMap((number) => {
    const digits = (number ?? '').replace(/\D/gu, '');
    return digits.length < 9 ? [] : [digits.slice(-4)];
  });
}

/** What is left of a covered line: the first letters of a name, nothing of anything else. */
export function covered({ key, value }: VerifiedField): string {
  const isName = key === 'applicant' || key === 'receiver' || key === 'principal' || key === 'payer';
  if (!isName || value.kind !== 'text') return '••••••';
  return value.text.split(/\s+/u).filter((word) => word !== '').slice(0, 6).map((word) => `${word.charAt(0).toLocaleUpperCase('vi')}•••`).join(' ');
}
