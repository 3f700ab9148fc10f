import { ZipFile } from 'yazl';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The media type of a workbook. */
export const XLSX_TYPE = `${SPREADSHEET}.sheet`;

// eslint-disable-next-line no-control-regex -- signs that XML cannot carry
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

function escaped(text: string): string {
  return text.toWellFormed().replaceAll(FORBIDDEN, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));
}

function rowXml(cells: readonly string[], line: number, style: number): string {
  const parts = cells.map((cell, column) => (cell === '' ? '' : `<c r="${columnName(column)}${String(line)}" s="${String(style)}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`));
  return `<row r="${String(line)}">${parts.join('')}</row>`;
}

function widthsXml(rows: readonly (readonly string[])[]): string {
  const count = Math.max(1, ...rows.slice(0, 200).map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) => Math.min(60, Math.max(8, ...rows.slice(0, 200).map((row) => (row[column] ?? '').length + 2))));
  return `<cols>${widths.map((width, index) => `<col min="${String(index + 1)}" max="${String(index + 1)}" width="${String(width)}" customWidth="1"/>`).join('')}</cols>`;
}

/**
 * Writes one sheet as an Excel workbook: the first row is the heading and stays in view. Every cell is text, so that noughts at the
 * beginning stay and nothing is ever run as a formula.
 */
export async function writeXlsx(sheetName: string, rows: readonly (readonly string[])[]): Promise<Buffer> {
  const zip = new ZipFile();
  const add = (name: string, text: string) => { zip.addBuffer(Buffer.from(XML + text), name, { mtime: new Date(Date.UTC(2000, 0, 1)) }); };
  add('[Content_Types].xml', `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SPREADSHEET}.worksheet+xml"/></Types>`);
  add('_rels/.rels', `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`);
  add('xl/workbook.xml', `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(sheetName.replaceAll(/[\\/?*[\]:]/gu, ' ').slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`);
  add('xl/_rels/workbook.xml.rels', `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`);
  // Style 1: text (number format 49, “@”); style 2: the same in bold.
  add('xl/styles.xml', `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`);
  const lines = rows.map((cells, index) => rowXml(cells, index + 1, index === 0 ? 2 : 1));
  add('xl/worksheets/sheet1.xml', `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${widthsXml(rows)}<sheetData>${lines.join('')}</sheetData></worksheet>`);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
