import { type Catalogue } from '../../../../../platform/i18n/catalogue.ts';

const VI = {
  'title': 'Tờ khai điện tử',
  'by.citizen': 'người dân tự khai',
  'by.helper': 'có người khai giúp',
  'by.officer': 'cán bộ nhập từ giấy',
  'what': '{official} · bản {version} · {by} · {moment}',
  'take-over': 'Lấy sang {system}',
  'system.moj': 'phần mềm hộ tịch (Bộ Tư pháp)',
  'taken-over': 'Thứ tự theo {system}. Chép xong tự ẩn sau 10 phút; việc này có trong nhật ký.',
  'print': 'In tờ khai',
  'copy': 'Chép',
  'copied': 'Đã chép: {name}',
  'copy-all': 'Chép tất cả',
  'hide': 'Ẩn',
  'not-copied': 'Trình duyệt không cho chép. Bôi đen ô rồi nhấn Ctrl+C.',
  'nothing': 'Tờ khai này chưa khai tên mục của {system}.',
} as const;

/** Words of the answers on a dossier's page. */
export const ANSWERS_WORDS: Catalogue<keyof typeof VI> = {
  vi: VI,
  en: {
    'title': 'Electronic form',
    'by.citizen': 'by the citizen',
    'by.helper': 'with somebody’s help',
    'by.officer': 'by an officer from paper',
    'what': '{official} · version {version} · {by} · {moment}',
    'take-over': 'Take over into {system}',
    'system.moj': 'the civil status system (Ministry of Justice)',
    'taken-over': 'In the order of {system}. Hidden again after 10 minutes; the journal keeps that it was shown.',
    'print': 'Print the form',
    'copy': 'Copy',
    'copied': 'Copied: {name}',
    'copy-all': 'Copy all',
    'hide': 'Hide',
    'not-copied': 'The browser does not allow copying. Mark the text and press Ctrl+C.',
    'nothing': 'This form has no names of {system} yet.',
  },
};
