import { type Catalogue } from '../../../../../platform/i18n/catalogue.ts';

const VI = {
  'part': 'Nhóm liên thông',
  'offer': 'Thủ tục này mở đầu một nhóm liên thông: {summary}. Người dân nộp một lần, các cơ quan cùng làm.',
  'take': 'Tiếp nhận cả nhóm liên thông',
  'alone': 'Chỉ tiếp nhận thủ tục này',
  'members': 'Các thủ tục trong nhóm',
  'optional': 'nếu người dân muốn',
  'member': '{agency} · {limit} · xong {due}',
  'verification': 'Có việc phải xác minh (thời hạn dài hơn)',
  'facts': 'Hỏi một lần cho mọi cơ quan',
  'applicant': 'Lấy từ người nộp',
  'needed': 'bắt buộc',
  'sex-none': 'Chọn',
  'sex.male': 'Nam',
  'sex.female': 'Nữ',
  'due': 'Nếu lưu lúc này, hẹn trả cả nhóm',
  'linked.fact-missing': 'Điền mục này: cơ quan sau cần để làm tiếp.',
  'linked.number-wrong': 'Số định danh có 12 chữ số. Xem lại trên giấy tờ.',
  'open-case': 'Mở hồ sơ liên thông',
} as const;

/** Words of the reception of a whole group. */
export const LINKED_RECEPTION_WORDS: Catalogue<keyof typeof VI> = {
  vi: VI,
  en: {
    'part': 'Linked group',
    'offer': 'This procedure begins a linked group: {summary}. It is filed once and several agencies do their parts.',
    'take': 'Receive the whole linked group',
    'alone': 'Receive this procedure alone',
    'members': 'Procedures of the group',
    'optional': 'if the citizen wishes',
    'member': '{agency} · {limit} · done {due}',
    'verification': 'Something must be verified (longer limits)',
    'facts': 'Asked once for every agency',
    'applicant': 'Take from the applicant',
    'needed': 'needed',
    'sex-none': 'Choose',
    'sex.male': 'Male',
    'sex.female': 'Female',
    'due': 'If saved now, the whole is due',
    'linked.fact-missing': 'Fill this in: a later agency needs it.',
    'linked.number-wrong': 'A personal number has 12 digits. Look at the paper again.',
    'open-case': 'Open the linked case',
  },
};
