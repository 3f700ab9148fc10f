import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { checkPermission, neededWords, type SeenDossier } from './check-permission.ts';
import { type Asker } from './may-act.ts';

/** A finished dossier as a correction sees it. */
export interface CorrectedDossier extends SeenDossier {
  readonly id: string;
  readonly code: string;
  /** The code of a correction of it that is still under way; null: there is none. */
  readonly openCorrection: string | null;
}

/** What the new dossier says about the one that it corrects. */
export interface Correction {
  readonly id: string;
  readonly code: string;
  readonly reason: string;
}

/**
 * Opens the correction of a dossier that is over: a new dossier with its reason that names the old one, which stays as it is (10 is final).
 * Refuses a dossier that is not returned yet, an actor who does not receive, a correction without its reason, and a second one beside an open one.
 */
export function decideCorrection(dossier: CorrectedDossier, reason: string, asker: Asker): Result<Correction> {
  const allowed = checkPermission(dossier, 'correct', asker, null);
  if (!allowed.ok) return allowed;
  const words = neededWords(reason, 'corrects.reason');
  if (!words.ok) return words;
  if (dossier.openCorrection !== null) return refuse('dossier.correction-open', { code: dossier.openCorrection });
  return ok({ id: dossier.id, code: dossier.code, reason: words.value });
}
