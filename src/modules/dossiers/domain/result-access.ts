import { type DossierState } from './dossier-states.ts';

/**
 * Whether a citizen may take an electronic result home: once it is sealed, before and after it was handed over. A decision that was reopened
 * has no result until it is sealed again (the kept one is withdrawn).
 */
export function hasElectronicResult(state: DossierState, fileCount: number): boolean {
  return (state === 'decided' || state === 'returned') && fileCount > 0;
}
