import { dateAt } from '../../../kernel/local-time.ts';
import { foldForSearch } from '../../../kernel/text-folding.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { eraseProofs, lockDueProofs } from '../../assisted-filing/index.ts';
import { blurDeclinedContacts, type DueFile, type DueScope, eraseFiles, forgetOldDrafts, lockCardPictures, lockSupersededFiles } from '../../dossiers/index.ts';
import { overBefore, type RetentionKind } from '../domain/retention.ts';
import { listOpenHolds } from '../store/legal-holds.ts';
import { type PrivacyDeps } from './deps.ts';

/** Finds what is due of a kind and, unless it is only looked at, erases or blurs it. Answers what it was. */
export async function takeDue(tx: Tx, kind: RetentionKind, scope: DueScope, now: Date, erase: boolean): Promise<readonly DueFile[]> {
  switch (kind.kind) {
    case 'card-picture':
    case 'superseded-file': {
      const files = kind.kind === 'card-picture' ? await lockCardPictures(tx, scope, (kind.match ?? []).map(foldForSearch)) : await lockSupersededFiles(tx, scope);
      if (erase) await eraseFiles(tx, scope.communeCode, files, kind.kind, now);
      return files;
    }
    case 'unsent-draft':
      return forgetOldDrafts(tx, scope);
    case 'declined-contact':
      return blurDeclinedContacts(tx, scope);
    case 'assisted-proof': {
      const proofs = await lockDueProofs(tx, scope);
      if (erase) await eraseProofs(tx, scope.communeCode, proofs, now);
      return proofs;
    }
  }
}

/** What a run may take: everything of before the day that is over, but what is held. */
export async function scopeOf(tx: Tx, communeCode: string, kind: RetentionKind, now: Date, most: number): Promise<DueScope> {
  const held = (await listOpenHolds(tx, communeCode)).map(({ dossier_id }) => dossier_id);
  return { communeCode, before: new Date(overBefore(kind, dateAt(now.getTime()))), held, most };
}

/** What of one kind would go now: how many, counted up to a bound, and the dossiers that it is in. */
export interface DuePreview {
  readonly count: number;
  readonly codes: readonly string[];
}

const LOOK = 1_000;

class LookedOnly extends Error {}

/** A dry run: does what the job would do, looks at it, and takes it back. Nothing is written. */
export async function previewDue({ db }: Pick<PrivacyDeps, 'db'>, communeCode: string, kind: RetentionKind, now: Date): Promise<DuePreview> {
  let due: readonly DueFile[] = [];
  try {
    await db.transaction().execute(async (tx) => {
      due = await takeDue(tx, kind, await scopeOf(tx, communeCode, kind, now, LOOK), now, true);
      throw new LookedOnly();
    });
  } catch (error) {
    if (!(error instanceof LookedOnly)) throw error;
  }
  return { count: due.length, codes: [...new Set(due.map(({ code }) => code).filter((code) => code !== ''))].slice(0, 20) };
}
