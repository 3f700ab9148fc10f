import { type EditorWord } from './editor-messages.ts';

/** One control of the editor, or a group of them. */
export type Shape =
  | { readonly kind: 'text'; readonly key: string; readonly label: EditorWord; readonly lines?: number; readonly nullable?: true; readonly width?: 'short' }
  | { readonly kind: 'number'; readonly key: string; readonly label: EditorWord; readonly nullable?: true }
  | { readonly kind: 'day'; readonly key: string; readonly label: EditorWord; readonly nullable: true }
  | { readonly kind: 'words'; readonly key: string; readonly label: EditorWord; readonly lines?: number; readonly nullable?: true }
  | { readonly kind: 'choice'; readonly key: string; readonly label: EditorWord; readonly options: readonly (readonly [value: string, label: EditorWord])[]; readonly nullable?: true }
  | { readonly kind: 'ticks'; readonly key: string; readonly label: EditorWord; readonly options: readonly (readonly [value: string, label: EditorWord])[] }
  | { readonly kind: 'yes-no'; readonly key: string; readonly label: EditorWord }
  /** One text a line. */
  | { readonly kind: 'texts'; readonly key: string; readonly label: EditorWord }
  | { readonly kind: 'group'; readonly key: string; readonly label: EditorWord; readonly nullable?: true; readonly empty: object; readonly of: readonly Shape[] }
  | { readonly kind: 'list'; readonly key: string; readonly label: EditorWord; readonly add: EditorWord; readonly empty: unknown; readonly of: readonly Shape[] };

/** A part of the pack with a heading of its own. */
export interface PackSection {
  readonly id: string;
  readonly title: EditorWord;
  readonly lead: EditorWord | null;
  readonly of: readonly Shape[];
}

const NO_WORDS = { vi: '', en: '' };
const PAPER = { id: '', name: NO_WORDS, officialName: null, help: NO_WORDS, handling: 'submit-copy', copies: 1, onlyWhen: null, anyOf: null };
const LINE = { kind: 'service-fee', amount: 0, unit: 'case', label: NO_WORDS, basis: null };
const STEP = { key: 'appraise', role: 'specialist', hours: 1, label: NO_WORDS };

/** Everything of a pack that people edit, in the order in which they think of it. */
export const PACK_SECTIONS: readonly PackSection[] = [
  { id: 'ten', title: 'section.name', lead: 'section.name-lead', of: [
    { kind: 'text', key: 'name', label: 'name', lines: 2 },
    { kind: 'text', key: 'field', label: 'field' },
    { kind: 'group', key: 'everyday', label: 'everyday', nullable: true, empty: { name: NO_WORDS, summary: NO_WORDS, synonyms: [], lifeEvent: 'other' }, of: [
      { kind: 'words', key: 'name', label: 'everyday-name' },
      { kind: 'words', key: 'summary', label: 'summary', lines: 2 },
      { kind: 'texts', key: 'synonyms', label: 'synonyms' },
      { kind: 'choice', key: 'lifeEvent', label: 'life-event', options: [['birth', 'life.birth'], ['marriage', 'life.marriage'], ['certification', 'life.certification'], ['residence-land', 'life.residence-land'], ['business', 'life.business'], ['support', 'life.support'], ['death', 'life.death'], ['other', 'life.other']] },
    ] },
    { kind: 'text', key: 'ministry', label: 'ministry', nullable: true },
    { kind: 'text', key: 'authority', label: 'authority', nullable: true },
  ] },
  { id: 'giay-to', title: 'section.papers', lead: 'section.papers-lead', of: [
    { kind: 'list', key: 'papers', label: 'papers', add: 'add-paper', empty: PAPER, of: [
      { kind: 'words', key: 'name', label: 'paper-name' },
      { kind: 'text', key: 'id', label: 'paper-id', width: 'short' },
      { kind: 'text', key: 'officialName', label: 'official-name', lines: 2, nullable: true },
      { kind: 'words', key: 'help', label: 'paper-help', lines: 2, nullable: true },
      { kind: 'choice', key: 'handling', label: 'handling', options: [['submit-original', 'handling.submit-original'], ['submit-copy', 'handling.submit-copy'], ['submit-certified-copy', 'handling.submit-certified-copy'], ['show', 'handling.show'], ['form', 'handling.form']] },
      { kind: 'number', key: 'copies', label: 'copies' },
      { kind: 'text', key: 'anyOf', label: 'any-of', nullable: true, width: 'short' },
      { kind: 'group', key: 'onlyWhen', label: 'only-when', nullable: true, empty: { question: NO_WORDS, label: NO_WORDS }, of: [{ kind: 'words', key: 'question', label: 'only-when-question' }, { kind: 'words', key: 'label', label: 'only-when-label' }] },
    ] },
    { kind: 'list', key: 'lookedUp', label: 'looked-up', add: 'add-looked-up', empty: { name: NO_WORDS, source: NO_WORDS }, of: [{ kind: 'words', key: 'name', label: 'looked-up-name' }, { kind: 'words', key: 'source', label: 'looked-up-source' }] },
  ] },
  { id: 'thoi-han', title: 'section.time', lead: 'section.time-lead', of: [
    { kind: 'group', key: 'timeLimit', label: 'time-limit', empty: {}, of: [
      { kind: 'choice', key: 'unit', label: 'time-unit', options: [['same-day', 'unit.same-day'], ['working-day', 'unit.working-day'], ['working-hour', 'unit.working-hour'], ['day', 'unit.day'], ['clock-hour', 'unit.clock-hour'], ['undetermined', 'unit.undetermined']] },
      { kind: 'number', key: 'value', label: 'time-value', nullable: true },
      { kind: 'text', key: 'basis', label: 'basis', nullable: true },
      { kind: 'words', key: 'note', label: 'note', lines: 2, nullable: true },
    ] },
    { kind: 'list', key: 'steps', label: 'steps', add: 'add-step', empty: STEP, of: [
      { kind: 'choice', key: 'key', label: 'step', options: [['receive', 'step.receive'], ['appraise', 'step.appraise'], ['approve', 'step.approve'], ['seal', 'step.seal'], ['hand-over', 'step.hand-over']] },
      { kind: 'choice', key: 'role', label: 'step-role', options: [['reception', 'role.reception'], ['specialist', 'role.specialist'], ['leader', 'role.leader'], ['clerk', 'role.clerk']] },
      { kind: 'number', key: 'hours', label: 'hours' },
      { kind: 'words', key: 'label', label: 'step-label' },
    ] },
    { kind: 'words', key: 'citizenDeadline', label: 'citizen-deadline', lines: 2, nullable: true },
  ] },
  { id: 'phi', title: 'section.fee', lead: 'section.fee-lead', of: [
    { kind: 'group', key: 'fee', label: 'fee', empty: {}, of: [
      { kind: 'yes-no', key: 'known', label: 'fee-known' },
      { kind: 'list', key: 'lines', label: 'fee-lines', add: 'add-fee', empty: LINE, of: [
        { kind: 'words', key: 'label', label: 'fee-label' },
        { kind: 'choice', key: 'kind', label: 'fee-kind', options: [['service-fee', 'fee.service-fee'], ['state-charge', 'fee.state-charge']] },
        { kind: 'number', key: 'amount', label: 'amount' },
        { kind: 'choice', key: 'unit', label: 'fee-unit', options: [['case', 'fee-unit.case'], ['page', 'fee-unit.page'], ['copy', 'fee-unit.copy'], ['paper', 'fee-unit.paper']] },
        { kind: 'text', key: 'basis', label: 'basis', nullable: true },
      ] },
      { kind: 'words', key: 'note', label: 'fee-note', lines: 2, nullable: true },
    ] },
  ] },
  { id: 'cach-nop', title: 'section.filing', lead: null, of: [
    { kind: 'ticks', key: 'channels', label: 'channels', options: [['counter', 'channel.counter'], ['online', 'channel.online'], ['post', 'channel.post'], ['kiosk', 'channel.kiosk'], ['home', 'channel.home']] },
    { kind: 'choice', key: 'onlineLevel', label: 'online-level', nullable: true, options: [['full', 'level.full'], ['partial', 'level.partial'], ['none', 'level.none']] },
    { kind: 'list', key: 'results', label: 'results', add: 'add-result', empty: NO_WORDS, of: [{ kind: 'words', key: '', label: 'result' }] },
  ] },
  { id: 'can-cu', title: 'section.law', lead: 'section.law-lead', of: [
    { kind: 'texts', key: 'legalBasis', label: 'legal-basis' },
    { kind: 'day', key: 'validTo', label: 'valid-to', nullable: true },
  ] },
];
