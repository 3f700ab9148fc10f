import { zipFiles } from './zip-files.ts';

/** One sheet of a workbook. Numbers stay numbers; a text is never read as a formula, whatever it begins with. */
export interface WorkbookSheet {
  readonly title: string;
  /** Widths of the columns in letters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** How many rows from the top stay in sight and are bold. */
  readonly headRows: number;
  /** What is typed into these columns (from 0) below the filled rows stays text, so that noughts in front are kept. */
  readonly textColumns?: readonly number[];
  /** Columns (from 0) whose cells are chosen from a list that stands in another sheet, such as `'Danh mục'!$A$2:$A$9`. Other words stay possible. */
  readonly choices?: readonly { readonly column: number; readonly from: string; readonly warning: string }[];
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

function escape(text: string): string {
  // Control characters are not allowed in XML 1.0 at all.
  // eslint-disable-next-line no-control-regex -- they are what is taken out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** 0 is A, 25 is Z, 26 is AA. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** The style of a cell that is text whatever is typed into it. */
const TEXT_STYLE = 2;

function cell(value: string | number | null, row: number, column: number, style: number): string {
  if (value === null) return '';
  const place = `${columnName(column)}${String(row)}`;
  return typeof value === 'number' ? `<c r="${place}" s="${String(style)}"><v>${String(value)}</v></c>` : `<c r="${place}" s="${String(style)}" t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;
}

function sheetXml({ widths, rows, headRows, textColumns = [], choices = [] }: WorkbookSheet): string {
  const columns = widths.map((width, index) => `<col min="${String(index + 1)}" max="${String(index + 1)}" width="${String(width)}" customWidth="1"${textColumns.includes(index) ? ` style="${String(TEXT_STYLE)}"` : ''}/>`).join('');
  const styleOf = (row: number, column: number): number => (row < headRows ? 1 : textColumns.includes(column) ? TEXT_STYLE : 0);
  const lines = rows.map((row, index) => `<row r="${String(index + 1)}">${row.map((value, column) => cell(value, index + 1, column, styleOf(index, column))).join('')}</row>`).join('');
  const pane = headRows === 0 ? '' : `<pane ySplit="${String(headRows)}" topLeftCell="A${String(headRows + 1)}" activePane="bottomLeft" state="frozen"/>`;
  const lists = choices.map(({ column, from, warning }) => `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" error="${escape(warning)}" sqref="${columnName(column)}${String(headRows + 1)}:${columnName(column)}2000"><formula1>${escape(from)}</formula1></dataValidation>`).join('');
  const validations = lists === '' ? '' : `<dataValidations count="${String(choices.length)}">${lists}</dataValidations>`;
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns}</cols><sheetData>${lines}</sheetData>${validations}</worksheet>`;
}

const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf><alignment vertical="top" wrapText="1"/></xf><xf fontId="1" applyFont="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" applyNumberFormat="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

/** A workbook (.xlsx) with one sheet. The same input makes the same bytes. */
export function writeSheet(sheet: WorkbookSheet): Buffer {
  return writeWorkbook([sheet]);
}

/** A workbook (.xlsx) with sheets in this order. The same input makes the same bytes. */
export function writeWorkbook(sheets: readonly WorkbookSheet[]): Buffer {
  // A title has at most 31 letters and none of these signs.
  const titles = sheets.map(({ title }) => escape(title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)));
  const each = (write: (number: string, index: number) => string): string => sheets.map((_, index) => write(String(index + 1), index)).join('');
  return zipFiles([
    { name: '[Content_Types].xml', content: `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${each((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`)}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>` },
    { name: '_rels/.rels', content: `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>` },
    { name: 'xl/workbook.xml', content: `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each((number, index) => `<sheet name="${titles[index] ?? ''}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each((number) => `<Relationship Id="rId${number}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${String(sheets.length + 1)}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>` },
    ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${String(index + 1)}.xml`, content: sheetXml(sheet) })),
    { name: 'xl/styles.xml', content: STYLES },
  ]);
}
