import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { MAX_BUNDLE_BYTES, MAX_PAGES_A_BUNDLE, MAX_PAGES_A_SLOT } from './upload-limits.ts';

/** What a bundle holds and what is on its way into it. */
export interface BundleLoad {
  /** Files of the paper in question. */
  readonly ofSlot: number;
  /** Files of all papers. */
  readonly ofBundle: number;
  /** Bytes of all papers. */
  readonly bytes: number;
}

/** Whether one more file of so many bytes has room. Refuses `uploads.too-many` and `uploads.too-much`. */
export function decideRoom({ ofSlot, ofBundle, bytes }: BundleLoad, file: { readonly fileName: string; readonly byteCount: number }): Result<undefined> {
  const { fileName } = file;
  if (ofSlot >= MAX_PAGES_A_SLOT) return refuse('uploads.too-many', { fileName, most: MAX_PAGES_A_SLOT });
  if (ofBundle >= MAX_PAGES_A_BUNDLE) return refuse('uploads.too-many', { fileName, most: MAX_PAGES_A_BUNDLE });
  if (bytes + file.byteCount > MAX_BUNDLE_BYTES) return refuse('uploads.too-much', { fileName, most: MAX_BUNDLE_BYTES / 1024 / 1024 });
  return ok(undefined);
}
