import { type AssigneesResponse } from '../contract/dossier-schemas.ts';
import { holdsStep } from '../domain/may-act.ts';
import { type DossierRow } from '../store/move-dossier.ts';
import { seenDossier } from './change-rows.ts';
import { type DossiersDeps } from './deps.ts';

/** The officers whose position holds the dossier's step, and the other units of the commune. */
export async function assigneesView(deps: DossiersDeps, dossier: DossierRow): Promise<AssigneesResponse> {
  const [colleagues, units] = await Promise.all([deps.colleaguesOf(dossier.commune_code), deps.unitsOf(dossier.commune_code)]);
  return {
    officers: colleagues.filter((one) => holdsStep(seenDossier(dossier), one)).map((one) => ({ id: one.staffId, fullName: one.fullName, title: one.positions[0]?.title ?? '' })),
    units: units.filter(({ id }) => id !== dossier.unit_id).map(({ id, name }) => ({ id, name })),
  };
}
