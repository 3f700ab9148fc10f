import { type LocalDate } from '../../../kernel/local-time.ts';

/** A unit or a village as a change begins it. A village has its kind and no fields. */
export interface NewUnit {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly fields: readonly string[];
}

/** A unit or a village that is there, was there, or will be; named as on the day of the change. */
export interface KnownUnit extends NewUnit {
  readonly validFrom: LocalDate;
  /** The last day; null while no end is known. */
  readonly validTo: LocalDate | null;
}

/** What changes from a day on. Closing, merging and splitting end a unit with the day before. */
export type UnitChange =
  | { readonly kind: 'add'; readonly unit: NewUnit }
  | { readonly kind: 'rename'; readonly unitId: string; readonly name: string; readonly shortName: string; readonly fields: readonly string[] }
  | { readonly kind: 'close'; readonly unitId: string }
  /** `unitIds` end; they become the unit that is there already, or the new one. */
  | { readonly kind: 'merge'; readonly unitIds: readonly string[]; readonly into: string | NewUnit }
  /** The first of the new units takes over what no field decides. */
  | { readonly kind: 'split'; readonly unitId: string; readonly into: readonly NewUnit[] };

/** A position that is held on the day of a change or later in a unit that ends. */
export interface PositionThere {
  readonly positionId: string;
  readonly staffId: string;
  readonly unitId: string;
  /** Empty: every field. */
  readonly fields: readonly string[];
}

/** What a decision on units needs to know. */
export interface UnitFacts {
  readonly today: LocalDate;
  readonly units: readonly KnownUnit[];
  /** Earlier and planned successions. */
  readonly successors: readonly { readonly unitId: string; readonly successorId: string }[];
  /** Changes that are entered, not withdrawn, and begin after today, with the units that they touch. */
  readonly planned: readonly { readonly effectiveOn: LocalDate; readonly unitIds: readonly string[] }[];
  /** Positions that hold on the day of the change or later. */
  readonly positions: readonly PositionThere[];
  /** Open dossiers that were moved to a unit. */
  readonly openDossiers: ReadonlyMap<string, number>;
  /** The fields of the catalogue in force. */
  readonly fields: ReadonlySet<string>;
}

/** What a change writes. */
export interface UnitPlan {
  readonly opened: readonly NewUnit[];
  /** New names or fields of units that go on. */
  readonly versions: readonly { readonly unitId: string; readonly name: string; readonly shortName: string; readonly fields: readonly string[] }[];
  /** Units whose last day is the day before. */
  readonly closed: readonly string[];
  /** In their order: the first successor of a unit takes over what no field decides. */
  readonly successors: readonly { readonly unitId: string; readonly successorId: string }[];
  readonly positions: readonly { readonly positionId: string; readonly toUnitId: string }[];
}
