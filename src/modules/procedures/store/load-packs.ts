import { fileURLToPath } from 'node:url';
import { dateAt } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { type PackFault } from '../domain/pack-fault.ts';
import { readCatalogueFolder } from './catalogue-folder.ts';
import { changeVersions, insertVersions, listLoadedVersions } from './procedure-versions.ts';
import { isAsLoaded, readCatalogue } from './read-catalogue.ts';
import { readSearchWords } from './read-search-words.ts';

/** What a start loaded, and what it refused. */
export interface LoadedPacks {
  readonly files: number;
  /** Versions that were new to the database. */
  readonly loaded: number;
  readonly faults: readonly PackFault[];
  /** The same for the person at the terminal, in Vietnamese and English; empty when there was nothing new and nothing wrong. */
  readonly sentences: readonly string[];
}

const MOST_FAULT_LINES = 20;

/**
 * Loads the packs of a folder into the database at start. `ownerDb` must be the owner's connection: the application role cannot change
 * a loaded version. A faulty file is named and left out, the others load; a version that changed without a new number is refused.
 */
export async function loadPacks(ownerDb: Database, folder: string | URL, now: Date): Promise<LoadedPacks> {
  const read = readCatalogueFolder(typeof folder === 'string' ? folder : fileURLToPath(folder));
  const files = read.packs.length;
  const loaded = await listLoadedVersions(ownerDb);
  if (isAsLoaded(read, loaded)) {
    const { faults } = readSearchWords(read.searchWords, new Set(loaded.filter((one) => one.public).map((one) => one.code)));
    return { files, loaded: 0, faults, sentences: sentences(files, 0, faults) };
  }
  const { report, fresh, changes } = await readCatalogue(ownerDb, read, loaded, dateAt(now.getTime()));
  await ownerDb.transaction().execute(async (tx) => {
    await changeVersions(tx, changes);
    await insertVersions(tx, fresh, now);
  });
  return { files, loaded: fresh.length, faults: report.faults, sentences: sentences(files, fresh.length, report.faults) };
}

function sentences(files: number, loaded: number, faults: readonly PackFault[]): readonly string[] {
  const said: string[] = [];
  if (loaded > 0) {
    said.push(`Danh mục thủ tục: đọc ${files} tệp, nạp ${loaded} phiên bản mới.`, `Procedure catalogue: ${files} files read, ${loaded} new versions loaded.`);
  }
  if (faults.length === 0) return said;
  const faulty = new Set(faults.map((fault) => fault.file)).size;
  said.push(
    `Có ${faulty} tệp trong danh mục thủ tục sai; phần sai không được nạp. Xem đủ bằng lệnh: xaso procedures check`,
    `${faulty} files of the procedure catalogue are faulty; what is faulty was not loaded. See all of it with: xaso procedures check`,
  );
  for (const fault of faults.slice(0, MOST_FAULT_LINES)) said.push(`  ${fault.file} ${fault.field}: ${fault.words.vi} / ${fault.words.en}`);
  if (faults.length > MOST_FAULT_LINES) said.push(`  và ${faults.length - MOST_FAULT_LINES} chỗ nữa / and ${faults.length - MOST_FAULT_LINES} more`);
  return said;
}
