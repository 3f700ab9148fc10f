import { type Catalogue } from '../../../../platform/i18n/catalogue.ts';

const VI = {
  'title': 'Phí, lệ phí',
  'basis': 'Căn cứ: {basis}',
  'total': 'Tổng phải nộp: {total}',
  'pending': 'Chưa tính: {names}. Cán bộ báo số tiền trước khi thu.',
} as const;

export const FEE_PAGE_WORDS: Catalogue<keyof typeof VI> = {
  vi: VI,
  en: {
    'title': 'Fees',
    'basis': 'Basis: {basis}',
    'total': 'To pay in all: {total}',
    'pending': 'Not known yet: {names}. The officer tells you the amount before it is collected.',
  },
};
