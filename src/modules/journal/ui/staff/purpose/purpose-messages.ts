import { type Catalogue } from '../../../../../platform/i18n/catalogue.ts';

const VI = {
  'title': 'Vì sao anh/chị mở hồ sơ này?',
  'lead': 'Hồ sơ không thuộc việc của anh/chị. Mục đích được ghi vào nhật ký trong ngày hôm nay; người có hồ sơ đọc được tên, chức vụ và mục đích của người xem.',
  'purpose': 'Mục đích',
  'words': 'Giải thích ngắn',
  'words-note': 'Ít nhất ba từ. Ví dụ: người nộp gọi điện hỏi ngày trả.',
  'purpose-missing': 'Chưa chọn mục đích.',
  'open': 'Ghi mục đích và mở hồ sơ',
} as const;

const EN: Readonly<Record<keyof typeof VI, string>> = {
  'title': 'Why do you open this file?',
  'lead': 'The file is not part of your work. The purpose stands in the journal for today; the person whose file it is can read name, position and purpose of whoever looked.',
  'purpose': 'Purpose',
  'words': 'In a few words',
  'words-note': 'At least three words. For example: the applicant called and asked for the date.',
  'purpose-missing': 'No purpose is chosen yet.',
  'open': 'Note the purpose and open the file',
};

/** The words of the question why a file is opened. */
export const PURPOSE_WORDS = { vi: VI, en: EN } as const satisfies Catalogue<keyof typeof VI>;
