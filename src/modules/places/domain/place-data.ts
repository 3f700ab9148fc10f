/** The stored lists of administrative units, as their files encode them: rows instead of objects, to load fast. */
export interface PlaceData {
  /** Today's 34 provinces and 3,321 communes (`admin-units.json`). */
  readonly today: {
    readonly provinces: readonly { readonly code: string; readonly fullName: string }[];
    /** Code, full name, code of the province. */
    readonly communes: readonly (readonly [string, string, string])[];
  };
  /** The units until 30 June 2025 (`admin-units-pre-2025-07.json`). */
  readonly former: {
    /** Code, full name. */
    readonly provinces: readonly (readonly [string, string])[];
    /** Code, full name, code of the province. */
    readonly districts: readonly (readonly [string, string, string])[];
    /** Code, full name, code of the district. */
    readonly communes: readonly (readonly [string, string, string])[];
  };
  /** What became of them (`admin-units-mapping-old-new.json`). */
  readonly mapping: {
    /** Code of today's commune to the codes of the communes it was made from. */
    readonly communes: Readonly<Record<string, readonly string[]>>;
    /** Island districts that had no communes: code of the district, code of the special zone. */
    readonly districtsWithoutCommunes: readonly (readonly [string, string])[];
    /** Names that had ended before March 2025: commune, district, province, code of today's commune. */
    readonly earlier: readonly (readonly [string, string, string, string])[];
  };
  /** What was renamed or raised after July 2025 (`admin-units-changes-2025-2026.json`). */
  readonly changes: {
    readonly communes: readonly { readonly code: string; readonly before: string }[];
  };
}
