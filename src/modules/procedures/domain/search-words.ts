import { type Result } from '../../../kernel/result.ts';
import { type PackFault, packFault } from './pack-fault.ts';
import { list, object, type Place, type Reader, text } from './read-shape.ts';

/** What people say for something that has official words, or a name of its own for certain procedures. */
export interface SynonymGroup {
  readonly say: readonly string[];
  /** The official words that are searched as well. */
  readonly mean: string;
  /** The procedures that these phrases name directly; may be empty. */
  readonly codes: readonly string[];
}

/** The everyday language of the search: words without meaning, and groups of words with one meaning. */
export interface SearchWords {
  readonly fillers: readonly string[];
  readonly groups: readonly SynonymGroup[];
}

interface SearchWordsFile extends SearchWords {
  readonly meta: Readonly<Record<'about' | 'format' | 'source' | 'curatedOn', string>>;
}

const searchWords: Reader<SearchWordsFile> = object<SearchWordsFile>({
  meta: object<SearchWordsFile['meta']>({ about: text, format: text, source: text, curatedOn: text }),
  fillers: list(text),
  groups: list(object<SynonymGroup>({ say: list(text, 1), mean: text, codes: list(text) })),
});

/**
 * Checks the parsed content of `synonyms.json`. `codes` are the procedures that citizens can see:
 * a group that names any other code is a fault. Refuses with every fault that was found.
 */
export function checkSearchWords(value: unknown, file: string, codes: ReadonlySet<string>): Result<SearchWords, readonly PackFault[]> {
  const faults: PackFault[] = [];
  const report: Place['report'] = (field, code, ...facts) => {
    faults.push(packFault(file, field, code, ...facts));
  };
  const read = searchWords({ field: '', englishNeeded: false, report }, value);
  const said = new Map<string, string>();
  read?.groups.forEach((group, index) => {
    group.codes.forEach((code, at) => {
      if (!codes.has(code)) report(`groups[${index}].codes[${at}]`, 'unknown-code', { found: code });
    });
    group.say.forEach((phrase, at) => {
      const field = `groups[${index}].say[${at}]`;
      const first = said.get(phrase);
      if (first === undefined) said.set(phrase, field);
      else report(field, 'duplicate', { found: phrase, first });
    });
  });
  return read !== undefined && faults.length === 0 ? { ok: true, value: { fillers: read.fillers, groups: read.groups } } : { ok: false, problem: faults };
}
