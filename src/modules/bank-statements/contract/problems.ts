import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals of bank statements. What a file cannot be read for has its sentences in the module that reads files. */
export const BANK_STATEMENT_PROBLEMS = {
  'bank-statements.no-file': { status: 422, vi: 'Chưa chọn tệp, hoặc tệp trống. Chọn tệp sao kê .xlsx hoặc .csv tải từ ngân hàng.', en: 'No file was chosen, or it is empty. Choose the statement from the bank, .xlsx or .csv.' },
  'bank-statements.file-too-large': { status: 413, vi: 'Tệp lớn hơn {megabytes} MB nên không đọc. Tải sao kê theo từng tuần hoặc từng tháng rồi gửi lần lượt.', en: 'The file is larger than {megabytes} MB and was not read. Download the statement by weeks or months and send each.' },
  'bank-statements.no-account': { status: 409, vi: 'Chưa khai tài khoản nhận tiền của xã nên không biết sao kê này có phải của xã không. Nhờ quản trị khai ở “Tài khoản nhận tiền”.', en: 'The account of the commune is not set, so that nobody knows whether this statement is its own. Ask the administrator to set it.' },
  'bank-statements.reading-wrong': { status: 422, vi: 'Chưa chọn đủ cột: cần cột ngày, cột nội dung, và cột ghi có hoặc cột số tiền; mỗi cột chỉ chọn một lần.', en: 'Not all columns are chosen: the day, the memo, and money in or the amount are needed, each column once.' },
  'bank-statements.layout-unknown': { status: 422, vi: 'Chưa biết cách đọc tệp này. Chọn cột ngày, nội dung, ghi có ở phần “Cột nào là gì” rồi xem trước lại.', en: 'Nobody knows yet how to read this file. Choose its columns, then look at the preview again.' },
  'bank-statements.not-ready': { status: 422, vi: 'Tệp này có điều phải sửa trước (mục đánh dấu đỏ). Sửa cách đọc hoặc tải lại tệp từ ngân hàng; chưa ghi gì.', en: 'Something in this file must be put right first (marked red). Mend the reading or download the file again; nothing was written.' },
  'bank-statements.not-looked-at': { status: 422, vi: 'Sao kê có điều cần xem lại. Đọc các mục cảnh báo rồi đánh dấu “Tôi đã xem” trước khi nhập.', en: 'Something in the statement needs a look. Read the warnings and tick “I have looked at it” first.' },
  'bank-statements.changed-since': { status: 409, vi: 'Từ lúc xem trước, tệp, các khoản phải nộp hoặc sao kê khác đã thay đổi nên chưa ghi gì. Xem trước lại rồi nhập.', en: 'The file, the payables or other statements changed since the preview; nothing was written. Look at the preview again.' },
  'bank-statements.nothing-new': { status: 409, vi: 'Mọi dòng của tệp này đã có từ các lần nhập trước. Không ghi gì thêm và không thu hai lần.', en: 'Every line of this file came with earlier ones. Nothing was added, and nothing is paid twice.' },
  'bank-statements.line-not-found': { status: 404, vi: 'Không có dòng sao kê này. Tải lại danh sách.', en: 'There is no such line. Reload the list.' },
  'bank-statements.line-decided': { status: 409, vi: 'Dòng này vừa được xử lý, có thể ở bàn khác. Tải lại danh sách để xem.', en: 'This line has just been decided, perhaps at another desk. Reload the list.' },
  'bank-statements.line-outgoing': { status: 409, vi: 'Đây là tiền ra khỏi tài khoản nên không ghi thu được.', en: 'This is money that left the account; it pays nothing.' },
  'bank-statements.parts-wrong': { status: 422, vi: 'Các phần cộng lại là {sum} đồng, dòng sao kê là {amount} đồng. Chia lại cho vừa đủ từng đồng.', en: 'The parts make {sum} đồng, the line has {amount}. Divide it again, to the đồng.' },
  'bank-statements.part-twice': { status: 422, vi: 'Một khoản phải nộp được chọn hai lần. Gộp lại thành một phần.', en: 'One payable is chosen twice. Make it one part.' },
  'bank-statements.payable-unknown': { status: 422, vi: 'Khoản phải nộp đã chọn không còn. Tìm và chọn lại.', en: 'The chosen payable is no more. Look for it and choose again.' },
  'bank-statements.reason-missing': { status: 422, vi: 'Ghi lý do: lý do ở lại với dòng sao kê và trong nhật ký.', en: 'Say why: the reason stays with the line and in the journal.' },
  'bank-statements.nothing-to-undo': { status: 409, vi: 'Dòng này chưa được ghi nhận hay loại ra nên không có gì để hủy.', en: 'Nothing was decided about this line, so that there is nothing to undo.' },
} as const satisfies ProblemTable;
