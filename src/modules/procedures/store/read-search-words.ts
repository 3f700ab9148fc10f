import { type PackFile } from '../domain/load-report.ts';
import { type PackFault, packFault } from '../domain/pack-fault.ts';
import { checkSearchWords, type SearchWords } from '../domain/search-words.ts';

const NO_WORDS: SearchWords = { fillers: [], groups: [] };

/**
 * The everyday language of the search and what is wrong with its file. A group that names a procedure outside `codes` is a fault,
 * but does not take the language of all the others away: such a code simply finds nothing.
 */
export function readSearchWords(file: PackFile | undefined, codes: ReadonlySet<string>): { readonly words: SearchWords; readonly faults: readonly PackFault[] } {
  if (file === undefined) return { words: NO_WORDS, faults: [] };
  let value: unknown;
  try {
    value = JSON.parse(file.text);
  } catch (error) {
    return { words: NO_WORDS, faults: [packFault(file.file, '', 'not-json', { detail: error instanceof Error ? error.message : 'JSON' })] };
  }
  const checked = checkSearchWords(value, file.file, codes);
  if (checked.ok) return { words: checked.value, faults: [] };
  const everyText = (file.text.match(/"[^"]*"/gu) ?? []).map((quoted) => quoted.slice(1, -1));
  const lenient = checkSearchWords(value, file.file, new Set(everyText));
  return { words: lenient.ok ? lenient.value : NO_WORDS, faults: checked.problem };
}
