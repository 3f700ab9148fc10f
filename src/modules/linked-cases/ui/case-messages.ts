import { type Catalogue } from '../../../platform/i18n/catalogue.ts';

const VI = {
  'within-whole': 'trong hạn chung {limit}',
  'fault.unreachable': 'Không kết nối được với hệ thống của cơ quan nhận.',
  'fault.timeout': 'Hệ thống của cơ quan nhận không trả lời kịp.',
  'fault.server-error': 'Hệ thống của cơ quan nhận đang có lỗi.',
  'fault.unreadable': 'Hệ thống của cơ quan nhận trả lời không đúng quy cách.',
  'fault.not-connected': 'Xã chưa kết nối với hệ thống của cơ quan này. Hãy bàn giao bằng giấy.',
} as const;

/** Words that both the workspace and the citizen's page use. */
export const CASE_WORDS: Catalogue<keyof typeof VI> = {
  vi: VI,
  en: {
    'within-whole': 'within {limit} for the whole',
    'fault.unreachable': 'The agency’s system cannot be reached.',
    'fault.timeout': 'The agency’s system does not answer in time.',
    'fault.server-error': 'The agency’s system is out of order.',
    'fault.unreadable': 'The agency’s system answers in a way that cannot be read.',
    'fault.not-connected': 'This commune has no connection to the agency. Hand the request over on paper.',
  },
};
