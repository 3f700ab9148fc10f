import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type LinkSigner } from '../../../platform/secrets/link-signer.ts';
import { BUNDLE_WAITS_MS } from '../domain/upload-limits.ts';
import { arrangeSlots, insertBundle, loadBundleForUpdate, renewBundle } from '../store/bundles.ts';
import { type UploadWords } from './deps.ts';

/** One paper that is asked for. */
export interface SlotPlan {
  /** Stable within the procedure: the id of its paper. */
  readonly id: string;
  readonly name: UploadWords;
  readonly help: UploadWords | null;
  /** The sentence that says when it is needed at all. */
  readonly onlyWhen: UploadWords | null;
  /** Papers of one group are alternatives: any one of them is enough. */
  readonly anyOf: string | null;
  readonly required: boolean;
  /** It is not called for and may be sent all the same: it stands behind the others. Left out: false. */
  readonly other?: boolean | undefined;
}

/** The papers of one declaration that is being made. */
export interface BundlePlan {
  readonly communeCode: string;
  /** UUID that only the opener knows how to find again, such as the id of the dossier to come; it is never in an address. */
  readonly id: string;
  /** What the papers are for: the everyday name of the procedure. */
  readonly title: UploadWords;
  /** Own path of the page to which “Xong” leads. */
  readonly returnPath: string;
  readonly slots: readonly SlotPlan[];
  /** When it is over; left out: seven days after it was opened. */
  readonly expiresAt?: Date | undefined;
  /** What the opener wants back when the person comes back, such as what was typed so far. JSON. */
  readonly memo?: unknown;
}

/** Where the papers of a bundle are added: its secret link on this site. */
export interface BundlePath {
  readonly path: string;
}

/** The secret of a bundle's link; the same bundle always has the same one. */
export function bundleToken(links: LinkSigner, bundleId: string): string {
  return links.token('upload-bundle', bundleId);
}

/** Where the papers of a bundle are added. */
export function bundlePath(links: LinkSigner, bundleId: string): string {
  return `/giay-to/${bundleToken(links, bundleId)}`;
}

/**
 * Opens a bundle for papers and answers where they are added. Opening one that is open keeps what was sent, asks for the papers of the new plan,
 * takes the new memo and gives it its whole time again. Refuses `uploads.taken` when its papers were handed in.
 */
export async function openBundle(tx: Tx, links: LinkSigner, plan: BundlePlan, now: Date): Promise<Result<BundlePath>> {
  if (plan.slots.length === 0) throw new Error('a bundle without papers');
  if (!/^\/[^/\\]/.test(plan.returnPath)) throw new Error('a bundle leads back to a page of this site');
  const key = { commune_code: plan.communeCode, id: plan.id };
  const memo = plan.memo === undefined ? null : JSON.stringify(plan.memo);
  const expires_at = plan.expiresAt ?? new Date(now.getTime() + BUNDLE_WAITS_MS);
  const slots = plan.slots.map((slot, position) => ({
    id: slot.id, position, name: JSON.stringify(slot.name), help: json(slot.help), only_when: json(slot.onlyWhen), any_of: slot.anyOf, required: slot.required, other: slot.other ?? false,
  }));
  const fresh = await insertBundle(
    tx,
    {
      ...key, memo, expires_at, title: JSON.stringify(plan.title), return_path: plan.returnPath,
      token_hash: links.hash(bundleToken(links, plan.id)), opened_at: now, taken_at: null, taken_for: null,
    },
    slots,
  );
  if (!fresh) {
    const before = await loadBundleForUpdate(tx, key);
    if (before?.taken_at !== null) return refuse('uploads.taken');
    await renewBundle(tx, key, { memo, expires_at });
    await arrangeSlots(tx, key, slots);
  }
  return ok({ path: bundlePath(links, plan.id) });
}

function json(words: UploadWords | null): string | null {
  return words === null ? null : JSON.stringify(words);
}
