import { type Tx } from '../../../platform/db/database.ts';
import { writeSync } from '../../dossiers/index.ts';
import { compareStated, type OwnSide } from '../domain/compare-stated.ts';
import { decideMismatches, type KnownMismatch, syncStateOf } from '../domain/decide-mismatch.ts';
import { type StatedDossier } from '../domain/stated-dossier.ts';
import { writeLink } from '../store/links.ts';
import { agreeMismatches, insertMismatches } from '../store/mismatches.ts';

/** What the other system says about a dossier of ours, and what was known of it before. */
export interface StatedAgain {
  readonly communeCode: string;
  readonly dossierId: string;
  readonly sourceCode: string;
  readonly stated: StatedDossier;
  readonly own: OwnSide;
  readonly mismatches: readonly KnownMismatch[];
  readonly waiting: number;
  readonly failed: number;
}

/** Keeps what the other system says: its side, the differences from ours, and how the two stand. What happened here stays as it is. */
export async function absorbStated(tx: Tx, again: StatedAgain, newId: () => string, now: Date): Promise<void> {
  const { communeCode, dossierId, sourceCode, stated, own, mismatches } = again;
  await writeLink(tx, {
    commune_code: communeCode, dossier_id: dossierId, external_code: stated.externalCode, source_code: sourceCode, stated: JSON.stringify(stated),
    status: stated.status, due_at: stated.dueAt === null ? null : new Date(stated.dueAt), seen_at: now,
  });
  const { opens, closes } = decideMismatches(mismatches, compareStated(stated, own));
  await agreeMismatches(tx, communeCode, closes, now);
  await insertMismatches(tx, opens.map(({ kind, ours, theirs }) => ({ commune_code: communeCode, id: newId(), dossier_id: dossierId, source_code: sourceCode, kind, ours, theirs, found_at: now, state: 'open' })));
  const open = mismatches.filter(({ id, state }) => state === 'open' && !closes.includes(id)).length + opens.length;
  const state = syncStateOf({ waiting: again.waiting, failed: again.failed, open });
  await writeSync(tx, communeCode, dossierId, { state, externalCode: stated.externalCode, sourceSystem: sourceCode });
}
