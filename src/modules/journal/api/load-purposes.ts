import { readFileSync } from 'node:fs';
import { type PurposesResponse } from '../contract/journal-schemas.ts';

let loaded: PurposesResponse['items'] | undefined;

/** `data/view-purposes.json`, read once: the purposes that are offered, in their order. */
export function listedPurposes(): PurposesResponse['items'] {
  loaded ??= (JSON.parse(readFileSync(new URL('../../../../data/view-purposes.json', import.meta.url), 'utf8')) as { readonly purposes: PurposesResponse['items'] }).purposes;
  return loaded;
}
