import type { Archive } from './open-archive.ts';
import { FileRefusal } from './file-refusal.ts';
import { readXml } from './read-xml.ts';

/** What the lines of a sheet are read with. */
export interface WorkbookParts {
  /** Visible sheets in order, with the parts that hold them. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly dates1904: boolean;
  readonly sharedTexts: readonly string[];
  /** By style number, whether it shows a number as a date. */
  readonly dateStyles: readonly boolean[];
}

/** Number formats that every spreadsheet knows by heart and that show dates. */
const isBuiltInDate = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether the code of a number format shows a date: day, month, year or hour outside of quoted words and brackets. */
function isDateFormat(code: string): boolean {
  const bare = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./gu, '');
  return /[dmyhs]/iu.test(bare) && !/general/iu.test(bare);
}

async function part(archive: Archive, name: string, listener: Parameters<typeof readXml>[1]): Promise<boolean> {
  const pieces = archive.read(name);
  if (pieces === undefined) return false;
  await readXml(pieces, listener);
  return true;
}

/** Refuses what carries more than data: macros, links to other files, an old or a locked format behind a new name. */
async function checkContents(archive: Archive): Promise<void> {
  if (archive.names.some((name) => /vbaproject\.bin$|(?:^|\/)macrosheets\//u.test(name))) throw new FileRefusal('exchange.macros');
  if (archive.names.some((name) => name.startsWith('xl/externallinks/'))) throw new FileRefusal('exchange.external-links');
  if (archive.names.some((name) => name === 'xl/workbook.bin')) throw new FileRefusal('exchange.workbook-binary');
  const found = await part(archive, '[Content_Types].xml', {
    open: (_name, { ContentType = '' }) => {
      if (/macroenabled|vbaproject/iu.test(ContentType)) throw new FileRefusal('exchange.macros');
    },
  });
  if (!found || !archive.names.includes('xl/workbook.xml')) throw new FileRefusal('exchange.no-workbook');
}

/** Reads everything of a workbook but its lines. */
export async function readWorkbookParts(archive: Archive): Promise<WorkbookParts> {
  await checkContents(archive);
  const targets = new Map<string, string>();
  await part(archive, 'xl/_rels/workbook.xml.rels', {
    open: (name, { Id = '', Target = '', TargetMode = '' }) => {
      if (name !== 'Relationship') return;
      if (TargetMode.toLowerCase() === 'external') throw new FileRefusal('exchange.external-links');
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: { name: string; part: string }[] = [];
  let dates1904 = false;
  await part(archive, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'workbookPr') dates1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
      const target = targets.get(attributes['id'] ?? '');
      if (target !== undefined) sheets.push({ name: attributes['name'] ?? '', part: target });
    },
  });
  const sharedTexts: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = false;
  await part(archive, 'xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic = true;
      inText = name === 't' && !phonetic;
    },
    text: (piece) => { if (inText) text += piece; },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') phonetic = false;
      if (name === 'si') sharedTexts.push(text);
    },
  });
  return { sheets, dates1904, sharedTexts, dateStyles: await readDateStyles(archive) };
}

async function readDateStyles(archive: Archive): Promise<readonly boolean[]> {
  const formats = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inStyles = false;
  await part(archive, 'xl/styles.xml', {
    open: (name, attributes) => {
      if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), isDateFormat(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') inStyles = true;
      if (name !== 'xf' || !inStyles) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      styles.push(formats.get(id) ?? isBuiltInDate(id));
    },
    close: (name) => { if (name === 'cellXfs') inStyles = false; },
  });
  return styles;
}
