import { type ChainEnd } from './check-chain.ts';

/** A day of an archive: how many entries, and the hash after the last. */
export interface ArchivedDay {
  readonly day: string;
  readonly count: number;
  readonly root: string;
}

/** What stands in the clear before the sealed rows of one month of one commune. */
export interface ArchiveHeader {
  readonly format: 'xaso-journal-archive';
  readonly version: 1;
  readonly commune: string;
  /** `2024-10` */
  readonly month: string;
  readonly rows: number;
  /** The hash in which the first row hangs. */
  readonly previousHash: string;
  readonly first: { readonly day: string; readonly seq: number };
  readonly last: ChainEnd;
  readonly roots: readonly ArchivedDay[];
  /** Tells under which installation's key the rows were sealed, without telling the key. */
  readonly key: string;
}

/** A month that lies in a file, as the database remembers it. */
export interface ArchivedMonth {
  readonly month: string;
  readonly file: string;
  readonly sha256: string;
  readonly byteCount: number;
  readonly rows: number;
  readonly previousHash: string;
  readonly last: ChainEnd;
  readonly roots: readonly ArchivedDay[];
}

/** Reads the first line of an archive; undefined for what is none. */
export function readArchiveHeader(line: string): ArchiveHeader | undefined {
  try {
    const said = JSON.parse(line) as Partial<ArchiveHeader>;
    return said.format === 'xaso-journal-archive' && said.version === 1 ? (said as ArchiveHeader) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a header speaks of the month that the database remembers. */
export function isHeaderOf({ month, rows, previousHash, last }: ArchiveHeader, known: Pick<ArchivedMonth, 'month' | 'rows' | 'previousHash' | 'last'>): boolean {
  return month === known.month && rows === known.rows && previousHash === known.previousHash && last.hash === known.last.hash && last.day === known.last.day && last.seq === known.last.seq;
}
