import { type PlaceData } from './place-data.ts';

/** A province or centrally run city of today. */
export interface Province {
  readonly level: 'province';
  readonly code: string;
  readonly fullName: string;
  readonly communes: Commune[];
}

/** A commune, ward or special zone (xã, phường, đặc khu) of today. */
export interface Commune {
  readonly level: 'commune';
  readonly code: string;
  readonly fullName: string;
  readonly province: Province;
  /** Full names it had between July 2025 and today. */
  readonly formerNames: readonly string[];
}

/** One of the 63 provinces until 30 June 2025. */
export interface FormerProvince {
  readonly level: 'former-province';
  readonly code: string;
  readonly fullName: string;
  readonly today: Province;
  readonly districts: FormerDistrict[];
}

/** A district (huyện, quận, thị xã, thành phố), a level that ended on 30 June 2025. No code when it had ended before March 2025. */
export interface FormerDistrict {
  readonly level: 'former-district';
  readonly code: string | undefined;
  readonly fullName: string;
  readonly province: FormerProvince;
  readonly communes: FormerCommune[];
  /** Every commune of today that has a part of it. */
  readonly today: Commune[];
}

/** A commune until 30 June 2025, or one that had ended before March 2025 and then has no code. */
export interface FormerCommune {
  readonly level: 'former-commune';
  readonly code: string | undefined;
  readonly fullName: string;
  readonly district: FormerDistrict;
  /** Usually one; several when it was divided. */
  readonly today: readonly Commune[];
}

/** Any unit that a text may name. */
export type PlaceUnit = Province | Commune | FormerProvince | FormerDistrict | FormerCommune;

/** All units, joined to each other. */
export interface PlaceUnits {
  readonly provinces: readonly Province[];
  readonly communes: readonly Commune[];
  readonly formerProvinces: readonly FormerProvince[];
  readonly formerDistricts: readonly FormerDistrict[];
  readonly formerCommunes: readonly FormerCommune[];
}

/** Joins the stored lists. Throws on a code that points nowhere: the data files are then broken, not the question. */
export function joinPlaceUnits(data: PlaceData): PlaceUnits {
  const provinces = new Map<string, Province>();
  for (const { code, fullName } of data.today.provinces) provinces.set(code, { level: 'province', code, fullName, communes: [] });
  const communes = joinCommunes(data, provinces);
  const todayOf = new Map<string, Commune[]>();
  for (const [code, formerCodes] of Object.entries(data.mapping.communes)) {
    for (const former of formerCodes) listUnder(todayOf, former).push(known(communes, code));
  }
  const formerProvinces = joinFormerProvinces(data, todayOf, provinces);
  const districts = joinFormerDistricts(data, formerProvinces);
  const formerCommunes = data.former.communes.map(([code, fullName, districtCode]): FormerCommune => {
    return addCommune(known(districts, districtCode), code, fullName, todayOf.get(code) ?? []);
  });
  for (const [district, code] of data.mapping.districtsWithoutCommunes) known(districts, district).today.push(known(communes, code));
  const earlier = joinEarlierCommunes(data, [...formerProvinces.values()], communes);
  return {
    provinces: [...provinces.values()],
    communes: [...communes.values()],
    formerProvinces: [...formerProvinces.values()],
    formerDistricts: [...formerProvinces.values()].flatMap((province) => province.districts),
    formerCommunes: [...formerCommunes, ...earlier],
  };
}

function joinCommunes(data: PlaceData, provinces: ReadonlyMap<string, Province>): Map<string, Commune> {
  const formerNames = new Map<string, string[]>();
  for (const { code, before } of data.changes.communes) listUnder(formerNames, code).push(before);
  const communes = new Map<string, Commune>();
  for (const [code, fullName, provinceCode] of data.today.communes) {
    const province = known(provinces, provinceCode);
    const commune: Commune = { level: 'commune', code, fullName, province, formerNames: formerNames.get(code) ?? [] };
    province.communes.push(commune);
    communes.set(code, commune);
  }
  return communes;
}

/** No province was divided in 2025, so the first of its communes tells where all of it went. */
function joinFormerProvinces(
  data: PlaceData,
  todayOf: ReadonlyMap<string, readonly Commune[]>,
  provinces: ReadonlyMap<string, Province>,
): Map<string, FormerProvince> {
  const provinceOfDistrict = new Map(data.former.districts.map(([code, , province]) => [code, province]));
  const successors = new Map<string, Province>();
  for (const [code, , district] of data.former.communes) {
    const former = known(provinceOfDistrict, district);
    const today = todayOf.get(code)?.[0]?.province;
    if (today !== undefined && !successors.has(former)) successors.set(former, today);
  }
  return new Map(
    data.former.provinces.map(([code, fullName]) => {
      const today = successors.get(code) ?? known(provinces, code);
      return [code, { level: 'former-province', code, fullName, today, districts: [] } satisfies FormerProvince];
    }),
  );
}

function joinFormerDistricts(data: PlaceData, provinces: ReadonlyMap<string, FormerProvince>): Map<string, FormerDistrict> {
  return new Map(
    data.former.districts.map(([code, fullName, provinceCode]) => [code, addDistrict(known(provinces, provinceCode), code, fullName)]),
  );
}

function joinEarlierCommunes(
  data: PlaceData,
  formerProvinces: readonly FormerProvince[],
  communes: ReadonlyMap<string, Commune>,
): readonly FormerCommune[] {
  const provinces = new Map(formerProvinces.map((province) => [province.fullName, province]));
  const grouped = new Map<string, { readonly district: FormerDistrict; readonly name: string; readonly today: Commune[] }>();
  for (const [name, districtName, provinceName, code] of data.mapping.earlier) {
    const province = known(provinces, provinceName);
    const district = province.districts.find(({ fullName }) => fullName === districtName) ?? addDistrict(province, undefined, districtName);
    const key = `${name}|${districtName}|${provinceName}`;
    const entry = grouped.get(key) ?? { district, name, today: [] };
    grouped.set(key, entry);
    entry.today.push(known(communes, code));
  }
  return [...grouped.values()].map(({ district, name, today }) => addCommune(district, undefined, name, today));
}

function addDistrict(province: FormerProvince, code: string | undefined, fullName: string): FormerDistrict {
  const district: FormerDistrict = { level: 'former-district', code, fullName, province, communes: [], today: [] };
  province.districts.push(district);
  return district;
}

function addCommune(district: FormerDistrict, code: string | undefined, fullName: string, today: readonly Commune[]): FormerCommune {
  const commune: FormerCommune = { level: 'former-commune', code, fullName, district, today };
  district.communes.push(commune);
  for (const unit of today) if (!district.today.includes(unit)) district.today.push(unit);
  return commune;
}

function listUnder<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

function known<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the lists of administrative units name “${key}”, which they do not contain`);
  return value;
}
