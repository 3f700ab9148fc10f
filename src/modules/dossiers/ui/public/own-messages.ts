import { type Catalogue } from '../../../../platform/i18n/catalogue.ts';

const VI = {
  'received': 'Xã đã tiếp nhận hồ sơ “{procedure}”. Giấy hẹn có trong phần Giấy tờ.',
  'rejected': 'Xã chưa tiếp nhận được hồ sơ “{procedure}”. Lý do:',
  'supplement-requested': 'Hồ sơ “{procedure}” cần bổ sung giấy tờ. Mở hồ sơ để xem cần gì và gửi lên.',
  'supplement-approved': 'Hồ sơ “{procedure}” cần bổ sung thêm giấy tờ. Mở hồ sơ để xem cần gì và gửi lên.',
  'supplement-accepted': 'Xã đã nhận giấy tờ bổ sung của hồ sơ “{procedure}” và giải quyết tiếp.',
  'payment-requested': 'Hồ sơ “{procedure}” cần nộp tiền. Lý do:',
  'payment-confirmed': 'Xã đã nhận tiền của hồ sơ “{procedure}” và giải quyết tiếp.',
  'fees-paid': 'Xã đã nhận đủ phí, lệ phí của hồ sơ “{procedure}”.',
  'extended': 'Xã xin lỗi vì hồ sơ “{procedure}” sẽ có kết quả muộn hơn ngày trên giấy hẹn. Lý do:',
  'deadline-moved': 'Ngày hẹn của hồ sơ “{procedure}” đã đổi vì lịch làm việc thay đổi. Lý do:',
  'stopped': 'Xã đã dừng giải quyết hồ sơ “{procedure}”. Lý do:',
  'withdrawal-accepted': 'Xã đã đồng ý cho rút hồ sơ “{procedure}”.',
  'withdrawal-declined': 'Xã chưa đồng ý cho rút hồ sơ “{procedure}”. Lý do:',
  'sealed': 'Hồ sơ “{procedure}” đã có kết quả.',
  'handed-over': 'Kết quả hồ sơ “{procedure}” đã được trả.',
} as const;

/** What of the history of a dossier its citizen is told. */
export type ToldEventName = keyof typeof VI;

/** What the office told a citizen, one sentence for each event of the history; the reason follows where there is one. */
export const OWN_MESSAGE_WORDS: Catalogue<ToldEventName> = {
  vi: VI,
  en: {
    'received': 'The office received the dossier “{procedure}”. The slip is among the papers.',
    'rejected': 'The office could not receive the dossier “{procedure}”. Why:',
    'supplement-requested': 'The dossier “{procedure}” needs more papers. Open it to see which, and send them.',
    'supplement-approved': 'The dossier “{procedure}” needs further papers. Open it to see which, and send them.',
    'supplement-accepted': 'The office took the papers that were added to the dossier “{procedure}” and goes on.',
    'payment-requested': 'The dossier “{procedure}” waits for a payment. Why:',
    'payment-confirmed': 'The office received the payment for the dossier “{procedure}” and goes on.',
    'fees-paid': 'The office received the fees of the dossier “{procedure}” in full.',
    'extended': 'The office apologises: the result of the dossier “{procedure}” comes later than the slip says. Why:',
    'deadline-moved': 'The date of the dossier “{procedure}” has moved because the working calendar changed. Why:',
    'stopped': 'The office stopped the dossier “{procedure}”. Why:',
    'withdrawal-accepted': 'The office agreed to the withdrawal of the dossier “{procedure}”.',
    'withdrawal-declined': 'The office did not agree to the withdrawal of the dossier “{procedure}”. Why:',
    'sealed': 'The dossier “{procedure}” has its result.',
    'handed-over': 'The result of the dossier “{procedure}” was handed over.',
  },
};
