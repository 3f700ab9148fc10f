import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { drawPdfPage } from '../../../platform/pages/pages.ts';
import { shrinkPicture } from '../../../platform/pages/prepare-picture.ts';
import { type PageRow } from '../store/pages.ts';
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
