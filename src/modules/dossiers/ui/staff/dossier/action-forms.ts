import { parseDong } from '../../../../../kernel/money.ts';
import { type DossierAction, type StepAction } from '../../../domain/transitions.ts';
import { readTypedDate } from '../../../../../web/staff/typed-date.ts';
import { type DossierWord } from './dossier-messages.ts';

/** Actions that have a screen of their own; all others are done in the panel. */
export type ScreenAction = 'receive' | 'correct' | 'request-supplement' | 'answer-supplement' | 'accept-supplement';
export type FormAction = Exclude<DossierAction, ScreenAction>;

/** One entry of an action's form. `name` is the field of the request; a dot leads into a part of it, such as `receiver.name`. */
export interface ActionField {
  readonly name: string;
  readonly kind: 'words' | 'line' | 'number' | 'date' | 'choice' | 'officer' | 'unit' | 'proof' | 'files';
  readonly label: DossierWord;
  readonly note?: DossierWord;
  /** The sentence when it is missing; left out: it may stay empty and is sent as null. */
  readonly needed?: DossierWord;
  readonly max?: number;
  readonly options?: readonly { readonly value: string; readonly label: DossierWord }[];
  /** What stands there at first. */
  readonly first?: string;
  /** At first the name of whoever filed stands there. */
  readonly firstApplicant?: true;
  /** At first the address for the result, or of whoever filed. */
  readonly firstAddress?: true;
  /** At first what waits for the leader's word stands there: the reason or the day of the proposed extension. */
  readonly firstProposed?: 'reason' | 'newDueOn';
  /** At first the number that the result has already stands there: a certification got it with the signature. */
  readonly firstNumber?: true;
  /** At first the day of today stands there. */
  readonly firstToday?: true;
  /** Shown and sent only while another entry has this value; otherwise sent as null. */
  readonly onlyIf?: { readonly name: string; readonly value: string };
  /** A second condition, when one is not enough. */
  readonly andIf?: { readonly name: string; readonly value: string };
}

/** How an action is asked for: where, with which fixed parts, and what is typed. */
export interface ActionFormPlan {
  /** After `/api/dossiers/:id/`. */
  readonly path: string;
  readonly fixed?: Readonly<Record<string, string | null>>;
  /** What the action means, in one sentence above the form. */
  readonly hint: DossierWord;
  /** What is said when it is done; `{name}` is whoever filed. */
  readonly done: DossierWord;
  readonly fields: readonly ActionField[];
}

const NOTE: ActionField = { name: 'note', kind: 'words', label: 'field.note', max: 2000 };
const REASON: ActionField = { name: 'reason', kind: 'words', label: 'field.reason', needed: 'reason-missing', max: 2000 };
const EXTENSION: readonly ActionField[] = [
  { name: 'reason', kind: 'words', label: 'field.extension-reason', note: 'field.extension-reason-note', needed: 'reason-missing', max: 1000, firstProposed: 'reason' },
  { name: 'newDueOn', kind: 'date', label: 'field.new-due', note: 'field.new-due-note', needed: 'new-due-missing', firstProposed: 'newDueOn' },
];
const DELIVERED = { name: 'event', value: 'delivered' } as const;
const step = (action: StepAction, ...fields: readonly ActionField[]): ActionFormPlan => ({
  path: 'actions',
  hint: `hint.${action}`,
  done: `done.${action}`,
  fixed: { action, note: null, outcome: null, legalBasis: null },
  fields,
});

/** The forms of the actions that are done in the panel. What is not here is not offered there. */
export const ACTION_FORMS: Readonly<Partial<Record<FormAction, ActionFormPlan>>> = {
  'transfer': step('transfer', NOTE),
  'appraise': step(
    'appraise',
    { name: 'outcome', kind: 'choice', label: 'field.outcome', first: 'positive', options: [{ value: 'positive', label: 'outcome.positive' }, { value: 'negative', label: 'outcome.negative' }] },
    { name: 'legalBasis', kind: 'line', label: 'field.legal-basis', note: 'field.legal-basis-note', needed: 'legal-basis-missing', max: 500, onlyIf: { name: 'outcome', value: 'negative' } },
    { ...NOTE, onlyIf: { name: 'outcome', value: 'positive' } },
    { ...REASON, name: 'note', onlyIf: { name: 'outcome', value: 'negative' } },
  ),
  'approve': step('approve', NOTE),
  'seal': {
    path: 'seal',
    hint: 'hint.seal',
    done: 'done.seal',
    fields: [
      { name: 'resultNumber', kind: 'line', label: 'field.result-number', note: 'field.result-number-note', needed: 'result-number-missing', max: 80, firstNumber: true },
      { name: 'files', kind: 'files', label: 'field.result-files', note: 'field.result-files-note' },
      { name: 'validTo', kind: 'date', label: 'field.valid-to', note: 'field.valid-to-note' },
      NOTE,
    ],
  },
  'hand-over': {
    path: 'hand-over',
    hint: 'hint.hand-over',
    done: 'done.hand-over',
    fixed: { note: null },
    fields: [
      { name: 'receiver.name', kind: 'line', label: 'field.returned-to', needed: 'receiver-missing', max: 200, firstApplicant: true },
      { name: 'receiver.relation', kind: 'choice', label: 'field.relation', first: 'self', options: [{ value: 'self', label: 'relation.self' }, { value: 'authorised', label: 'relation.authorised' }] },
      { name: 'receiver.paper', kind: 'line', label: 'field.authorisation', note: 'field.authorisation-note', needed: 'authorisation-missing', max: 300, onlyIf: { name: 'receiver.relation', value: 'authorised' } },
      { name: 'proof', kind: 'proof', label: 'field.proof', note: 'field.proof-note' },
    ],
  },
  'dispatch': {
    path: 'dispatch',
    hint: 'hint.dispatch',
    done: 'done.dispatch',
    fixed: { carrier: null, trackingNumber: null, carriedBy: null, address: null },
    fields: [
      { name: 'method', kind: 'choice', label: 'field.way', first: 'post', options: [{ value: 'post', label: 'way.post' }, { value: 'home', label: 'way.home' }, { value: 'electronic', label: 'way.electronic' }] },
      { name: 'address', kind: 'line', label: 'field.delivery-address', needed: 'address-missing', max: 300, firstAddress: true, onlyIf: { name: 'method', value: 'post' } },
      { name: 'address', kind: 'line', label: 'field.delivery-address', needed: 'address-missing', max: 300, firstAddress: true, onlyIf: { name: 'method', value: 'home' } },
      { name: 'carrier', kind: 'line', label: 'field.carrier', needed: 'carrier-missing', max: 100, first: 'Bưu điện Việt Nam', onlyIf: { name: 'method', value: 'post' } },
      { name: 'trackingNumber', kind: 'line', label: 'field.tracking-number', note: 'field.tracking-number-note', needed: 'tracking-number-missing', max: 40, onlyIf: { name: 'method', value: 'post' } },
      { name: 'carriedBy', kind: 'line', label: 'field.carried-by', needed: 'carrier-missing', max: 200, onlyIf: { name: 'method', value: 'home' } },
    ],
  },
  'report-delivery': {
    path: 'delivery',
    hint: 'hint.report-delivery',
    done: 'done.report-delivery',
    fixed: { toName: null, words: null, receiver: null, proof: null },
    fields: [
      {
        name: 'event', kind: 'choice', label: 'field.delivery-event', first: 'delivered',
        options: (['delivered', 'handed-on', 'arrived', 'not-met', 'came-back'] as const).map((value) => ({ value, label: `delivery-event.${value}` })),
      },
      { name: 'receiver.name', kind: 'line', label: 'field.returned-to', needed: 'receiver-missing', max: 200, firstApplicant: true, onlyIf: DELIVERED },
      { name: 'receiver.relation', kind: 'choice', label: 'field.relation', first: 'self', options: (['self', 'authorised', 'family'] as const).map((value) => ({ value, label: `relation.${value}` })), onlyIf: DELIVERED },
      { name: 'receiver.paper', kind: 'line', label: 'field.authorisation', needed: 'authorisation-missing', max: 300, onlyIf: { name: 'receiver.relation', value: 'authorised' }, andIf: DELIVERED },
      { name: 'proof', kind: 'proof', label: 'field.proof', onlyIf: DELIVERED },
      { name: 'toName', kind: 'line', label: 'field.handed-to', needed: 'receiver-missing', max: 200, onlyIf: { name: 'event', value: 'handed-on' } },
      { name: 'words', kind: 'words', label: 'field.reason', needed: 'reason-missing', max: 1000, onlyIf: { name: 'event', value: 'not-met' } },
      { name: 'words', kind: 'words', label: 'field.reason', needed: 'reason-missing', max: 1000, onlyIf: { name: 'event', value: 'came-back' } },
    ],
  },
  'send-back': step('send-back', { ...REASON, name: 'note' }),
  'reject': { path: 'reject', hint: 'hint.reject', done: 'done.reject', fields: [REASON] },
  'reopen': { path: 'reopen', hint: 'hint.reopen', done: 'done.reopen', fields: [REASON] },
  'stop': {
    path: 'stop',
    hint: 'hint.stop',
    done: 'done.stop',
    fields: [
      {
        name: 'kind', kind: 'choice', label: 'field.stop-kind', first: 'other',
        options: [{ value: 'not-supplemented', label: 'stop.not-supplemented' }, { value: 'not-paid', label: 'stop.not-paid' }, { value: 'other', label: 'stop.other' }],
      },
      REASON,
    ],
  },
  'request-withdrawal': { path: 'withdrawal', hint: 'hint.request-withdrawal', done: 'done.request-withdrawal', fields: [REASON] },
  'accept-withdrawal': { path: 'withdrawal/accept', hint: 'hint.accept-withdrawal', done: 'done.accept-withdrawal', fields: [NOTE] },
  'decline-withdrawal': { path: 'withdrawal/decline', hint: 'hint.decline-withdrawal', done: 'done.decline-withdrawal', fields: [REASON] },
  'approve-supplement': { path: 'supplement/approve', hint: 'hint.approve-supplement', done: 'done.approve-supplement', fields: [NOTE] },
  'decline-supplement': { path: 'supplement/decline', hint: 'hint.decline-supplement', done: 'done.decline-supplement', fields: [REASON] },
  'cancel-supplement': { path: 'supplement/cancel', hint: 'hint.cancel-supplement', done: 'done.cancel-supplement', fields: [REASON] },
  'request-payment': {
    path: 'payment',
    hint: 'hint.request-payment',
    done: 'done.request-payment',
    fields: [
      { name: 'amount', kind: 'number', label: 'field.amount', note: 'field.amount-note', needed: 'amount-missing', max: 20 },
      { name: 'reason', kind: 'line', label: 'field.pay-reason', note: 'field.pay-reason-note', needed: 'reason-missing', max: 1000 },
      { name: 'legalBasis', kind: 'line', label: 'field.legal-basis', note: 'field.pay-basis-note', needed: 'legal-basis-missing', max: 500 },
      { name: 'payDays', kind: 'number', label: 'field.pay-days', needed: 'pay-days-missing', first: '5', max: 2 },
    ],
  },
  'confirm-payment': {
    path: 'payment/confirm',
    hint: 'hint.confirm-payment',
    done: 'done.confirm-payment',
    fields: [
      { name: 'method', kind: 'choice', label: 'field.pay-method', first: 'cash', options: (['cash', 'transfer', 'other'] as const).map((value) => ({ value, label: `pay-method.${value}` })) },
      { name: 'receiptNumber', kind: 'line', label: 'field.receipt-number', note: 'field.receipt-number-note', needed: 'receipt-number-missing', max: 60 },
      { name: 'paidOn', kind: 'date', label: 'field.paid-on', needed: 'paid-on-missing', firstToday: true },
      NOTE,
    ],
  },
  'cancel-payment': { path: 'payment/cancel', hint: 'hint.cancel-payment', done: 'done.cancel-payment', fields: [REASON] },
  'claim': { path: 'claim', hint: 'hint.claim', done: 'done.claim', fields: [] },
  'release': { path: 'release', hint: 'hint.release', done: 'done.release', fields: [] },
  'urge': { path: 'urge', hint: 'hint.urge', done: 'done.urge', fields: [{ name: 'words', kind: 'words', label: 'field.urge-words', needed: 'words-missing', max: 1000 }] },
  'answer-urge': { path: 'urge/answer', hint: 'hint.answer-urge', done: 'done.answer-urge', fields: [{ name: 'words', kind: 'words', label: 'field.urge-answer', needed: 'words-missing', max: 1000 }] },
  'propose-extension': { path: 'extension/propose', hint: 'hint.propose-extension', done: 'done.propose-extension', fields: EXTENSION },
  'extend': { path: 'extension', hint: 'hint.extend', done: 'done.extend', fields: EXTENSION },
  'decline-extension': { path: 'extension/decline', hint: 'hint.decline-extension', done: 'done.decline-extension', fields: [REASON] },
  'assign': { path: 'assign', hint: 'hint.assign', done: 'done.assign', fields: [{ name: 'staffId', kind: 'officer', label: 'field.officer', needed: 'officer-missing' }, NOTE] },
  'move-to-unit': { path: 'unit', hint: 'hint.move-to-unit', done: 'done.move-to-unit', fields: [{ name: 'unitId', kind: 'unit', label: 'field.unit', needed: 'unit-missing' }, REASON] },
  'send-to-agency': {
    path: 'agency',
    hint: 'hint.send-to-agency',
    done: 'done.send-to-agency',
    fields: [
      { name: 'agency', kind: 'line', label: 'field.agency', note: 'field.agency-note', needed: 'agency-missing', max: 200 },
      { name: 'documentNumber', kind: 'line', label: 'field.agency-number', needed: 'agency-number-missing', max: 80 },
      { name: 'sentOn', kind: 'date', label: 'field.agency-sent', needed: 'agency-date-missing', firstToday: true },
      { name: 'expectedOn', kind: 'date', label: 'field.agency-expected', needed: 'agency-date-missing' },
      { name: 'question', kind: 'words', label: 'field.agency-question', needed: 'agency-words-missing', max: 1000 },
    ],
  },
  'note-agency-receipt': {
    path: 'agency/receipt',
    hint: 'hint.note-agency-receipt',
    done: 'done.note-agency-receipt',
    fields: [
      { name: 'receivedOn', kind: 'date', label: 'field.agency-received', needed: 'agency-date-missing', firstToday: true },
      { name: 'number', kind: 'line', label: 'field.agency-incoming', max: 80 },
    ],
  },
  'note-agency-answer': {
    path: 'agency/answer',
    hint: 'hint.note-agency-answer',
    done: 'done.note-agency-answer',
    fields: [
      { name: 'answeredOn', kind: 'date', label: 'field.agency-answered', needed: 'agency-date-missing', firstToday: true },
      { name: 'documentNumber', kind: 'line', label: 'field.agency-number', needed: 'agency-number-missing', max: 80 },
      { name: 'words', kind: 'words', label: 'field.agency-words', needed: 'agency-words-missing', max: 1000 },
    ],
  },
  'call-off-agency': { path: 'agency/call-off', hint: 'hint.call-off-agency', done: 'done.call-off-agency', fields: [REASON] },
  'take-over': { path: 'unit/take-over', hint: 'hint.take-over', done: 'done.take-over', fields: [] },
  'turn-back': { path: 'unit/turn-back', hint: 'hint.turn-back', done: 'done.turn-back', fields: [REASON] },
  'call-back': { path: 'unit/call-back', hint: 'hint.call-back', done: 'done.call-back', fields: [] },
};

/** What is typed into the form of an action, by field. */
export type ActionEntries = Readonly<Record<string, string>>;

/** The fields that are shown for these entries. */
export function shownFields(plan: ActionFormPlan, entries: ActionEntries): readonly ActionField[] {
  const holds = (condition: ActionField['onlyIf']): boolean => condition === undefined || entries[condition.name] === condition.value;
  return plan.fields.filter(({ onlyIf, andIf }) => holds(onlyIf) && holds(andIf));
}

/** Of whom a form opens with the name and address. */
export interface FormSubject {
  readonly applicantName: string;
  readonly address: string;
  /** The extension that waits for a leader; the day as it is typed. */
  readonly proposed: { readonly reason: string; readonly newDueOn: string } | null;
  /** The number that the result has before it is sealed, such as that of a certification. */
  readonly resultNumber?: string | null;
  /** The day of today as people type it, such as 23/11/2026. */
  readonly today?: string;
}

/** What stands in a form when it opens. */
export function firstEntries(plan: ActionFormPlan, subject: FormSubject): ActionEntries {
  return Object.fromEntries(plan.fields.map((field) => [field.name, firstEntry(field, subject)]));
}

function firstEntry({ first = '', firstApplicant, firstAddress, firstProposed, firstNumber, firstToday }: ActionField, { applicantName, address, proposed, resultNumber, today = '' }: FormSubject): string {
  if (firstProposed !== undefined) return proposed?.[firstProposed] ?? '';
  if (firstNumber === true) return resultNumber ?? '';
  if (firstApplicant === true) return applicantName;
  if (firstAddress === true) return address;
  return firstToday === true ? today : first;
}

/** The first shown field that cannot stay empty and is, or a day that does not exist; undefined when the action can be sent. */
export function missingField(plan: ActionFormPlan, entries: ActionEntries): { readonly field: ActionField; readonly words: DossierWord } | undefined {
  for (const field of shownFields(plan, entries)) {
    const typed = (entries[field.name] ?? '').trim();
    if (typed === '' && field.needed !== undefined) return { field, words: field.needed };
    if (typed !== '' && field.kind === 'date' && readTypedDate(typed) === undefined) return { field, words: 'date-wrong' };
    if (typed !== '' && field.kind === 'number' && !parseDong(typed).ok) return { field, words: 'number-wrong' };
  }
  return undefined;
}

export interface ActionCall {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What an entry is in the request. Uploads are kept in the entries as JSON. */
function valueOf(field: ActionField, typed: string): unknown {
  if (field.kind === 'files') return typed === '' ? [] : (JSON.parse(typed) as unknown);
  if (typed === '') return null;
  if (field.kind === 'proof') return JSON.parse(typed) as unknown;
  if (field.kind === 'number') {
    const read = parseDong(typed);
    return read.ok ? read.value : null;
  }
  return field.kind === 'date' ? (readTypedDate(typed) ?? null) : typed;
}

/** The request of an action; the command id stays the same when it is sent again. */
export function actionCall(dossier: { readonly id: string; readonly version: number }, plan: ActionFormPlan, entries: ActionEntries, commandId: string): ActionCall {
  const body: Record<string, unknown> = { commandId, expectedVersion: dossier.version, ...plan.fixed };
  const shown = shownFields(plan, entries);
  // A field that is not shown is sent empty, unless another one of its name is.
  for (const field of plan.fields.filter(({ name }) => !name.includes('.') && !shown.some((one) => one.name === name))) body[field.name] = field.kind === 'files' ? [] : null;
  for (const field of shown) {
    const value = valueOf(field, (entries[field.name] ?? '').trim());
    const [part = '', inner] = field.name.split('.');
    if (inner === undefined) body[part] = value;
    else body[part] = { ...(part === 'receiver' ? EMPTY_RECEIVER : {}), ...(body[part] as object | null), [inner]: value };
  }
  return { path: `/api/dossiers/${dossier.id}/${plan.path}`, body };
}

/** The parts of a receiver that a form may not show. */
const EMPTY_RECEIVER = { paper: null } as const;
