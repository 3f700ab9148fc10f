import { parseInstant, type Instant } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type PaperInput } from '../contract/dossier-schemas.ts';
import { checkPaperTaking, type PaperTaking } from '../domain/check-papers.ts';

/** How the papers of a reception were taken, by their ids. Refuses what `checkPaperTaking` refuses, and a moment that cannot be read. */
export function takingsOf(papers: readonly PaperInput[], now: Instant): Result<ReadonlyMap<string, PaperTaking>> {
  const takings = new Map<string, PaperTaking>();
  for (const { id, name, kind, source, lookedUp = null, originalKept = false, shelf } of papers) {
    const at = lookedUp === null || lookedUp.at === null ? ok(null) : parseInstant(lookedUp.at);
    if (!at.ok) return refuse('dossier.looked-up-later', { name }, 'papers');
    const taking = checkPaperTaking({ name, kind, source, lookedUp: lookedUp === null ? null : { database: lookedUp.database, at: at.value }, originalKept, shelf: shelf ?? '' }, now);
    if (!taking.ok) return taking;
    takings.set(id, taking.value);
  }
  return ok(takings);
}

/** The columns of `dossier_paper` that say how a paper was taken. */
export function takingColumns(taking: PaperTaking | undefined): { readonly database_name: string | null; readonly looked_up_at: Date | null; readonly original_kept: boolean; readonly shelf: string | null } {
  return {
    database_name: taking?.lookedUp?.database ?? null,
    looked_up_at: taking === undefined || taking.lookedUp === null ? null : new Date(taking.lookedUp.at),
    original_kept: taking?.originalKept ?? false,
    shelf: taking?.shelf ?? null,
  };
}
