import { type Catalogue } from '../../../../../platform/i18n/catalogue.ts';

const VI = {
  'save': 'Lưu bộ lọc',
  'name': 'Tên bộ lọc',
  'name-hint': 'Đất đai quá hạn',
  'for': 'Dành cho',
  'for-me': 'Riêng tôi',
  'for-unit': 'Cả {unit}',
  'confirm': 'Lưu',
  'cancel': 'Thôi',
  'saved': 'Bộ lọc “{name}”',
  'of-unit': 'của {unit}',
  'rename': 'Đổi tên',
  'remove': 'Xóa',
  'done-saved': 'Đã lưu bộ lọc “{name}”; xem ở cột bên trái.',
  'done-renamed': 'Đã đổi tên bộ lọc.',
  'done-removed': 'Đã xóa bộ lọc; danh sách đang xem giữ nguyên.',
} as const;

/** Words of saved filters. */
export const SAVED_FILTER_WORDS: Catalogue<keyof typeof VI> = {
  vi: VI,
  en: {
    'save': 'Save the filter',
    'name': 'Name of the filter',
    'name-hint': 'Land, overdue',
    'for': 'For',
    'for-me': 'Me alone',
    'for-unit': 'Everybody in {unit}',
    'confirm': 'Save',
    'cancel': 'Never mind',
    'saved': 'Filter “{name}”',
    'of-unit': 'of {unit}',
    'rename': 'Rename',
    'remove': 'Remove',
    'done-saved': 'The filter “{name}” is saved; it stands on the left.',
    'done-renamed': 'The filter has another name.',
    'done-removed': 'The filter is removed; the list stays as it is.',
  },
};
