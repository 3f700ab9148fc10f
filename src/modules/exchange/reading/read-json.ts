import { FileRefusal } from './file-refusal.ts';
import type { RowCollector } from './row-collector.ts';

type Plain = string | number | boolean | null;

const DEEPEST = 4;

/** The list inside: the document itself, or its one member that is a list of objects (`{"data": […]}`). */
function listOf(document: unknown): readonly unknown[] | undefined {
  if (Array.isArray(document)) return document as readonly unknown[];
  if (typeof document !== 'object' || document === null) return undefined;
  const lists = Object.values(document).filter((value): value is readonly unknown[] => Array.isArray(value));
  if (lists.length === 1) return lists[0];
  // Some systems wrap the list twice: {"result": {"items": […]}}.
  const inner = Object.values(document).filter((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
  return lists.length === 0 && inner.length === 1 ? listOf(inner[0]) : undefined;
}

function* flatten(value: unknown, path: string, depth: number): Generator<readonly [string, Plain]> {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    yield [path, value];
    return;
  }
  // Lists inside a dossier (papers, steps) are not fields of it.
  if (typeof value !== 'object' || Array.isArray(value) || depth >= DEEPEST) return;
  for (const [key, inner] of Object.entries(value)) yield* flatten(inner, path === '' ? key : `${path}.${key}`, depth + 1);
}

/** Reads a list of objects: every name is a column, names inside objects are joined with dots. The heading line counts as line 1. */
export function readJson(bytes: Buffer, collector: RowCollector): void {
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new FileRefusal('exchange.json-broken');
  }
  const list = listOf(document);
  if (list === undefined) throw new FileRefusal('exchange.json-no-list');
  const columns = new Map<string, number>();
  const rows = list.map((item) => {
    const cells = new Map<number, Plain>();
    for (const [path, value] of flatten(item, '', 0)) {
      let column = columns.get(path);
      if (column === undefined) columns.set(path, (column = columns.size));
      cells.set(column, value);
    }
    return cells;
  });
  collector.add({ line: 1, cells: [...columns.keys()] });
  rows.forEach((cells, index) => {
    collector.add({ line: index + 2, cells: Array.from({ length: columns.size }, (_, column) => {
      const value = cells.get(column) ?? '';
      return typeof value === 'number' ? { k: 'n' as const, v: String(value) } : String(value);
    }) });
  });
}
