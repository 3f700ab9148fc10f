import { type Catalogue } from '../../../../../platform/i18n/catalogue.ts';

const VI = {
  'title': 'Kết quả mang đến nhà',
  'code': 'Quét hoặc gõ mã trên phong bì',
  'none': 'Không có kết quả nào đang trên đường.',
  'none-of-code': 'Không có phong bì nào mang mã này đang trên đường. Kiểm tra lại mã trên nhãn.',
  'with': '{name} đang giữ',
  'since': 'gửi từ {moment}',
  'report': 'Báo việc giao',
} as const;

/** Words of the screen for whoever carries results home. */
export const CARRYING_WORDS: Catalogue<keyof typeof VI> = {
  vi: VI,
  en: {
    'title': 'Results to bring home',
    'code': 'Scan or type the code on the envelope',
    'none': 'No result is on its way.',
    'none-of-code': 'No envelope with this code is on its way. Check the code on the label.',
    'with': 'with {name}',
    'since': 'sent {moment}',
    'report': 'Report',
  },
};
