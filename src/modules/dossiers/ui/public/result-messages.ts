import { type Catalogue } from '../../../../platform/i18n/catalogue.ts';

const VI = {
  'section': 'Kết quả điện tử',
  'section-words': 'Xã giữ bản điện tử của kết quả. Tải về máy bằng 4 số cuối của số điện thoại hoặc số định danh đã khai.',
  'open': 'Tải kết quả điện tử',
  'title': 'Tải kết quả điện tử',
  'of': 'Hồ sơ {code}',
  'number': 'Số, ký hiệu kết quả: {number}',
  'valid-to': 'Dùng lại được đến hết {date}. Sau ngày này cần xin bản mới.',
  'file': 'Tải về',
  'file-of': 'Tải về tệp {number}',
  'careful': 'Kết quả có thông tin riêng của bạn. Dùng máy của người khác thì xem xong hãy xóa tệp.',
  'digits-why': 'Kết quả có thông tin riêng của bạn. Nhập 4 số cuối của số điện thoại hoặc số định danh đã khai để người khác không tải được.',
  'back': 'Về trang theo dõi hồ sơ',
} as const;

/** Words of the electronic result as its owner takes it home. */
export const RESULT_WORDS: Catalogue<keyof typeof VI> = {
  vi: VI,
  en: {
    'section': 'Electronic result',
    'section-words': 'The office keeps the result in electronic form. Download it with the last four digits of the phone number or citizen number that was declared.',
    'open': 'Download the electronic result',
    'title': 'Download the electronic result',
    'of': 'Dossier {code}',
    'number': 'Number of the result: {number}',
    'valid-to': 'Good for use until the end of {date}. After that day a new one is needed.',
    'file': 'Download',
    'file-of': 'Download file {number}',
    'careful': 'The result carries what is private to you. On somebody else’s computer, delete the file when you have seen it.',
    'digits-why': 'The result carries what is private to you. Type the last four digits of the phone number or citizen number that was declared, so that nobody else can download it.',
    'back': 'Back to the dossier',
  },
};
