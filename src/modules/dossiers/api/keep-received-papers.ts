import { dateAt } from '../../../kernel/local-time.ts';
import { type Result } from '../../../kernel/result.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type PaperInput } from '../contract/dossier-schemas.ts';
import { checkReuse } from '../domain/check-reuse.ts';
import { countReuses, findKeptPapers, keepPapers } from '../store/kept-papers.ts';
import { keptFiles } from './dossier-view.ts';

/** Whose papers, of which dossier, when. */
export interface ReceivedFor {
  readonly communeCode: string;
  readonly personId: string;
  readonly dossierId: string;
  readonly procedureCode: string;
  readonly now: Date;
}

/** What a reception takes from the store: refused when it is not this person's, not there or no longer good. */
export async function checkReusedPapers(tx: Tx, papers: readonly PaperInput[], { communeCode, personId, now }: ReceivedFor): Promise<Result<undefined>> {
  const reuses = papers.flatMap(({ reusedFrom, files }) => (reusedFrom === null ? [] : [{ keptId: reusedFrom, hashes: files.map(({ sha256 }) => sha256) }]));
  const kept = await findKeptPapers(tx, communeCode, reuses.map(({ keptId }) => keptId));
  return checkReuse(
    reuses,
    kept.map((paper) => ({ id: paper.id, personId: paper.person_id, name: paper.name, validTo: paper.valid_to, withdrawn: paper.withdrawn_at !== null, hashes: keptFiles(paper.files).map(({ sha256 }) => sha256) })),
    personId,
    dateAt(now.getTime()),
  );
}

/** Papers that were handed in with pictures go into the store; those that were used again are counted. Forms mean nothing in the next dossier. */
export async function keepReceivedPapers(tx: Tx, papers: readonly PaperInput[], { communeCode, personId, dossierId, procedureCode, now }: ReceivedFor): Promise<void> {
  await keepPapers(
    tx,
    papers
      .filter(({ source, kind, files }) => source === 'submitted' && kind !== 'form' && files.length > 0)
      .map(({ id, requirementId, name, files }) => ({
        commune_code: communeCode, id, person_id: personId, origin: 'submitted' as const, requirement_id: requirementId, procedure_code: procedureCode, name: name.trim(),
        dossier_id: dossierId, files: JSON.stringify(files.map(({ sha256, fileName }) => ({ sha256, fileName }))), kept_at: now,
      })),
  );
  await countReuses(tx, communeCode, papers.flatMap(({ reusedFrom }) => (reusedFrom === null ? [] : [reusedFrom])));
}
