import { createHash } from 'node:crypto';
import { type JournalObject } from '../../../kernel/journal-object.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { describeBinding, planFiles, type PlannedFile } from '../domain/plan-files.ts';
import { type BundleKey, findBundle, keepBound, listSlots, loadBundleForUpdate, markTaken, type SlotRow } from '../store/bundles.ts';
import { listPages } from '../store/pages.ts';
import { listTransfers } from '../store/transfers.ts';
import { stateOf } from './bundle-state.ts';
import { type UploadsDeps } from './deps.ts';

/** Pages of one paper that become one file: as many as a paper may have. */
const MOST_BOUND_PAGES = 100;

/** A paper as it goes into a dossier: one file, or several where they cannot be one. */
export interface TakenPaper {
  readonly slotId: string;
  /** The official Vietnamese name. */
  readonly name: string;
  readonly files: readonly { readonly sha256: string; readonly fileName: string }[];
}

/** A bundle that may be taken as it was looked at; what changes it before it is taken makes the taking fail. */
export interface ReadyBundle {
  readonly communeCode: string;
  readonly id: string;
  /** Papers of which nothing came are left out. */
  readonly papers: readonly TakenPaper[];
  readonly fingerprint: string;
  /** Files of which only a part is here stay behind. */
  readonly withoutArriving: boolean;
}

/** What may be missing of a bundle that is taken, and what stays behind. */
export interface BundleWishes {
  /** Papers that are always needed and not here. */
  readonly allowMissing?: boolean;
  /** Files of which only a part is here stay behind. */
  readonly withoutArriving?: boolean;
  /** Papers that stay behind, by their ids. */
  readonly leaveOut?: readonly string[];
  /** What `bundleFingerprint` told when its papers were looked at: they are taken only as they were then, and also when their time is over by now. */
  readonly seen?: string;
}

/**
 * Makes a bundle ready to be taken: looks whether everything is here, and binds the pages of each paper to one file. It may take seconds, so it
 * stands before the transaction. Refuses `uploads.not-found`, `uploads.expired`, `uploads.taken`, a file that is not whole yet
 * (`uploads.arriving`), a paper that is always needed and not here (`uploads.missing`), and papers that are no longer those that were `seen`
 * (`uploads.changed`).
 */
export async function prepareBundle(deps: UploadsDeps, communeCode: string, id: string, now: Date, { allowMissing = false, withoutArriving = false, leaveOut = [], seen }: BundleWishes = {}): Promise<Result<ReadyBundle>> {
  const key = { commune_code: communeCode, id };
  const bundle = await findBundle(deps.db, key);
  if (bundle === undefined) return refuse('uploads.not-found');
  const state = await stateOf(deps, bundle, now);
  if (state.phase === 'expired' && seen === undefined) return refuse('uploads.expired');
  if (state.phase === 'taken') return refuse('uploads.taken');
  const arriving = state.slots.flatMap((slot) => slot.arriving.map(({ fileName }) => `“${fileName}”`));
  if (arriving.length > 0 && !withoutArriving) return refuse('uploads.arriving', { files: arriving.join(', ') });
  if (state.missing.length > 0 && !allowMissing) return refuse('uploads.missing', { papers: state.missing.map(({ name }) => `“${name.vi}”`).join(', ') });
  const { slots, filesOf, fingerprint } = await readFiles(deps.db, key);
  if (seen !== undefined && seen !== (slots.some(({ id: slotId }) => filesOf(slotId).length > 0) ? fingerprint : '')) return refuse('uploads.changed');
  const papers: TakenPaper[] = [];
  for (const slot of slots) {
    const files = filesOf(slot.id);
    if (files.length > 0 && !leaveOut.includes(slot.id)) papers.push(await bindPaper(deps, key, slot, files, now));
  }
  return ok({ communeCode, id, papers, fingerprint, withoutArriving });
}

/** What cannot become one file, such as one that would be too large, goes as the files that arrived: nothing is left out. */
async function bindPaper(deps: UploadsDeps, key: BundleKey, slot: SlotRow, files: readonly PlannedFile[], now: Date): Promise<TakenPaper> {
  const name = (slot.name as { readonly vi: string }).vi;
  const { alone, bound } = planFiles(files, MOST_BOUND_PAGES);
  const asTheyAre = (some: readonly PlannedFile[]) => some.map(({ sha256, fileName }) => ({ sha256, fileName }));
  if (bound.length === 0) return { slotId: slot.id, name, files: asTheyAre(alone) };
  const of = hashOf(describeBinding(bound));
  const fileName = `${name.replace(/[\\/<>:"|?*]/g, ' ').slice(0, 100).trim()}.pdf`;
  if (slot.bound_sha256 !== null && slot.bound_of === of) return { slotId: slot.id, name, files: [{ sha256: slot.bound_sha256, fileName }, ...asTheyAre(alone)] };
  const pages = bound.flatMap(({ sha256, turn, pages: count }) => Array.from({ length: count }, (_, index) => ({ sha256, page: index + 1, turn, crop: null })));
  const one = await deps.bindPages(key.commune_code, { fileName, pages }, now);
  if (!one.ok) return { slotId: slot.id, name, files: asTheyAre(files) };
  await keepBound(deps.db, key, slot.id, { sha256: one.value.sha256, of });
  return { slotId: slot.id, name, files: [{ sha256: one.value.sha256, fileName }, ...asTheyAre(alone)] };
}

/**
 * Takes the papers of a bundle, once, inside the transaction that keeps them elsewhere: it marks the bundle taken, after which nothing in it
 * changes. `takenFor` names what they go into. Refuses `uploads.taken`, and `uploads.changed` when something was added, left out, turned or began
 * to arrive since the bundle was made ready.
 */
export async function takeBundle(tx: Tx, ready: ReadyBundle, takenFor: JournalObject, now: Date): Promise<Result<readonly TakenPaper[]>> {
  const key = { commune_code: ready.communeCode, id: ready.id };
  const bundle = await loadBundleForUpdate(tx, key);
  if (bundle === undefined) return refuse('uploads.not-found');
  if (bundle.taken_at !== null) return refuse('uploads.taken');
  const arriving = await listTransfers(tx, key);
  const { fingerprint } = await readFiles(tx, key);
  if (fingerprint !== ready.fingerprint || (arriving.length > 0 && !ready.withoutArriving)) return refuse('uploads.changed');
  await markTaken(tx, key, takenFor, now);
  return ok(ready.papers);
}

/** What tells the papers of a bundle from any others, the same as in a `ReadyBundle` of them; empty while there is none. */
export async function bundleFingerprint(db: Database, communeCode: string, id: string): Promise<string> {
  const { slots, filesOf, fingerprint } = await readFiles(db, { commune_code: communeCode, id });
  return slots.some((slot) => filesOf(slot.id).length > 0) ? fingerprint : '';
}

/** What is in a bundle, and what tells it from the same bundle with another content. */
async function readFiles(db: Database | Tx, key: BundleKey) {
  const [slots, pages] = [await listSlots(db, key), await listPages(db, key)];
  const filesOf = (slotId: string): readonly PlannedFile[] => pages.filter((page) => page.slotId === slotId);
  return { slots, filesOf, fingerprint: hashOf(slots.map(({ id }) => `${id}\n${describeBinding(filesOf(id))}`).join('\n\n')) };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
