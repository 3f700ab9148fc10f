/** How a page is turned, clockwise, in degrees. */
export type Turn = 0 | 90 | 180 | 270;

/** A file of one paper, as it is bound. */
export interface PlannedFile {
  readonly sha256: string;
  readonly fileName: string;
  readonly turn: Turn;
  /** How many pages it has. */
  readonly pages: number;
  /** Digitally signed: it stays as it is. */
  readonly signed: boolean;
}

/** What becomes of the files of one paper. */
export interface FilePlan {
  /** Files that stay as they arrived, in their order. */
  readonly alone: readonly PlannedFile[];
  /** Files whose pages become one PDF, in their order; empty when there is nothing to bind. */
  readonly bound: readonly PlannedFile[];
}

/**
 * Several files of one paper become one; a signed one stays for itself, because binding would break its signature. A single file stays as it
 * is unless it has to be turned. What has more pages than one file may have stays as it arrived: nothing is left out.
 */
export function planFiles(files: readonly PlannedFile[], mostPages: number): FilePlan {
  const loose = files.filter(({ signed }) => !signed);
  const binds = loose.length > 1 || loose.some(({ turn }) => turn !== 0);
  const fits = loose.reduce((sum, { pages }) => sum + pages, 0) <= mostPages;
  return binds && fits ? { alone: files.filter(({ signed }) => signed), bound: loose } : { alone: files, bound: [] };
}

/** What tells one binding from another: which files, in which order, turned how. */
export function describeBinding(files: readonly Pick<PlannedFile, 'sha256' | 'turn'>[]): string {
  return files.map(({ sha256, turn }) => `${sha256} ${String(turn)}`).join('\n');
}
