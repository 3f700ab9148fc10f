import { type Catalogue } from '../../../platform/i18n/catalogue.ts';

type ReceivedFilesWord = 'picture' | 'pages' | 'look' | 'whole' | 'nothing';

/** The words of a list of files that arrived. */
export const RECEIVED_FILES_WORDS: Catalogue<ReceivedFilesWord> = {
  vi: {
    'picture': 'Ảnh',
    'pages': 'PDF, {count} trang',
    'look': 'Xem {file}',
    'whole': 'Máy chủ đã nhận đủ',
    'nothing': 'Chưa có tệp nào.',
  },
  en: {
    'picture': 'Picture',
    'pages': 'PDF, pages: {count}',
    'look': 'Look at {file}',
    'whole': 'The server has all of it',
    'nothing': 'No file yet.',
  },
};
