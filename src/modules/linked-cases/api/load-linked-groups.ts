import { readdirSync, readFileSync } from 'node:fs';
import { type LinkedGroup } from '../domain/linked-group.ts';

const FOLDER = new URL('../../../../data/linked-groups/', import.meta.url);

let loaded: readonly LinkedGroup[] | undefined;

/** The groups of `data/linked-groups/`, read once. The files are part of the program and checked by its tests. */
export function loadLinkedGroups(): readonly LinkedGroup[] {
  loaded ??= readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as LinkedGroup);
  return loaded;
}
