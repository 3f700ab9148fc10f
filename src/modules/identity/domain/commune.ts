import { type CommuneKind, type UnitKind } from './default-units.ts';

/** A commune that this installation serves. */
export interface Commune {
  readonly code: string;
  readonly provinceCode: string;
  /** Without its kind: “Hoa Lộc”. */
  readonly name: string;
  readonly kind: CommuneKind;
  readonly provinceName: string;
  /** First part of every dossier code (Quyết định 20/2020/QĐ-TTg). */
  readonly agencyCode: string;
  readonly centreName: string;
  readonly address: string;
  readonly hotline: string;
  readonly email: string | null;
}

/** A body of the commune, with the fields (lĩnh vực) it looks after; none listed means it has no field of its own. */
export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly fields: readonly string[];
}

export type VillageKind = 'thôn' | 'bản' | 'khu phố' | 'tổ dân phố';

/** A village with the leader of its community digital team, if it has one. */
export interface Village {
  readonly id: string;
  readonly name: string;
  readonly kind: VillageKind;
  readonly teamLeaderName: string | null;
  readonly teamLeaderPhone: string | null;
}

/** A commune of the country's list, to choose from at set-up. */
export interface CommuneChoice {
  readonly code: string;
  readonly name: string;
  readonly kind: CommuneKind;
  readonly provinceCode: string;
  /** With its kind: “Tỉnh Thanh Hóa”. */
  readonly provinceName: string;
}
