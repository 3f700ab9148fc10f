import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PackFile } from '../modules/procedures/domain/load-report.ts';

/** The file of a catalogue folder that holds the everyday language of the search instead of a pack. */
const SEARCH_WORDS_FILE = 'synonyms.json';

/** The files of a catalogue folder: the packs, and the everyday language of the search if the folder has it. */
export interface CatalogueFolder {
  readonly packs: readonly PackFile[];
  readonly searchWords: PackFile | undefined;
}

/** Reads every JSON file directly in a folder, in the order of their names; throws what the file system throws. */
export async function readCatalogueFolder(folder: string): Promise<CatalogueFolder> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const files = await Promise.all(names.map(async (file) => ({ file, text: await readFile(join(folder, file), 'utf8') })));
  return {
    packs: files.filter((one) => one.file !== SEARCH_WORDS_FILE),
    searchWords: files.find((one) => one.file === SEARCH_WORDS_FILE),
  };
}
