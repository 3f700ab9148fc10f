import { refuse, type Result, ok } from '../../../kernel/result.ts';
import { drawPdfPage } from '../../../platform/pages/pages.ts';
import { shrinkPicture } from '../../../platform/pages/prepare-picture.ts';
import { type DossiersDeps } from './deps.ts';

/** Longest sides in pixels: in a list, and to read and mark. */
const SIDES = { small: 320, large: 1600 } as const;

/** One page, from 1, of a kept file as a JPEG. Refuses a file that is gone or was swapped, and a page that the file does not have. */
export async function pagePicture(deps: DossiersDeps, file: { readonly sha256: string; readonly mediaType: string }, page: number, size: keyof typeof SIDES): Promise<Result<Buffer>> {
  const read = await deps.files.read(file.sha256);
  if (!read.ok) return read;
  if (file.mediaType !== 'application/pdf') return page === 1 ? ok(await shrinkPicture(read.value, SIDES[size])) : refuse('file.gone');
  try {
    return ok(await drawPdfPage(read.value, page - 1, SIDES[size]));
  } catch {
    // Every page was read when the file arrived: what cannot be drawn is a page beyond its end.
    return refuse('file.gone');
  }
}
