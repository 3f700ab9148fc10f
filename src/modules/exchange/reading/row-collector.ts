import type { Cell, TableRow } from '../domain/cell.ts';
import { FileRefusal } from './file-refusal.ts';
import type { ReadingLimits } from './reading-limits.ts';

/** Takes the lines of a file in order, counts them, and gives them on in batches. */
export interface RowCollector {
  add(row: TableRow): void;
  readonly rowCount: () => number;
  /** Everything that was added, in order. */
  readonly rows: () => readonly TableRow[];
}

// eslint-disable-next-line no-control-regex -- what neither the database nor a person can do anything with
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;

function clean(text: string): string {
  // A half of a surrogate pair is no text; the database would refuse it.
  return text.replace(CONTROL, '').toWellFormed();
}

function isEmpty(cell: Cell): boolean {
  return typeof cell === 'string' ? cell.trim() === '' : cell.v === '' && cell.k !== 'f';
}

/** Drops empty lines and empty cells at the end, cleans the texts, and refuses a file beyond the limits. */
export function createRowCollector(limits: ReadingLimits): RowCollector {
  const rows: TableRow[] = [];
  let cellCount = 0;
  return {
    add({ line, cells }) {
      const width = cells.findLastIndex((cell) => !isEmpty(cell)) + 1;
      if (width === 0) return;
      if (width > limits.columns) throw new FileRefusal('exchange.too-many-columns', { line, max: limits.columns });
      if (rows.length >= limits.rows) throw new FileRefusal('exchange.too-many-rows', { max: limits.rows });
      cellCount += cells.reduce((count, cell) => (isEmpty(cell) ? count : count + 1), 0);
      if (cellCount > limits.cells) throw new FileRefusal('exchange.too-many-cells', { max: limits.cells });
      const tidy = cells.slice(0, width).map((cell, column): Cell => {
        const text = typeof cell === 'string' ? cell : cell.v;
        if (text.length > limits.cellLength) throw new FileRefusal('exchange.cell-too-long', { line, column: column + 1, max: limits.cellLength });
        return typeof cell === 'string' ? clean(cell) : { k: cell.k, v: clean(cell.v) };
      });
      rows.push({ line, cells: tidy });
    },
    rowCount: () => rows.length,
    rows: () => rows,
  };
}
