import { type Catalogue } from '../../../../../platform/i18n/catalogue.ts';

const VI = {
  'how': 'Kéo chuột trên ảnh để đánh dấu chỗ cần sửa.',
  'shape': 'Vẽ',
  'shape.box': 'Khung',
  'shape.arrow': 'Mũi tên',
  'add': 'Thêm dấu ở giữa ảnh',
  'place': 'Dấu {number}. Mũi tên để dời, Shift cùng mũi tên để đổi cỡ, Delete để xóa.',
  'words': 'Dấu {number}: cần sửa gì?',
  'words-example': 'Ví dụ: thiếu dấu đỏ',
  'drop': 'Xóa dấu {number}',
  'none': 'Chưa có dấu nào trên trang này.',
  'full': 'Đã đủ {marks} dấu cho giấy tờ này.',
} as const;

type MarkWord = keyof typeof VI;

/** Words of the marks on pictures of papers. */
export const MARK_WORDS: Catalogue<MarkWord> = {
  vi: VI,
  en: {
    'how': 'Drag over the picture to mark what must be mended.',
    'shape': 'Draw',
    'shape.box': 'Box',
    'shape.arrow': 'Arrow',
    'add': 'Add a mark in the middle',
    'place': 'Mark {number}. Arrow keys move it, Shift with arrow keys changes its size, Delete removes it.',
    'words': 'Mark {number}: what must be mended?',
    'words-example': 'Such as: the red seal is missing',
    'drop': 'Remove mark {number}',
    'none': 'No mark on this page yet.',
    'full': 'This paper has its {marks} marks already.',
  },
};
