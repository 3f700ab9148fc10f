import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** What the forms module refuses. */
export const FORM_PROBLEMS = {
  'form.draft-changed': { status: 409, vi: 'Bản khai vừa được sửa ở máy khác. Đọc lại rồi gửi.', en: 'The draft was just changed on another device. Read it again, then send it.' },
  'form.not-holder': { status: 403, vi: 'Chỉ người đang giữ bước xử lý của hồ sơ mới lấy được tờ khai sang phần mềm khác. Nhận việc rồi thử lại.', en: 'Only whoever holds the step of this dossier can take its form over. Take the step on and try again.' },
  'form.no-answers': { status: 404, vi: 'Hồ sơ này khai theo cách chung, không có tờ khai điện tử để in.', en: 'This dossier was declared without a form: there is nothing to print.' },
  'form.copy-over': { status: 409, vi: 'Lần lấy này đã quá 10 phút. Bấm “Lấy sang” lần nữa.', en: 'This taking over is more than 10 minutes old. Press “Take over” again.' },
  'form.scan-unreadable': { status: 422, vi: 'Không đọc được mã QR của tờ khai: mã bị mờ, bị cắt hoặc không phải mã tờ khai. Vuốt phẳng giấy rồi quét lại; vẫn không được thì nhập theo giấy.', en: 'The QR code of the form cannot be read: it is faint, cut, or no code of a form. Flatten the sheet and scan again; otherwise type from the paper.' },
  'form.scan-other-version': { status: 422, vi: 'Tờ khai in theo mẫu khác mẫu đang dùng ở đây. Nhập theo giấy, hoặc mời người dân in lại từ trang của xã.', en: 'The form was printed from another version than the one used here. Type from the paper, or ask for a new print from the commune’s pages.' },
  'form.scan-too-large': { status: 422, vi: 'Mã QR của tờ khai chứa quá nhiều dữ liệu nên không đọc được. Nhập theo giấy.', en: 'The QR code of the form holds too much to be read. Type from the paper.' },
  'form.scan-two-sheets': { status: 409, vi: 'Các mã vừa quét thuộc hai tờ khai khác nhau. Quét lại các mã trên cùng một tờ.', en: 'The scanned codes belong to two different forms. Scan the codes of one sheet again.' },
  'form.scan-parts-missing': { status: 409, vi: 'Còn thiếu mã {missing} trong {of} mã của tờ khai. Quét tiếp; thứ tự nào cũng được.', en: 'Code {missing} of the {of} codes of this form is still missing. Scan on, in any order.' },
} as const satisfies ProblemTable;
