/** What exported procedures say about themselves. */
export const PACK_FILE_FORMAT = 'xaso-procedures';
/** Counts up when a file can no longer be read by programs that came before. */
export const PACK_FILE_VERSION = 1;

/** Procedures as a file, on wish with the forms that they are declared with. */
export interface PackFile {
  readonly format: typeof PACK_FILE_FORMAT;
  readonly formatVersion: number;
  /** SHA-256 of the packs as JSON without spaces, in the order in which they stand; every form has its own. */
  readonly sha256: string;
  readonly packs: readonly object[];
  readonly forms?: readonly object[];
}
