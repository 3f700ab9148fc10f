import { type Asker, type DossierPosition, holdsStep } from './may-act.ts';

/**
 * Whether somebody may have the masked numbers of a dossier shown: whoever holds its step, while it is with them. A colleague who has taken the step on
 * comes first; once nothing is left to do nobody needs them (Luật 91/2025/QH15 Điều 3: bound to the purpose).
 */
export function mayReveal(dossier: DossierPosition, asker: Asker): boolean {
  if (dossier.state === 'returned' || dossier.state === 'rejected' || dossier.state === 'stopped') return false;
  if (dossier.holderId !== null && !(asker.kind === 'staff' && asker.staffId === dossier.holderId)) return false;
  return holdsStep(dossier, asker);
}
