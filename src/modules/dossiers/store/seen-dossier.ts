import { type SeenDossier } from '../domain/check-permission.ts';
import { type DossierRow } from './move-dossier.ts';

type SeenColumns = 'state' | 'current_step' | 'current_role_name' | 'field' | 'unit_id' | 'holder_id' | 'approval_asked' | 'urged_at' | 'extended_due_at' | 'answered_at' | 'agency_asked' | 'version' | 'handed_at' | 'handed_by' | 'handed_from';

/** The facts of a row by which is decided who may do what. */
export function seenDossier(dossier: Pick<DossierRow, SeenColumns>): SeenDossier {
  return {
    state: dossier.state,
    currentStep: dossier.current_step,
    currentRole: dossier.current_role_name,
    field: dossier.field,
    unitId: dossier.unit_id,
    holderId: dossier.holder_id,
    approvalAsked: dossier.approval_asked,
    urged: dossier.urged_at !== null,
    extended: dossier.extended_due_at !== null,
    answered: dossier.answered_at !== null,
    agencyAsked: dossier.agency_asked !== null,
    handed: dossier.handed_at === null || dossier.handed_by === null ? null : { by: dossier.handed_by, fromUnitId: dossier.handed_from },
    version: dossier.version,
  };
}
