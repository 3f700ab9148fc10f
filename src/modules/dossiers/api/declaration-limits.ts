import { MAX_UPLOAD_BYTES } from '../../../platform/files/check-upload.ts';

const MEGABYTE = 1024 * 1024;

/** Most files that one declaration may have. */
export const MAX_DECLARED_FILES = 20;
/** Most bytes of files that are taken from one sending; further files are named and left out. */
export const MAX_DECLARED_BYTES = 60 * MEGABYTE;
/** Most bytes that are read at all: twice what is taken, so that those who send too much still get their form back. */
export const MAX_SENT_BYTES = 2 * MAX_DECLARED_BYTES;

/** The same limits as people read them, in megabytes and files. */
export const DECLARATION_LIMITS = {
  megabytes: MAX_UPLOAD_BYTES / MEGABYTE,
  files: MAX_DECLARED_FILES,
  total: MAX_DECLARED_BYTES / MEGABYTE,
} as const;
