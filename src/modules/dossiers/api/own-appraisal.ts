import { type StaffActor } from '../../../kernel/actor.ts';
import { readSetting } from '../../settings/index.ts';
import { refuseOwnAppraisal } from '../domain/refuse-own-appraisal.ts';
import { APPROVER } from '../settings.ts';
import { type DossierRow, type DossierStepRow } from '../store/move-dossier.ts';
import { seenDossier } from './change-rows.ts';
import { type DossiersDeps } from './deps.ts';

type SeenRow = Parameters<typeof seenDossier>[0] & Pick<DossierRow, 'commune_code' | 'procedure_code'>;

/** Who did the appraisal as it stands now; null where there is none. */
export function appraiserOf(steps: readonly Pick<DossierStepRow, 'key' | 'holder_id'>[]): string | null {
  return steps.find(({ key }) => key === 'appraise')?.holder_id ?? null;
}

/** Whether a signature would be refused because the signer appraised the dossier and somebody else may sign, by the setting and the positions of now. */
export async function refuseOwn(deps: DossiersDeps, dossier: SeenRow, steps: readonly Pick<DossierStepRow, 'key' | 'holder_id'>[], signer: StaffActor, now: Date): Promise<'dossier.appraised-by-signer' | undefined> {
  if (appraiserOf(steps) !== signer.staffId) return undefined;
  const [rule, colleagues] = await Promise.all([readSetting(deps.db, dossier.commune_code, APPROVER, now), deps.colleaguesOf(dossier.commune_code)]);
  return refuseOwnAppraisal(seenDossier(dossier), { appraisedBy: appraiserOf(steps), rule, signerCompares: deps.signerCompares(dossier.procedure_code, now) }, signer, colleagues);
}
