import { type DossierResponse } from '../../../contract/dossier-schemas.ts';
import { type DossierWord } from './dossier-messages.ts';

export type PanelAction = DossierResponse['actions'][number];
/** Actions that are done in the panel; reception has its own screen. */
export type FormAction = Exclude<PanelAction, 'receive'>;

/** The key of each action. The way forward is always T: no two of these are possible at the same step. */
export const ACTION_KEYS: Readonly<Record<PanelAction, string>> = {
  'receive': 'T',
  'transfer': 'T',
  'appraise': 'T',
  'approve': 'D',
  'seal': 'S',
  'hand-over': 'R',
  'send-back': 'B',
  'reject': 'X',
};

/** The one entry that an action cannot do without, if there is one. */
export const ACTION_NEEDS: Readonly<Record<FormAction, 'reason' | 'result-number' | 'receiver' | null>> = {
  'transfer': null,
  'appraise': null,
  'approve': null,
  'seal': 'result-number',
  'hand-over': 'receiver',
  'send-back': 'reason',
  'reject': 'reason',
};

/** What is typed into the form of an action. */
export interface ActionEntries {
  readonly note: string;
  readonly resultNumber: string;
  readonly returnedTo: string;
}

/** The word for what is still missing, or undefined when the action can be sent. */
export function missingEntry(action: FormAction, entries: ActionEntries): DossierWord | undefined {
  switch (ACTION_NEEDS[action]) {
    case 'reason':
      return entries.note.trim() === '' ? 'reason-missing' : undefined;
    case 'result-number':
      return entries.resultNumber.trim() === '' ? 'result-number-missing' : undefined;
    case 'receiver':
      return entries.returnedTo.trim() === '' ? 'receiver-missing' : undefined;
    case null:
      return undefined;
  }
}

export interface ActionCall {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The request of an action; the command id stays the same when it is sent again. */
export function actionCall(dossier: Pick<DossierResponse, 'id' | 'version'>, action: FormAction, entries: ActionEntries, commandId: string): ActionCall {
  const note = entries.note.trim();
  if (action === 'reject') {
    return { path: `/api/dossiers/${dossier.id}/reject`, body: { commandId, expectedVersion: dossier.version, reason: note } };
  }
  const needs = ACTION_NEEDS[action];
  return {
    path: `/api/dossiers/${dossier.id}/actions`,
    body: {
      commandId,
      action,
      expectedVersion: dossier.version,
      note: note === '' ? null : note,
      resultNumber: needs === 'result-number' ? entries.resultNumber.trim() : null,
      returnedTo: needs === 'receiver' ? entries.returnedTo.trim() : null,
    },
  };
}

/** Refusals that mean: somebody else was faster; read the dossier again and say who. */
export function isOvertaken(code: string): boolean {
  return code === 'dossier.changed-meanwhile' || code === 'dossier.action-not-possible' || code === 'command.reused-id';
}

const EVENTS = ['declared', 'received', 'rejected', 'transferred', 'appraised', 'approved', 'sealed', 'handed-over', 'sent-back'] as const;

/** The word for a line of the history. */
export function eventWord(event: string): DossierWord {
  const known = EVENTS.find((name) => name === event);
  return known === undefined ? 'event.other' : `event.${known}`;
}
