import { type Catalogue } from '../../../../platform/i18n/catalogue.ts';

const VI = {
  'show': 'Hiện số',
  'hide': 'Ẩn',
  'why': 'Để làm gì?',
  'cancel': 'Thôi',
  'shown': 'Đã hiện, tự ẩn sau một phút.',
  'citizen-number': 'số định danh',
  'phone': 'số điện thoại',
  'content': 'nội dung',
  'purpose.check-papers': 'Đối chiếu giấy tờ',
  'purpose.contact': 'Liên hệ người nộp',
  'purpose.look-up': 'Tra cơ sở dữ liệu',
} as const;

/** Words around what is masked and may be shown. */
export const MASKED_WORDS: Catalogue<keyof typeof VI> = {
  vi: VI,
  en: {
    'show': 'Show',
    'hide': 'Hide',
    'why': 'What for?',
    'cancel': 'Cancel',
    'shown': 'Shown; it hides by itself after a minute.',
    'citizen-number': 'citizen number',
    'phone': 'phone',
    'content': 'what is asked for',
    'purpose.check-papers': 'Compare with papers',
    'purpose.contact': 'Contact the applicant',
    'purpose.look-up': 'Look up a database',
  },
};
