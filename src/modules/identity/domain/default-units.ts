/** What a unit of the commune is for. */
export type UnitKind = 'office' | 'department' | 'centre' | 'police' | 'counter' | 'leadership';

export type CommuneKind = 'xã' | 'phường' | 'đặc khu';

/** A unit that every commune has, before it renames or adds to them. */
export interface DefaultUnit {
  readonly kind: UnitKind;
  readonly name: string;
  readonly shortName: string;
}

/**
 * The bodies of a commune under Nghị định 150/2025/NĐ-CP and its public administrative service centre under Nghị định
 * 118/2025/NĐ-CP. A xã has a Phòng Kinh tế; elsewhere it also looks after infrastructure and carries the longer name.
 */
export function defaultUnits(kind: CommuneKind): readonly DefaultUnit[] {
  const economy =
    kind === 'xã'
      ? { name: 'Phòng Kinh tế', shortName: 'Kinh tế' }
      : { name: 'Phòng Kinh tế, Hạ tầng và Đô thị', shortName: 'KT-HT-ĐT' };
  return [
    { kind: 'leadership', name: `Lãnh đạo Ủy ban nhân dân ${kind}`, shortName: 'Lãnh đạo UBND' },
    { kind: 'centre', name: `Trung tâm Phục vụ hành chính công ${kind}`, shortName: 'Trung tâm PVHCC' },
    { kind: 'office', name: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân', shortName: 'Văn phòng' },
    { kind: 'department', ...economy },
    { kind: 'department', name: 'Phòng Văn hóa - Xã hội', shortName: 'VH-XH' },
    { kind: 'police', name: `Công an ${kind}`, shortName: 'Công an' },
  ];
}
