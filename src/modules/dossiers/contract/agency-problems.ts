import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals about what is sent to agencies of the province. */
export const AGENCY_PROBLEMS = {
  'dossier.agency-asked': {
    status: 409,
    vi: 'Hồ sơ đang chờ cơ quan cấp tỉnh trả lời. Ghi văn bản trả lời, hoặc bấm “Thôi chờ trả lời” và nêu lý do, rồi mới chuyển bước.',
    en: 'The answer of an agency of the province is waited for. Note the answer, or stop waiting with the reason, before moving on.',
  },
  'agency.no-such-date': {
    status: 422,
    vi: 'Không có ngày {date}. Gõ ngày, tháng, năm như 05/03/2026.',
    en: 'There is no day {date}. Type day, month and year, such as 05/03/2026.',
  },
  'agency.date-too-early': {
    status: 422,
    vi: 'Ngày {day} sớm hơn {from}. Kiểm tra lại ngày ghi trên văn bản.',
    en: 'The day {day} is before {from}. Check the date on the document.',
  },
  'agency.date-ahead': {
    status: 422,
    vi: 'Ngày {day} chưa tới. Ghi ngày đã gửi hoặc đã nhận thật.',
    en: 'The day {day} has not come yet. Enter the day on which it really happened.',
  },
  'agency.received-already': {
    status: 409,
    vi: 'Đã ghi {agency} nhận hồ sơ rồi. Chờ ghi văn bản trả lời.',
    en: 'It was noted already that {agency} has it. What comes next is the answer.',
  },
} as const satisfies ProblemTable;
