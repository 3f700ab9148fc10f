import { type PlaceHit } from './find-places.ts';
import { type Commune, type PlaceUnit, type Province } from './place-units.ts';
import { type AddressResolution, type ResolvedCommune, placePath } from './resolve-address.ts';

/** A province of today as plain data. */
export interface ProvinceView {
  readonly code: string;
  readonly fullName: string;
}

/** A commune of today as plain data. */
export interface CommuneView {
  readonly code: string;
  readonly fullName: string;
  readonly provinceCode: string;
  readonly provinceName: string;
}

/** A unit of any time as plain data, with the communes or the province it is today. */
export interface PlaceView {
  readonly level: PlaceUnit['level'];
  /** Null for units that had ended before March 2025. */
  readonly code: string | null;
  readonly fullName: string;
  /** With the units above it. */
  readonly path: string;
  readonly match: PlaceHit['match'];
  readonly todayProvince: ProvinceView;
  /** Empty for provinces. */
  readonly todayCommunes: readonly CommuneView[];
}

/** A commune of today that an address may mean, as plain data. */
export interface ResolvedCommuneView extends CommuneView {
  readonly how: ResolvedCommune['how'];
  /** The former unit that the text names, with the units above it. */
  readonly from: { readonly code: string | null; readonly path: string } | null;
  readonly errors: number;
  readonly score: number;
}

/** What an address means today, as plain data. */
export interface AddressView {
  readonly level: AddressResolution['level'];
  readonly ambiguous: boolean;
  readonly detail: string;
  readonly provinces: readonly ProvinceView[];
  readonly communes: readonly ResolvedCommuneView[];
}

/** A commune of today without the lists that hang on it. */
export function viewCommune({ code, fullName, province }: Commune): CommuneView {
  return { code, fullName, provinceCode: province.code, provinceName: province.fullName };
}

/** A province of today without the lists that hang on it. */
export function viewProvince({ code, fullName }: Province): ProvinceView {
  return { code, fullName };
}

/** A found unit with what it is today. */
export function viewPlace({ unit, match }: PlaceHit): PlaceView {
  return {
    level: unit.level,
    code: unit.code ?? null,
    fullName: unit.fullName,
    path: placePath(unit),
    match,
    todayProvince: viewProvince(provinceToday(unit)),
    todayCommunes: communesToday(unit).map(viewCommune),
  };
}

/** A resolved address with its communes. */
export function viewAddress({ level, ambiguous, detail, provinces, communes }: AddressResolution): AddressView {
  return {
    level,
    ambiguous,
    detail,
    provinces: provinces.map(viewProvince),
    communes: communes.map(({ commune, how, from, errors, score }) => ({
      ...viewCommune(commune),
      how,
      from: from === undefined ? null : { code: from.code ?? null, path: placePath(from) },
      errors,
      score,
    })),
  };
}

function provinceToday(unit: PlaceUnit): Province {
  switch (unit.level) {
    case 'province':
      return unit;
    case 'commune':
      return unit.province;
    case 'former-province':
      return unit.today;
    case 'former-district':
      return unit.province.today;
    case 'former-commune':
      return unit.district.province.today;
  }
}

function communesToday(unit: PlaceUnit): readonly Commune[] {
  switch (unit.level) {
    case 'commune':
      return [unit];
    case 'former-district':
    case 'former-commune':
      return unit.today;
    case 'province':
    case 'former-province':
      return [];
  }
}
