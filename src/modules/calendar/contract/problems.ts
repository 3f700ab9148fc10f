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
  'calendar.hours-past': {
    status: 422,
    vi: 'Ngày {day} đã qua. Giờ mới áp dụng sớm nhất từ hôm nay, {today}.',
    en: '{dayEn} has passed. Other hours hold from today, {todayEn}, at the earliest.',
  },
  'calendar.hours-planned-already': {
    status: 409,
    vi: 'Từ {day} đã hẹn một giờ làm việc khác. Thu hồi lần hẹn đó trước, hoặc chọn ngày khác.',
    en: 'Other hours are planned from {dayEn} already. Take that plan back first, or choose another day.',
  },
  'calendar.hours-same': {
    status: 409,
    vi: 'Giờ này giống hệt giờ áp dụng từ {day}. Sửa ít nhất một buổi.',
    en: 'These are the very hours that hold from {dayEn} anyway. Change at least one session.',
  },
  'calendar.hours-not-planned': {
    status: 409,
    vi: 'Từ {day} không có giờ làm việc nào được hẹn. Có thể người khác vừa thu hồi. Xem lại danh sách.',
    en: 'No hours are planned from {dayEn}. Somebody else may have taken them back. Look at the list again.',
  },
  'calendar.hours-hold-already': {
    status: 409,
    vi: 'Giờ làm việc từ {day} đã áp dụng nên không thu hồi được nữa. Hẹn trở lại giờ trước từ một ngày khác.',
    en: 'The hours from {dayEn} hold already and cannot be taken back. Plan the former hours again from another day.',
  },
  'calendar.hours-no-such-weekday': {
    status: 422,
    vi: 'Thứ trong tuần không đọc được. Mở lại trang rồi nhập lại.',
    en: 'The weekday cannot be read. Open the page again and enter the hours once more.',
  },
  'calendar.hours-time-missing': {
    status: 422,
    vi: 'Một buổi của {day} thiếu giờ bắt đầu hoặc giờ kết thúc. Ghi cả hai, hoặc bỏ buổi đó.',
    en: 'A session of {dayEn} lacks its beginning or its end. Give both, or take the session out.',
  },
  'calendar.hours-unreadable': {
    status: 422,
    vi: 'Không đọc được giờ “{text}” của {day}. Ghi như 7h30 hoặc 07:30, từ 0 giờ đến 24 giờ.',
    en: 'The time “{text}” of {dayEn} cannot be read. Write 7h30 or 07:30, from 00:00 to 24:00.',
  },
  'calendar.hours-reversed': {
    status: 422,
    vi: 'Buổi {opens}–{closes} của {day} kết thúc trước hoặc đúng lúc bắt đầu. Kiểm tra lại hai giờ.',
    en: 'The session {opens}–{closes} of {dayEn} ends before or as it begins. Check both times.',
  },
  'calendar.hours-over-midnight': {
    status: 422,
    vi: 'Buổi {opens}–{closes} của {day} kéo qua nửa đêm. Ghi đến 24h, phần còn lại ghi vào ngày hôm sau.',
    en: 'The session {opens}–{closes} of {dayEn} goes over midnight. End it at 24:00 and enter the rest on the next day.',
  },
  'calendar.hours-overlap': {
    status: 422,
    vi: 'Hai buổi của {day} chồng lên nhau: {one} và {other}. Sửa lại giờ của một buổi.',
    en: 'Two sessions of {dayEn} overlap: {one} and {other}. Mend the times of one of them.',
  },
  'calendar.hours-empty': {
    status: 422,
    vi: 'Cả tuần không có buổi nào. Ghi ít nhất một buổi từ thứ Hai đến thứ Sáu. Nếu trụ sở đóng cửa vài ngày, ghi các ngày đó trong lịch làm việc.',
    en: 'The whole week has no session. Give at least one from Monday to Friday. If the office closes for some days, enter those days in the calendar.',
  },
  'calendar.hours-no-weekday': {
    status: 422,
    vi: 'Từ thứ Hai đến thứ Sáu không có buổi nào. Thời hạn theo luật đếm các ngày này nên phải có ít nhất một buổi.',
    en: 'There is no session from Monday to Friday. Terms by law count these days, so at least one is needed.',
  },
  'calendar.change-not-found': {
    status: 404,
    vi: 'Không có lần sửa lịch này. Mở lại lịch làm việc và chọn trong danh sách.',
    en: 'There is no such change of the calendar. Open the calendar again and choose from the list.',
  },
} as const satisfies ProblemTable;
