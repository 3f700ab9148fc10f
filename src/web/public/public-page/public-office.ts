/** One session of the week in which the counters are open. */
export interface OfficeHours {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** `07:00`. */
  readonly opens: string;
  readonly closes: string;
}

/** What every page says about the office it belongs to. */
export interface PublicOffice {
  /** With its kind, such as “Xã Hoa Lộc”. */
  readonly name: string;
  /** Such as “Trung tâm Phục vụ hành chính công xã Hoa Lộc”. */
  readonly centreName: string;
  readonly address: string;
  readonly hotline: string;
  /** Those of today. */
  readonly hours: readonly OfficeHours[];
  /** On the last day before other hours begin: the hours that begin tomorrow. */
  readonly hoursTomorrow?: { readonly from: string; readonly hours: readonly OfficeHours[] } | null;
}
