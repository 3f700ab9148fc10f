import { type Database } from '../../../platform/db/database.ts';
import { listIssuedPapers } from '../../official-papers/index.ts';
import { type DossierRow } from '../store/move-dossier.ts';

/** The papers that are addressed to whoever filed: forms 01 to 05 of TT 03/2025/TT-VPCP. The others are the office's own. */
const FOR_CITIZEN: ReadonlySet<string> = new Set(['receipt', 'supplement', 'refusal', 'apology', 'stop']);

/** The papers about a dossier that its citizen may open: those addressed to the citizen that hold, oldest first. */
export async function papersForCitizen(db: Database, dossier: Pick<DossierRow, 'commune_code' | 'id'>) {
  return (await listIssuedPapers(db, dossier.commune_code, dossier.id)).filter(({ kind, voided }) => voided === null && FOR_CITIZEN.has(kind));
}
