import { readdirSync, readFileSync } from 'node:fs';
import { type FormTemplateSet } from './form-template.ts';

const FOLDER = new URL('../../../../data/form-templates/', import.meta.url);

let loaded: readonly FormTemplateSet[] | undefined;

/** The circulars' forms of `data/form-templates/`, newest first; read once. The files are part of the program and checked by its tests. */
export function loadFormTemplates(): readonly FormTemplateSet[] {
  loaded ??= readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as FormTemplateSet)
    .sort((a, b) => (b.validFrom ?? '').localeCompare(a.validFrom ?? ''));
  return loaded;
}
