import { type DossierResponse } from '../contract/dossier-schemas.ts';
import { type DossierPage } from '../store/dossier-page.ts';

/** The urging that waits for its answer, and the extension that was asked for or given. */
export function lateView({ dossier, late }: DossierPage): DossierResponse['late'] {
  const urge = dossier.urged_at === null ? undefined : late.urges.find(({ answered_at, closed_at }) => answered_at === null && closed_at === null);
  const extension = late.extensions.flatMap(({ status, reason, new_due_at, proposed_by_name, decided_by_name }) =>
    status === 'declined' ? [] : [{ status, reason, newDueAt: new_due_at.toISOString(), by: decided_by_name ?? proposed_by_name }],
  );
  return {
    urge: urge === undefined ? null : { by: urge.urged_by_name, at: urge.urged_at.toISOString(), words: urge.words },
    extension: extension.at(-1) ?? null,
  };
}
