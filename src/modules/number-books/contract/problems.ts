import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals of the numbered books. */
export const NUMBER_BOOK_PROBLEMS = {
  'number-books.unknown': { status: 404, vi: 'Không có sổ này. Chọn một sổ trong danh sách.', en: 'There is no such book. Choose one from the list.' },
  'number-books.open-already': { status: 409, vi: 'Sổ này đã được mở. Không đặt lại số đầu tiên của sổ đã mở.', en: 'This book is open already. Its first number cannot be set again.' },
  'number-books.begun-already': {
    status: 409,
    vi: 'Sổ này đã cấp đến số {last} nên không đặt số đầu tiên được nữa. Số tiếp theo chạy tiếp tự động.',
    en: 'This book has given numbers up to {last}, so that its first number cannot be set any more. The next one follows by itself.',
  },
  'number-books.number-not-readable': { status: 422, vi: 'Nhập một số nguyên từ 1 đến {most}; chưa có số nào trên giấy thì để 0.', en: 'Enter a whole number from 1 to {most}; where nothing is on paper, 0.' },
  'number-books.taken-on-paper': {
    status: 422,
    vi: 'Số này đã cấp trên sổ giấy (đến số {paperLast}). Một số không bao giờ cấp hai lần: số đầu tiên ở đây phải từ {next}.',
    en: 'Paper has this number already (up to {paperLast}). No number is given twice: the first one here must be at least {next}.',
  },
  'number-books.taken-here': {
    status: 422,
    vi: 'Chương trình đã có giấy tờ mang số đến {used} trong sổ này. Số đầu tiên phải từ {next}.',
    en: 'There are papers with numbers up to {used} in this book already. The first number must be at least {next}.',
  },
  'number-books.reason-for-gap': {
    status: 422,
    vi: 'Các số từ {from} đến {to} sẽ bị bỏ trống. Ghi lý do, hoặc lùi số đầu tiên lại.',
    en: 'The numbers {from} to {to} would be left out. Say why, or begin earlier.',
  },
  'number-books.day-not-in-year': {
    status: 422,
    vi: 'Ngày này không hợp với sổ năm {year}. Nhập ngày có thật, trong năm của sổ (khóa sổ: đến hết tháng 1 năm sau) và không sau hôm nay.',
    en: 'This day does not fit the book of {year}. Enter a day that exists, in its year (closing: until the end of January after it) and not after today.',
  },
  'number-books.closed-before-opened': { status: 422, vi: 'Ngày khóa sổ không được trước ngày mở sổ.', en: 'A book cannot be closed before it was opened.' },
  'number-books.reason-for-early-closing': {
    status: 422,
    vi: 'Năm {year} chưa hết: khóa sổ bây giờ thì không ai cấp được số trong sổ này nữa. Ghi lý do nếu vẫn khóa.',
    en: 'The year {year} is not over: once closed, nobody can give numbers of this book. Say why if you close it all the same.',
  },
  'number-books.closed-already': { status: 409, vi: 'Sổ này đã khóa.', en: 'This book is closed already.' },
  'number-books.not-closed': { status: 409, vi: 'Sổ này đang mở.', en: 'This book is open.' },
  'number-books.year-over': { status: 409, vi: 'Năm {year} đã qua: sổ đã khóa thì không mở lại. Số của năm mới chạy trong sổ mới.', en: 'The year {year} is over: its closed books stay closed. New numbers run in the book of the new year.' },
  'number-books.reason-missing': { status: 422, vi: 'Ghi lý do: lý do ở lại trong sổ và trong nhật ký.', en: 'Say why: the reason stays with the book and in the journal.' },
  'number-books.gap-not-there': {
    status: 409,
    vi: 'Các số {from}–{to} không phải đều đang thiếu và chưa có lý do. Tải lại trang rồi chọn trong danh sách số thiếu.',
    en: 'Not all of the numbers {from}–{to} are missing without a reason. Reload the page and choose from the list of missing numbers.',
  },
  'number-books.not-closed-yet': { status: 409, vi: 'Sổ này chưa khóa nên chưa có dòng kết thúc. Khóa sổ trước rồi in.', en: 'This book is not closed yet and has no closing line. Close it first.' },
} as const satisfies ProblemTable;
