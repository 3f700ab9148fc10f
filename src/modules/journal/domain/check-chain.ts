import { type ArchiveFault } from './archive-fault.ts';

/** A row of the journal as it lies in the database; hashes as 64 hexadecimal digits. */
export interface ChainRow {
  readonly day: string;
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly entry: string;
  readonly previousHash: string;
  readonly hash: string;
  readonly object: string | null;
  readonly actorId: string | null;
  readonly action: string | null;
}

/** Where the chain stands: after which row, or at its beginning. */
export interface ChainEnd {
  /** Empty before the first row. */
  readonly day: string;
  readonly seq: number;
  readonly hash: string;
}

/** What is wrong with a chain, and where. `row` is missing where nothing is left to point at. */
export type ChainFault =
  /** Between two entries of a day one or more are gone, or one was put in. */
  | { readonly kind: 'gap'; readonly day: string; readonly expected: number; readonly found: number }
  /** The first entry of a day does not follow the last one of the day before: entries at the end of a day, or whole days, are gone or were put in. */
  | { readonly kind: 'days-torn'; readonly day: string; readonly after: string }
  /** An entry does not name the hash of the one before it. */
  | { readonly kind: 'link-broken'; readonly day: string; readonly seq: number }
  /** The entry is another one than the one that was hashed. */
  | { readonly kind: 'altered'; readonly day: string; readonly seq: number }
  /** A column beside the entry says something else than the entry. */
  | { readonly kind: 'column-altered'; readonly day: string; readonly seq: number; readonly column: 'at' | 'object' | 'actor_id' | 'action' }
  /** The chain ends earlier, later or otherwise than its head says. */
  | { readonly kind: 'end-differs'; readonly day: string; readonly seq: number; readonly headDay: string; readonly headSeq: number }
  /** There are entries but no head, or a head without entries. */
  | { readonly kind: 'head-alone' }
  | { readonly kind: 'head-missing' }
  | ArchiveFault;

/** Where every chain begins. */
export const CHAIN_START: ChainEnd = { day: '', seq: 0, hash: '0'.repeat(64) };

/** sha256 of the bytes of a hash (hexadecimal) followed by a text in UTF-8, as hexadecimal digits. */
export type HashOf = (previousHash: string, text: string) => string;

/** Goes one row further: the new end of the chain, or what is wrong with the row (ADR 5: hash = sha256(previous || day|seq|entry)). */
export function checkRow(end: ChainEnd, row: ChainRow, hashOf: HashOf): { readonly ok: true; readonly end: ChainEnd } | { readonly ok: false; readonly fault: ChainFault } {
  const fault = linkFault(end, row) ?? contentFault(row, hashOf);
  return fault === undefined ? { ok: true, end: { day: row.day, seq: row.seq, hash: row.hash } } : { ok: false, fault };
}

/** Whether a row follows the end of the chain: by number within a day, by hash always. */
export function linkFault(end: ChainEnd, { day, seq, previousHash }: Pick<ChainRow, 'day' | 'seq' | 'previousHash'>): ChainFault | undefined {
  const expected = day === end.day ? end.seq + 1 : 1;
  if (seq !== expected) return { kind: 'gap', day, expected, found: seq };
  if (previousHash === end.hash) return undefined;
  return day === end.day ? { kind: 'link-broken', day, seq } : { kind: 'days-torn', day, after: end.day };
}

function contentFault(row: ChainRow, hashOf: HashOf): ChainFault | undefined {
  const { day, seq } = row;
  if (hashOf(row.previousHash, `${day}|${String(seq)}|${row.entry}`) !== row.hash) return { kind: 'altered', day, seq };
  const said = JSON.parse(row.entry) as Readonly<Record<string, unknown>>;
  const text = (key: string): string | null => (typeof said[key] === 'string' ? said[key] : null);
  if (text('at') !== null && Date.parse(text('at') ?? '') !== row.at) return { kind: 'column-altered', day, seq, column: 'at' };
  if (text('object') !== row.object) return { kind: 'column-altered', day, seq, column: 'object' };
  if (text('actor') !== row.actorId) return { kind: 'column-altered', day, seq, column: 'actor_id' };
  return text('action') === row.action ? undefined : { kind: 'column-altered', day, seq, column: 'action' };
}

/** Whether the chain ends where its head says; `head` undefined: there is none. */
export function checkHead(end: ChainEnd, head: ChainEnd | undefined): ChainFault | undefined {
  if (head === undefined) return end.seq === 0 ? undefined : { kind: 'head-missing' };
  if (end.seq === 0) return { kind: 'head-alone' };
  return head.hash === end.hash && head.day === end.day && head.seq === end.seq ? undefined : { kind: 'end-differs', day: end.day, seq: end.seq, headDay: head.day, headSeq: head.seq };
}
