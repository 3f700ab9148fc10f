import { ok, refuse, type Result } from '../../kernel/result.ts';
import { type PictureWarning } from '../pages/judge-picture.ts';
import { reviewPdfBytes } from '../pages/pages.ts';
import { MAX_PDF_PAGES } from '../pages/pdf-review.ts';
import { judgePhotograph } from '../pages/prepare-picture.ts';

/** Largest file taken, in bytes; the same figure is told to people before they send. */
export const MAX_UPLOAD_BYTES = 15 * 1024 * 1024;
/** As many pixels no paper needs, and beyond them a picture is a decompression bomb. */
const MAX_PIXELS = 60_000_000;
/** Longest side kept, in pixels: enough to read small print on an A4 page. */
const LONGEST_SIDE = 2600;

/** A file that may be kept: pictures are turned upright, bounded and stripped of camera data; PDFs are kept as they are. */
export interface AcceptedUpload {
  readonly bytes: Buffer;
  readonly mediaType: 'image/jpeg' | 'application/pdf';
  readonly fileName: string;
  /** 1 for a picture. */
  readonly pages: number;
  /** A PDF with a digital signature stays as it is. */
  readonly signed: boolean;
  /** What somebody should look at; it stops nothing. */
  readonly warning: PictureWarning | undefined;
}

/** A name that is safe to show and to save: no path, no control characters, nothing that turns or hides what follows, at most 120 characters. */
export function tidyFileName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex -- control characters are exactly what must go
  const plain = last.replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '').replace(/\p{Cf}/gu, '').trim();
  return (plain === '' || plain.startsWith('.') ? `tep${plain}` : plain).slice(-120);
}

/**
 * Looks at the bytes, never at the name or the browser's word. Refuses with the reason: `file.empty`, `file.too-large`,
 * `file.wrong-type`, `file.heic`, `file.damaged`, `file.too-many-pixels`, `file.too-many-pages`, `file.locked-pdf`, `file.active-pdf`.
 */
export async function checkUpload(bytes: Buffer, name: string): Promise<Result<AcceptedUpload>> {
  const fileName = tidyFileName(name);
  const facts = { fileName };
  if (bytes.length === 0) return refuse('file.empty', facts, 'files');
  if (bytes.length > MAX_UPLOAD_BYTES) return refuse('file.too-large', { ...facts, megabytes: MAX_UPLOAD_BYTES / 1024 / 1024 }, 'files');
  // Both libraries are loaded with the first upload: the program starts without them.
  const { fileTypeFromBuffer } = await import('file-type');
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (type?.mime === 'application/pdf') return checkPdf(bytes, fileName);
  if (type?.mime === 'image/heic' || type?.mime === 'image/heif') return refuse('file.heic', facts, 'files');
  if (type?.mime === 'image/jpeg' || type?.mime === 'image/png' || type?.mime === 'image/webp') return checkPicture(bytes, fileName);
  return refuse('file.wrong-type', facts, 'files');
}

/** A PDF is read to its last page: what cannot be read now cannot be read by the officer either. */
async function checkPdf(bytes: Buffer, fileName: string): Promise<Result<AcceptedUpload>> {
  // A file that broke off on its way has lost its end, and readers would quietly show less than there was.
  if (!bytes.subarray(Math.max(0, bytes.length - 2048)).toString('latin1').includes('%%EOF')) return refuse('file.damaged', { fileName }, 'files');
  const review = await reviewPdfBytes(bytes);
  switch (review.verdict) {
    case 'good':
      return ok({ bytes, mediaType: 'application/pdf', fileName, pages: review.pages, signed: review.signed, warning: undefined });
    case 'locked':
      return refuse('file.locked-pdf', { fileName }, 'files');
    case 'active':
      return refuse('file.active-pdf', { fileName }, 'files');
    case 'too-many-pages':
      return refuse('file.too-many-pages', { fileName, pages: review.pages, most: MAX_PDF_PAGES }, 'files');
    case 'too-many-pixels':
      return refuse('file.too-many-pixels', { fileName, most: MAX_PIXELS / 1_000_000 }, 'files');
    case 'damaged':
      return refuse('file.damaged', { fileName }, 'files');
  }
}

async function checkPicture(bytes: Buffer, fileName: string): Promise<Result<AcceptedUpload>> {
  const { default: sharp } = await import('sharp');
  try {
    const picture = sharp(bytes, { failOn: 'truncated', limitInputPixels: MAX_PIXELS, pages: 1 });
    const { width, height } = await picture.metadata();
    if (width * height >= MAX_PIXELS) return refuse('file.too-many-pixels', { fileName, most: MAX_PIXELS / 1_000_000 }, 'files');
    const upright = await picture
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .toBuffer();
    return ok({
      bytes: upright, mediaType: 'image/jpeg', fileName: fileName.replace(/\.(png|webp|jpe?g)$/i, '') + '.jpg', pages: 1, signed: false, warning: await judgePhotograph(upright),
    });
  } catch (error) {
    const bomb = error instanceof Error && /exceeds pixel limit/i.test(error.message);
    return refuse(bomb ? 'file.too-many-pixels' : 'file.damaged', { fileName, most: MAX_PIXELS / 1_000_000 }, 'files');
  }
}
