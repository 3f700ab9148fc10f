import { type Database } from '../../../platform/db/database.ts';
import { CHAIN_START, type ChainEnd, type ChainFault, checkHead, checkRow, linkFault } from '../domain/check-chain.ts';
import { type ChainRange, findHead, findRowAfter, findRowBefore, readChain } from '../store/chain-rows.ts';
import { hashOf } from './hash-of.ts';

/** How a verification ended: how many rows were read, where the chain stands, and the first thing that is wrong. */
export interface Verification {
  readonly rows: number;
  readonly end: ChainEnd;
  readonly fault: ChainFault | undefined;
}

/**
 * Reads the rows of a range and recomputes the chain. A range that begins later hangs in the row before it, and one that ends earlier must be
 * followed by the row after it, so that what is gone at its edges is found as well. Without an end the head is compared.
 */
export async function verifyJournal(db: Database, range: ChainRange): Promise<Verification> {
  // First the head: what is written while this runs comes after it.
  const head = await findHead(db, range.communeCode);
  let end = range.from === null ? CHAIN_START : ((await findRowBefore(db, range.communeCode, range.from)) ?? CHAIN_START);
  let rows = 0;
  for await (const part of readChain(db, range)) {
    for (const row of part) {
      if (head !== undefined && isAfter(row, head)) return { rows, end, fault: checkHead(end, head) };
      const checked = checkRow(end, row, hashOf);
      if (!checked.ok) return { rows, end, fault: checked.fault };
      ({ end } = checked);
      rows += 1;
    }
  }
  const next = range.to === null ? undefined : await findRowAfter(db, range.communeCode, range.to);
  if (next !== undefined) return { rows, end, fault: linkFault(end, next) };
  // A range that lies wholly after the head has nothing to say.
  return { rows, end, fault: checkHead(end, head) };
}

function isAfter(row: Pick<ChainEnd, 'day' | 'seq'>, head: ChainEnd): boolean {
  return row.day > head.day || (row.day === head.day && row.seq > head.seq);
}
