import { type Role } from '../../../kernel/actor.ts';

/** What a role is called where it is chosen. */
export const ROLE_WORDS: Readonly<Record<'vi' | 'en', Readonly<Record<Role, string>>>> = {
  vi: {
    'reception': 'Tiếp nhận và trả kết quả (Một cửa)',
    'specialist': 'Công chức chuyên môn, thụ lý hồ sơ',
    'unit-head': 'Lãnh đạo phòng, trung tâm',
    'president': 'Chủ tịch, Phó Chủ tịch UBND',
    'clerk': 'Văn thư',
    'cashier': 'Thủ quỹ',
    'team-member': 'Thành viên tổ công nghệ số cộng đồng',
    'committee': 'Thành viên Ban chỉ đạo',
    'administrator': 'Quản trị',
  },
  en: {
    'reception': 'Reception and hand-over (one-stop)',
    'specialist': 'Specialist, handles dossiers',
    'unit-head': 'Head of a department or the centre',
    'president': 'President, Vice-President of the People’s Committee',
    'clerk': 'Clerk',
    'cashier': 'Cashier',
    'team-member': 'Member of a community digital team',
    'committee': 'Member of the steering committee',
    'administrator': 'Administrator',
  },
};
