import { ok, refuse, type Result } from '../../../kernel/result.ts';

/** A file on its way: how large it is, and how much of its beginning is here; in bytes. */
export interface TransferProgress {
  readonly byteCount: number;
  readonly received: number;
}

/** A piece of a file. */
export interface ArrivingChunk {
  /** Where in the file it begins. */
  readonly at: number;
  readonly length: number;
}

/**
 * Which part of a piece is new: so many bytes at its beginning are here already. `skip` is the whole length of a piece that came before.
 * Refuses a piece beyond what is here (`uploads.chunk-ahead`), beyond the end of the file (`uploads.chunk-too-long`) and an empty one (`uploads.chunk-empty`).
 */
export function decideChunk({ byteCount, received }: TransferProgress, { at, length }: ArrivingChunk): Result<{ readonly skip: number }> {
  if (length === 0) return refuse('uploads.chunk-empty', { received });
  if (at > received) return refuse('uploads.chunk-ahead', { received });
  if (at + length > byteCount) return refuse('uploads.chunk-too-long', { received });
  return ok({ skip: Math.min(length, received - at) });
}
