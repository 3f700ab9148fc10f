/** Where something stands in a pack: names of fields and positions in lists. */
export type Path = readonly (string | number)[];

/** What stands at a path; undefined where the path ends early. */
export function valueAt(content: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Readonly<Record<string | number, unknown>>)[key] : undefined), content);
}

/** The same content with another value at a path; objects on the way are made where they are missing. */
export function withValue(content: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const list: readonly unknown[] = Array.isArray(content) ? content : [];
    return list.map((entry, position) => (position === key ? withValue(entry, rest, value) : entry));
  }
  const object = typeof content === 'object' && content !== null ? (content as Readonly<Record<string, unknown>>) : {};
  return { ...object, [key]: withValue(object[key], rest, value) };
}

/** A list with one entry moved up or down by one; at the end it stays. */
export function moved(list: readonly unknown[], from: number, by: -1 | 1): readonly unknown[] {
  const to = from + by;
  if (to < 0 || to >= list.length) return list;
  const copy = [...list];
  [copy[from], copy[to]] = [copy[to], copy[from]];
  return copy;
}

/** The id of the control at a path. */
export function controlId(path: Path): string {
  return `goi-${path.join('-')}`;
}

/** The path that a check names, `papers[birth-notice].help` or `fee.lines[2].basis`: entries with ids are looked up in the content. */
export function pathOf(field: string, content: unknown): Path {
  const path: (string | number)[] = [];
  for (const [, name, entry] of field.matchAll(/([a-zA-Z]+)|\[([^\]]+)\]/gu)) {
    if (name !== undefined) path.push(name);
    else if (entry !== undefined) {
      const list = valueAt(content, path);
      const position = Array.isArray(list) ? list.findIndex((one: unknown) => one === entry || (typeof one === 'object' && one !== null && (one as { id?: unknown }).id === entry)) : -1;
      path.push(/^\d+$/u.test(entry) ? Number(entry) : Math.max(0, position));
    }
  }
  return path;
}
