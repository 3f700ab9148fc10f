import { parse } from 'csv-parse/sync';
import { FileRefusal } from './file-refusal.ts';
import type { RowCollector } from './row-collector.ts';

/** How a text file was written. */
export interface CsvFacts {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258';
  readonly separator: ',' | ';' | '\t';
}

const SEPARATORS = [',', ';', '\t'] as const;

function encodingOf(bytes: Buffer): CsvFacts['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Plain letters in UTF-16 without a mark have a nought as every second byte.
  const start = bytes.subarray(0, 400);
  const noughts = (offset: number) => start.filter((byte, index) => index % 2 === offset && byte === 0).length;
  if (noughts(1) > start.length / 8) return 'utf-16le';
  return noughts(0) > start.length / 8 ? 'utf-16be' : 'utf-8';
}

// eslint-disable-next-line no-control-regex -- no text of any encoding has them
const NO_TEXT = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/u;

function decode(bytes: Buffer, oldVietnamese: boolean): { readonly text: string; readonly encoding: CsvFacts['encoding'] } {
  const encoding = encodingOf(bytes);
  try {
    return { encoding, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    if (!oldVietnamese || encoding !== 'utf-8') throw new FileRefusal('exchange.encoding-unknown');
  }
  const text = new TextDecoder('windows-1258').decode(bytes);
  // Every byte means something in it, those of a picture too.
  if (NO_TEXT.test(text)) throw new FileRefusal('exchange.not-a-table');
  return { encoding: 'windows-1258', text: text.normalize('NFC') };
}

/** The separator that the first lines have most often outside of quotation marks. */
function separatorOf(text: string): CsvFacts['separator'] {
  const top = text.slice(0, 20_000).split(/\r\n|\n|\r/u).slice(0, 20).join('\n').replaceAll(/"(?:[^"]|"")*"/gu, '');
  const count = (sign: string) => top.split(sign).length - 1;
  return SEPARATORS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

interface CsvFault {
  readonly code?: string;
  readonly lines?: number;
}

/**
 * Reads a CSV file in UTF-8 or UTF-16 with commas, semicolons or tabs. Refuses other encodings and quotation marks that never end. `oldVietnamese`: what is
 * neither is read as Windows-1258, as old programs of banks write it.
 */
export function readCsv(bytes: Buffer, collector: RowCollector, oldVietnamese = false): CsvFacts {
  const { encoding, text: decoded } = decode(bytes, oldVietnamese);
  // “sep=;” in the first line is a hint for spreadsheets and no data.
  const hint = /^sep=([,;\t])\r?\n/u.exec(decoded)?.[1] as CsvFacts['separator'] | undefined;
  const text = hint === undefined ? decoded : decoded.slice(decoded.indexOf('\n') + 1);
  const separator = hint ?? separatorOf(text);
  try {
    parse(text, {
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 200_000,
      on_record: (record: string[], { lines }: { readonly lines: number }) => {
        // The parser counts the line where a record ends; people look for where it begins.
        const span = record.reduce((count, cell) => count + (cell.match(/\n/gu)?.length ?? 0), 0);
        collector.add({ line: Math.max(1, lines - span) + (hint === undefined ? 0 : 1), cells: record });
        return null;
      },
    });
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    const fault = error as CsvFault;
    throw new FileRefusal('exchange.csv-broken', { line: fault.lines ?? 1 });
  }
  return { encoding, separator };
}
