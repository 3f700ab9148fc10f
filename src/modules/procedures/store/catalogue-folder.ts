import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PackFile } from '../domain/load-report.ts';

/** The catalogue that comes with the program. */
export const OWN_CATALOGUE: string = fileURLToPath(new URL('../../../../data/procedures/', import.meta.url));

/** The file of a catalogue folder that holds the everyday language of the search instead of a pack. */
const SEARCH_WORDS_FILE = 'synonyms.json';

/** The files of a catalogue folder: the packs, and the everyday language of the search if the folder has it. */
export interface CatalogueFolder {
  readonly packs: readonly PackFile[];
  readonly searchWords: PackFile | undefined;
}

/** Reads every JSON file directly in a folder, in the order of their names; throws what the file system throws. */
export function readCatalogueFolder(folder: string): CatalogueFolder {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json')).sort();
  // Some four hundred small files, read before the server listens: one after another is faster than promises.
  const files = names.map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
  return {
    packs: files.filter((one) => one.file !== SEARCH_WORDS_FILE),
    searchWords: files.find((one) => one.file === SEARCH_WORDS_FILE),
  };
}

/** Reads only the everyday language of a folder; undefined when the folder has none. */
export function readSearchWordsFile(folder: string): PackFile | undefined {
  const path = join(folder, SEARCH_WORDS_FILE);
  return existsSync(path) ? { file: SEARCH_WORDS_FILE, text: readFileSync(path, 'utf8') } : undefined;
}
