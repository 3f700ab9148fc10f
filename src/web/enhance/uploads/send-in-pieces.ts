import { sha256 } from './sha256.ts';

/** A file that somebody chose and that the server does not have whole yet. */
export interface WaitingFile {
  readonly id: string;
  /** Where its pieces go; it names the bundle. */
  readonly api: string;
  readonly slot: string;
  readonly name: string;
  readonly blob: Blob;
  /** It looked blank or blurred, and is sent all the same. */
  readonly keep?: boolean;
}

/** Pieces grow on a good line and shrink on a bad one, between these, in bytes. */
const [SMALLEST, FIRST, LARGEST] = [16_384, 65_536, 524_288];
/** A piece that takes longer than this counts as lost, in milliseconds. */
const LOST_MS = 30_000;
const LONGEST_WAIT_MS = 15_000;

interface Progress {
  readonly transferId: string;
  readonly received: number;
  readonly state: 'arriving' | 'kept';
}

/** What is told while a file is on its way. */
export interface Telling {
  /** So many of all bytes are on the server's disk. */
  arrived(received: number, total: number): void;
  /** The line is down, or the server is busy: a sentence of the server, where it has one. */
  waiting(sentence: string | undefined): void;
  checking(): void;
  /** Until the line is back, or so many milliseconds have passed. */
  pause(ms: number): Promise<void>;
}

/** The server said no, in its own words. */
class Refused extends Error {
  readonly code: string;
  readonly status: number;
  constructor(status: number, code: string, sentence: string) {
    super(sentence);
    this.status = status;
    this.code = code;
  }
}

async function call(method: string, url: string, body?: Blob | string): Promise<Progress> {
  const control = new AbortController();
  const timer = setTimeout(() => { control.abort(); }, LOST_MS);
  try {
    const headers: Record<string, string> = body === undefined ? {} : { 'content-type': typeof body === 'string' ? 'application/json' : 'application/octet-stream' };
    const answer = await fetch(url, { method, headers, body: body ?? null, signal: control.signal });
    const read = (await answer.json()) as Progress & { code: string; title: string };
    if (!answer.ok) throw new Refused(answer.status, read.code, read.title);
    return read;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Sends a file in pieces until the server has it whole and has checked it, however often the line breaks. Answers undefined when it is kept,
 * and the server's sentence when it is refused for good.
 */
export async function sendInPieces(file: WaitingFile, tell: Telling): Promise<string | undefined> {
  const { blob, api } = file;
  const hash = sha256(new Uint8Array(await blob.arrayBuffer()));
  const announcement = JSON.stringify({ transferId: file.id, slotId: file.slot, fileName: file.name, byteCount: blob.size, sha256: hash });
  let size = FIRST;
  let wait = 1000;
  for (;;) {
    try {
      let { transferId, received, state } = await call('POST', api, announcement);
      while (state === 'arriving') {
        tell.arrived(received, blob.size);
        if (received >= blob.size) {
          tell.checking();
          ({ state } = await call('POST', `${api}/${transferId}/finish${file.keep ? '?keep=1' : ''}`));
          continue;
        }
        const began = Date.now();
        ({ transferId, received } = await call('PUT', `${api}/${transferId}?at=${received}`, blob.slice(received, received + size)));
        const took = Date.now() - began;
        size = Math.max(SMALLEST, Math.min(LARGEST, took < 2000 ? size * 2 : took > 6000 ? size / 2 : size));
        wait = 1000;
      }
      return undefined;
    } catch (error) {
      const no = error instanceof Refused ? error : undefined;
      // A piece too far or a transfer that is gone: the announcement says again where to go on.
      const goesOn = no && /^uploads\.(chunk|transfer|not-whole)/.test(no.code);
      if (no && !goesOn && no.status < 500 && no.status !== 429) return no.message;
      size = Math.max(SMALLEST, size / 2);
      tell.waiting(goesOn ? undefined : no?.message);
      await tell.pause(wait);
      wait = Math.min(LONGEST_WAIT_MS, wait * 2);
    }
  }
}
