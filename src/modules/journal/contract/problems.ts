import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals of the journal. */
export const JOURNAL_PROBLEMS = {
  'journal.purpose-needed': {
    status: 403,
    vi: 'Hồ sơ này không thuộc việc của anh/chị. Cho biết mục đích xem: mục đích được ghi vào nhật ký và người có hồ sơ đọc được.',
    en: 'This file is not part of your work. Say why you open it: the purpose stands in the journal, and the person whose file it is can read it.',
  },
  'journal.beyond-position': {
    status: 403,
    vi: 'Hồ sơ này ngoài lĩnh vực và đơn vị mà vị trí của anh/chị được giao nên không mở được. Cần phối hợp thì đề nghị người đang giữ hồ sơ chuyển đến đơn vị của anh/chị.',
    en: 'This file is beyond the fields and units of your position, so it cannot be opened. If you are to work on it, ask whoever has it to hand it to your unit.',
  },
  'journal.purpose-unknown': {
    status: 422,
    vi: 'Mục đích này không có trong danh sách. Chọn một mục đích trong danh sách.',
    en: 'This purpose is not on the list. Choose one from the list.',
  },
  'journal.purpose-words-missing': {
    status: 422,
    vi: 'Lời giải thích quá ngắn. Ghi ít nhất ba từ để người có hồ sơ hiểu vì sao anh/chị xem.',
    en: 'The explanation is too short. Write at least three words, so that the person whose file it is understands why you looked.',
  },
  'journal.day-not-over': {
    status: 409,
    vi: 'Ngày này chưa hết nên chưa chốt được. Chọn một ngày đã qua.',
    en: 'This day is not over and has no final root. Choose a day that has passed.',
  },
  'journal.day-empty': {
    status: 404,
    vi: 'Ngày này nhật ký không có dòng nào. Chọn một ngày trong danh sách.',
    en: 'Nothing was written on this day. Choose a day from the list.',
  },
  'journal.export-period': {
    status: 422,
    vi: 'Khoảng ngày chưa đúng. Nhập ngày có thật, ngày đầu không sau ngày cuối.',
    en: 'The period is not right. Enter days that exist, the first one not after the last.',
  },
  'journal.export-empty': {
    status: 409,
    vi: 'Nhật ký chưa có dòng nào nên chưa có gì để xuất.',
    en: 'The journal has no entries yet, so that there is nothing to export.',
  },
  'journal.export-unknown': {
    status: 404,
    vi: 'Không có lượt xuất này, hoặc người khác đã lập. Lập lại ở màn hình Nhật ký.',
    en: 'There is no such export, or somebody else began it. Begin one on the screen of the journal.',
  },
  'journal.archive-unreadable': {
    status: 503,
    vi: 'Không mở được tệp niêm phong của tháng {month} (archives/journal/{file}): tệp không còn hoặc đã bị sửa. Lấy lại tệp từ bản sao lưu rồi mở lại; xaso journal verify nói rõ hơn.',
    en: 'The sealed file of {month} (archives/journal/{file}) cannot be opened: it is gone or was altered. Bring it back from a copy and try again; xaso journal verify says more.',
  },
} as const satisfies ProblemTable;
