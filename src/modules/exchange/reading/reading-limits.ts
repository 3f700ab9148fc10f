/** How much of a file is read at most, and what is forgiven; each limit has its sentence. */
export interface ReadingLimits {
  readonly bytes: number;
  /** Lines with something in them. */
  readonly rows: number;
  readonly columns: number;
  /** Filled cells. */
  readonly cells: number;
  readonly cellLength: number;
  /** Bytes of everything that an archive unpacks to. */
  readonly unpackedBytes: number;
  readonly archiveEntries: number;
  /** Milliseconds for the whole file. */
  readonly time: number;
  /** Text that is neither UTF-8 nor UTF-16 is read as Windows-1258 instead of being refused. */
  readonly oldVietnamese?: boolean;
}

export const READING_LIMITS: ReadingLimits = {
  bytes: 20 * 1024 * 1024,
  rows: 50_000,
  columns: 200,
  cells: 2_000_000,
  cellLength: 5_000,
  unpackedBytes: 300 * 1024 * 1024,
  archiveEntries: 1_000,
  time: 60_000,
};
