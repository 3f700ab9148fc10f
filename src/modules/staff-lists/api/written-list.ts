/** What the command keeps of a written list: nobody's name and no password. */
export interface WrittenList {
  readonly added: readonly string[];
  readonly changed: number;
  readonly closed: number;
  readonly endedPositions: number;
  readonly leftOut: number;
  readonly seedDigest: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The kind of the command that writes a list. */
export const WRITE_LIST = 'WriteStaffList';
