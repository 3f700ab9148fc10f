/** Most files that one paper may have while it is sent; together they become one file. */
export const MAX_PAGES_A_SLOT = 40;
/** Most files of all papers of a bundle. */
export const MAX_PAGES_A_BUNDLE = 80;
/** Most bytes that a bundle may keep, as they are kept. */
export const MAX_BUNDLE_BYTES = 150 * 1024 * 1024;
/** Largest piece of a file, in bytes. */
export const MAX_CHUNK_BYTES = 512 * 1024;
/** How long papers wait for the declaration that they are meant for, in milliseconds. */
export const BUNDLE_WAITS_MS = 7 * 24 * 3_600_000;
/** How long the receipt of a bundle can be looked at after its papers were taken, in milliseconds. */
export const RECEIPT_STAYS_MS = 24 * 3_600_000;
