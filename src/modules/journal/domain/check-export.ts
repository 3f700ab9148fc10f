import { CHAIN_START, type ChainEnd, type HashOf, linkFault } from './check-chain.ts';
import { decodeRecord, type ExportFormat, type ExportHead, type ExportRecord, type ExportRow, splitMark } from './export-format.ts';

/** What is wrong with an exported file, at its first place. `n` counts the entries of the file. */
export type ExportFault =
  | { readonly kind: 'not-an-export' }
  | { readonly kind: 'unreadable'; readonly line: number }
  /** Entry `n` is gone; `day` and `seq` name the one that stands there instead. */
  | { readonly kind: 'removed'; readonly n: number; readonly day: string; readonly seq: number }
  | { readonly kind: 'moved'; readonly n: number; readonly day: string; readonly seq: number }
  /** Its original text is another one than was hashed. */
  | { readonly kind: 'altered'; readonly n: number; readonly day: string; readonly seq: number }
  /** A whole export: the entry does not follow the one before it in the chain, so that entries were taken out, put in or replaced. */
  | { readonly kind: 'torn'; readonly n: number; readonly day: string; readonly seq: number }
  /** The words beside the original text, or the line of a day, are others than were written. */
  | { readonly kind: 'words-altered'; readonly line: number; readonly n: number | null }
  | { readonly kind: 'root-differs'; readonly day: string }
  | { readonly kind: 'cut-off'; readonly rows: number };

/** How far a file was read. */
export interface ExportCheck {
  readonly line: number;
  readonly head: ExportHead | undefined;
  readonly rows: number;
  /** The last entry, for the chain of a whole export. */
  readonly end: ChainEnd;
  readonly mark: string;
  readonly days: number;
  readonly ended: boolean;
}

/** Before the first line. */
export const EXPORT_START: ExportCheck = { line: 0, head: undefined, rows: 0, end: CHAIN_START, mark: CHAIN_START.hash, days: 0, ended: false };

type Checked = { readonly ok: true; readonly check: ExportCheck } | { readonly ok: false; readonly fault: ExportFault };

const bad = (fault: ExportFault): Checked => ({ ok: false, fault });

/**
 * Goes one line further. What an entry itself says is looked at before its mark, so that the first entry that is altered, gone or moved is named.
 * A whole export is compared with the chain of the journal; a part of it entry by entry, and its order by the marks alone.
 */
export function checkExportLine(before: ExportCheck, format: ExportFormat, text: string, hashOf: HashOf): Checked {
  const line = before.line + 1;
  const split = splitMark(format, text);
  const record = split === undefined ? undefined : decodeRecord(format, split.text);
  if (split === undefined || record === undefined || before.ended) return before.head === undefined ? bad({ kind: 'not-an-export' }) : bad({ kind: 'unreadable', line });
  if ((before.head === undefined) !== (record.record === 'file')) return bad(before.head === undefined ? { kind: 'not-an-export' } : { kind: 'unreadable', line });
  const next = { ...before, line, mark: split.mark };
  const said = checkRecord(next, record, hashOf);
  if (!said.ok) return said;
  if (hashOf(before.mark, split.text) !== split.mark) return bad({ kind: 'words-altered', line, n: record.record === 'row' ? record.row.n : null });
  return said;
}

function checkRecord(next: ExportCheck, record: ExportRecord, hashOf: HashOf): Checked {
  switch (record.record) {
    case 'file':
      return (record.head.format as string) === 'xaso-journal-export' ? { ok: true, check: { ...next, head: record.head, end: record.head.start } } : bad({ kind: 'not-an-export' });
    case 'row':
      return checkExportedRow(next, record.row, hashOf);
    case 'root': {
      const { end } = next;
      // A part of the journal may lack the last entry of a day.
      const mine = end.day === record.day && end.seq === record.count;
      if ((next.head?.whole === true || mine) && (!mine || end.hash !== record.root)) return bad({ kind: 'root-differs', day: record.day });
      return { ok: true, check: { ...next, days: next.days + 1 } };
    }
    case 'end':
      return record.rows === next.rows ? { ok: true, check: { ...next, ended: true } } : bad({ kind: 'cut-off', rows: next.rows });
  }
}

function checkExportedRow(next: ExportCheck, { n, day, seq, entry, previousHash, hash }: ExportRow, hashOf: HashOf): Checked {
  const expected = next.rows + 1;
  if (n > expected) return bad({ kind: 'removed', n: expected, day, seq });
  if (n < expected || day < next.end.day || (day === next.end.day && seq <= next.end.seq)) return bad({ kind: 'moved', n, day, seq });
  if (hashOf(previousHash, `${day}|${String(seq)}|${entry}`) !== hash) return bad({ kind: 'altered', n, day, seq });
  if (next.head?.whole === true && linkFault(next.end, { day, seq, previousHash }) !== undefined) return bad({ kind: 'torn', n, day, seq });
  return { ok: true, check: { ...next, rows: expected, end: { day, seq, hash } } };
}

/** What is wrong once the file is at its end: whether it was cut off. */
export function checkExportEnd(check: ExportCheck): ExportFault | undefined {
  if (check.head === undefined) return { kind: 'not-an-export' };
  return check.ended ? undefined : { kind: 'cut-off', rows: check.rows };
}
