/** What is wrong with the file of an archived month. */
export type ArchiveFault =
  | { readonly kind: 'archive-missing'; readonly month: string; readonly file: string }
  /** Its bytes are others than those that were sealed. */
  | { readonly kind: 'archive-altered'; readonly month: string; readonly file: string }
  /** It was sealed under the key of another installation: `secret-key` is not the file that it was. */
  | { readonly kind: 'archive-foreign'; readonly month: string; readonly file: string }
  /** A whole file, but of other rows than the database remembers: it was put in the place of the right one. */
  | { readonly kind: 'archive-differs'; readonly month: string; readonly file: string };
