import { type LocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';

/** A paper of the commune's store, as far as its reuse is concerned. */
export interface ReusablePaper {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  /** Last day on which it is good; null: it does not expire. */
  readonly validTo: LocalDate | null;
  readonly withdrawn: boolean;
  readonly hashes: readonly string[];
}

/** What a reception says it uses again: which kept paper, and the files that it attaches for it. */
export interface Reuse {
  readonly keptId: string;
  readonly hashes: readonly string[];
}

/**
 * Whether papers of the store may be used again for a person today. Refuses a paper that is not there, one of somebody else, one that
 * has expired or was withdrawn, and files that are not those of the kept paper.
 */
export function checkReuse(reuses: readonly Reuse[], kept: readonly ReusablePaper[], personId: string, today: LocalDate): Result<undefined> {
  for (const { keptId, hashes } of reuses) {
    const paper = kept.find(({ id }) => id === keptId);
    if (paper === undefined || hashes.some((hash) => !paper.hashes.includes(hash))) return refuse('dossier.kept-paper-unknown', {}, 'papers');
    if (paper.personId !== personId) return refuse('dossier.kept-paper-of-another', { name: paper.name }, 'papers');
    if (paper.withdrawn || (paper.validTo !== null && paper.validTo < today)) return refuse('dossier.kept-paper-expired', { name: paper.name }, 'papers');
  }
  return ok(undefined);
}
