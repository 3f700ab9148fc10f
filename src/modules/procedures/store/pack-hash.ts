import { createHash } from 'node:crypto';
import { type PackFile } from '../domain/load-report.ts';

/** Tells at once that a file is as it was loaded. */
export function fileHash(file: PackFile): string {
  return createHash('sha256').update(file.text).digest('hex');
}

/**
 * Whether two packs say the same, however their files are laid out. The last day of validity may differ: it becomes known later,
 * when a newer version is published, and moves no dossier.
 */
export function samePack(one: unknown, other: unknown): boolean {
  return canonical(withoutEnd(one)) === canonical(withoutEnd(other));
}

function withoutEnd(pack: unknown): unknown {
  return typeof pack === 'object' && pack !== null ? { ...pack, validTo: null } : pack;
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join()}}`;
}
