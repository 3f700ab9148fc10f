import type { Cell, TableRow } from '../domain/cell.ts';
import { FileRefusal } from './file-refusal.ts';
import { openArchive, type Archive } from './open-archive.ts';
import type { ReadingLimits } from './reading-limits.ts';
import { readXml } from './read-xml.ts';
import type { RowCollector } from './row-collector.ts';
import { spreadsheetMoment } from './spreadsheet-moment.ts';
import { readWorkbookParts, type WorkbookParts } from './workbook-parts.ts';

/** Which sheet was read, and which there are. */
export interface XlsxFacts {
  readonly sheet: string;
  readonly sheets: readonly string[];
}

interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

function placeOf(reference: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(reference);
  if (match === null) return undefined;
  const column = Array.from(match[1] ?? '').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]), column };
}

function areaOf(reference: string): Area | undefined {
  const [first = '', last = first] = reference.split(':');
  const [a, b] = [placeOf(first), placeOf(last)];
  return a === undefined || b === undefined ? undefined : { top: a.row, left: a.column, bottom: b.row, right: b.column };
}

/** Every cell of a merged area says what its first cell says. */
function spreadMerged(rows: Map<number, Cell[]>, areas: readonly Area[], limits: ReadingLimits): void {
  let spread = 0;
  for (const { top, left, bottom, right } of areas) {
    const value = rows.get(top)?.[left];
    if (value === undefined || value === '') continue;
    spread += (bottom - top + 1) * (right - left + 1);
    if (spread > limits.cells) throw new FileRefusal('exchange.too-many-cells', { max: limits.cells });
    for (let row = top; row <= bottom; row += 1) {
      // A merged area over lines without any cell of their own is decoration.
      const cells = rows.get(row);
      if (cells === undefined) continue;
      for (let column = left; column <= Math.min(right, limits.columns); column += 1) cells[column] ??= value;
    }
  }
}

async function readSheet(archive: Archive, part: string, parts: WorkbookParts, limits: ReadingLimits): Promise<readonly TableRow[] | undefined> {
  const pieces = archive.read(part);
  if (pieces === undefined) return undefined;
  const rows = new Map<number, Cell[]>();
  const areas: Area[] = [];
  let rowNumber = 0;
  let column = 0;
  let cells: Cell[] = [];
  let cell: { type: string; style: number; formula: boolean } | undefined;
  let value = '';
  let listening = false;
  let filled = 0;

  const finish = (): Cell => {
    if (cell === undefined) return '';
    if (cell.formula) return { k: 'f', v: value };
    switch (cell.type) {
      case 's':
        return parts.sharedTexts[Number(value)] ?? '';
      case 'b':
        return { k: 'b', v: value };
      case 'e':
        return { k: 'e', v: value };
      case 'd':
        return { k: 'd', v: value };
      case 'n':
        return value === '' ? '' : parts.dateStyles[cell.style] === true ? spreadsheetMoment(value, parts.dates1904) : { k: 'n', v: plainNumber(value) };
      default:
        return value;
    }
  };

  await readXml(pieces, {
    open(name, attributes) {
      if (name === 'row') {
        rowNumber = Number(attributes['r'] ?? rowNumber + 1);
        cells = [];
        column = -1;
      } else if (name === 'c') {
        column = placeOf(attributes['r'] ?? '')?.column ?? column + 1;
        cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), formula: false };
        value = '';
      } else if (name === 'f' && cell !== undefined) cell.formula = true;
      else if (name === 'mergeCell') {
        const area = areaOf(attributes['ref'] ?? '');
        if (area !== undefined) areas.push(area);
      }
      listening = name === 'v' || (name === 't' && cell?.type === 'inlineStr');
    },
    text(piece) {
      if (!listening) return;
      value += piece;
      if (value.length > limits.cellLength) throw new FileRefusal('exchange.cell-too-long', { line: rowNumber, column: column + 1, max: limits.cellLength });
    },
    close(name) {
      if (name === 'v' || name === 't') listening = false;
      if (name === 'c') {
        const done = finish();
        cell = undefined;
        if (done === '') return;
        if (column >= limits.columns) throw new FileRefusal('exchange.too-many-columns', { line: rowNumber, max: limits.columns });
        filled += 1;
        if (filled > limits.cells) throw new FileRefusal('exchange.too-many-cells', { max: limits.cells });
        cells[column] = done;
      }
      if (name !== 'row' || cells.length === 0) return;
      if (rows.size >= limits.rows) throw new FileRefusal('exchange.too-many-rows', { max: limits.rows });
      rows.set(rowNumber, cells);
    },
  });
  spreadMerged(rows, areas, limits);
  return [...rows].sort(([a], [b]) => a - b).map(([line, sparse]) => ({ line, cells: Array.from(sparse, (one: Cell | undefined) => one ?? '') }));
}

/** A number as people write it: 1.2E+5 is 120000 as long as no digit is lost. */
function plainNumber(text: string): string {
  const number = Number(text);
  return Number.isSafeInteger(number) ? String(number) : text;
}

/**
 * Reads one sheet of an Excel workbook: the one asked for, or the first that has lines. Refuses macros, links to other files, documents
 * with a document type, locked and old workbooks, and everything beyond the limits. Formulas come as such: nobody computes here.
 */
export async function readXlsx(bytes: Buffer, wanted: string | null, collector: RowCollector, limits: ReadingLimits): Promise<XlsxFacts> {
  const archive = await openArchive(bytes, limits);
  const parts = await readWorkbookParts(archive);
  const asked = wanted === null ? parts.sheets : parts.sheets.filter(({ name }) => name === wanted);
  for (const sheet of asked) {
    const rows = await readSheet(archive, sheet.part, parts, limits);
    if (rows === undefined || (rows.length < 2 && wanted === null)) continue;
    for (const row of rows) collector.add(row);
    return { sheet: sheet.name, sheets: parts.sheets.map(({ name }) => name) };
  }
  throw new FileRefusal('exchange.no-lines');
}
