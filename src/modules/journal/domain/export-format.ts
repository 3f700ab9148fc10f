/** How the journal leaves for auditors. */
export type ExportFormat = 'jsonl' | 'csv';

/** What an export is asked to contain. `unitId`: entries of somebody who then held a position there. */
export interface ExportWish {
  readonly from: string;
  readonly to: string;
  readonly unitId: string | null;
  readonly staffId: string | null;
  readonly kind: ExportKind;
}

/** Everything, looks at personal data alone, changes alone, or sign-ins and second factors alone. */
export type ExportKind = 'all' | 'looks' | 'changes' | 'sign-ins';

/** Whether an export leaves nothing out, so that its chain can be recomputed from the file alone. */
export function isWhole({ unitId, staffId, kind }: Pick<ExportWish, 'unitId' | 'staffId' | 'kind'>): boolean {
  return unitId === null && staffId === null && kind === 'all';
}

/** The first record of an export. */
export interface ExportHead extends ExportWish {
  readonly format: 'xaso-journal-export';
  readonly version: 1;
  readonly commune: string;
  readonly communeName: string;
  readonly whole: boolean;
  /** The row before the first one of the period, in which it hangs; day empty at the beginning of the journal. */
  readonly start: { readonly day: string; readonly seq: number; readonly hash: string };
  readonly madeAt: string;
  /** Who made it, and why. */
  readonly madeBy: string;
  readonly purpose: string;
  /** How the file is verified without this program. */
  readonly howToVerify: string;
}

/** One entry: `entry`, `previousHash` and `hash` as they lie in the chain, the rest in words for people. */
export interface ExportRow {
  readonly n: number;
  readonly day: string;
  readonly seq: number;
  readonly at: string;
  readonly person: string;
  readonly positions: string;
  readonly action: string;
  readonly about: string;
  readonly code: string;
  readonly purpose: string;
  readonly address: string;
  readonly entry: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** One record of an export. `root`: a day is complete, with the hash after its last entry; `over` false: more may have been written on it later. */
export type ExportRecord =
  | { readonly record: 'file'; readonly head: ExportHead }
  | { readonly record: 'row'; readonly row: ExportRow }
  | { readonly record: 'root'; readonly day: string; readonly count: number; readonly root: string; readonly over: boolean }
  | { readonly record: 'end'; readonly rows: number };

/** The first line of a CSV export; the last column is the mark of each record. */
export const CSV_COLUMNS = ['loại', 'thứ tự', 'ngày', 'số', 'lúc', 'người', 'chức vụ và đơn vị', 'việc', 'về', 'mã hồ sơ', 'mục đích', 'từ máy', 'nội dung gốc', 'mã dòng trước', 'mã dòng', 'mã tệp'] as const;

const CSV_KINDS = { file: 'tệp', row: 'dòng', root: 'chốt ngày', end: 'hết' } as const;
/** Signs at the beginning of a cell that make a spreadsheet run what follows. */
const RUNS = /^[=+\-@\t\r]/u;

/** A record as the text that is marked: one line of JSON, or of CSV without its last column. */
export function encodeRecord(format: ExportFormat, record: ExportRecord): string {
  if (format === 'jsonl') return JSON.stringify(record.record === 'file' ? { record: 'file', ...record.head } : record.record === 'row' ? { record: 'row', ...record.row } : record);
  return cellsOf(record).map(csvCell).join(',');
}

function cellsOf(record: ExportRecord): readonly string[] {
  const kind = CSV_KINDS[record.record];
  const blank = (count: number): readonly string[] => Array.from({ length: count }, () => '');
  switch (record.record) {
    case 'file':
      return [kind, ...blank(11), JSON.stringify(record.head), '', ''];
    case 'row': {
      const { n, day, seq, at, person, positions, action, about, code, purpose, address, entry, previousHash, hash } = record.row;
      return [kind, String(n), day, String(seq), at, person, positions, action, about, code, purpose, address, entry, previousHash, hash];
    }
    case 'root':
      return [kind, '', record.day, String(record.count), ...blank(8), record.over ? '' : '{"over":false}', '', record.root];
    case 'end':
      return [kind, String(record.rows), ...blank(13)];
  }
}

/** A cell on one line that no spreadsheet runs as a formula. */
function csvCell(text: string): string {
  const line = text.replaceAll(/[\r\n]+/gu, ' ');
  const safe = RUNS.test(line) ? `'${line}` : line;
  return /[",;\t]/u.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const JSON_MARK = /^(?<text>\{.*),"mark":"(?<mark>[0-9a-f]{64})"\}$/su;
const CSV_MARK = /^(?<text>.*),(?<mark>[0-9a-f]{64})$/su;

/** Puts the mark of a record behind it. */
export function markRecord(format: ExportFormat, text: string, mark: string): string {
  return format === 'jsonl' ? `${text.slice(0, -1)},"mark":"${mark}"}` : `${text},${mark}`;
}

/** A line taken apart into the text that is marked and its mark; undefined for a line without one. */
export function splitMark(format: ExportFormat, line: string): { readonly text: string; readonly mark: string } | undefined {
  const { text, mark } = (format === 'jsonl' ? JSON_MARK : CSV_MARK).exec(line)?.groups ?? {};
  if (text === undefined || mark === undefined) return undefined;
  return { text: format === 'jsonl' ? `${text}}` : text, mark };
}

/** Reads a record back from its text; undefined for what is none. */
export function decodeRecord(format: ExportFormat, text: string): ExportRecord | undefined {
  try {
    return format === 'jsonl' ? recordOfJson(JSON.parse(text) as Readonly<Record<string, unknown>>) : recordOfCells(readCells(text));
  } catch {
    return undefined;
  }
}

function recordOfJson({ record, ...said }: Readonly<Record<string, unknown>>): ExportRecord | undefined {
  if (record === 'file') return { record, head: said as unknown as ExportHead };
  if (record === 'row') return { record, row: said as unknown as ExportRow };
  if (record === 'root') return { record, day: String(said['day']), count: Number(said['count']), root: String(said['root']), over: said['over'] === true };
  return record === 'end' ? { record, rows: Number(said['rows']) } : undefined;
}

function recordOfCells(cells: readonly string[]): ExportRecord | undefined {
  const [kind, n = '', day = '', seq = '', at = '', person = '', positions = '', action = '', about = '', code = '', purpose = '', address = '', entry = '', previousHash = '', hash = ''] = cells;
  if (cells.length !== CSV_COLUMNS.length - 1) return undefined;
  switch (kind) {
    case CSV_KINDS.file:
      return { record: 'file', head: JSON.parse(entry) as ExportHead };
    case CSV_KINDS.row:
      return { record: 'row', row: { n: Number(n), day, seq: Number(seq), at, person, positions, action, about, code, purpose, address, entry, previousHash, hash } };
    case CSV_KINDS.root:
      return { record: 'root', day, count: Number(seq), root: hash, over: entry === '' };
    case CSV_KINDS.end:
      return { record: 'end', rows: Number(n) };
    default:
      return undefined;
  }
}

/** The cells of one line of CSV, as `csvCell` writes them. */
function readCells(line: string): readonly string[] {
  const cells: string[] = [];
  for (let at = 0; at <= line.length; ) {
    if (line[at] === '"') {
      let end = at + 1;
      while (end < line.length && !(line[end] === '"' && line[end + 1] !== '"')) end += line[end] === '"' ? 2 : 1;
      cells.push(line.slice(at + 1, end).replaceAll('""', '"'));
      at = end + 2;
    } else {
      const end = line.indexOf(',', at) < 0 ? line.length : line.indexOf(',', at);
      cells.push(line.slice(at, end));
      at = end + 1;
    }
  }
  return cells;
}
