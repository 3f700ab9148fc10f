import type { PDFDocument, PDFObject } from 'mupdf';

/** What a PDF is, before it is taken: how many pages it has and what speaks against it. */
export type PdfReview =
  | { readonly verdict: 'good'; readonly pages: number; /** Its parts cannot be put together anew without breaking a digital signature. */ readonly signed: boolean }
  | { readonly verdict: 'locked' | 'damaged' | 'active' | 'too-many-pixels' }
  | { readonly verdict: 'too-many-pages'; readonly pages: number };

/** Pages of one paper. A longer scan is a book, and is divided. */
export const MAX_PDF_PAGES = 100;
/** The same bound as for photographs: beyond it a picture inside the PDF is a decompression bomb. */
const MAX_PIXELS = 60_000_000;
/** More objects than any paper of an office has. */
const MAX_OBJECTS = 200_000;
const MAX_DEPTH = 40;

/** Actions that do more than turn to a page or open a web address when somebody clicks on it. */
const ACTIVE_ACTIONS = new Set(['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'GoToE', 'Rendition', 'RichMediaExecute']);
/** Content that is a file or a program of its own inside the PDF. */
const ACTIVE_KINDS = new Set(['EmbeddedFile', 'FileAttachment', 'RichMedia', 'Movie', 'Sound', 'Screen', '3D']);
const ACTIVE_KEYS = new Set(['JS', 'JavaScript', 'EmbeddedFiles', 'EF', 'XFA']);

interface Found {
  active: boolean;
  signed: boolean;
  pixels: number;
}

function nameOf(object: PDFObject): string {
  return object.isName() ? object.asName() : '';
}

function isThere(object: PDFObject): boolean {
  return !object.isNull() && !((object.isArray() || object.isDictionary()) && isEmpty(object));
}

function isEmpty(object: PDFObject): boolean {
  let empty = true;
  object.forEach(() => { empty = false; });
  return empty;
}

/** Looks at one object and what stands directly inside it; what it refers to is looked at on its own. */
function look(object: PDFObject, found: Found, depth: number): void {
  if (depth > MAX_DEPTH) return;
  const down = (value: PDFObject) => {
    if (!value.isIndirect() && (value.isArray() || value.isDictionary())) look(value, found, depth + 1);
  };
  if (object.isArray()) {
    object.forEach(down);
    return;
  }
  if (!object.isDictionary()) return;
  const kind = nameOf(object.get('S'));
  if (ACTIVE_ACTIONS.has(kind) || ACTIVE_KINDS.has(nameOf(object.get('Type'))) || ACTIVE_KINDS.has(nameOf(object.get('Subtype')))) found.active = true;
  if (nameOf(object.get('FT')) === 'Sig' && !object.get('V').isNull()) found.signed = true;
  if (nameOf(object.get('Subtype')) === 'Image') {
    const pixels = object.get('Width').asNumber() * object.get('Height').asNumber();
    if (Number.isFinite(pixels)) found.pixels = Math.max(found.pixels, pixels);
  }
  object.forEach((value, key) => {
    if (typeof key === 'string' && ACTIVE_KEYS.has(key) && isThere(value)) found.active = true;
    down(value);
  });
}

/** Reviews an open PDF object by object. Throws when an object or a page cannot be read, which means that the PDF is damaged. */
export function reviewPdf(document: PDFDocument): PdfReview {
  if (document.needsPassword() || !document.getTrailer().get('Encrypt').isNull()) return { verdict: 'locked' };
  const pages = document.countPages();
  const objects = document.countObjects();
  if (pages < 1 || objects > MAX_OBJECTS) return { verdict: 'damaged' };
  if (pages > MAX_PDF_PAGES) return { verdict: 'too-many-pages', pages };
  const found: Found = { active: false, signed: false, pixels: 0 };
  for (let number = 1; number < objects; number += 1) look(document.newIndirect(number).resolve(), found, 0);
  if (found.active) return { verdict: 'active' };
  if (found.pixels > MAX_PIXELS) return { verdict: 'too-many-pixels' };
  for (let page = 0; page < pages; page += 1) {
    const [left, top, right, bottom] = document.loadPage(page).getBounds();
    if (!(right - left > 1 && bottom - top > 1)) return { verdict: 'damaged' };
  }
  return { verdict: 'good', pages, signed: found.signed };
}
