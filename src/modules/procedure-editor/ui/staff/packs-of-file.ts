import { type ImportRequest } from '../../contract/editor-schemas.ts';

type Read = Omit<ImportRequest, 'commandId'>;

/** What a file of procedures says: a file of this program, a list of packs, or one pack by itself; undefined when it holds none. */
export function packsOf(text: string): Read | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  const file = isPlain(read) && 'packs' in read ? read : { packs: Array.isArray(read) ? (read as unknown[]) : [read] };
  const { packs, forms, formatVersion, sha256 }: { readonly packs?: unknown; readonly forms?: unknown; readonly formatVersion?: unknown; readonly sha256?: unknown } = file;
  if (!Array.isArray(packs) || packs.length === 0 || !packs.every(isPlain)) return undefined;
  return {
    packs: packs, ...(Array.isArray(forms) ? { forms } : {}),
    ...(typeof formatVersion === 'number' ? { formatVersion } : {}), ...(typeof sha256 === 'string' ? { sha256 } : {}),
  };
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
