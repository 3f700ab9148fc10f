import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { MAX_UPLOAD_BYTES, tidyFileName } from '../../../platform/files/check-upload.ts';
import { type KeptFile, keepAccepted, listStoredFiles, type StoredFile } from '../../../platform/files/keep-upload.ts';
import { type BoundPage } from '../../../platform/pages/page-steps.ts';
import { bindPdf, drawPdfPage, reviewPdfBytes } from '../../../platform/pages/pages.ts';
import { PAGE_SIDE, preparePicture } from '../../../platform/pages/prepare-picture.ts';
import { type BindPagesRequest } from '../contract/page-schemas.ts';
import { checkPages, cropInSource, type PageEdit, type PageSource } from '../domain/page-edit.ts';
import { type DossiersDeps } from './deps.ts';

/** Pages of PDFs up to this size, in bytes, are taken over as they are; heavier ones are drawn anew at the size of a picture. */
const LIGHT_PAGE = 800_000;
const MEGABYTE = 1024 * 1024;

/** A file from which pages are taken, with its bytes. */
interface OpenSource extends PageSource {
  readonly bytes: Buffer;
  readonly isPdf: boolean;
}

async function openSource(deps: DossiersDeps, stored: StoredFile): Promise<Result<OpenSource>> {
  const read = await deps.files.read(stored.sha256);
  if (!read.ok) return read;
  const isPdf = stored.mediaType === 'application/pdf';
  const known = { sha256: stored.sha256, bytes: read.value, isPdf };
  if (!isPdf) return ok({ ...known, pages: 1, signed: false });
  if (stored.pages !== null) return ok({ ...known, pages: stored.pages, signed: stored.signed });
  // Taken before pages were counted.
  const review = await reviewPdfBytes(read.value);
  return review.verdict === 'good' ? ok({ ...known, pages: review.pages, signed: review.signed }) : refuse('file.damaged', { fileName: 'PDF' }, 'pages');
}

async function openSources(deps: DossiersDeps, communeCode: string, edits: readonly PageEdit[]): Promise<Result<readonly OpenSource[]>> {
  const open: OpenSource[] = [];
  for (const stored of await listStoredFiles(deps.db, communeCode, edits.map(({ sha256 }) => sha256))) {
    const source = await openSource(deps, stored);
    if (!source.ok) return source;
    open.push(source.value);
  }
  return ok(open);
}

/** `pdfs` are those of the sources whose pages can be taken over. */
async function boundPage(edit: PageEdit, sources: readonly OpenSource[], pdfs: readonly OpenSource[]): Promise<BoundPage> {
  const source = sources.find(({ sha256 }) => sha256 === edit.sha256);
  if (source === undefined) throw new Error('the pages were not checked');
  if (edit.crop === null && pdfs.includes(source)) return { kind: 'pdf', source: pdfs.indexOf(source), page: edit.page - 1, turn: edit.turn };
  const picture = source.isPdf ? await drawPdfPage(source.bytes, edit.page - 1, PAGE_SIDE) : source.bytes;
  return { kind: 'picture', ...(await preparePicture(picture, { crop: cropInSource(edit), turn: edit.turn })) };
}

/**
 * Puts pages of uploaded files together to one PDF that is kept like an upload: pictures cut, turned and shrunk on A4, pages of PDFs as
 * they are. Refuses what `checkPages` refuses, a source that is gone or was swapped on disk, and a PDF of
 * more than `mostBytes`.
 */
export async function bindPages(deps: DossiersDeps, communeCode: string, request: BindPagesRequest, now: Date, mostBytes = MAX_UPLOAD_BYTES): Promise<Result<KeptFile>> {
  const sources = await openSources(deps, communeCode, request.pages);
  if (!sources.ok) return sources;
  const checked = checkPages(request.pages, sources.value);
  if (!checked.ok) return checked;
  const pdfs = sources.value.filter((source) => source.isPdf && source.bytes.length / source.pages <= LIGHT_PAGE);
  const pages: BoundPage[] = [];
  // One after another: a picture of twelve megapixels is forty megabytes in memory while it is cut.
  for (const edit of request.pages) pages.push(await boundPage(edit, sources.value, pdfs));
  const bytes = await bindPdf(pages, pdfs.map((source) => source.bytes));
  if (bytes.length > mostBytes) {
    return refuse('pages.too-large', { megabytes: Math.ceil(bytes.length / MEGABYTE), most: Math.floor(mostBytes / MEGABYTE) }, 'pages');
  }
  const fileName = `${tidyFileName(request.fileName).replace(/\.pdf$/i, '').slice(0, 100)}.pdf`;
  return keepAccepted(deps.db, deps.files, communeCode, { bytes, mediaType: 'application/pdf', fileName, pages: pages.length, signed: false, warning: undefined }, now);
}
