import { listIssuedPapers, type PaperKind } from '../../official-papers/index.ts';
import { type DossierRow } from '../store/move-dossier.ts';
import { type DossiersDeps } from './deps.ts';

/** The papers that are addressed to whoever filed: forms 01 to 05 of TT 03/2025/TT-VPCP. The others are the office's own. */
const FOR_CITIZEN: ReadonlySet<string> = new Set(['receipt', 'supplement', 'refusal', 'apology', 'stop']);

/** A paper that a citizen may open. */
export interface PaperForCitizen {
  readonly id: string;
  readonly kind: PaperKind | 'fee-receipt';
  readonly title: string;
  readonly number: string;
  /** ISO. */
  readonly issuedAt: string;
}

/** The papers about a dossier that its citizen may open: those addressed to the citizen that hold, and the fee receipts, oldest first. */
export async function papersForCitizen({ db, feeReceipts }: Pick<DossiersDeps, 'db' | 'feeReceipts'>, dossier: Pick<DossierRow, 'commune_code' | 'id'>): Promise<readonly PaperForCitizen[]> {
  const [papers, receipts] = await Promise.all([listIssuedPapers(db, dossier.commune_code, dossier.id), feeReceipts.list(dossier.commune_code, dossier.id)]);
  return [
    ...papers.filter(({ kind, voided }) => voided === null && FOR_CITIZEN.has(kind)).map(({ id, kind, title, number, issuedAt }) => ({ id, kind, title, number, issuedAt })),
    ...receipts.map(({ id, title, number, issuedAt }) => ({ id, kind: 'fee-receipt' as const, title, number, issuedAt: issuedAt.toISOString() })),
  ].toSorted((a, b) => (a.issuedAt < b.issuedAt ? -1 : 1));
}
