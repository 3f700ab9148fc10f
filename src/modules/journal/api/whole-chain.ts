import { type Database } from '../../../platform/db/database.ts';
import { type ArchivedMonth } from '../domain/archive-header.ts';
import { type ChainRow } from '../domain/check-chain.ts';
import { monthOf } from '../domain/archive-months.ts';
import { type ArchiveFiles } from '../store/archive-file.ts';
import { listArchivedMonths } from '../store/archived-months.ts';
import { type ChainRange, readChain } from '../store/chain-rows.ts';

/** Where the chain of a commune lies: the older months in sealed files, the rest in the tables. */
export interface ChainPlaces {
  readonly db: Database;
  readonly archives: ArchiveFiles;
}

/** A part of the chain, and the archive that it comes from; undefined: the tables. */
export interface ChainPart {
  readonly month: ArchivedMonth | undefined;
  readonly rows: readonly ChainRow[];
}

/**
 * The rows of a range in their order, from archives and tables together, part by part, so that years of them need no memory. Throws
 * `ArchiveFaulty` when a file that is needed cannot be read.
 */
export async function* readWholeChain({ db, archives }: ChainPlaces, range: ChainRange): AsyncGenerator<ChainPart> {
  const months = (await listArchivedMonths(db, range.communeCode)).filter(({ month }) => month >= monthOf(range.from ?? '0000-00') && month <= monthOf(range.to ?? '9999-99'));
  for (const month of months) {
    for await (const rows of archives.read(range.communeCode, month)) yield { month, rows: rows.filter(({ day }) => day >= (range.from ?? '') && day <= (range.to ?? '9999-99-99')) };
  }
  for await (const rows of readChain(db, range)) yield { month: undefined, rows };
}
