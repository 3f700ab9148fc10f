import { type Catalogue } from '../../../../../platform/i18n/catalogue.ts';
import { type NoticeKind } from '../../../contract/notice.ts';

const VI = {
  'title': 'Thông báo',
  'read-all': 'Đánh dấu đã đọc hết',
  'none': 'Chưa có thông báo nào. Hồ sơ sắp đến hạn, lời đôn đốc và phân công sẽ hiện ở đây.',
  'unread': 'Chưa đọc',
  'more': 'Xem cũ hơn',
  'three-quarters': 'Đã dùng hết ba phần tư thời gian; hẹn trả {dueAt}.',
  'day-before': 'Còn một ngày làm việc; hẹn trả {dueAt}. Nếu không kịp, hôm nay là ngày cuối được xin lỗi và gia hạn.',
  'due': 'Đã đến hạn trả kết quả {dueAt}.',
  'overdue': 'Quá hạn từ {dueAt}.',
  'urged': '{by} đôn đốc: “{words}”',
  'urge-answered': '{by} trả lời đôn đốc: “{words}”',
  'assigned': '{by} phân công cho bạn. {words}',
  'extension-asked': '{by} xin hẹn lại đến {dueAt}: “{words}”',
  'extension-given': '{by} đã ký xin lỗi, hẹn lại đến {dueAt}.',
  'extension-declined': '{by} không đồng ý gia hạn: “{words}”',
  'dates-moved': '{by} sửa lịch: {words}. {count} hồ sơ bạn đang giữ đổi ngày hẹn; bấm để xem danh sách.',
  'dates-moved-title': 'Lịch làm việc thay đổi',
  'transfer-failed': 'Gửi tới {by} nhiều lần không được. {words} Gửi lại hoặc bàn giao giấy.',
  'transfer-refused': '{by} không nhận hồ sơ: “{words}”',
  'transfer-unacknowledged': '{by} chưa xác nhận đã nhận, hạn {dueAt}. Gọi, gửi lại hoặc bàn giao giấy.',
} as const satisfies Readonly<Record<NoticeKind, string>> & Readonly<Record<string, string>>;

/** Words of the inbox; every kind of notice has its sentence. */
export const INBOX_WORDS: Catalogue<keyof typeof VI> = {
  vi: VI,
  en: {
    'title': 'Notices',
    'read-all': 'Mark all as read',
    'none': 'No notices yet. Dossiers near their date, urgings and assignments will appear here.',
    'unread': 'Unread',
    'more': 'Older ones',
    'three-quarters': 'Three quarters of the time are used; due {dueAt}.',
    'day-before': 'One working day is left; due {dueAt}. If it cannot be done, today is the last day to apologise and extend.',
    'due': 'The result is due, {dueAt}.',
    'overdue': 'Overdue since {dueAt}.',
    'urged': '{by} urges: “{words}”',
    'urge-answered': '{by} answers your urging: “{words}”',
    'assigned': '{by} assigned it to you. {words}',
    'extension-asked': '{by} asks to move the date to {dueAt}: “{words}”',
    'extension-given': '{by} signed the apology; the new date is {dueAt}.',
    'extension-declined': '{by} declined the extension: “{words}”',
    'dates-moved': '{by} changed the calendar: {words}. {count} dossiers that you hold have another date; press to see the list.',
    'dates-moved-title': 'The working calendar changed',
    'transfer-failed': 'Sending to {by} failed many times. {words} Send again or hand it over on paper.',
    'transfer-refused': '{by} does not take the request: “{words}”',
    'transfer-unacknowledged': '{by} has not acknowledged, due {dueAt}. Call, send again or hand it over on paper.',
  },
};
