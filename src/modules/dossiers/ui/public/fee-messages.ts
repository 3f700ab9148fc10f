import { type Catalogue } from '../../../../platform/i18n/catalogue.ts';

const VI = {
  'title': 'Các khoản phí, lệ phí',
  'basis': 'Căn cứ: {basis}',
  'total': 'Tổng phải nộp: {total}',
  'paid': 'Xã đã nhận đủ {total}. Bạn không phải nộp thêm.',
  'back-title': 'Tiền trả lại',
  'owed': 'Bạn đã nộp thừa, xã trả lại {amount}. Đến {centre} nhận tiền, mang theo căn cước; nộp trực tuyến thì tiền về nơi đã nộp. Hỏi: {hotline}.',
  'paid-back': 'Xã đã trả lại {amount}.',
  'pending': 'Chưa tính: {names}. Cán bộ báo số tiền trước khi thu.',
} as const;

export const FEE_PAGE_WORDS: Catalogue<keyof typeof VI> = {
  vi: VI,
  en: {
    'title': 'Fees, line by line',
    'basis': 'Basis: {basis}',
    'total': 'To pay in all: {total}',
    'paid': 'The office has received {total}. There is nothing more to pay.',
    'back-title': 'Money back',
    'owed': 'You have paid too much; the commune pays {amount} back. Come to {centre} with your identity card; what was paid online goes back to where it came from. Questions: {hotline}.',
    'paid-back': 'The commune has paid {amount} back.',
    'pending': 'Not known yet: {names}. The officer tells you the amount before it is collected.',
  },
};
