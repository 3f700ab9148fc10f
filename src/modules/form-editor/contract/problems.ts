import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals of the editor of forms. */
export const FORM_EDITOR_PROBLEMS = {
  'form-editor.not-yours': {
    status: 403,
    vi: 'Biểu mẫu dùng chung cho nhiều xã của hệ thống này nên chỉ quản trị toàn hệ thống sửa được. Gửi đề nghị sửa cho người có tên ở trang Quản trị toàn hệ thống.',
    en: 'The forms are shared by several communes of this system, so only an installation administrator changes them. Ask whoever is named on the page Installation administrators.',
  },
  'form-editor.unknown-form': { status: 404, vi: 'Không có biểu mẫu “{code}”. Mở lại danh sách biểu mẫu.', en: 'There is no form “{code}”. Open the list of forms again.' },
  'form-editor.unknown-draft': { status: 404, vi: 'Không có bản nháp này, hoặc bản nháp thuộc xã khác. Mở lại danh sách biểu mẫu.', en: 'There is no such draft, or it belongs to another commune. Open the list of forms again.' },
  'form-editor.unknown-version': { status: 404, vi: 'Biểu mẫu này không có phiên bản {version}.', en: 'This form has no version {version}.' },
  'form-editor.procedure-unreadable': { status: 422, vi: 'Mã thủ tục có dạng 1.001193 (một số, dấu chấm, sáu số). Nhập lại mã.', en: 'The code of a procedure looks like 1.001193 (a digit, a point, six digits). Enter it again.' },
  'form-editor.title-missing': { status: 422, vi: 'Đặt tên cho tờ khai, ví dụ “Đề nghị xác nhận vay vốn”.', en: 'Give the form a name, such as “Request to confirm a loan”.' },
  'form-editor.draft-exists': { status: 409, vi: 'Biểu mẫu này đang có một bản nháp do {by} sửa. Mở bản nháp đó và làm tiếp.', en: 'This form has a draft already, by {by}. Open it and go on there.' },
  'form-editor.draft-closed': { status: 409, vi: 'Bản nháp này đã công bố hoặc đã bỏ nên không sửa được nữa. Tạo bản nháp mới từ biểu mẫu đang dùng.', en: 'This draft was published or thrown away and cannot be changed. Make a new one from the form in force.' },
  'form-editor.changed-meanwhile': {
    status: 409,
    vi: '{by} vừa lưu bản nháp này. Những gì bạn nhập vẫn còn trên màn hình: bấm “Tải tệp bản của tôi” để giữ lại, rồi tải lại trang và sửa tiếp.',
    en: '{by} has just saved this draft. What you entered is still on the screen: press “Download my copy” to keep it, then load the page again and go on.',
  },
  'form-editor.too-large': { status: 413, vi: 'Biểu mẫu quá dài (tối đa {most} ký tự). Bớt câu hỏi hoặc rút gọn lời giải thích.', en: 'The form is too long (at most {most} characters). Leave questions out or shorten the explanations.' },
  'form-editor.not-sound': { status: 422, vi: 'Còn {faults} chỗ chưa đúng. Sửa các dòng ghi “phải sửa” trước.', en: '{faults} things are not right yet. Mend the lines marked “must be mended” first.' },
  'form-editor.not-ready': { status: 422, vi: 'Còn {faults} điều phải sửa trước khi công bố. Xem danh sách kiểm tra.', en: '{faults} things must be mended before it is published. See the list of checks.' },
  'form-editor.nothing-changed': { status: 422, vi: 'Bản nháp giống hệt biểu mẫu đang dùng nên không có gì để công bố.', en: 'The draft is the same as the form in force: there is nothing to publish.' },
  'form-editor.reason-missing': { status: 422, vi: 'Ghi lý do: căn cứ vào quyết định hoặc văn bản nào.', en: 'Say why: which decision or text it rests on.' },
  'form-editor.day-not-possible': { status: 422, vi: 'Ngày áp dụng phải từ hôm nay và không quá {days} ngày nữa.', en: 'The first day must be today or later, and not more than {days} days ahead.' },
  'form-editor.ends-before': { status: 422, vi: 'Biểu mẫu ghi hết áp dụng ngày {day}, trước ngày bắt đầu. Chọn ngày sớm hơn hoặc bỏ ngày hết.', en: 'The form ends on {day}, before it begins. Choose an earlier day or take the last day out.' },
  'form-editor.later-version': { status: 409, vi: 'Phiên bản {version} đã được công bố để áp dụng từ {day}. Chọn ngày sau đó, hoặc rút phiên bản ấy trước.', en: 'Version {version} is published already and begins on {day}. Choose a later day, or take that version back first.' },
  'form-editor.raced': { status: 409, vi: 'Người khác vừa công bố một phiên bản của biểu mẫu này. Tải lại trang để xem rồi công bố lại.', en: 'Somebody has just published a version of this form. Load the page again, look, and publish again.' },
  'form-editor.procedure-raced': {
    status: 409,
    vi: 'Thủ tục {procedure} đã có biểu mẫu “{title}” của cơ quan trong những ngày ấy. Mỗi thủ tục một biểu mẫu: sửa biểu mẫu ấy, hoặc bỏ thủ tục này khỏi một trong hai.',
    en: 'The procedure {procedure} has the form “{title}” of the office on those days. A procedure has one form: change that one, or take the procedure out of one of the two.',
  },
  'form-editor.withdrawal-clash': {
    status: 409,
    vi: 'Rút thì phiên bản trước lại dùng cho thủ tục {procedure}, mà thủ tục ấy nay có biểu mẫu “{title}” của cơ quan. Rút biểu mẫu ấy trước, hoặc công bố phiên bản mới không có thủ tục ấy.',
    en: 'The version before would hold for {procedure} again, which has the form “{title}” of the office now. Take that form back first, or publish a new version without the procedure.',
  },
  'form-editor.program-version': { status: 409, vi: 'Phiên bản này đi cùng chương trình, không rút được. Tạo bản nháp mới để thay nó.', en: 'This version comes with the program and cannot be taken back. Make a draft that replaces it.' },
  'form-editor.withdrawn-already': { status: 409, vi: 'Phiên bản này đã được rút trước đó.', en: 'This version was taken back before.' },
  'form-editor.no-program-form': { status: 409, vi: 'Chương trình không có sẵn biểu mẫu này. Rút phiên bản của cơ quan thì thủ tục dùng tờ khai chung.', en: 'The program has no such form. When the office’s version is taken back, the general declaration is used.' },
  'form-editor.program-form-already': { status: 409, vi: 'Biểu mẫu của chương trình đang được dùng rồi.', en: 'The form of the program is in use already.' },
  'form-editor.import-not-json': { status: 422, vi: 'Tệp không đọc được. Chọn tệp .json đã xuất từ màn hình này.', en: 'The file cannot be read. Choose a .json file that was exported from this screen.' },
  'form-editor.import-not-form': { status: 422, vi: 'Tệp này không phải tệp biểu mẫu của Xã Số. Chọn tệp đã xuất từ màn hình này.', en: 'This is no file of a form of Xã Số. Choose one that was exported from this screen.' },
  'form-editor.import-newer': { status: 422, vi: 'Tệp do chương trình mới hơn xuất ra (dạng {found}, máy này đọc được dạng {known}). Cập nhật chương trình rồi nhập lại.', en: 'The file was made by a newer program (format {found}; this one reads {known}). Update the program, then import it again.' },
  'form-editor.import-damaged': { status: 422, vi: 'Tệp bị hỏng hoặc đã bị sửa tay: mã kiểm tra không khớp. Xuất lại từ nơi gửi.', en: 'The file is damaged or was changed by hand: its checksum does not fit. Export it again where it came from.' },
} as const satisfies ProblemTable;
