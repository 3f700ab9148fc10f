import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals of lists of staff. What a file cannot be read for has its sentences in the module that reads files. */
export const STAFF_LIST_PROBLEMS = {
  'staff-lists.file-too-large': {
    status: 413,
    vi: 'Tệp lớn hơn {megabytes} MB nên không đọc. Danh sách cán bộ chỉ cần chữ: bỏ ảnh và trang thừa rồi gửi lại.',
    en: 'The file is larger than {megabytes} MB and was not read. A list of staff needs words only: remove pictures and sheets.',
  },
  'staff-lists.no-file': {
    status: 422,
    vi: 'Chưa chọn tệp, hoặc tệp trống. Chọn danh sách cán bộ dạng .xlsx hoặc .csv.',
    en: 'No file was chosen, or it is empty. Choose the list of staff, .xlsx or .csv.',
  },
  'staff-lists.headings-missing': {
    status: 422,
    vi: 'Không tìm thấy dòng tiêu đề đủ cột. Còn thiếu: {columns}. Tải tệp mẫu để xem tên các cột.',
    en: 'The line of headings was not found. Missing: {columns}. The template shows what the columns are called.',
  },
  'staff-lists.heading-twice': {
    status: 422,
    vi: 'Cột {columns} có hai lần. Giữ lại một cột rồi gửi lại.',
    en: 'The column {columns} is there twice. Keep one and send the file again.',
  },
  'staff-lists.no-lines': {
    status: 422,
    vi: 'Dưới dòng tiêu đề chưa có ai. Điền mỗi người một dòng rồi gửi lại.',
    en: 'There is nobody below the headings. Enter one line a person and send the file again.',
  },
  'staff-lists.changed-since': {
    status: 409,
    vi: 'Từ lúc xem trước, danh sách cán bộ, đơn vị hoặc tệp đã thay đổi nên chưa ghi gì. Xem trước lại rồi ghi.',
    en: 'The staff, the units or the file changed since the preview; nothing was written. Look at the preview again, then write.',
  },
  'staff-lists.nothing-to-write': {
    status: 422,
    vi: 'Danh sách không thay đổi gì, hoặc mọi dòng khác hiện có đều lỗi. Không có gì để ghi.',
    en: 'The list changes nothing, or every line that differs has a fault. There is nothing to write.',
  },
  'staff-lists.choice-unknown': {
    status: 422,
    vi: 'Có lựa chọn không còn trong danh sách “không có trong tệp”. Xem trước lại rồi chọn.',
    en: 'A choice is no longer among those who are not in the file. Look at the preview again and choose.',
  },
  'staff-lists.close-yourself': {
    status: 422,
    vi: 'Không tự đóng tài khoản của chính mình từ danh sách. Nhờ một quản trị khác làm việc này.',
    en: 'Nobody closes the own account by a list. Ask another administrator.',
  },
  'staff-lists.slips-gone': {
    status: 409,
    vi: 'Phiếu đăng nhập chỉ in được ngay sau khi ghi danh sách. Ai chưa có mật khẩu thì đặt lại trong trang Cán bộ.',
    en: 'The slips can be printed only right after the list was written. For whoever has no password, reset it on the page of the staff.',
  },
} as const satisfies ProblemTable;
