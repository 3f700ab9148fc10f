/** Sends a command about merges; what went wrong stays on the screen until the next one. True when it was done. */
export type Send = (path: string, body: Readonly<Record<string, unknown>>) => Promise<boolean>;
