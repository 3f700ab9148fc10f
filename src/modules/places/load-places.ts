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

/** Reads the four lists from the data folder. Their shape is taken as given: they are part of the program and its tests check them. */
export function readPlaceData(): PlaceData {
  return {
    today: readList('admin-units') as PlaceData['today'],
    former: readList('admin-units-pre-2025-07') as PlaceData['former'],
    mapping: readList('admin-units-mapping-old-new') as PlaceData['mapping'],
    changes: readList('admin-units-changes-2025-2026') as PlaceData['changes'],
  };
}

function readList(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, DATA_FOLDER), 'utf8'));
}
