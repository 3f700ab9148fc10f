import { type StaffActor } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type CorrectionInput } from '../contract/dossier-schemas.ts';
import { type Correction, decideCorrection } from '../domain/decide-correction.ts';
import { findOpenCorrection } from '../store/corrections.ts';
import { loadDossierForUpdate } from '../store/move-dossier.ts';
import { seenDossier } from './change-rows.ts';

/**
 * The finished dossier that a reception corrects. Its row is locked, so that two counters cannot open two corrections at once, and not
 * changed. Refuses one that is not there and what `decideCorrection` refuses.
 */
export async function findCorrected(tx: Tx, { dossierId, reason }: CorrectionInput, actor: StaffActor): Promise<Result<Correction>> {
  const loaded = await loadDossierForUpdate(tx, actor.communeCode, dossierId);
  if (loaded === undefined) return refuse('dossier.not-found');
  const { dossier } = loaded;
  const open = await findOpenCorrection(tx, actor.communeCode, dossierId);
  return decideCorrection({ ...seenDossier(dossier), id: dossier.id, code: dossier.code ?? dossier.reference, openCorrection: open?.code ?? null }, reason, actor);
}
