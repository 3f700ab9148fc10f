import { type Catalogue } from '../../../../platform/i18n/catalogue.ts';

const VI = {
  'title': 'Sức khoẻ hệ thống',
  'lead': 'Chương trình tự khám ổ đĩa, đồng hồ, cơ sở dữ liệu, bản sao lưu, việc nền, tệp giấy tờ, tài khoản và cấu hình. Trên máy chủ, lệnh xaso doctor --all đọc thêm mọi tệp.',
  'again': 'Khám lại',
  'grade.well': 'Mọi thứ ổn.',
  'grade.attention': 'Có {count} điều cần xem.',
  'grade.bad': 'Có {count} điều hỏng hoặc nguy hiểm.',
  'bad': 'Cần làm ngay',
  'attention': 'Cần xem',
  'well': 'Ổn',
  'examined': 'Khám lúc {moment}',
  'next': 'Làm gì',
} as const;

/** Words of the screen that shows the health of the installation. */
export const HEALTH_SCREEN_WORDS: Catalogue<keyof typeof VI> = {
  vi: VI,
  en: {
    'title': 'Health of the system',
    'lead': 'The program examines its disk, clock, database, copies, background work, files, accounts and configuration. On the server, xaso doctor --all reads every file besides.',
    'again': 'Examine again',
    'grade.well': 'All is well.',
    'grade.attention': 'To be looked at: {count}.',
    'grade.bad': 'Broken or in danger: {count}.',
    'bad': 'Do it now',
    'attention': 'Look at it',
    'well': 'Well',
    'examined': 'Examined {moment}',
    'next': 'What to do',
  },
};
