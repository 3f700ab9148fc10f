import { type DossierAction, type StepAction } from '../../../domain/transitions.ts';
import { type DossierWord } from './dossier-messages.ts';

/** Actions that have a screen of their own; all others are done in the panel. */
export type ScreenAction = 'receive';
export type FormAction = Exclude<DossierAction, ScreenAction>;

/** One entry of an action's form. `name` is the field of the request. */
export interface ActionField {
  readonly name: string;
  readonly kind: 'words' | 'line' | 'choice' | 'officer' | 'unit';
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
  /** Shown and sent only while another entry has this value; otherwise sent as null. */
  readonly onlyIf?: { readonly name: string; readonly value: string };
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
const step = (action: StepAction, ...fields: readonly ActionField[]): ActionFormPlan => ({
  path: 'actions',
  hint: `hint.${action}`,
  done: `done.${action}`,
  fixed: { action, note: null, outcome: null, legalBasis: null, resultNumber: null, returnedTo: null },
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
  'seal': step('seal', { name: 'resultNumber', kind: 'line', label: 'field.result-number', note: 'field.result-number-note', needed: 'result-number-missing', max: 80 }),
  'hand-over': step('hand-over', { name: 'returnedTo', kind: 'line', label: 'field.returned-to', needed: 'receiver-missing', max: 200, firstApplicant: true }),
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
  'claim': { path: 'claim', hint: 'hint.claim', done: 'done.claim', fields: [] },
  'release': { path: 'release', hint: 'hint.release', done: 'done.release', fields: [] },
  'assign': { path: 'assign', hint: 'hint.assign', done: 'done.assign', fields: [{ name: 'staffId', kind: 'officer', label: 'field.officer', needed: 'officer-missing' }, NOTE] },
  'move-to-unit': { path: 'unit', hint: 'hint.move-to-unit', done: 'done.move-to-unit', fields: [{ name: 'unitId', kind: 'unit', label: 'field.unit', needed: 'unit-missing' }, REASON] },
};

/** What is typed into the form of an action, by field. */
export type ActionEntries = Readonly<Record<string, string>>;

/** The fields that are shown for these entries. */
export function shownFields(plan: ActionFormPlan, entries: ActionEntries): readonly ActionField[] {
  return plan.fields.filter(({ onlyIf }) => onlyIf === undefined || entries[onlyIf.name] === onlyIf.value);
}

/** What stands in a form when it opens. */
export function firstEntries(plan: ActionFormPlan, applicantName: string): ActionEntries {
  return Object.fromEntries(plan.fields.map(({ name, first, firstApplicant }) => [name, firstApplicant === true ? applicantName : (first ?? '')]));
}

/** The first shown field that cannot stay empty and is; undefined when the action can be sent. */
export function missingField(plan: ActionFormPlan, entries: ActionEntries): ActionField | undefined {
  const needed = shownFields(plan, entries).filter((field) => field.needed !== undefined);
  return needed.find(({ name }) => (entries[name] ?? '').trim() === '');
}

export interface ActionCall {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The request of an action; the command id stays the same when it is sent again. */
export function actionCall(dossier: { readonly id: string; readonly version: number }, plan: ActionFormPlan, entries: ActionEntries, commandId: string): ActionCall {
  const shown = new Set(shownFields(plan, entries).map(({ name }) => name));
  const typed = Object.fromEntries(
    plan.fields.map(({ name }) => {
      const words = shown.has(name) ? (entries[name] ?? '').trim() : '';
      return [name, words === '' ? null : words];
    }),
  );
  return { path: `/api/dossiers/${dossier.id}/${plan.path}`, body: { commandId, expectedVersion: dossier.version, ...plan.fixed, ...typed } };
}
