import { dateAt } from '../../../kernel/local-time.ts';
import { actionKind, actionWords } from '../contract/action-words.ts';
import { objectWords } from '../contract/object-words.ts';
import { ROLE_WORDS } from '../contract/role-words.ts';
import { CHAIN_START, type ChainEnd, type ChainRow } from '../domain/check-chain.ts';
import { CSV_COLUMNS, encodeRecord, type ExportFormat, type ExportHead, type ExportRecord, type ExportRow, isWhole, markRecord } from '../domain/export-format.ts';
import { hashOf } from './hash-of.ts';
import { namedLines, type NamingDeps } from './journal-view.ts';
import { type ChainPlaces, readWholeChain } from './whole-chain.ts';

/** What an export will contain, fixed before it starts: the same order gives the same file. */
export interface ExportPlan {
  readonly format: ExportFormat;
  readonly head: ExportHead;
  /** The last row of the journal when the export was ordered; later ones are not in it. */
  readonly until: ChainEnd;
}

/** What came of it. */
export interface ExportDone {
  readonly rows: number;
  /** The mark of the last line: who has it can tell whether the file is the one that was made. */
  readonly mark: string;
}

/** Rows that are turned into words at once. */
const NAMED_AT_ONCE = 1000;

/**
 * The file as text, part by part: constant memory however long the period is. Every line carries a mark over itself and the mark of the line
 * before; entries carry their text and hashes as they lie in the chain; each day ends with its root. `onDone` hears of a file that was made whole.
 */
export async function* exportLines(places: ChainPlaces, naming: NamingDeps, plan: ExportPlan, onDone: (done: ExportDone) => Promise<void>): AsyncGenerator<string> {
  const { format, head, until } = plan;
  const writer = createWriter(format);
  yield `${format === 'csv' ? `\ufeff${CSV_COLUMNS.join(',')}\r\n` : ''}${writer.write({ record: 'file', head })}`;
  let [rows, open]: [number, ChainEnd] = [0, CHAIN_START];
  const today = dateAt(Date.parse(head.madeAt));
  const rootOf = ({ day, seq, hash }: ChainEnd): ExportRecord => ({ record: 'root', day, count: seq, root: hash, over: day < today });
  for await (const { rows: part } of readWholeChain(places, { communeCode: head.commune, from: head.from, to: head.to })) {
    for (let from = 0; from < part.length; from += NAMED_AT_ONCE) {
      const some = part.slice(from, from + NAMED_AT_ONCE).filter((row) => row.day < until.day || (row.day === until.day && row.seq <= until.seq));
      const named = await wordsOf(naming, head, some);
      let text = '';
      for (const row of some) {
        if (open.day !== '' && row.day !== open.day) text += writer.write(rootOf(open));
        open = row;
        const words = named.get(row);
        if (words === undefined) continue;
        rows += 1;
        text += writer.write({ record: 'row', row: { n: rows, ...words } });
      }
      if (text !== '') yield text;
    }
  }
  if (open.day !== '') yield writer.write(rootOf(open));
  yield writer.write({ record: 'end', rows });
  await onDone({ rows, mark: writer.mark() });
}

function createWriter(format: ExportFormat): { readonly write: (record: ExportRecord) => string; readonly mark: () => string } {
  let mark = CHAIN_START.hash;
  return {
    write: (record) => {
      const text = encodeRecord(format, record);
      mark = hashOf(mark, text);
      return `${markRecord(format, text, mark)}${format === 'csv' ? '\r\n' : '\n'}`;
    },
    mark: () => mark,
  };
}

/** The rows that the export is asked for, in Vietnamese words: what leaves the office is read by its auditors. */
async function wordsOf(naming: NamingDeps, head: ExportHead, rows: readonly ChainRow[]): Promise<ReadonlyMap<ChainRow, Omit<ExportRow, 'n'>>> {
  const wanted = isWhole(head) ? rows : rows.filter((row) => fits(head, row));
  if (wanted.length === 0) return new Map();
  const named = await namedLines(naming, head.commune, wanted.map(({ day, seq, at, entry }) => ({ day, seq, at: new Date(at), entry })));
  return new Map(wanted.map((row, index) => {
    const line = named[index];
    const { day, seq, entry, previousHash, hash } = row;
    return [row, {
      day, seq, at: new Date(row.at).toISOString(),
      person: line?.actor?.name ?? (line?.byLink === true ? 'người giữ đường dẫn' : 'chương trình'),
      positions: (line?.positions ?? []).map(({ role, unit }) => [ROLE_WORDS[role]?.vi ?? role, unit].filter((words) => words !== null).join(', ')).join('; '),
      action: actionWords(line?.action ?? '').vi, about: objectWords(line?.object ?? '')?.vi ?? line?.object ?? '', code: line?.code ?? '', purpose: line?.purpose?.words ?? '', address: line?.address ?? '',
      entry, previousHash, hash,
    }];
  }));
}

function fits({ unitId, staffId, kind }: ExportHead, row: ChainRow): boolean {
  if (staffId !== null && row.actorId !== staffId) return false;
  if (kind !== 'all' && actionKind(row.action ?? '') !== kind) return false;
  if (unitId === null) return true;
  const { positions } = JSON.parse(row.entry) as { readonly positions?: readonly { readonly unit: string }[] };
  return (positions ?? []).some(({ unit }) => unit === unitId);
}
