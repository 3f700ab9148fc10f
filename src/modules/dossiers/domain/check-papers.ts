import { type Instant, MS_PER_MINUTE } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';

/** A paper as reception took it, as far as the rules on how it was taken are concerned. */
export interface TakenPaperFacts {
  readonly name: string;
  readonly kind: 'original' | 'copy' | 'certified-copy' | 'electronic' | 'data' | 'form';
  readonly source: 'submitted' | 'shown' | 'store' | 'database';
  readonly lookedUp: { readonly database: string; readonly at: Instant | null } | null;
  readonly originalKept: boolean;
  readonly shelf: string;
}

/** The clock of a counter may be a little ahead of the server's. */
const AHEAD_MS = 5 * MS_PER_MINUTE;

/** What is written of how a paper was taken: the moment of a look-up is known, and a shelf is only that of a kept original. */
export interface PaperTaking {
  readonly lookedUp: { readonly database: string; readonly at: Instant } | null;
  readonly originalKept: boolean;
  readonly shelf: string | null;
}

/**
 * How a paper was taken (TT 01/2023/TT-VPCP, Điều 8; NĐ 309/2026/NĐ-CP, Điều 4.2a). Refuses a look-up that does not say in which database
 * or that lies in the future, one of a paper that was handed in, and an original that is kept though only a copy or nothing was given.
 */
export function checkPaperTaking(paper: TakenPaperFacts, now: Instant): Result<PaperTaking> {
  const { name, source, kind, lookedUp } = paper;
  const database = lookedUp?.database.trim() ?? '';
  if (source === 'database' && database === '') return refuse('dossier.database-missing', { name }, 'papers');
  if (source !== 'database' && lookedUp !== null) return refuse('dossier.database-of-given-paper', { name }, 'papers');
  if ((lookedUp?.at ?? now) > now + AHEAD_MS) return refuse('dossier.looked-up-later', { name }, 'papers');
  if (paper.originalKept && (source !== 'submitted' || kind !== 'original')) return refuse('dossier.nothing-to-keep', { name }, 'papers');
  const shelf = paper.shelf.trim();
  return ok({ lookedUp: lookedUp === null ? null : { database, at: lookedUp.at ?? now }, originalKept: paper.originalKept, shelf: paper.originalKept && shelf !== '' ? shelf : null });
}
