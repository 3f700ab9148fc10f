import { type Catalogue } from '../../../../platform/i18n/catalogue.ts';

const VI = {
  'title': 'Các khoản phí, lệ phí',
  'basis': 'Căn cứ: {basis}',
  'total': 'Tổng phải nộp: {total}',
  'paid': 'Xã đã nhận đủ {total}. Bạn không phải nộp thêm.',
  'pending': 'Chưa tính: {names}. Cán bộ báo số tiền trước khi thu.',
} as const;

export const FEE_PAGE_WORDS: Catalogue<keyof typeof VI> = {
  vi: VI,
  en: {
    'title': 'Fees, line by line',
    'basis': 'Basis: {basis}',
    'total': 'To pay in all: {total}',
    'paid': 'The office has received {total}. There is nothing more to pay.',
    'pending': 'Not known yet: {names}. The officer tells you the amount before it is collected.',
  },
};
