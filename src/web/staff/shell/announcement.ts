interface Announcement {
  readonly text: string;
  /** Grows with every announcement, so that the same words twice are heard twice. */
  readonly count: number;
}

let current: Announcement = { text: '', count: 0 };
const listeners = new Set<() => void>();

/** Says what has just happened, on screen for a few seconds and to screen readers. */
export function announce(text: string): void {
  current = { text, count: current.count + 1 };
  for (const listener of listeners) listener();
}

/** The last announcement. */
export function currentAnnouncement(): Announcement {
  return current;
}

/** Calls back at every announcement until the answered function is called. */
export function subscribeToAnnouncements(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}
