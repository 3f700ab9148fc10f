/** A PDF of these objects, numbered from 1; the first is the catalogue, the second the page tree. */
function pdfOf(objects: readonly string[], trailer = ''): Buffer {
  const places: number[] = [];
  let text = '%PDF-1.7\n';
  objects.forEach((object, index) => {
    places.push(text.length);
    text += `${String(index + 1)} 0 obj ${object} endobj\n`;
  });
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = String(objects.length + 1);
  return Buffer.from(`${text}xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${String(text.length)}\n%%EOF\n`, 'latin1');
}

export interface PdfParts {
  /** Put into the catalogue. */
  readonly catalogue?: string;
  /** Put into every page. */
  readonly page?: string;
  /** Objects after the pages; the first has the number 3 and the number of pages. */
  readonly more?: readonly string[];
  readonly trailer?: string;
}

/** A PDF of empty A4 pages with what a test puts into it. */
export function pdfOfPages(count: number, { catalogue = '', page = '', more = [], trailer = '' }: PdfParts = {}): Buffer {
  const kids = Array.from({ length: count }, (_, index) => `${String(index + 3)} 0 R`);
  return pdfOf([
    `<</Type/Catalog/Pages 2 0 R${catalogue}>>`,
    `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${String(count)}>>`,
    ...kids.map(() => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${page}>>`),
    ...more,
  ], trailer);
}

/** A PDF of one page that is locked with a password. */
export const LOCKED = pdfOfPages(1, {
  more: ['<</Filter/Standard/V 1/R 2/O(12345678901234567890123456789012)/U(12345678901234567890123456789012)/P -4>>'], trailer: '/Encrypt 4 0 R/ID[<00><00>]',
});
