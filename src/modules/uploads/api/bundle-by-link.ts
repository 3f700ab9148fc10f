import { refuse, ok, type Result } from '../../../kernel/result.ts';
import { narrowToCommune } from '../../../platform/db/commune-scope.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type BundleKey, type BundleRow, findBundleByTokenHash, loadBundleForUpdate } from '../store/bundles.ts';
import { type UploadsDeps } from './deps.ts';

/** Exactly what the link signer makes. */
const TOKEN = /^[A-Za-z0-9_-]{22}$/;

/** The bundle behind a secret link; undefined for a link that this installation never made, or whose bundle is gone. */
export async function findByLink(deps: Pick<UploadsDeps, 'db' | 'links'>, token: string): Promise<BundleRow | undefined> {
  const found = TOKEN.test(token) ? await findBundleByTokenHash(deps.db, deps.links.hash(token)) : undefined;
  // The link names the commune: nothing of another one is read or written for it any more.
  if (found !== undefined) narrowToCommune(found.commune_code);
  return found;
}

/** Locks a bundle to change what is in it. Refuses one that is gone, over or taken: whoever comes a moment too late changes nothing. */
export async function lockOpenBundle(tx: Tx, key: BundleKey, now: Date): Promise<Result<BundleRow>> {
  const bundle = await loadBundleForUpdate(tx, key);
  if (bundle === undefined) return refuse('uploads.not-found');
  if (bundle.taken_at !== null) return refuse('uploads.taken');
  return bundle.expires_at <= now ? refuse('uploads.expired') : ok(bundle);
}
