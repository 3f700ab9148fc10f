import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals of the settings. */
export const SETTINGS_PROBLEMS = {
  'settings.unknown': {
    status: 404,
    vi: 'Không có cài đặt này. Mở lại trang Cài đặt và chọn trong danh sách.',
    en: 'There is no such setting. Open the settings again and choose from the list.',
  },
  'settings.change-unknown': {
    status: 404,
    vi: 'Không có lần đổi này. Mở lại lịch sử cài đặt và chọn trong danh sách.',
    en: 'There is no such change. Open the history again and choose from the list.',
  },
  'settings.installation-not-yours': {
    status: 403,
    vi: 'Hệ thống này phục vụ nhiều xã nên chỉ quản trị toàn hệ thống đổi được giá trị chung. Đặt giá trị riêng cho xã, hoặc đề nghị người có tên ở trang Quản trị toàn hệ thống.',
    en: 'This system serves several communes, so only an installation administrator changes what holds for all. Set a value of the commune, or ask whoever is named on the page Installation administrators.',
  },
  'settings.not-for-communes': {
    status: 403,
    vi: 'Cài đặt này dùng chung cho cả hệ thống, xã không có giá trị riêng.',
    en: 'This setting is one for the whole system; a commune has no value of its own.',
  },
  'settings.fixed-above': {
    status: 409,
    vi: 'Giá trị chung đã được cố định cho mọi xã nên xã chưa đổi được. Đề nghị quản trị toàn hệ thống nếu cần khác.',
    en: 'The common value is fixed for all communes, so a commune cannot change it. Ask an installation administrator if it must differ.',
  },
  'settings.reason-missing': {
    status: 422,
    vi: 'Cài đặt này cần ghi lý do khi đổi. Ghi vài chữ: theo văn bản nào, hoặc vì sao.',
    en: 'This setting needs a reason when it is changed. Write a few words: by which document, or why.',
  },
  'settings.value-out-of-bounds': {
    status: 422,
    vi: 'Giá trị phải là số nguyên từ {least} đến {most}.',
    en: 'The value must be a whole number from {least} to {most}.',
  },
  'settings.value-against-law': {
    status: 422,
    vi: 'Giá trị phải là số nguyên từ {least} đến {most}. Căn cứ: {law}.',
    en: 'The value must be a whole number from {least} to {most}. Basis: {law}.',
  },
  'settings.value-unfit': {
    status: 422,
    vi: 'Giá trị này không dùng được cho cài đặt. Chọn trong các giá trị đưa ra.',
    en: 'This value does not fit the setting. Choose among those that are offered.',
  },
  'settings.texts-unfit': {
    status: 422,
    vi: 'Có ô ghi dài quá hoặc có ký tự không dùng được. Xem lại từng ô theo lời chỉ dẫn của cài đặt.',
    en: 'One of the boxes is too long or holds a character that cannot be used. Look at each box again beside what the setting says.',
  },
  'settings.no-such-day': {
    status: 422,
    vi: 'Không có ngày {day}. Gõ ngày, tháng, năm như 05/03/2026.',
    en: 'There is no day {day}. Type day, month and year, such as 05/03/2026.',
  },
  'settings.day-past': {
    status: 422,
    vi: 'Không đổi được giá trị của ngày đã qua. Chọn từ hôm nay trở đi.',
    en: 'The value of a day that is over cannot be changed. Choose today or later.',
  },
  'settings.day-too-far': {
    status: 422,
    vi: 'Chỉ đặt trước được đến hết ngày {last}. Chọn ngày sớm hơn.',
    en: 'A value can be planned until {last} at the latest. Choose an earlier day.',
  },
  'settings.nothing-changes': {
    status: 409,
    vi: 'Giá trị này đang dùng rồi nên không có gì để đổi.',
    en: 'This value holds already; there is nothing to change.',
  },
  'settings.nothing-planned': {
    status: 409,
    vi: 'Không có giá trị nào được đặt trước cho ngày này để rút lại. Giá trị đã có hiệu lực thì đặt giá trị khác.',
    en: 'Nothing is planned for this day that could be taken back. A value that holds already is replaced by another one.',
  },
  'settings.changed-meanwhile': {
    status: 409,
    vi: '{by} vừa đổi cài đặt này lúc {time}. Chưa có gì bị ghi đè. Xem lại giá trị rồi làm lại.',
    en: '{by} changed this setting at {time}. Nothing was overwritten. Look at the value, then do it again.',
  },
} as const satisfies ProblemTable;
