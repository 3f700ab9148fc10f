import { readFileSync } from 'node:fs';
import { type SupplementRuleFile } from '../domain/supplement-rules.ts';

let loaded: SupplementRuleFile | undefined;

/** `data/supplement-rules.json`, read once. The file is part of the program and checked by its test. */
export function supplementRuleFile(): SupplementRuleFile {
  loaded ??= JSON.parse(readFileSync(new URL('../../../../data/supplement-rules.json', import.meta.url), 'utf8')) as SupplementRuleFile;
  return loaded;
}
