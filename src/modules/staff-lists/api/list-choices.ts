import { type Role, ROLES, WORK_STEPS, type WorkStep } from '../../../kernel/actor.ts';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { ROLE_WORDS } from '../../identity/contract/role-words.ts';
import { type StaffBasis } from '../../identity/index.ts';
import { type ListChoices } from '../domain/read-staff-line.ts';

/** Shorter and older words for the roles, as offices write them. */
const ROLE_ALIASES: Readonly<Record<Role, readonly string[]>> = {
  'reception': ['Một cửa', 'Cán bộ Một cửa', 'Tiếp nhận', 'Tiếp nhận và trả kết quả', 'Bộ phận Một cửa'],
  'specialist': ['Chuyên môn', 'Công chức chuyên môn', 'Thụ lý', 'Thụ lý hồ sơ', 'Chuyên viên'],
  'unit-head': ['Lãnh đạo đơn vị', 'Lãnh đạo phòng', 'Trưởng phòng', 'Phó Trưởng phòng', 'Trưởng đơn vị', 'Giám đốc Trung tâm'],
  'president': ['Chủ tịch', 'Phó Chủ tịch', 'Chủ tịch UBND', 'Phó Chủ tịch UBND', 'Lãnh đạo Ủy ban nhân dân', 'Lãnh đạo UBND'],
  'clerk': ['Cán bộ Văn thư', 'Văn thư, lưu trữ'],
  'cashier': ['Thủ quỹ, thu phí'],
  'team-member': ['Tổ công nghệ số', 'Tổ công nghệ số cộng đồng', 'Thành viên tổ công nghệ số'],
  'committee': ['Ban chỉ đạo'],
  'administrator': ['Quản trị hệ thống', 'Quản trị viên'],
};

/** What a position without a title is called. */
export const DEFAULT_TITLES: Readonly<Record<Role, string>> = {
  'reception': 'Cán bộ Một cửa', 'specialist': 'Công chức chuyên môn', 'unit-head': 'Lãnh đạo đơn vị', 'president': 'Lãnh đạo Ủy ban nhân dân', 'clerk': 'Văn thư', 'cashier': 'Thủ quỹ',
  'team-member': 'Thành viên tổ công nghệ số', 'committee': 'Thành viên Ban chỉ đạo', 'administrator': 'Quản trị',
};

const STEP_WORDS: Readonly<Record<WorkStep, readonly [string, string]>> = {
  'receive': ['Tiếp nhận', 'Receive'], 'appraise': ['Thẩm định', 'Appraise'], 'approve': ['Phê duyệt', 'Approve'], 'seal': ['Đóng dấu', 'Seal'], 'hand-over': ['Trả kết quả', 'Hand over'],
};
const SCOPE_WORDS = { own: ['Đơn vị mình', 'Own unit'], all: ['Mọi đơn vị', 'All units'] } as const;

/** One of the five steps in words. */
export function stepWords(step: WorkStep, locale: 'vi' | 'en'): string {
  return STEP_WORDS[step][locale === 'vi' ? 0 : 1];
}

/** The scope of a position in words. */
export function scopeWords(scope: 'own' | 'all', locale: 'vi' | 'en'): string {
  return SCOPE_WORDS[scope][locale === 'vi' ? 0 : 1];
}

/** What the cells of a list may name in this office on a day. */
export function listChoices({ units, choices }: Pick<StaffBasis, 'units' | 'choices'>, today: LocalDate): ListChoices {
  return {
    today,
    units: units.map(({ id, name, shortName, formerNames }) => ({ value: id, words: [name, shortName], formerWords: formerNames })),
    roles: ROLES.map((role) => ({ value: role, words: [ROLE_WORDS.vi[role], ROLE_WORDS.en[role], role, ...ROLE_ALIASES[role]] })),
    fields: [...choices.fields].map((field) => ({ value: field, words: [field] })),
    unitScopes: [{ value: 'own', words: [...SCOPE_WORDS.own, 'own', 'Đơn vị', 'Trong đơn vị'] }, { value: 'all', words: [...SCOPE_WORDS.all, 'all', 'Toàn xã'] }],
    steps: WORK_STEPS.map((step) => ({ value: step, words: [...STEP_WORDS[step], step] })),
  };
}
