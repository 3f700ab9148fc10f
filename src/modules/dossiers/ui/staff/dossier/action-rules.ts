import { DOSSIER_EVENTS } from '../../../domain/dossier-change.ts';
import { type DossierAction } from '../../../domain/transitions.ts';
import { ACTION_FORMS, type FormAction, type ScreenAction } from './action-forms.ts';
import { type DossierWord } from './dossier-messages.ts';

/** The key of an action; the way forward is always T, D, S or R: no two of these are possible at the same stage. The others wait in the menu “Thêm”. */
export const ACTION_KEYS: Readonly<Partial<Record<DossierAction, string>>> = {
  'receive': 'T',
  'transfer': 'T',
  'appraise': 'T',
  'approve': 'D',
  'seal': 'S',
  'hand-over': 'R',
  'send-back': 'B',
  'reject': 'X',
  'request-supplement': 'Y',
  'answer-supplement': 'T',
  'accept-supplement': 'L',
  'confirm-payment': 'T',
  'accept-withdrawal': 'T',
  'decline-withdrawal': 'X',
  'claim': 'G',
  'take-over': 'T',
  'turn-back': 'B',
};

/** Actions that stand as buttons, in this order, as far as they are possible; the first is the main one. */
const BUTTONS: readonly DossierAction[] = [
  'take-over', 'turn-back', 'call-back', 'accept-supplement', 'approve-supplement', 'receive', 'transfer', 'appraise', 'approve', 'seal', 'hand-over', 'answer-supplement', 'confirm-payment', 'accept-withdrawal',
  'decline-supplement', 'note-agency-answer', 'request-supplement', 'send-back', 'reject', 'decline-withdrawal', 'claim',
];
const MOST_BUTTONS = 2;

/** Actions about supplements, each with its screen: papers have to be seen. */
export const SUPPLEMENT_WORK = { 'request-supplement': 'ask', 'answer-supplement': 'enter', 'accept-supplement': 'review' } as const;

/** Whether an action is done on the screen for supplements. */
export function isSupplementAction(action: DossierAction): action is keyof typeof SUPPLEMENT_WORK {
  return action in SUPPLEMENT_WORK;
}

function isScreenAction(action: DossierAction): action is ScreenAction {
  return action === 'receive' || action === 'correct' || isSupplementAction(action);
}

/** The actions of a dossier as its page shows them: a few as buttons, the rest in a menu. */
export function arrangeActions(actions: readonly DossierAction[]): { readonly buttons: readonly DossierAction[]; readonly menu: readonly DossierAction[] } {
  const offered = actions.filter((action) => isScreenAction(action) || ACTION_FORMS[action] !== undefined);
  const buttons = BUTTONS.filter((action) => offered.includes(action)).slice(0, MOST_BUTTONS);
  return { buttons, menu: offered.filter((action) => !buttons.includes(action)) };
}

/** Whether an action is done in the panel. */
export function isFormAction(action: DossierAction): action is FormAction {
  return !isScreenAction(action) && ACTION_FORMS[action] !== undefined;
}

/** Refusals that mean: somebody else was faster; read the dossier again and say who. */
export function isOvertaken(code: string): boolean {
  return code === 'dossier.changed-meanwhile' || code === 'dossier.action-not-possible' || code === 'dossier.taken-by-another' || code === 'command.reused-id';
}

/** The word for a line of the history. */
export function eventWord(event: string): DossierWord {
  const known = DOSSIER_EVENTS.find((name) => name === event);
  return known === undefined ? 'event.other' : `event.${known}`;
}
