import { findPlaces as findUnits } from './domain/find-places.ts';
import {
  type AddressView,
  type CommuneView,
  type PlaceView,
  type ProvinceView,
  viewAddress,
  viewCommune,
  viewPlace,
  viewProvince,
} from './domain/place-views.ts';
import { resolveAddress as resolve } from './domain/resolve-address.ts';
import { loadPlaceIndex } from './load-places.ts';

export type { AddressView, CommuneView, PlaceView, ProvinceView };

/** Finds units of today and of before by name, code or the beginning of a name, best first. The first call loads the lists. */
export function findPlaces(query: string, limit = 10): readonly PlaceView[] {
  return findUnits(query, loadPlaceIndex(), limit).map(viewPlace);
}

/** Finds today's communes for an address of any time, best first, and says how it follows. The first call loads the lists. */
export function resolveAddress(text: string): AddressView {
  return viewAddress(resolve(text, loadPlaceIndex()));
}

/** The commune of today with this five-digit code, if there is one. */
export function findCommune(code: string): CommuneView | undefined {
  const unit = loadPlaceIndex().byCode.get(code)?.find(({ level }) => level === 'commune');
  return unit?.level === 'commune' ? viewCommune(unit) : undefined;
}

/** The 34 provinces and centrally run cities of today, by code. */
export function listProvinces(): readonly ProvinceView[] {
  return loadPlaceIndex().units.provinces.map(viewProvince);
}

/** The communes of today of one province, by code; empty for an unknown province. */
export function listCommunes(provinceCode: string): readonly CommuneView[] {
  const province = loadPlaceIndex().units.provinces.find(({ code }) => code === provinceCode);
  return (province?.communes ?? []).map(viewCommune);
}
