import { type Catalogue } from '../../../../../platform/i18n/catalogue.ts';

const VI = {
  'title': 'Sự đồng ý của công dân',
  'back': 'Về yêu cầu về dữ liệu cá nhân',
  'lead': 'Những việc luật không tự cho phép thì chỉ làm với người đã đồng ý. Danh sách người nhận chỉ có người đang đồng ý đúng lời hỏi hiện nay và có số điện thoại; ai rút lại thì lần tải sau không còn. Mỗi lần tải được ghi nhật ký.',
  'counts': '{given} người đang đồng ý, {withdrawn} người đã rút lại.',
  'outdated': '{count} người đồng ý lời hỏi cũ, cần hỏi lại.',
  'nobody': 'Chưa có ai nhận được: không gửi cho ai.',
  'recipients': 'Tải danh sách {count} người nhận (CSV)',
} as const;

/** Words of the screen of consents. */
export const CONSENT_WORDS: Catalogue<keyof typeof VI> = {
  vi: VI,
  en: {
    'title': 'Consents of citizens',
    'back': 'Back to requests about personal data',
    'lead': 'What the law does not allow by itself is done only with people who have agreed. A list of recipients has those who agree to the words of today and left a telephone; whoever takes it back is gone from the next one. Every list that is taken stands in the journal.',
    'counts': '{given} people agree, {withdrawn} took it back.',
    'outdated': '{count} agreed to older words and have to be asked again.',
    'nobody': 'Nobody can be reached: nothing is sent to anybody.',
    'recipients': 'Take the list of {count} recipients (CSV)',
  },
};
