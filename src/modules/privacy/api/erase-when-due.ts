import { dateAt } from '../../../kernel/local-time.ts';
import { foldForSearch } from '../../../kernel/text-folding.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { blurDeclinedContacts, type DueFile, type DueScope, eraseFiles, forgetOldDrafts, lockCardPictures, lockSupersededFiles } from '../../dossiers/index.ts';
import { kindsOn, overBefore, type RetentionKind } from '../domain/retention.ts';
import { listOpenHolds } from '../store/legal-holds.ts';
import { insertRetentionRun } from '../store/retention-runs.ts';
import { type PrivacyDeps } from './deps.ts';
import { retentionFile } from './privacy-data.ts';

type Deps = Pick<PrivacyDeps, 'db' | 'newId'>;

/** As much as one transaction takes; what is beyond follows in the next. */
const BATCH = 100;

/** Finds what is due of a kind and, unless it is only looked at, erases or blurs it. Answers what it was. */
async function takeDue(tx: Tx, kind: RetentionKind, scope: DueScope, now: Date, erase: boolean): Promise<readonly DueFile[]> {
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
  }
}

async function scopeOf(tx: Tx, communeCode: string, kind: RetentionKind, now: Date, most: number): Promise<DueScope> {
  const held = (await listOpenHolds(tx, communeCode)).map(({ dossier_id }) => dossier_id);
  return { communeCode, before: new Date(overBefore(kind, dateAt(now.getTime()))), held, most };
}

/**
 * Erases or blurs what has been kept long enough, kind by kind and in small finished parts: whatever cuts it off, the next run goes on, and a second run on
 * the same day finds nothing. The journal has how many and which ids, no contents. What is held for a complaint or a court stays. Answers how many went.
 */
export async function eraseWhenDue(deps: Deps, communes: readonly string[], now: Date, signal: AbortSignal): Promise<number> {
  let gone = 0;
  for (const communeCode of communes) {
    for (const kind of kindsOn(retentionFile(), dateAt(now.getTime()))) {
      for (let batch = BATCH; batch === BATCH && !signal.aborted;) {
        batch = await eraseBatch(deps, communeCode, kind, now);
        gone += batch;
      }
    }
  }
  return gone;
}

async function eraseBatch({ db, newId }: Deps, communeCode: string, kind: RetentionKind, now: Date): Promise<number> {
  const commandId = newId();
  const envelope = { communeCode, commandId, kind: 'retention', actor: { kind: 'anonymous' } as const, request: { kind: kind.kind }, now, address: '' };
  const done: Result<number> = await runCommand(db, envelope, async (tx) => {
    const due = await takeDue(tx, kind, await scopeOf(tx, communeCode, kind, now, BATCH), now, true);
    // Nothing was due: nothing happened, and nothing is written down.
    if (due.length === 0) return refuse('privacy.nothing-masked');
    await insertRetentionRun(tx, { commune_code: communeCode, id: commandId, kind: kind.kind, at: now, erased: due.length });
    return ok({ result: due.length, journal: { action: 'retention.erased', object: `retention:${kind.kind}`, facts: { count: due.length, ids: due.map(({ dossierId, id }) => (dossierId === id ? id : `${dossierId}/${id}`)).join(' ') } } });
  });
  return done.ok ? done.value : 0;
}

/** What of one kind would go now: how many, counted up to a bound, and the dossiers that it is in. */
export interface DuePreview {
  readonly count: number;
  readonly codes: readonly string[];
}

const LOOK = 1_000;

class LookedOnly extends Error {}

/** A dry run: does what the job would do, looks at it, and takes it back. Nothing is written. */
export async function previewDue({ db }: Deps, communeCode: string, kind: RetentionKind, now: Date): Promise<DuePreview> {
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
