/** What this device remembers under a key, or undefined when nothing is there or the browser forbids remembering. */
export function recall(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a value on this device; undefined forgets it. A full or forbidden memory is not an error: the page works without. */
export function remember(key: string, value?: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Private windows and full phones: nothing is remembered, nothing is lost either.
  }
}
