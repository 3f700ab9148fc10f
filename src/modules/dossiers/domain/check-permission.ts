import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Asker, type DossierPosition, permissionFor } from './may-act.ts';
import { type DossierAction } from './transitions.ts';

/** What a command says about the dossier that its sender was looking at. */
export interface SeenDossier extends DossierPosition {
  /** Counts the changes. */
  readonly version: number;
}

/**
 * Whether an action may be done now. Refuses one that the table does not allow at this stage, an actor whose position does not hold it,
 * a step that somebody else has taken on, and a dossier that changed since the sender looked at it. `expectedVersion` null: the sender
 * names what is answered in another way (a citizen answers one request, whatever else happened).
 */
export function checkPermission(dossier: SeenDossier, action: DossierAction, asker: Asker, expectedVersion: number | null): Result<undefined> {
  const stale = expectedVersion !== null && dossier.version !== expectedVersion;
  switch (permissionFor(dossier, action, asker)) {
    case 'not-possible':
      return refuse(stale ? 'dossier.changed-meanwhile' : 'dossier.action-not-possible');
    case 'not-yours':
      return refuse('dossier.not-your-step');
    case 'taken':
      return refuse(stale ? 'dossier.changed-meanwhile' : 'dossier.taken-by-another');
    case 'allowed':
      return stale ? refuse('dossier.changed-meanwhile') : ok(undefined);
  }
}

/** Words that an action cannot do without, trimmed. Refuses blanks as `dossier.reason-missing` at the given field. */
export function neededWords(words: string | null, field: string): Result<string> {
  const trimmed = words?.trim() ?? '';
  return trimmed === '' ? refuse('dossier.reason-missing', {}, field) : ok(trimmed);
}
