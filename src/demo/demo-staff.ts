import { type Role } from '../kernel/actor.ts';
import { DEMO_FIELDS } from './demo-fields.ts';
import { type DemoUnitKey } from './demo-office.ts';

/** The password of every account of the demonstration, said aloud at every start: it guards invented people only. */
export const DEMO_PASSWORD = 'hoaloc-2026';

/** A member of staff of the demonstration with its position, and with what else it was given. */
export interface DemoStaff {
  readonly userName: string;
  /** Given names Mẫu, Thử, Thí, Điểm mark people who do not exist. */
  readonly fullName: string;
  readonly role: Role;
  readonly title: string;
  readonly unit: DemoUnitKey;
  /** Empty means every field. */
  readonly fields: readonly string[];
  /** Further positions in the same unit and for the same fields. */
  readonly also?: readonly { readonly role: Role; readonly title: string }[];
}

/** At least one member of staff for every role, in the order in which people try them. */
export const DEMO_STAFF: readonly DemoStaff[] = [
  { userName: 'motcua1', fullName: 'Lê Thị Điểm', role: 'reception', title: 'Cán bộ Một cửa, Quầy 1', unit: 'counter-1', fields: [] },
  { userName: 'motcua2', fullName: 'Nguyễn Văn Mẫu', role: 'reception', title: 'Cán bộ Một cửa, Quầy 2', unit: 'counter-2', fields: [] },
  { userName: 'tuphap', fullName: 'Trịnh Thị Mẫu', role: 'specialist', title: 'Công chức Tư pháp – Hộ tịch', unit: 'office', fields: DEMO_FIELDS['civil-status'] },
  {
    userName: 'chungthuc', fullName: 'Phạm Thị Thử', role: 'specialist', title: 'Công chức Chứng thực', unit: 'centre', fields: DEMO_FIELDS.certification,
    // The President delegated signing to a civil servant (NĐ 280/2025/NĐ-CP): one person comes from the card to the seal.
    also: [
      { role: 'reception', title: 'Cán bộ tiếp nhận chứng thực' },
      { role: 'unit-head', title: 'Công chức được ủy quyền ký chứng thực' },
      { role: 'clerk', title: 'Người giữ dấu chứng thực' },
    ],
  },
  { userName: 'diachinh', fullName: 'Hoàng Văn Thí', role: 'specialist', title: 'Công chức Địa chính – Xây dựng', unit: 'economy', fields: DEMO_FIELDS.land },
  { userName: 'vanhoa', fullName: 'Bùi Thị Điểm', role: 'specialist', title: 'Công chức Văn hóa – Xã hội', unit: 'culture', fields: DEMO_FIELDS.social },
  { userName: 'kinhte', fullName: 'Đỗ Văn Thử', role: 'specialist', title: 'Công chức Kinh tế', unit: 'economy', fields: DEMO_FIELDS.economy },
  { userName: 'congan', fullName: 'Vũ Văn Thí', role: 'specialist', title: 'Cán bộ Công an xã (cư trú, căn cước)', unit: 'police', fields: DEMO_FIELDS.police },
  { userName: 'quansu', fullName: 'Lê Văn Mẫu', role: 'specialist', title: 'Chỉ huy phó Ban Chỉ huy Quân sự xã', unit: 'military', fields: DEMO_FIELDS.military },
  { userName: 'chutich', fullName: 'Lê Văn Thử', role: 'president', title: 'Chủ tịch Ủy ban nhân dân xã', unit: 'leadership', fields: [] },
  { userName: 'phochutich', fullName: 'Nguyễn Thị Thử', role: 'president', title: 'Phó Chủ tịch Ủy ban nhân dân xã', unit: 'leadership', fields: [] },
  { userName: 'giamdoc', fullName: 'Trần Thị Thí', role: 'unit-head', title: 'Giám đốc Trung tâm Phục vụ hành chính công', unit: 'centre', fields: DEMO_FIELDS.certification },
  { userName: 'chanhvp', fullName: 'Mai Văn Thử', role: 'unit-head', title: 'Chánh Văn phòng HĐND và UBND xã', unit: 'office', fields: DEMO_FIELDS['civil-status'] },
  { userName: 'truongkinhte', fullName: 'Nguyễn Văn Thí', role: 'unit-head', title: 'Trưởng phòng Kinh tế', unit: 'economy', fields: [...DEMO_FIELDS.land, ...DEMO_FIELDS.economy] },
  { userName: 'truongvanhoa', fullName: 'Đặng Thị Mẫu', role: 'unit-head', title: 'Trưởng phòng Văn hóa - Xã hội', unit: 'culture', fields: DEMO_FIELDS.social },
  { userName: 'truongcongan', fullName: 'Phạm Văn Điểm', role: 'unit-head', title: 'Trưởng Công an xã', unit: 'police', fields: DEMO_FIELDS.police },
  { userName: 'vanthu', fullName: 'Phạm Thị Mẫu', role: 'clerk', title: 'Văn thư', unit: 'office', fields: [] },
  { userName: 'thuquy', fullName: 'Vũ Thị Thí', role: 'cashier', title: 'Thủ quỹ', unit: 'centre', fields: [] },
  { userName: 'toso', fullName: 'Lê Thị Mẫu', role: 'team-member', title: 'Tổ trưởng tổ công nghệ số thôn Đông Hòa', unit: 'culture', fields: [] },
  { userName: 'bcd', fullName: 'Bùi Văn Mẫu', role: 'committee', title: 'Thành viên Ban chỉ đạo chuyển đổi số', unit: 'leadership', fields: [] },
  { userName: 'quantri', fullName: 'Ngô Văn Điểm', role: 'administrator', title: 'Quản trị hệ thống', unit: 'office', fields: [] },
];

/** Who is on leave around the day of the load, and who acts meanwhile: the colleague of the same department. */
export const DEMO_LEAVE = { away: 'kinhte', acting: 'diachinh', reason: 'Nghỉ phép năm', daysBefore: 1, daysAfter: 5 } as const;

/** The accounts of the demonstration, for the notice at the start. */
export const DEMO_ACCOUNTS: readonly { readonly userName: string; readonly title: string }[] = DEMO_STAFF.map(({ userName, title }) => ({ userName, title }));
