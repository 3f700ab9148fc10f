import { type Catalogue } from '../../../platform/i18n/catalogue.ts';

const VI = {
  'within-whole': 'trong hạn chung {limit}',
  'fault.unreachable': 'Không kết nối được với hệ thống của cơ quan nhận.',
  'fault.timeout': 'Hệ thống của cơ quan nhận không trả lời kịp.',
  'fault.server-error': 'Hệ thống của cơ quan nhận đang có lỗi.',
  'fault.unreadable': 'Hệ thống của cơ quan nhận trả lời không đúng quy cách.',
  'fault.not-connected': 'Xã chưa kết nối với hệ thống của cơ quan này. Hãy bàn giao bằng giấy.',
  'time.waiting': 'Chờ kết quả trước',
  'time.paused': 'Tạm dừng',
  'time.done': 'Xong đúng hạn',
  'time.done-late': 'Xong, quá hạn',
  'time.refused': 'Không được giải quyết',
  'time.stopped': 'Đã dừng giải quyết',
  'time.withdrawn': 'Đã rút',
  'sex.male': 'Nam',
  'sex.female': 'Nữ',
  'pause.supplement': 'Chờ người dân bổ sung',
  'pause.consent': 'Chờ chủ hộ đồng ý',
  'pause.incident': 'Hệ thống gặp sự cố',
  'handed-to': 'Người nhận: {name}',
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
    'time.waiting': 'Waits for the result before',
    'time.paused': 'Paused',
    'time.done': 'Done in time',
    'time.done-late': 'Done late',
    'time.refused': 'Not granted',
    'time.stopped': 'Stopped',
    'time.withdrawn': 'Withdrawn',
    'sex.male': 'Male',
    'sex.female': 'Female',
    'pause.supplement': 'Waiting for the citizen’s supplement',
    'pause.consent': 'Waiting for the householder’s consent',
    'pause.incident': 'A system is out of order',
    'handed-to': 'Taken over by {name}',
  },
};
