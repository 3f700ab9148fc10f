/** Positions as the journal names them, by role. */
export const ROLE_WORDS: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  'reception': { vi: 'Cán bộ Một cửa', en: 'Reception officer' },
  'specialist': { vi: 'Công chức chuyên môn', en: 'Specialist officer' },
  'unit-head': { vi: 'Lãnh đạo đơn vị', en: 'Head of unit' },
  'president': { vi: 'Lãnh đạo Ủy ban nhân dân', en: 'President' },
  'clerk': { vi: 'Văn thư', en: 'Clerk' },
  'cashier': { vi: 'Thủ quỹ', en: 'Cashier' },
  'team-member': { vi: 'Thành viên tổ công nghệ số cộng đồng', en: 'Member of a digital team' },
  'committee': { vi: 'Ban chỉ đạo', en: 'Steering committee' },
  'administrator': { vi: 'Quản trị', en: 'Administrator' },
};
