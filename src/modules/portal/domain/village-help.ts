/** A village and the leader of its community digital team, as far as the office has published them. */
export interface VillageHelp {
  readonly id: string;
  /** Such as “Đông Hòa”, or with its kind, “Khu phố 3”. */
  readonly name: string;
  readonly kind: 'thôn' | 'bản' | 'khu phố' | 'tổ dân phố';
  readonly teamLeaderName: string | null;
  readonly teamLeaderPhone: string | null;
}

/** The village's name with its kind, once: “thôn Đông Hòa”, “Khu phố 3”. */
export function villageLabel(village: Pick<VillageHelp, 'name' | 'kind'>): string {
  return village.name.toLocaleLowerCase('vi').startsWith(`${village.kind} `) ? village.name : `${village.kind} ${village.name}`;
}

/** The villages in the order of the Vietnamese alphabet, numbers as numbers: Khu phố 2 before Khu phố 10. */
export function sortVillages(villages: readonly VillageHelp[]): readonly VillageHelp[] {
  const order = new Intl.Collator('vi', { numeric: true });
  return villages.toSorted((a, b) => order.compare(a.name, b.name));
}
