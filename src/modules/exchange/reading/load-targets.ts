import { readdirSync, readFileSync } from 'node:fs';
import { DOSSIER_VALUES, type DossierValue } from '../domain/dossier-values.ts';

/** The order in which another system's screen asks for the facts of a dossier; a file of `data/exchange-targets/`. */
export interface ExchangeTarget {
  readonly code: string;
  readonly name: string;
  readonly note: string;
  readonly fields: readonly { readonly label: string; readonly value: DossierValue }[];
}

const FOLDER = new URL('../../../../data/exchange-targets/', import.meta.url);
let loaded: readonly ExchangeTarget[] | undefined;

/** All of them by name, read once. Throws on a file that names a value that does not exist: the files are part of the program. */
export function loadTargets(): readonly ExchangeTarget[] {
  loaded ??= readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const target = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as ExchangeTarget;
      const strange = target.fields.find(({ value }) => !DOSSIER_VALUES.includes(value));
      if (strange !== undefined) throw new Error(`${name} asks for ${strange.value}, which no dossier has`);
      return target;
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
  return loaded;
}
