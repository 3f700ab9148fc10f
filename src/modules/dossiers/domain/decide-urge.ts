import { ok, type Result } from '../../../kernel/result.ts';
import { type Asker } from './may-act.ts';
import { checkPermission, neededWords, type SeenDossier } from './check-permission.ts';
import { type DossierChange } from './dossier-change.ts';

interface Worded {
  readonly expectedVersion: number;
  readonly words: string;
}

/** Đôn đốc: a leader asks whoever holds the dossier how it stands. One urging at a time; it is answered before the next. */
export function decideUrge(dossier: SeenDossier, command: Worded, asker: Asker): Result<DossierChange> {
  return worded(dossier, 'urge', 'urged', command, asker);
}

/** The holder answers: what is missing, by when it will be done. */
export function decideUrgeAnswer(dossier: SeenDossier, command: Worded, asker: Asker): Result<DossierChange> {
  return worded(dossier, 'answer-urge', 'urge-answered', command, asker);
}

function worded(dossier: SeenDossier, action: 'urge' | 'answer-urge', event: DossierChange['event'], command: Worded, asker: Asker): Result<DossierChange> {
  const allowed = checkPermission(dossier, action, asker, command.expectedVersion);
  if (!allowed.ok) return allowed;
  const words = neededWords(command.words, 'words');
  return words.ok ? ok({ event, state: dossier.state, clock: 'as-it-was', facts: { note: words.value } }) : words;
}
