import type { Problem } from '../../../kernel/result.ts';
import type { TableRow } from '../domain/cell.ts';
import { FileRefusal } from './file-refusal.ts';
import { type CsvFacts, readCsv } from './read-csv.ts';
import { readJson } from './read-json.ts';
import { readXlsx, type XlsxFacts } from './read-xlsx.ts';
import type { ReadingLimits } from './reading-limits.ts';
import { createRowCollector } from './row-collector.ts';

/** How a file was understood. */
export type FileFacts = ({ readonly format: 'csv' } & CsvFacts) | { readonly format: 'json' } | ({ readonly format: 'xlsx' } & XlsxFacts);

export type FileReading = { readonly ok: true; readonly facts: FileFacts; readonly rows: readonly TableRow[] } | { readonly ok: false; readonly problem: Problem };

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
/** How pictures begin: PNG, JPEG, GIF, HEIC and WebP further on. */
const PICTURES = [[0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], [0x47, 0x49, 0x46, 0x38]].map((bytes) => Buffer.from(bytes));

function isPicture(bytes: Buffer): boolean {
  const second = bytes.subarray(4, 12).toString('latin1');
  return PICTURES.some((start) => bytes.subarray(0, start.length).equals(start)) || second.startsWith('ftyp') || (bytes.subarray(0, 4).toString('latin1') === 'RIFF' && second.endsWith('WEBP'));
}

/** Reads a file by what its bytes are, whatever its name says: a workbook, JSON, or else CSV. Refuses with the reason. */
export async function readFile(bytes: Buffer, sheet: string | null, limits: ReadingLimits): Promise<FileReading> {
  const collector = createRowCollector(limits);
  try {
    const facts = await understand(bytes, sheet, limits, collector);
    if (collector.rowCount() < 2) throw new FileRefusal('exchange.no-lines');
    return { ok: true, facts, rows: collector.rows() };
  } catch (error) {
    if (error instanceof FileRefusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

async function understand(bytes: Buffer, sheet: string | null, limits: ReadingLimits, collector: ReturnType<typeof createRowCollector>): Promise<FileFacts> {
  if (bytes.length === 0) throw new FileRefusal('exchange.no-lines');
  if (bytes.length > limits.bytes) throw new FileRefusal('exchange.file-too-large', { megabytes: Math.floor(limits.bytes / 1024 / 1024) });
  if (bytes.subarray(0, 4).equals(ZIP)) return { format: 'xlsx', ...(await readXlsx(bytes, sheet, collector, limits)) };
  // The old .xls, and every workbook with a password, are compound files of Microsoft.
  if (bytes.subarray(0, 4).equals(OLE)) throw new FileRefusal('exchange.workbook-locked');
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-' || isPicture(bytes)) throw new FileRefusal('exchange.not-a-table');
  const start = bytes.subarray(0, 64).toString('utf8').replace(/^[\ufeff\s]+/u, '');
  if (/^<(?:!doctype|html|\?xml|table)/iu.test(start)) throw new FileRefusal('exchange.not-a-table');
  if (start.startsWith('[') || start.startsWith('{')) {
    readJson(bytes, collector);
    return { format: 'json' };
  }
  return { format: 'csv', ...readCsv(bytes, collector, limits.oldVietnamese) };
}
