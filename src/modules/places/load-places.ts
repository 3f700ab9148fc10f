import { readFileSync } from 'node:fs';
import { type PlaceData } from './domain/place-data.ts';
import { type PlaceIndex, createPlaceIndex } from './domain/place-index.ts';

const DATA_FOLDER = new URL('../../../data/', import.meta.url);

let loaded: PlaceIndex | undefined;

/** The index over the stored lists, built at the first call and kept: a server that is never asked pays nothing. */
export function loadPlaceIndex(): PlaceIndex {
  loaded ??= createPlaceIndex(readPlaceData());
  return loaded;
}

/** Reads the four lists from the data folder. */
export function readPlaceData(): PlaceData {
  return {
    today: readList('admin-units'),
    former: readList('admin-units-pre-2025-07'),
    mapping: readList('admin-units-mapping-old-new'),
    changes: readList('admin-units-changes-2025-2026'),
  };
}

/** The files are part of the program and checked by its tests, so their shape is taken as given. */
function readList<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`${name}.json`, DATA_FOLDER), 'utf8')) as T;
}
