import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { readPart, type ScanPart } from './scan-parts.ts';

/** The codes of one sheet that were read so far. */
export interface CollectedCodes {
  /** As they were scanned, in that order. */
  readonly codes: readonly string[];
  readonly of: number;
  /** Numbers of those that are still to be read. */
  readonly missing: readonly number[];
}

/** How far the reading of a sheet has come; undefined before its first code. */
export function collected(codes: readonly string[]): CollectedCodes | undefined {
  const parts = codes.map(readPart).flatMap((part) => (part.ok ? [part.value] : []));
  const [first] = parts;
  return first && { codes, of: first.of, missing: missingOf(parts, first.of) };
}

/** Adds a code that was just scanned. Refuses what cannot be read, a code that was read already, and one of another sheet than those before it. */
export function collectCode(codes: readonly string[], text: string): Result<CollectedCodes> {
  const part = readPart(text);
  if (!part.ok) return part;
  const before = codes.map(readPart).flatMap((one) => (one.ok ? [one.value] : []));
  const { number, of, whole } = part.value;
  const [first] = before;
  if (first !== undefined && (first.whole !== whole || first.of !== of)) return refuse('form.scan-other-sheet', { read: before.length, of: first.of });
  if (before.some((one) => one.number === number)) return of === 1 ? refuse('form.scan-read-already') : refuse('form.scan-again', { number, of });
  return ok({ codes: [...codes, text], of, missing: missingOf([...before, part.value], of) });
}

function missingOf(parts: readonly ScanPart[], of: number): readonly number[] {
  return Array.from({ length: of }, (_, index) => index + 1).filter((number) => !parts.some((part) => part.number === number));
}
