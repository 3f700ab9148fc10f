import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { drawPdfPage } from '../../../platform/pages/pages.ts';
import { shrinkPicture } from '../../../platform/pages/prepare-picture.ts';
import { listPages, type PageRow } from '../store/pages.ts';
import { type UploadsDeps } from './deps.ts';

/** Longest sides in pixels: in a list, and to read. */
const SIDES = { small: 320, large: 1600 } as const;

/** The first page of a file that is here, turned as it is to be read, as a JPEG. Refuses a file that is gone or was swapped. */
export async function drawPage(deps: Pick<UploadsDeps, 'files'>, page: PageRow, size: keyof typeof SIDES): Promise<Result<Buffer>> {
  const read = await deps.files.read(page.sha256);
  if (!read.ok) return read;
  try {
    const picture = page.mediaType === 'application/pdf' ? await drawPdfPage(read.value, 0, SIDES[size]) : read.value;
    return ok(await shrinkPicture(picture, SIDES[size], page.turn));
  } catch {
    return refuse('file.gone');
  }
}

/** The first page of a file of this bundle, as `drawPage` draws it. Refuses `uploads.page-unknown`. */
export async function bundlePicture(deps: Pick<UploadsDeps, 'db' | 'files'>, communeCode: string, { bundleId, pageId }: { readonly bundleId: string; readonly pageId: string }, size: keyof typeof SIDES): Promise<Result<Buffer>> {
  const page = (await listPages(deps.db, { commune_code: communeCode, id: bundleId })).find(({ id }) => id === pageId);
  return page === undefined ? refuse('uploads.page-unknown') : drawPage(deps, page, size);
}
