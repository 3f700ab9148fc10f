import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals of the working calendar. */
export const CALENDAR_PROBLEMS = {
  'calendar.basis-missing': {
    status: 422,
    vi: 'Chưa ghi căn cứ. Ghi số, ngày và nơi ra thông báo hoặc quyết định: người dân đọc được dòng này khi hỏi vì sao ngày hẹn đổi.',
    en: 'The basis is missing. Give number, date and issuer of the notice or decision: citizens read it when they ask why their date moved.',
  },
  'calendar.name-missing': {
    status: 422,
    vi: 'Chưa ghi lý do của {day}. Ghi vài chữ, ví dụ “Trụ sở ngập do bão số 12”.',
    en: 'The reason for {day} is missing. Give a few words, such as “Office flooded by the storm”.',
  },
  'calendar.no-such-date': {
    status: 422,
    vi: 'Không có ngày {date}. Gõ ngày, tháng, năm như 05/03/2026.',
    en: 'There is no day {date}. Type day, month and year, such as 05/03/2026.',
  },
  'calendar.date-out-of-range': {
    status: 422,
    vi: 'Ngày {day} nằm ngoài khoảng sửa được, từ {first} đến {last}. Kiểm tra lại năm.',
    en: 'The day {day} lies outside what can be changed, {first} to {last}. Check the year.',
  },
  'calendar.day-twice': {
    status: 422,
    vi: '{day} được ghi hai lần trong lần sửa này. Bỏ bớt một dòng.',
    en: '{day} stands twice in this change. Take one of them out.',
  },
  'calendar.day-there-already': {
    status: 409,
    vi: '{day} đã có trong lịch với đúng loại này ({name}). Không cần thêm nữa.',
    en: '{day} stands in the calendar already, of the same kind ({name}). There is nothing to add.',
  },
  'calendar.day-national': {
    status: 409,
    vi: '{day} là ngày chung của cả nước: {name} ({basis}). Xã không đổi được ngày này.',
    en: '{day} holds for the whole country: {name} ({basis}). A commune cannot change it.',
  },
  'calendar.day-off-already': {
    status: 409,
    vi: '{day} vốn đã không làm việc nên không cần ghi là ngày nghỉ. Nếu được nghỉ bù, ghi ngày làm việc được nghỉ bù.',
    en: 'Nobody works on {day} anyway. If there is a day off in lieu, enter that working day.',
  },
  'calendar.day-works-already': {
    status: 409,
    vi: '{day} vốn là ngày làm việc nên không thể là ngày làm bù. Ngày làm bù phải rơi vào ngày nghỉ.',
    en: '{day} is a working day anyway and cannot be made up. A make-up day lies on a day off.',
  },
  'calendar.day-not-there': {
    status: 409,
    vi: '{day} không có dòng nào trong lịch để xóa: ngày nghỉ cuối tuần và ngày lễ tính theo luật không xóa được. Nếu hôm đó phải làm việc, ghi là ngày làm bù.',
    en: 'Nothing is written for {day} that could be removed: weekends and holidays computed by law stay. If people work that day, enter a make-up day.',
  },
  'calendar.changed-meanwhile': {
    status: 409,
    vi: '{by} vừa sửa lịch lúc {time}. Chưa có gì bị ghi đè. Xem lại lịch và danh sách hồ sơ đổi ngày rồi làm lại.',
    en: '{by} changed the calendar at {time}. Nothing was overwritten. Look at the calendar and the list of moved dossiers, then do it again.',
  },
  'calendar.change-not-found': {
    status: 404,
    vi: 'Không có lần sửa lịch này. Mở lại lịch làm việc và chọn trong danh sách.',
    en: 'There is no such change of the calendar. Open the calendar again and choose from the list.',
  },
} as const satisfies ProblemTable;
